import {Args, Command, Flags} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWords} from '../model/distance.ts'
import type {Rule} from '../model/rule.ts'
import {quoted} from '../model/show.ts'

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
      const meant = await meantBy(args.rule, rules)
      throw new CannotRun(
        `Unexpected ${quoted(args.rule)}, expected the id or name of a test, or the code of a finding`,
        meant.length > 0
          ? `Did you mean ${meant.map((it) => `\`cinch explain ${it}\``).join(' or ')}?`
          : '`cinch rules` lists the tests, and every report the codes of its findings; other words are in docs/glossary.md',
      )
    }
    process.stdout.write(
      flags.json ? `${JSON.stringify(rule, null, 2)}\n` : ruleText(rule, authorities),
    )
  }
}

/** Shortest part of a name that is looked for in longer ones. */
const shortestPart = 4

/** The ids, names and codes that are near; those that hold the whole word count as near. */
async function meantBy(word: string, rules: readonly Pick<Rule, 'id' | 'name'>[]) {
  const {findingCodes} = await import('../model/finding-codes.ts')
  const known = [
    ...rules.flatMap(({id, name}) => [id, name]),
    ...[...findingCodes.keys()].filter((it) => !it.includes('<')),
  ]
  const part = word.toLowerCase()
  const holding =
    part.length < shortestPart ? [] : known.filter((it) => it.toLowerCase().includes(part)).sort()
  // Who leaves out the folder of a name or the class of a code means it all the same.
  const ends = new Map(known.map((it) => [it.slice(it.lastIndexOf('/') + 1), it]))
  const near = [
    ...nearestWords(word, known, 3),
    ...nearestWords(word, ends.keys(), 3).map((it) => ends.get(it) ?? it),
  ]
  return [...new Set([...near, ...holding])].slice(0, 3)
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
