import {BaseCommand, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'

export default class Status extends BaseCommand<typeof Status> {
  static override summary = 'Show where the network stands, and what to do next.'
  static override description =
    'Reads the commit at HEAD with its history, unless told otherwise: readiness of each product ' +
    'line, approvals, seals, faults, paths not committed, and the next three things to do. Exits 0 ' +
    'for any of these, and 3 where content is not what it was or may not be kept.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --worktree',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override flags = {
    ...reportFlags,
    ...readFlags,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, {statusOf}, {statusLines}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/status.ts'),
      import('../report/status.ts'),
    ])
    const opened = await open({...whatIsRead(this.flags), asOf, history: true})
    const {status, assessment, integrity} = await statusOf(opened, this.config.version)
    await printReport(
      {
        command: 'status',
        asOf,
        read: opened.read,
        diagnostics: integrity,
        findings: [],
        assessment: null,
        rules: [],
        body: statusLines(status, process.stdout.columns ?? 80),
        result: status,
        results: assessment?.lines.flatMap((it) => it.results) ?? [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: 'never'},
    )
  }
}
