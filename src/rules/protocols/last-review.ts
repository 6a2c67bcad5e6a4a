import {addMonths} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'

export interface LastReview {
  readonly date: string
  readonly path: (string | number)[]
  readonly what: 'review' | 'adoption' | 'effective date'
  readonly meeting: string | undefined
}

/** The last day on which a protocol that was last reviewed then is on schedule. */
export function reviewDue(
  {threshold}: RuleContext,
  {value: {reviewCycleMonths = Infinity}}: Entry<'Protocol'>,
  last: LastReview,
): string {
  return addMonths(last.date, Math.min(reviewCycleMonths, threshold('protocolReviewMonths')))
}

/** The latest review; of a protocol never reviewed its adoption, else the day it took effect. */
export function lastReview({value}: Entry<'Protocol'>, asOf: string): LastReview | undefined {
  const {reviews = [], adoption, effective} = value
  const reviewed = reviews
    .map(({date, meeting}, index): LastReview => ({
      date,
      path: ['reviews', index, 'date'],
      what: 'review',
      meeting,
    }))
    .filter(({date}) => date <= asOf)
    .sort((a, b) => compareText(b.date, a.date))
  if (reviewed[0] !== undefined) return reviewed[0]
  if (adoption !== undefined && adoption.date <= asOf) {
    const {date, meeting} = adoption
    return {date, path: ['adoption', 'date'], what: 'adoption', meeting}
  }
  return effective === undefined
    ? undefined
    : {date: effective, path: ['effective'], what: 'effective date', meeting: undefined}
}
