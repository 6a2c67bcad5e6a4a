import {atFlag, BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'

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
    at: atFlag,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const {open, checkIntegrity} = await import('../pipeline.ts')
    const {inventoryLines} = await import('../report/inventory.ts')
    const {root, overlay, at} = this.flags
    const opened = await open({root, overlays: overlay, at: at ?? 'worktree', asOf, history: false})
    await printReport(
      {
        command: 'validate',
        asOf,
        read: opened.read,
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
