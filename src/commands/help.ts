import {Args, Command, loadHelpClass} from '@oclif/core'

/** `cinch help validate` is `cinch validate --help`: people try both. */
export default class HelpOf extends Command {
  static override summary = 'Show the help of a command.'
  static override examples = ['<%= config.bin %> <%= command.id %> validate']
  static override strict = false
  static override args = {
    command: Args.string({description: 'Command to show the help of; every command without it.'}),
  }

  async run(): Promise<void> {
    const {argv} = await this.parse(HelpOf)
    const Help = await loadHelpClass(this.config)
    await new Help(this.config).showHelp(argv.map(String))
  }
}
