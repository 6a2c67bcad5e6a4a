import {addDays, addMonths, dateOf, dayNumber} from '../model/date.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {compareText} from '../model/location.ts'
import type {DatedEvent} from '../model/trail.ts'

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

/** Quarters whose evidence was entered all at once, long after them. */
export function bulkOf(
  events: readonly DatedEvent[],
  thresholds: BulkThresholds,
): readonly Omit<Diagnostic, 'location'>[] {
  return bulksIn(events, thresholds).map(({quarter, events: total, inWindow, from, to}) => ({
    code: 'trail/bulk',
    severity: 'warning',
    message: `Unexpected ${inWindow} of ${total} dated events of ${quarter} committed from ${from} to ${to}, expected at most ${thresholds.bulkShare * 100} % in ${thresholds.bulkDays} days more than ${thresholds.bulkAfterDays} days after the quarter`,
    why: 'Evidence entered all at once looks made for a deadline',
    help: 'Point the records at exhibits that were made at the time',
  }))
}

/** The same as numbers, oldest quarter first. */
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
