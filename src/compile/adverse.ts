import type {AdverseFact} from '../model/rule.ts'
import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {heading, paragraph, table, type Column, type RowDraft} from './blocks.ts'
import {compareRules, type Desk} from './desk.ts'
import {answered, groupBy} from './phrases.ts'

/** Adverse facts, before anything that speaks for the network: current, then past, each by date. */
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
      'Facts against the network that stand on its own records come before the sections. A fact that ended stays on the record; tests of conduct judge what is in force at the as-of date.',
      [],
      'lead',
    ),
    heading(2, 'adverse-current', 'In force at the as-of date'),
    ...(current.length > 0
      ? table('Adverse facts in force', columns, current)
      : [paragraph(nothing('in force at the as-of date'))]),
    heading(2, 'adverse-past', 'Ended before it'),
    ...(past.length > 0
      ? table('Adverse facts of the past', columns, past)
      : [paragraph(nothing('that ended before it'))]),
  ]
}

/** Facts without a date stand after those with one. */
const undated = '9999-12-31'

function nothing(which: string): string {
  return `The tests of this rule set found no adverse fact ${which} in the records read. That the records are silent does not show that nothing happened.`
}

function keyOf({rule, time, date, fact, location}: AdverseFact): string {
  const {root, file, start} = location
  return JSON.stringify([rule, time, date, fact, root, file, start])
}
