import type {AdverseFact} from '../model/rule.ts'
import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {outcomesAgainst} from './against.ts'
import {heading, paragraph, table, type Column, type RowDraft} from './blocks.ts'
import {compareRules, type Desk} from './desk.ts'
import {lateEntries} from './lag.ts'
import {answered, groupBy} from './phrases.ts'

/**
 * What stands against the network, before anything that speaks for it: outcomes, late entries, then
 * facts of conduct, current before past and each by date.
 */
export function adverse(desk: Desk): Block[] {
  const facts = desk.assessment.lines.flatMap(({line, adverse}) =>
    adverse.map((fact) => ({fact, line: line.title})),
  )
  const several = desk.assessment.lines.length > 1
  // One fact may bear on several lines; it is told once, with all of them.
  const told = [...groupBy(facts, ({fact}) => keyOf(fact)).values()].flatMap((same) =>
    same[0] ? [{fact: same[0].fact, lines: same.map((it) => it.line)}] : [],
  )
  const rows = (time: AdverseFact['time']): RowDraft[] =>
    told
      .filter(({fact}) => fact.time === time)
      .sort(
        (a, b) =>
          compareText(a.fact.date ?? undated, b.fact.date ?? undated) ||
          compareRules(a.fact.rule, b.fact.rule) ||
          compareText(a.fact.fact, b.fact.fact),
      )
      .map(({fact, lines}) => ({
        cells: [
          fact.date ?? 'not stated',
          {text: fact.rule, strong: true},
          ...(several ? [[...new Set(lines)].join('; ')] : []),
          fact.fact,
          answered(fact.answer),
        ],
        sources: [desk.ofTest(fact.rule), desk.placeOf(fact.location)],
      }))
  const columns = [
    ['Date', 1.2],
    ['Test', 0.7],
    ...(several ? [['Product line', 1.6] as const] : []),
    ['Fact', 4],
    ["The network's answer", 3],
  ] as const satisfies readonly Column[]
  const [current, past] = [rows('current'), rows('past')]
  return [
    heading(1, 'adverse-facts', 'Adverse facts'),
    paragraph(
      'What stands against the network on its own records comes before the sections: outcomes first, then facts of conduct. A fact that ended stays on the record; tests of conduct judge what is in force at the as-of date.',
      [],
      'lead',
    ),
    ...outcomesAgainst(desk),
    ...lateEntries(desk),
    heading(2, 'adverse-current', 'Conduct in force at the as-of date'),
    ...(current.length > 0
      ? table('Facts of conduct and terms in force', columns, current)
      : [paragraph(nothing('in force at the as-of date'))]),
    heading(2, 'adverse-past', 'Conduct that ended before the as-of date'),
    ...(past.length > 0
      ? table('Facts of conduct and terms of the past', columns, past)
      : [paragraph(nothing('that ended before the as-of date'))]),
  ]
}

/** Facts without a date stand after those with one. */
const undated = '9999-12-31'

function nothing(which: string): string {
  return `The tests of this rule set found no fact of conduct ${which} in the records read. Outcomes against the network are listed above. That the records are silent does not show that nothing happened.`
}

function keyOf({rule, time, date, fact, location}: AdverseFact): string {
  const {root, file, start} = location
  return JSON.stringify([rule, time, date, fact, root, file, start])
}
