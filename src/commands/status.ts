import {Flags} from '@oclif/core'
import {BaseCommand, inBuildLog, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, signersFlag, whatIsRead} from '../cli/read-flags.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {formats} from '../report/report.ts'

export default class Status extends BaseCommand<typeof Status> {
  static override summary = 'Show where the network stands, and what to do next.'
  static override description =
    'Reads the commit at HEAD with its history, unless told otherwise: readiness of each product ' +
    'line, approvals, seals, faults, paths not committed, what falls due, and the next three ' +
    'things to do. With --due every expiry and obligation up to that day instead, those overdue ' +
    'first. Exits 0 for any of these, and 3 where content is not what it was or may not be kept.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --due 90d',
    '<%= config.bin %> <%= command.id %> --due 6m --format ics > ../due.ics',
    '<%= config.bin %> <%= command.id %> --worktree',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override flags = {
    ...reportFlags,
    ...readFlags,
    ...signersFlag,
    due: Flags.string({
      summary: 'List what falls due up to then: 90d, 12w, 6m, 1y, or a date.',
      helpValue: 'SPAN',
    }),
    format: Flags.option({
      options: [...formats, 'ics'] as const,
      summary: 'Format of the report on stdout.',
      description:
        'The format ics, a calendar, goes with --due. It names records by kind and id alone, and ' +
        'neither persons nor cases, unless --full is given: a calendar is shared.',
      default: 'pretty',
    })(),
  }

  async run(): Promise<void> {
    const {due} = this.flags
    if (due !== undefined) return this.showDue(due)
    const {format, ...flags} = this.flags
    if (format === 'ics')
      throw new CannotRun('Unexpected --format ics, expected --due with it', 'Add `--due 90d`')
    const asOf = this.asOf()
    const [{open}, {statusOf}, {statusLines}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/status.ts'),
      import('../report/status.ts'),
    ])
    const opened = await open({
      ...whatIsRead(flags),
      asOf,
      isToday: this.isToday(),
      history: true,
    })
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
      {...flags, format},
      {toolVersion: this.config.version, failOn: 'never'},
    )
  }

  /** What falls due: told from the records alone, so that no history has to be there. */
  private async showDue(span: string): Promise<void> {
    const asOf = this.asOf()
    const {format, ...flags} = this.flags
    const [{checkIntegrity, open}, {dueOf, dueUntil}, {dueLines}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/due.ts'),
      import('../report/due.ts'),
    ])
    const until = dueUntil(span, asOf)
    const opened = await open({...whatIsRead(flags), asOf, history: false})
    const due = await dueOf(opened.workspace, until)
    const integrity = await checkIntegrity(opened)
    if (format === 'ics' && !flags.json) {
      const [{calendarOf}, {exitCodeOf}] = await Promise.all([
        import('../report/ics.ts'),
        import('../cli/exit.ts'),
      ])
      const [network] = opened.workspace.all('Network')
      const options = {
        network: network?.value.id ?? '',
        toolVersion: this.config.version,
        full: flags.full,
        discreet: inBuildLog() && !flags.full,
      }
      process.stdout.write(calendarOf(due, options))
      for (const it of due.unknown) this.remark(`${it}.`)
      process.exitCode = exitCodeOf(integrity, [], 'never')
      return
    }
    await printReport(
      {
        command: 'status',
        asOf,
        read: opened.read,
        diagnostics: integrity,
        findings: [],
        assessment: null,
        rules: [],
        body: dueLines(due, process.stdout.columns ?? 80),
        result: due,
        results: [],
      },
      {...flags, format: format === 'ics' ? 'json' : format},
      {toolVersion: this.config.version, failOn: 'never'},
    )
  }
}
