import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'

export default class Classify extends BaseCommand<typeof Classify> {
  static override summary = 'Say which kinds of network the declared facts describe.'
  static override description =
    'CIN, ACO, IPA, PHO, messenger model or staff model: one or several for each product line, ' +
    'from which facts, and what is missing for the one that the network says it is.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --worktree --json',
  ]
  static override flags = {
    ...reportFlags,
    'fail-on': failOnFlag('never'),
    ...readFlags,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, {classifyNetwork}, {classificationLines}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/evaluate.ts'),
      import('../report/classify.ts'),
    ])
    const opened = await open({...whatIsRead(this.flags), asOf, history: false})
    const classification = await classifyNetwork(opened)
    await printReport(
      {
        command: 'classify',
        asOf,
        read: opened.read,
        diagnostics: opened.diagnostics,
        findings: [],
        assessment: null,
        rules: [],
        body: classificationLines(classification, process.stdout.columns ?? 80),
        result: classification,
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: this.flags['fail-on']},
    )
  }
}
