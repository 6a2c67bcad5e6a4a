import {bulksIn, type BulkThresholds} from '../model/bulk.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {DatedEvent} from '../model/trail.ts'

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
