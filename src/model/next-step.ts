import type {LineAssessment, TestResult} from './assessment.ts'
import type {Location} from './location.ts'
import {weights, type Outcome, type Weight} from './rule.ts'

/** What would change an outcome: of a test against the line the fix, of an unknown one the record. */
export interface RuleStep {
  readonly rule: string
  readonly weight: Weight
  readonly what: string
  /** Where the fix belongs; left out where a record is missing. */
  readonly location?: Location
}

const gravity: readonly Outcome[] = ['contrary', 'absent', 'unknown', 'weak']

/** Results in order of their weight, then of their outcome, gravest first. */
export function gravestFirst(results: readonly TestResult[]): readonly TestResult[] {
  return [...results].sort(
    (a, b) =>
      weights.indexOf(a.weight) - weights.indexOf(b.weight) ||
      gravity.indexOf(a.outcome) - gravity.indexOf(b.outcome),
  )
}

/** The next thing to do for each test that is not supported, gravest first. */
export function nextSteps({results, conditions}: LineAssessment): readonly RuleStep[] {
  const open = results.filter(({outcome}) => outcome !== 'supported' && outcome !== 'notApplicable')
  return gravestFirst(open).flatMap(({rule, weight, outcome, answeredBy, findings}) => {
    const own = findings.find(({excepted, help}) => excepted === undefined && help !== undefined)
    if (outcome !== 'unknown' && own?.help !== undefined)
      return [{rule, weight, what: own.help, location: own.location}]
    const what = conditions.find((it) => it.rule === rule)?.answeredBy ?? answeredBy
    return what === undefined ? [] : [{rule, weight, what}]
  })
}
