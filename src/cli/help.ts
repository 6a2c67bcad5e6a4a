import {CommandHelp, Help, type Command} from '@oclif/core'

/** What a newcomer types first, in this order. */
const first = [
  ['init northgate', 'start a governance repository'],
  ['validate', 'check every record'],
  ['status', 'where the network stands, and what to do next'],
  ['explain B1', 'what a test looks for, or what a code means'],
  ['validate --help', 'examples of a command, and its flags'],
] as const

/** Help that begins with examples: most readers want a line to copy. */
class ExamplesFirst extends CommandHelp {
  protected override sections() {
    const sections = super.sections()
    const examples = sections.filter(({header}) => header.startsWith('EXAMPLE'))
    return [...examples, ...sections.filter((it) => !examples.includes(it))]
  }

  /** A list flag without a default has an empty list: nothing to tell. */
  protected override flags(flags: Command.Flag.Any[]) {
    const isEmpty = (it: Command.Flag.Any) => Array.isArray(it.default) && it.default.length === 0
    return super.flags(flags.map((it) => (isEmpty(it) ? {...it, default: undefined} : it)))
  }

  /** The summary stands at the top already. */
  protected override description(): string | undefined {
    const {description} = this.command
    return description === undefined || description === '' ? undefined : this.wrap(description)
  }

  /** Flags have a list of their own: in a line they hide what must be given. */
  protected override defaultUsage(): string {
    const args = Object.values(this.command.args).map((it) => this.arg(it))
    return [this.command.id, ...args, '[FLAGS]'].join(' ')
  }
}

export default class ExamplesFirstHelp extends Help {
  protected override CommandHelpClass = ExamplesFirst

  override formatRoot(): string {
    const width = Math.max(...first.map(([command]) => command.length))
    const lines = first.map(([command, what]) => `$ cinch ${command.padEnd(width)}  ${what}`)
    const [summary = '', ...rest] = super.formatRoot().split('\n')
    const root = [this.wrap(summary), ...rest].join('\n')
    return `${root}\n\n${this.section('START', lines.join('\n'))}`
  }
}
