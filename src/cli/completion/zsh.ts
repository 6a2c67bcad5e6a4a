import {firstWords, nextWords, type CompletedCommand, type CompletedFlag} from './commands.ts'

/** To be sourced after `compinit`, or kept as `_cinch` in a folder of `fpath`. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({name, flags}) =>
    flags
      .filter(({value}) => value !== 'none')
      .map((it) => `    ${quoted(`${name} --${it.name}`)}) ${valuesOf(it)}; return ;;`),
  )
  const own = commands.map((it) => {
    const flags = it.flags.map(({name, summary}) => described(`--${name}`, summary))
    const next = nextWords(it, commands).map(quoted)
    return [
      `    ${quoted(it.name)})`,
      `      flags=(${flags.join(' ')})`,
      `      words_=(${next.join(' ')}) ;;`,
    ].join('\n')
  })
  return `#compdef cinch
# Completion of cinch for zsh; made by \`cinch completion zsh\`.
_cinch() {
  local command='' prev="\${words[CURRENT-1]}" word
  local -a flags words_
  flags=('--help:Show help.' '--version:Show the version.')
  words_=(${firstWords(commands)
    .map(({name, summary}) => described(name, summary))
    .join(' ')})
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "\${command:+$command }$word" in
      ${commands.map(({name}) => quoted(name)).join('|')}) command="\${command:+$command }$word" ;;
    esac
  done
  # A value after an equals sign is completed as one after a space.
  if [[ "\${words[CURRENT]}" == --*=* ]]; then
    prev="\${words[CURRENT]%%=*}"
    compset -P '*='
  fi
  case "$command $prev" in
${values.join('\n')}
  esac
  case "$command" in
${own.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe -o 'flag' flags
  else
    _describe 'word' words_
  fi
}
if (( $+functions[compdef] )); then compdef _cinch cinch; fi
# Where the file itself is the function, as in a folder of fpath.
if [[ "\${funcstack[1]-}" == _cinch ]]; then _cinch "$@"; fi
`
}

function valuesOf({value}: CompletedFlag): string {
  if (value === 'file') return '_files'
  if (value === 'free' || value === 'none') return '_message "value"'
  return `compadd -- ${value.map(quoted).join(' ')}`
}

/** \`_describe\` splits at the first colon that is not escaped. */
function described(name: string, summary: string): string {
  return quoted(`${name.replaceAll(':', '\\:')}:${summary}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
