import type {Authority} from '../model/authority.ts'
import type {Rule, Threshold} from '../model/rule.ts'
import {questionTitles} from '../model/words.ts'
import {hang} from './text.ts'

const columns = 80

/** Every number that the rules use, once, in the order of the rules. */
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

/** The text of `cinch explain`: the same headings for every test, in the same order. */
export function ruleText(rule: Rule, authorities: readonly Authority[]): string {
  const {id, name, title, weight, question, docs, thresholds, requires, operating, scope} = rule
  const part = (heading: string, text: string) => ['', heading, ...hang('  ', text, columns)]
  const cited = rule.authorities.map((it) => authorities.find((authority) => authority.id === it))
  return `${[
    ...hang(`${id}  `, title, columns),
    ...hang(
      '    ',
      `${name}; ${weight}; ${questionTitles[question]}; judged once ${scope === 'network' ? 'for the network' : 'for each product line'}${operating ? '; not applicable to a proposed line' : ''}`,
      columns,
    ),
    ...part('What it tests', docs.tests),
    ...part('Why it matters', docs.rationale),
    ...part(
      'Evidence it needs',
      `${docs.evidence}${requires.length === 0 ? '' : ` Records: ${requires.join(', ')}.`}`,
    ),
    '',
    'Numbers it uses',
    ...(thresholds.length === 0
      ? ['  none']
      : thresholds.flatMap((it) =>
          hang(
            '  ',
            `${it.id} = ${it.value} ${it.unit} (${it.basis}: ${it.source}). ${it.description}`,
            columns,
          ),
        )),
    '',
    'Authorities and their status',
    ...cited.flatMap((it) =>
      it === undefined
        ? []
        : hang(
            '  ',
            `${it.citation}: ${it.statusDetail ?? it.status} (checked ${it.asOf})`,
            columns,
          ),
    ),
    ...part('Limits', docs.limits),
  ].join('\n')}\n`
}
