export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * The commands that GitHub's runner would take from a log, as `ActionCommand.cs` of actions/runner
 * reads lines: `::name properties::message` where a line begins so, else `##[name]` anywhere in it.
 */
export function commandsIn(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const text = line.trimStart()
    const found = /^::([^ :]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(text)
    if (found !== null) {
      const [, command = '', properties = '', message = ''] = found
      return [{command, properties: propertiesOf(properties), message: unescaped(message)}]
    }
    const older = /##\[([^\] ]+)[^\]]*\](.*)$/.exec(line)
    return older === null
      ? []
      : [{command: older[1] ?? '', properties: {}, message: older[2] ?? ''}]
  })
}

function propertiesOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((it) => it.includes('='))
  return Object.fromEntries(
    pairs.map((it) => {
      const at = it.indexOf('=')
      const value = it
        .slice(at + 1)
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
      return [it.slice(0, at).trim(), unescaped(value)]
    }),
  )
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
