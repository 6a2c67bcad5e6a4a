import type {TestResult} from './assessment.ts'
import type {Matter, MatterFact, Shown} from './matter.ts'
import type {Factor, ProductLine} from './rule.ts'

/**
 * `notTold`: the test did not come to an answer here, or does not apply. `notCompared`: no test of
 * this rule set looks at the fact.
 */
export type Likeness = 'alike' | 'differs' | 'notTold' | 'notCompared'

export interface FactComparison {
  readonly fact: MatterFact
  readonly likeness: Likeness
  /** What this network shows; null where no test looks at it, or its outcome tells nothing. */
  readonly here: Shown | null
  /** How the test came out here; null where there is none. */
  readonly result: TestResult | null
}

export interface FactorComparison {
  readonly factor: Factor
  /** Tests of the factor, as they came out here. */
  readonly results: readonly Pick<TestResult, 'rule' | 'outcome'>[]
  /** Facts published of the matter; empty where none is. */
  readonly facts: readonly FactComparison[]
}

export interface MatterComparison {
  readonly matter: Matter
  readonly stage: 'alike' | 'differs'
  /** Every factor, A to L. */
  readonly factors: readonly FactorComparison[]
}

/** A product line beside published matters. Likeness of facts; it predicts no outcome. */
export interface LineComparison {
  readonly line: ProductLine
  readonly matters: readonly MatterComparison[]
}
