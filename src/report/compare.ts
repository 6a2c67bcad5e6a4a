import type {
  FactComparison,
  FactorComparison,
  LineComparison,
  MatterComparison,
} from '../model/comparison.ts'
import {cameOutWords, factorTitles, likenessWords, outcomeWords} from '../model/words.ts'
import {hang, safe} from './text.ts'

const comparisonLimits =
  'Likeness of published facts, as the tests of this rule set see them. It says nothing of how a matter about this network would come out: what staff or a court said rested on all the facts of its own matter, and the letters reason from statements that were withdrawn. What is not published is not compared. V: read at the source; R: recalled, to be confirmed.'

/**
 * The lines beside the matters.
 *
 * @param whole - Every factor with what the tests found here; otherwise what is alike and differs.
 */
export function comparisonLines(
  lines: readonly LineComparison[],
  whole: boolean,
  width: number,
): string[] {
  const columns = Math.max(40, Math.min(width, 100))
  return [
    ...lines.flatMap(({line, matters}) => [
      ...hang('', `${safe(line.title)} (${line.basis}, ${line.stage})`, columns),
      '',
      ...matters.flatMap((it) => matterLines(it, line.stage, whole, columns)),
    ]),
    ...hang('', comparisonLimits, columns),
    ...(whole ? [] : hang('', 'cinch compare MATTER shows one with what was found here.', columns)),
    '',
  ]
}

function matterLines(
  {matter, stage, factors}: MatterComparison,
  here: string,
  whole: boolean,
  columns: number,
): string[] {
  const silent = factors.filter(({facts}) => facts.length === 0).map(({factor}) => factor)
  return [
    ...hang('  ', `${matter.id}: ${matter.title}, ${matter.date}`, columns),
    ...hang('  came out: ', cameOutWords[matter.cameOut], columns),
    ...hang(
      `    ${likenessWords[stage].padEnd(15)}`,
      `Stage: ${matter.stage} there, ${here} here`,
      columns,
    ),
    ...factors.flatMap((it) => (whole ? wholeFactor(it, columns) : factLines(it, columns))),
    ...(whole || silent.length === 0
      ? []
      : hang(
          '    not published  ',
          silent.map((it) => `${it} ${factorTitles[it]}`).join(', '),
          columns,
        )),
    '',
  ]
}

function factLines({factor, facts}: FactorComparison, columns: number): string[] {
  return facts.flatMap(({fact, likeness}) =>
    hang(
      `    ${likenessWords[likeness].padEnd(15)}`,
      `${factor}: ${fact.says} (${fact.standing})`,
      columns,
    ),
  )
}

function wholeFactor({factor, facts, results}: FactorComparison, columns: number): string[] {
  return [
    '',
    ...hang('    ', `${factor} ${factorTitles[factor]}`, columns),
    ...hang('      here: ', outcomesOf(results), columns),
    ...(facts.length === 0 ? ['      there: not published'] : []),
    ...facts.flatMap((it) => factWithResult(it, columns)),
  ]
}

function factWithResult({fact, likeness, result}: FactComparison, columns: number): string[] {
  return [
    ...hang(
      `      ${likenessWords[likeness].padEnd(15)}`,
      `there: ${fact.says} (${fact.standing})`,
      columns,
    ),
    ...hang(
      '                     ',
      result === null
        ? 'here: no test of this rule set looks at it'
        : `here: ${result.rule} ${outcomeWords[result.outcome]}: ${safe(result.summary)}`,
      columns,
    ),
  ]
}

function outcomesOf(results: FactorComparison['results']): string {
  if (results.length === 0) return 'no test in this rule set'
  const byOutcome = new Map<string, string[]>()
  for (const {outcome, rule} of results) {
    const word = outcomeWords[outcome]
    byOutcome.set(word, [...(byOutcome.get(word) ?? []), rule])
  }
  return [...byOutcome].map(([word, rules]) => `${word}: ${rules.join(' ')}`).join('; ')
}
