import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'

export default class Validate extends BaseCommand<typeof Validate> {
  static override summary = 'Check every record of a governance repository.'
  static override description =
    'Reads the working tree, and no history. Checks each file, record, reference, table and ' +
    'exhibit, and writes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --root northgate --fail-on major',
    '<%= config.bin %> <%= command.id %> --format sarif > cinch.sarif',
  ]
  static override flags = {
    ...reportFlags,
    'fail-on': failOnFlag('minor'),
    at: readFlags.at,
    'known-on': readFlags['known-on'],
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const {open, checkIntegrity} = await import('../pipeline/open.ts')
    const {inventoryLines} = await import('../report/inventory.ts')
    const opened = await open({...whatIsRead(this.flags, 'worktree'), asOf, history: false})
    await printReport(
      {
        command: 'validate',
        asOf,
        read: [...opened.read, 'Commit messages were not read: cinch assess looks through them.'],
        diagnostics: [...opened.diagnostics, ...(await checkIntegrity(opened))],
        findings: [],
        assessment: null,
        rules: [],
        body: inventoryLines(opened.inventory),
        result: opened.inventory,
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: this.flags['fail-on']},
    )
  }
}
