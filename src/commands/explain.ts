import {Args, Command, Flags} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'

export default class Explain extends Command {
  static override summary = 'Explain one test: what it looks for, why, from what, and its limits.'
  static override examples = ['<%= config.bin %> <%= command.id %> E10']
  static override args = {
    rule: Args.string({description: 'Id of the test, such as E10, or its name.', required: true}),
  }
  static override flags = {json: Flags.boolean({summary: 'As JSON.'})}

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Explain)
    const [{rules}, {authorities}, {ruleText}] = await Promise.all([
      import('../rules/index.ts'),
      import('../law/authorities.ts'),
      import('../report/catalogue.ts'),
    ])
    const rule = rules.find(({id, name}) => id === args.rule.toUpperCase() || name === args.rule)
    if (rule === undefined) {
      const meant = nearestWord(
        args.rule.toUpperCase(),
        rules.map(({id}) => id),
      )
      throw new CannotRun(
        `Unexpected test \`${args.rule}\`, expected one that \`cinch rules\` lists`,
        meant === undefined ? 'cinch rules' : `Did you mean \`cinch explain ${meant}\`?`,
      )
    }
    process.stdout.write(
      flags.json ? `${JSON.stringify(rule, null, 2)}\n` : ruleText(rule, authorities),
    )
  }
}
