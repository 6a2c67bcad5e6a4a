import {addDays, addMonths, dateOf, dayNumber} from './date.ts'
import {compareText} from './location.ts'
import type {DatedEvent} from './trail.ts'

export interface BulkThresholds {
  /** Share of a quarter's events committed in one window, above which it is a bulk. 0 to 1. */
  readonly bulkShare: number
  /** Length of the window, days. */
  readonly bulkDays: number
  /** A window that ends this many days after the quarter, or fewer, is ordinary work. */
  readonly bulkAfterDays: number
  /** Events that a quarter must have before a share of them says anything. */
  readonly bulkLeast: number
}

/** The fullest window of one quarter. */
export interface Bulk {
  /** `2025-Q3`. */
  readonly quarter: string
  readonly events: number
  readonly inWindow: number
  /** First and last day of commits in the window. */
  readonly from: string
  readonly to: string
}

/** Quarters whose evidence was entered all at once, long after them; oldest first. */
export function bulksIn(
  events: readonly DatedEvent[],
  thresholds: BulkThresholds,
): readonly Bulk[] {
  const quarters = new Map<string, DatedEvent[]>()
  for (const event of events) {
    const quarter = quarterOf(event.date)
    const known = quarters.get(quarter)
    if (known === undefined) quarters.set(quarter, [event])
    else known.push(event)
  }
  return [...quarters]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([quarter, within]) => bulkIn(quarter, within, thresholds))
}

function bulkIn(
  quarter: string,
  events: readonly DatedEvent[],
  {bulkShare, bulkDays, bulkAfterDays, bulkLeast}: BulkThresholds,
): readonly Bulk[] {
  if (events.length < bulkLeast) return []
  const lastDay = dayNumber(endOf(quarter)) + bulkAfterDays
  const days = events
    .map(({first}) => Math.floor(first.committer.at / 86_400))
    .sort((a, b) => a - b)
  let fullest = {count: 0, from: 0, to: 0}
  let start = 0
  days.forEach((day, index) => {
    while (day - (days[start] ?? day) >= bulkDays) start += 1
    const count = index - start + 1
    if (day > lastDay && count > fullest.count) fullest = {count, from: days[start] ?? day, to: day}
  })
  if (fullest.count <= bulkShare * events.length) return []
  const date = (day: number) => dateOf(day * 86_400)
  const {count, from, to} = fullest
  return [{quarter, events: events.length, inWindow: count, from: date(from), to: date(to)}]
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

function endOf(quarter: string): string {
  const month = String(Number(quarter.slice(6)) * 3).padStart(2, '0')
  return addDays(addMonths(`${quarter.slice(0, 4)}-${month}-01`, 1), -1)
}

/** House defaults, none is law. */
export const bulkDefaults: BulkThresholds = {
  // Domain guide, L5: over 30 % of a period's evidence in one week near a deadline.
  bulkShare: 0.3,
  bulkDays: 7,
  // Half a quarter: evidence of a quarter is entered while the next one runs.
  bulkAfterDays: 45,
  // With fewer events one meeting's minutes are a bulk.
  bulkLeast: 10,
}
