import type {Condition, QuestionResult, TestResult} from '../model/assessment.ts'
import {questions} from '../model/rule.ts'
import {effectOf, fold, type Effect} from './fold.ts'

/** Outcome of each of the four questions and of factor L, with the tests that decide it. */
export function questionResults(results: readonly TestResult[]): QuestionResult[] {
  return [...questions, 'integrityAndPrivacy' as const].map((question) => {
    const tests = results.filter((it) => it.question === question)
    const outcome = fold(tests)
    const by = decides[outcome]
    const decidedBy = tests
      .filter((it) => by === null || (it.outcome !== 'notApplicable' && effectOf(it) === by))
      .map(({rule}) => rule)
    return {question, outcome, decidedBy}
  })
}

/** Which effect of a test decides a question that came out so; null: all of its tests do. */
const decides = {
  fails: 'fails',
  open: 'opens',
  supportedWithNotedWeakness: 'weakens',
  supported: 'none',
  notApplicable: null,
} as const satisfies Record<QuestionResult['outcome'], Effect | null>

/**
 * What must be answered before the line is ready for counsel's review: first what fails a
 * question, then what leaves one open. Of factor L, only the gates.
 */
export function conditionsOf(results: readonly TestResult[]): Condition[] {
  const bearing = results.filter(
    ({question, weight}) => question !== 'integrityAndPrivacy' || weight === 'gate',
  )
  return (['fails', 'opens'] as const).flatMap((effect) =>
    bearing
      .filter((it) => effectOf(it) === effect)
      .map(({rule, outcome, summary, answeredBy}) => ({
        rule,
        outcome,
        summary,
        answeredBy: answeredBy ?? 'a record that answers the finding',
      })),
  )
}
