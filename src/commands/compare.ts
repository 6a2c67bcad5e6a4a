import {Args} from '@oclif/core'
import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'

export default class Compare extends BaseCommand<typeof Compare> {
  static override summary = 'Show the network beside the published matters, factor by factor.'
  static override description =
    'What is alike in fact, what differs, and how each matter came out. It states likeness of ' +
    'published facts and predicts nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> medsouth-2002 --as-of 2026-06-30',
    '<%= config.bin %> <%= command.id %> --json',
  ]
  static override args = {
    matter: Args.string({description: 'Id of a matter, such as medsouth-2002; all without it.'}),
  }
  static override flags = {
    ...reportFlags,
    'fail-on': failOnFlag('never'),
    ...readFlags,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, {compareWithMatters, evaluate}, {comparisonLines}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/evaluate.ts'),
      import('../report/compare.ts'),
    ])
    const {matter} = this.args
    const opened = await open({...whatIsRead(this.flags), asOf, history: true})
    const {assessment, diagnostics, rules} = await evaluate(opened, this.config.version)
    const comparison = await compareWithMatters(assessment, matter)
    const columns = process.stdout.columns ?? 80
    await printReport(
      {
        command: 'compare',
        asOf,
        read: opened.read,
        diagnostics: [...opened.diagnostics, ...diagnostics],
        findings: [],
        assessment: null,
        rules,
        body: comparisonLines(comparison, matter !== undefined, columns),
        result: {lines: comparison},
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: this.flags['fail-on']},
    )
  }
}
