import type {Evidence, Finding, Outcome, RuleResult} from '../model/rule.ts'
import {resultOf} from './result.ts'

/** What was looked at, item by item: met, not met, or not stated by the record. */
export interface Tally {
  readonly met: Evidence[]
  readonly unmet: Finding[]
  readonly notStated: Finding[]
}

export function newTally(): Tally {
  return {met: [], unmet: [], notStated: []}
}

export interface Conclusion {
  readonly summary: string
  /** Record that would answer what is open. */
  readonly answeredBy: string
  /** Outcome where nothing is met and all of it is known; absent when left out. */
  readonly none?: Outcome
  /** Outcome where there was nothing to look at; unknown when left out. */
  readonly empty?: Outcome
}

/**
 * The result of a tally: supported where all is met, weak where some is and the rest is not,
 * unknown where the rest is not stated. What is not stated never counts as met.
 */
export function concluded(
  {met, unmet, notStated}: Tally,
  {summary, answeredBy, none = 'absent', empty = 'unknown'}: Conclusion,
): RuleResult {
  const outcome: Outcome =
    unmet.length > 0
      ? met.length > 0
        ? 'weak'
        : notStated.length > 0
          ? 'unknown'
          : none
      : notStated.length > 0
        ? 'unknown'
        : met.length > 0
          ? 'supported'
          : empty
  return resultOf(outcome, summary, met, [...unmet, ...notStated], answeredBy)
}
