import {firstWords, nextWords, type CompletedCommand, type CompletedFlag} from './commands.ts'

/** One `complete` a flag, under the command that was typed. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const flags = commands.flatMap(({name, flags: own}) =>
    own.map(
      (it) =>
        `complete -c cinch -n ${under(name)} -l ${it.name} ${valueOf(it)}-d ${quoted(it.summary)}`,
    ),
  )
  const words = commands.flatMap((it) => {
    const next = nextWords(it, commands)
    if (next.length === 0) return []
    return [`complete -c cinch -n ${under(it.name)} -a ${quoted(next.join(' '))}`]
  })
  return `# Completion of cinch for fish; made by \`cinch completion fish\`.
function __cinch_command
  set -l command
  for word in (commandline -opc)[2..-1]
    switch (string join -- ' ' $command $word)
      case ${commands.map(({name}) => quoted(name)).join(' ')}
        set -a command $word
    end
  end
  string join -- ' ' $command
end
complete -c cinch -f
${firstWords(commands)
  .map(
    ({name, summary}) =>
      `complete -c cinch -n ${under('')} -a ${quoted(name)} -d ${quoted(summary)}`,
  )
  .join('\n')}
${[...words, ...flags].join('\n')}
`
}

function under(name: string): string {
  return quoted(`test "$(__cinch_command)" = "${name}"`)
}

function valueOf({value}: CompletedFlag): string {
  if (value === 'none') return ''
  if (value === 'file') return '-r -F '
  if (value === 'free') return '-x '
  return `-x -a ${quoted(value.join(' '))} `
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", `\\'`)}'`
}
