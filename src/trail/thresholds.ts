import {bulkDefaults, type BulkThresholds} from '../model/bulk.ts'

/** Numbers that decide what is worth a second look. All are house defaults, none is law. */
export interface TrailThresholds extends BulkThresholds {
  /** Days from an event to its commit above which the entry is late. */
  readonly lateDays: number
  /** Days by which a fact may be committed before its date. */
  readonly aheadDays: number
  /** Days by which the author's date may precede the committer's without a note. */
  readonly authorDays: number
  /** Seconds by which a commit may be dated before its parent: clocks of two machines differ. */
  readonly clockSeconds: number
  /** Days from a decision to its minutes above which they are not of the time. */
  readonly minutesDays: number
}

export const trailThresholds: TrailThresholds = {
  // A quarter: what a quarterly audit would have entered.
  lateDays: 90,
  // The date in the easternmost time zone is a day ahead of UTC, in which lags are counted.
  aheadDays: 1,
  // Two months: longer than a change waits for its review.
  authorDays: 60,
  // Five minutes: what an unsynchronised clock loses in weeks.
  clockSeconds: 300,
  // The same as test A5 asks of every meeting.
  minutesDays: 30,
  ...bulkDefaults,
}
