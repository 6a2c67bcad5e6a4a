import type {Authority} from '../model/authority.ts'
import {exceptionMonths} from '../model/exception.ts'
import type {CodeText} from '../model/finding-codes.ts'
import type {Rule, Threshold} from '../model/rule.ts'
import {questionTitles} from '../model/words.ts'
import {hang} from './text.ts'

const columns = 80

/** Every number that the rules use, once, in the order of the rules; then that of exceptions. */
export function thresholdsOf(
  rules: readonly Rule[],
): readonly (Threshold & {readonly rules: string[]})[] {
  const byId = new Map<string, Threshold & {readonly rules: string[]}>()
  for (const {id, thresholds} of rules)
    for (const threshold of thresholds) {
      const known = byId.get(threshold.id)
      if (known === undefined) byId.set(threshold.id, {...threshold, rules: [id]})
      else known.rules.push(id)
    }
  byId.set(exceptionMonths.id, {...exceptionMonths, rules: ['exceptions']})
  return [...byId.values()]
}

/** One line a test: id, weight, title. */
export function ruleList(rules: readonly Rule[]): string {
  const lines = rules.flatMap(({id, weight, title}) =>
    hang(`${id.padEnd(4)}${weight.padEnd(10)}`, title, columns),
  )
  return `${lines.join('\n')}\n`
}

export function thresholdList(thresholds: ReturnType<typeof thresholdsOf>): string {
  const lines = thresholds.flatMap(({id, rules, value, unit, basis, source, description}) => [
    `${id}  ${value} ${unit}  (${rules.join(', ')})`,
    ...hang('  ', description, columns),
    ...hang('  ', `basis: ${basis}; ${source}`, columns),
  ])
  return `${lines.join('\n')}\n`
}

export function authorityList(authorities: readonly Authority[]): string {
  const lines = authorities.flatMap(
    ({id, citation, status, statusDetail, citedFor, asOf, standing}) => [
      id,
      ...hang('  ', citation, columns),
      ...hang(
        '  status: ',
        `${statusDetail ?? status} (checked ${asOf}; ${standing === 'V' ? 'read at a public source' : 'recalled, to be confirmed'})`,
        columns,
      ),
      ...hang('  cited for: ', citedFor, columns),
    ],
  )
  return `${lines.join('\n')}\n`
}

/** One heading of what is said of a test, with a paragraph or one text an item. */
export interface RulePart {
  readonly heading: string
  readonly texts: readonly string[]
}

/** What is said of every test, under the same headings: `cinch explain` and its page print it. */
export function ruleParts(rule: Rule, authorities: readonly Authority[]): readonly RulePart[] {
  const {docs, thresholds, requires} = rule
  const records = requires.length === 0 ? '' : ` Records: ${requires.join(', ')}.`
  const numbers = thresholds.map(
    (it) => `${it.id} = ${it.value} ${it.unit} (${it.basis}: ${it.source}). ${it.description}`,
  )
  return [
    {heading: 'What it tests', texts: [docs.tests]},
    {heading: 'Why it matters', texts: [docs.rationale]},
    {heading: 'Evidence it needs', texts: [`${docs.evidence}${records}`]},
    {heading: 'Numbers it uses', texts: numbers.length === 0 ? ['none'] : numbers},
    {
      heading: 'Authorities and their status',
      texts: rule.authorities.flatMap((id) =>
        authorities
          .filter((it) => it.id === id)
          .map((it) => `${it.citation}: ${it.statusDetail ?? it.status} (checked ${it.asOf})`),
      ),
    },
    {heading: 'Limits', texts: [docs.limits]},
  ]
}

/** Name, weight, question and subject of a test in one line. */
export function ruleSubject({name, weight, question, scope, operating}: Rule): string {
  const subject = scope === 'network' ? 'for the network' : 'for each product line'
  const stage = operating ? '; not applicable to a proposed line' : ''
  return `${name}; ${weight}; ${questionTitles[question]}; judged once ${subject}${stage}`
}

/** The text of `cinch explain`: the same headings for every test, in the same order. */
export function ruleText(rule: Rule, authorities: readonly Authority[]): string {
  const lines = [
    ...hang(`${rule.id}  `, rule.title, columns),
    ...hang('    ', ruleSubject(rule), columns),
    ...ruleParts(rule, authorities).flatMap(({heading, texts}) => [
      '',
      heading,
      ...texts.flatMap((text) => hang('  ', text, columns)),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

/** What `cinch explain` says of the code of a finding. */
export function codeLines(code: string, {means, fix}: CodeText): string {
  return `${[code, ...hang('  ', means, columns), ...hang('  fix: ', fix, columns)].join('\n')}\n`
}
