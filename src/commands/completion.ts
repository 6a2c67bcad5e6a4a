import {Args, Command} from '@oclif/core'
import type {CompletedCommand} from '../cli/completion/commands.ts'

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

export default class Completion extends Command {
  static override summary = 'Print a script that completes commands and flags in a shell.'
  static override description =
    'The script is fixed text: it runs no program and reads no repository, and ids of records ' +
    'are not completed. Make it anew after an update.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> bash > ~/.local/share/bash-completion/completions/cinch',
    '<%= config.bin %> <%= command.id %> zsh > ~/.zfunc/_cinch',
    '<%= config.bin %> <%= command.id %> fish > ~/.config/fish/completions/cinch.fish',
    '<%= config.bin %> <%= command.id %> powershell >> $PROFILE',
  ]
  static override args = {
    shell: Args.string({
      description: 'Shell to complete in.',
      options: [...shells],
      required: true,
    }),
  }

  async run(): Promise<void> {
    const {args} = await this.parse(Completion)
    const {completedCommands} = await import('../cli/completion/commands.ts')
    const commands = completedCommands(this.config.commands, ' ')
    process.stdout.write(await scriptFor(args.shell, commands))
  }
}

async function scriptFor(shell: string, commands: readonly CompletedCommand[]): Promise<string> {
  switch (shell) {
    case 'bash':
      return (await import('../cli/completion/bash.ts')).bashCompletion(commands)
    case 'zsh':
      return (await import('../cli/completion/zsh.ts')).zshCompletion(commands)
    case 'fish':
      return (await import('../cli/completion/fish.ts')).fishCompletion(commands)
    default:
      return (await import('../cli/completion/powershell.ts')).powershellCompletion(commands)
  }
}
