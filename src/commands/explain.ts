import {Args, Command, Flags} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'

export default class Explain extends Command {
  static override summary = 'Explain one test, or the code of a finding.'
  static override description =
    'Of a test: what it looks for, why, from what, by which numbers, on which authorities, and its ' +
    'limits. Of a code such as yaml/scalar: what it means, and what to do. Works offline.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> E10',
    '<%= config.bin %> <%= command.id %> yaml/scalar',
  ]
  static override args = {
    rule: Args.string({
      description: 'Id of a test, such as E10, its name, or the code of a finding.',
      required: true,
    }),
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
      const told = await codeText(args.rule, flags.json)
      if (told !== undefined) {
        process.stdout.write(told)
        return
      }
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

/** What is said of the code of a finding; undefined where there is none. */
async function codeText(code: string, json: boolean): Promise<string | undefined> {
  const [{findingCodes}, {codeLines}] = await Promise.all([
    import('../model/finding-codes.ts'),
    import('../report/catalogue.ts'),
  ])
  const known = findingCodes.get(code) ?? findingCodes.get(`${code.split('/')[0]}/<id>`)
  if (known === undefined) return undefined
  return json ? `${JSON.stringify({code, ...known}, null, 2)}\n` : codeLines(code, known)
}
