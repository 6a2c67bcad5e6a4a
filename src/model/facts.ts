import {dateOf} from './date.ts'
import type {DatedEvent, RecordTrail} from './trail.ts'

/**
 * Keys whose date tells that something happened on it, once: an entry long after it is late, and
 * one before it is impossible. The last key of a label decides.
 *
 * Left out: dates that lie ahead when they are written (`due`, `expires`, `retainUntil`,
 * `effective`, `inForceFrom`, `programLive`), bounds of periods (`from`, `to`), dates
 * of foreign counts (`asOf`), and what lies before the network (`formed`, `entered`, `made`).
 */
const facts: ReadonlySet<string> = new Set([
  'applied',
  'approved',
  'closed',
  'completed',
  'date',
  'decided',
  'filed',
  'firstPriceTalk',
  'held',
  'issued',
  'minutesAdopted',
  'minutesDrafted',
  'notice',
  'observed',
  'on',
  'opened',
  'paid',
  'placed',
  'received',
  'relayed',
  'released',
  'removed',
  'set',
  'signed',
  'trained',
])

/** Facts too, once they have happened; but they are also written down as appointments. */
const appointments: ReadonlySet<string> = new Set(['hearing', 'left', 'offPanel'])

/** Whether an entry of a dated event can be late, by its label, such as `signatures date`. */
function canBeLate(label: string): boolean {
  return isFact(label) || appointments.has(lastKey(label))
}

/** Whether a dated event is a record of fact, by its label, such as `steps completed`. */
export function isFact(label: string): boolean {
  return facts.has(lastKey(label))
}

function lastKey(label: string): string {
  return label.slice(label.lastIndexOf(' ') + 1)
}

interface RecordedEvent {
  readonly record: RecordTrail
  readonly event: DatedEvent
}

/** Events of a history whose entry can be late, as far as they had happened and been committed. */
export function lateableEvents(
  records: readonly RecordTrail[],
  asOf: string,
): readonly RecordedEvent[] {
  return committedEvents(records, asOf, ({label, date}) => canBeLate(label) && date <= asOf)
}

/** Facts that had been committed by a date, and that are of a later one. */
export function prematureEvents(
  records: readonly RecordTrail[],
  asOf: string,
): readonly RecordedEvent[] {
  return committedEvents(records, asOf, ({label, date}) => date > asOf && isFact(label))
}

function committedEvents(
  records: readonly RecordTrail[],
  asOf: string,
  isWanted: (event: DatedEvent) => boolean,
): readonly RecordedEvent[] {
  return records.flatMap((record) =>
    record.events
      .filter((it) => isWanted(it) && dateOf(it.first.committer.at) <= asOf)
      .map((event) => ({record, event})),
  )
}
