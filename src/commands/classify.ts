import {
  atFlag,
  BaseCommand,
  failOnFlag,
  printReport,
  reportFlags,
  worktreeFlag,
} from '../cli/base-command.ts'

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
    at: atFlag,
    worktree: worktreeFlag,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open, classifyNetwork}, {classificationLines}] = await Promise.all([
      import('../pipeline.ts'),
      import('../report/classify.ts'),
    ])
    const {root, overlay, worktree, at} = this.flags
    const opened = await open({
      root,
      overlays: overlay,
      at: worktree ? 'worktree' : (at ?? 'HEAD'),
      asOf,
      history: false,
    })
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
