import {Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit.ts'
import {CannotRun} from '../model/diagnostic.ts'

export default class Doctor extends BaseCommand<typeof Doctor> {
  static override summary = 'Look at what cinch needs on this machine and in this clone.'
  static override description =
    'Node, git and its version, fonts, caches, the depth of the clone, keys and the programs that ' +
    'check them, encodings, line ends and names of files: each with its state, why it matters and ' +
    'what puts it right. Works outside a governance repository too. Starts git and nothing of the ' +
    'repository, uses no network, writes nothing. Exits 1 where something is missing that a ' +
    'command needs.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --root governance',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override flags = {
    json: Flags.boolean({summary: 'Print the result as JSON.'}),
    full: Flags.boolean({
      summary: 'Show names of files where CI is set: what a build log shows is published.',
    }),
  }

  async run(): Promise<void> {
    const {flags} = this
    if (flags.overlay.length > 0)
      throw new CannotRun('Unexpected --overlay, expected one root: run it in each clone')
    const [{examine}, {doctorText}] = await Promise.all([
      import('../pipeline/doctor.ts'),
      import('../report/doctor.ts'),
    ])
    const checkups = await examine({
      root: flags.root,
      packageRoot: this.config.root,
      engines: String(this.config.pjson['engines']?.['node'] ?? ''),
      nodeVersion: process.versions.node,
      asOf: this.asOf(),
    })
    const missing = checkups.some(({state}) => state === 'missing')
    const discreet = inBuildLog() && !flags.full
    const shown = discreet
      ? checkups.map((it) => (it.state === 'ok' ? it : {...it, what: it.id}))
      : checkups
    const exitCode = missing ? exitCodes.found : exitCodes.clean
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({exitCode, discreet, checkups: shown}, null, 2)}\n`
        : doctorText(shown, process.stdout.columns ?? 80),
    )
    process.exitCode = exitCode
  }
}
