import {Flags} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {baseFlag, readFlags, signersFlag, whatIsRead} from '../cli/read-flags.ts'

export default class Assess extends BaseCommand<typeof Assess> {
  static override summary = 'Assess the records under the rule of reason.'
  static override description =
    'Reads the commit at HEAD unless told otherwise, with its history. Each product line is ' +
    'judged by itself: four questions, answered separately, with the tests that decide them. ' +
    'Tests that need history are unknown where there is none.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --as-of 2026-06-30 --fail-on gate',
    '<%= config.bin %> <%= command.id %> --explain B1',
    '<%= config.bin %> <%= command.id %> --worktree',
    '<%= config.bin %> <%= command.id %> --base origin/main --fail-on major',
  ]
  static override flags = {
    ...reportFlags,
    'fail-on': failOnFlag('critical'),
    ...readFlags,
    ...signersFlag,
    base: baseFlag,
    explain: Flags.string({
      summary: 'Show every fact that the outcome of one test rests on.',
      helpValue: 'TEST',
    }),
    excepted: Flags.boolean({summary: 'Keep excepted findings in --format sarif.'}),
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, {evaluate, openBase}, {verifyTrails}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/evaluate.ts'),
      import('../pipeline/trail.ts'),
    ])
    const opened = await open({
      ...whatIsRead(this.flags),
      asOf,
      isToday: this.isToday(),
      history: true,
    })
    const base = await openBase(opened, this.flags.base, {root: this.flags.root, asOf})
    const {assessment, diagnostics, rules} = await evaluate(
      opened,
      this.config.version,
      base.workspace,
    )
    const {explain} = this.flags
    if (explain !== undefined && !rules.some(({id}) => id === explain))
      throw new CannotRun(
        `Unexpected test \`${explain}\`, expected one that \`cinch rules\` lists`,
        'cinch rules',
      )
    const [{traceLines}, {approvalsOf}] = await Promise.all([
      import('../report/trace.ts'),
      import('../pipeline/approvals.ts'),
    ])
    await printReport(
      {
        command: 'assess',
        asOf,
        read: [...opened.read, ...base.read],
        diagnostics: [
          ...opened.diagnostics,
          ...diagnostics,
          ...(await approvalsOf(opened)).diagnostics,
          ...(await verifyTrails(opened)),
        ],
        findings: assessment.findings,
        assessment,
        rules,
        body: explain === undefined ? [] : traceLines(assessment, explain, opened.workspace),
        result: null,
        results: assessment.lines.flatMap((it) => it.results),
      },
      this.flags,
      {toolVersion: this.config.version, failOn: this.flags['fail-on']},
    )
  }
}
