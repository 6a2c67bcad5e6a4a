import type {Outcome, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince, lookBackFrom} from '../logs.ts'

/**
 * Scorecards of the line issued by the as-of date whose period ended in the look-back, or since
 * the program went live; and what it means where there are none.
 *
 * The rule must list `operatingLookBackMonths` and `logAttestationDays`.
 */
export function recentScorecards(context: RuleContext): {
  readonly since: string
  readonly cards: readonly Entry<'Scorecard'>[]
  readonly closed: Entry<'Attestation'> | undefined
  /** Outcome where there are none: absent in a closed log. */
  readonly empty: Outcome
} {
  const {asOf, ofLine, threshold, missingOperation} = context
  const since = lookBackFrom(context, threshold('operatingLookBackMonths'))
  const closed = closedSince(context, 'scorecards', since)
  return {
    since,
    cards: ofLine('Scorecard').filter(
      ({value}) => value.issued <= asOf && value.to > since && value.to <= asOf,
    ),
    closed,
    empty: closed === undefined ? missingOperation() : 'absent',
  }
}
