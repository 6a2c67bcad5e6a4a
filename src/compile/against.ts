import type {TestResult} from '../model/assessment.ts'
import type {Block} from '../model/dossier.ts'
import {weights} from '../model/rule.ts'
import {outcomeWords, weightWords} from '../model/words.ts'
import {heading, paragraph, table, type Column} from './blocks.ts'
import {compareRules, type Desk} from './desk.ts'
import {answered, distinct, groupBy, join} from './phrases.ts'

/** Every contrary outcome, and every gate and critical test that came out absent. */
export function outcomesAgainst(desk: Desk): Block[] {
  const against = desk.results
    .filter(isAgainst)
    .sort(
      (a, b) =>
        weights.indexOf(a.weight) - weights.indexOf(b.weight) || compareRules(a.rule, b.rule),
    )
  const several = desk.assessment.lines.length > 1
  const columns = [
    ['Test', 2.6],
    ['Weight', 0.9],
    ...(several ? [['Judged for', 1.4] as const] : []),
    ['Outcome', 1.2],
    ['What the records show', 4],
    ["The network's answer", 2.4],
  ] as const satisfies readonly Column[]
  // A test that came out alike for several lines is told once, with all of them.
  const rows = [...groupBy(against, keyOf).values()].flatMap((same) => {
    const [result] = same
    if (!result) return []
    return [
      {
        cells: [
          {text: `${result.rule} ${result.title}`, strong: true},
          weightWords[result.weight],
          ...(several ? [join(distinct(same.map((it) => desk.lineTitle(it.productLine))))] : []),
          {text: outcomeWords[result.outcome], outcome: result.outcome},
          {text: result.summary, detail: true},
          {text: answersOf(same), detail: true},
        ],
        sources: same.flatMap((it) => desk.ofResult(it)),
      },
    ]
  })
  return [
    heading(2, 'adverse-outcomes', 'Outcomes against the network'),
    paragraph(
      rows.length === 0
        ? 'No test came out contrary and none of the gates or critical tests absent. Unknown outcomes are listed under Limits and scope; what is unknown may be against the network.'
        : 'Every test that came out contrary, and every gate and critical test that came out absent. Weak outcomes stand in the sections, and unknown ones under Limits and scope.',
    ),
    ...table('Contrary outcomes, and absent gates and critical tests', columns, rows),
  ]
}

function isAgainst({outcome, weight}: TestResult): boolean {
  return outcome === 'contrary' || (outcome === 'absent' && grave.has(weight))
}

const grave: ReadonlySet<string> = new Set(['gate', 'critical'])

function keyOf({rule, outcome, weight, summary}: TestResult): string {
  return JSON.stringify([rule, outcome, weight, summary])
}

/** What the network says to the facts that the tests found in force. */
function answersOf(results: readonly TestResult[]): string {
  const answers = results.flatMap((it) =>
    (it.adverse ?? []).flatMap(({time, answer}) => (time === 'current' && answer ? [answer] : [])),
  )
  return answers.length === 0 ? answered(undefined) : distinct(answers).map(answered).join(' ')
}
