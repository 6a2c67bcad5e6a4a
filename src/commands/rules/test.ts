import {BaseCommand, printReport, reportFlags} from '../../cli/base-command.ts'

export default class RulesTest extends BaseCommand<typeof RulesTest> {
  static override summary = "Run the examples of the network's own rules."
  static override description =
    'Reads the working tree. A HouseRule whose condition does not read, or whose examples do not ' +
    'come out as it says, is an error.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --root ../governance --json',
  ]
  static override flags = reportFlags

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, {evaluateHouseRules}] = await Promise.all([
      import('../../pipeline/open.ts'),
      import('../../pipeline/evaluate.ts'),
    ])
    const {root, overlay} = this.flags
    const opened = await open({root, overlays: overlay, at: 'worktree', asOf, history: false})
    const [results, {houseRuleLines}] = await Promise.all([
      evaluateHouseRules(opened),
      import('../../report/house-rules.ts'),
    ])
    const files = new Set(
      [...opened.workspace.all('HouseRule'), ...(opened.workspace.omitted ?? [])]
        .filter(({kind}) => kind === 'HouseRule')
        .map(({root: name, file}) => `${name}:${file}`),
    )
    const told = results.map(({id, faults, examples}) => ({id, ...examples, faults: faults.length}))
    await printReport(
      {
        command: 'rules test',
        asOf,
        read: opened.read,
        diagnostics: [
          ...opened.diagnostics.filter(({location}) =>
            files.has(`${location.root ?? 'main'}:${location.file}`),
          ),
          ...results.flatMap(({faults}) => faults),
        ],
        findings: [],
        assessment: null,
        rules: [],
        body: houseRuleLines(told),
        result: told,
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: 'minor'},
    )
  }
}
