import {firstWords, nextWords, type CompletedCommand} from './commands.ts'

/** Works with bash 3.2 and needs nothing of the bash-completion package. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({name, flags}) =>
    flags
      .filter(({value}) => value !== 'none')
      .map((it) => {
        const pattern = `    ${quoted(`${name} --${it.name}`)})`
        if (it.value === 'file') return `${pattern} COMPREPLY=($(compgen -f -- "$cur")); return ;;`
        const words = it.value === 'free' || it.value === 'none' ? [] : it.value
        return `${pattern} COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$cur")); return ;;`
      }),
  )
  const own = commands.map((it) => {
    const flags = it.flags.map(({name}) => `--${name}`).join(' ')
    const next = nextWords(it, commands).join(' ')
    return `    ${quoted(it.name)}) flags=${quoted(flags)}; words=${quoted(next)} ;;`
  })
  const names = commands.map(({name}) => quoted(name)).join('|')
  return `# Completion of cinch for bash; made by \`cinch completion bash\`.
_cinch() {
  local IFS=$' \\t\\n'
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  local command='' flags='--help --version' words=${quoted(
    firstWords(commands)
      .map(({name}) => name)
      .join(' '),
  )} i
  # bash breaks a word at an equals sign.
  if [ "$cur" = '=' ]; then cur=''
  elif [ "$prev" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${command:+$command }\${COMP_WORDS[i]}" in
      ${names}) command="\${command:+$command }\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${values.join('\n')}
  esac
  case "$command" in
${own.join('\n')}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
  esac
}
complete -F _cinch cinch
`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
