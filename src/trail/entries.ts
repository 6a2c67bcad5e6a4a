import type {Diagnostic} from '../model/diagnostic.ts'
import {isFact, lateableEvents, prematureEvents} from '../model/facts.ts'
import {startOf, type Location, type ValuePath} from '../model/location.ts'
import type {DatedEvent, RecordTrail} from '../model/trail.ts'
import {bulkOf} from './bulk.ts'
import type {TrailThresholds} from './thresholds.ts'
import {dayOf, ofRoot, short, type CompleteTrail} from './words.ts'

export interface EntryOptions {
  /** Date judged at: what was committed after it is no concern. `YYYY-MM-DD`. */
  readonly asOf: string
  /** Where a value of a record stands; default the first line of its file. */
  readonly locate?: (kind: string, id: string, path: ValuePath) => Location | undefined
}

/** Events committed late, before they happened, or many at once. */
export function checkEntries(
  trail: CompleteTrail,
  thresholds: TrailThresholds,
  {asOf, locate}: EntryOptions,
): readonly Diagnostic[] {
  const place = ({kind, id, file}: RecordTrail, path: ValuePath) =>
    locate?.(kind, id, path) ?? startOf(file, trail.root === 'main' ? undefined : trail.root)
  const happened = lateableEvents(trail.records, asOf)
  const dated = [...happened, ...prematureEvents(trail.records, asOf)]
  return [
    ...dated.flatMap(({record, event}) =>
      entry(record, event, thresholds).map((it) => ({...it, location: place(record, event.path)})),
    ),
    ...bulkOf(
      happened.map(({event}) => event),
      thresholds,
    ).map((it) => ({...it, location: ofRoot(trail)})),
  ]
}

function entry(
  {kind, id}: RecordTrail,
  {label, date, lagDays, first}: DatedEvent,
  {lateDays, aheadDays}: TrailThresholds,
): readonly Omit<Diagnostic, 'location'>[] {
  const what = `\`${label}\` ${date} of ${kind} \`${id}\``
  const when = `first committed ${dayOf(first.committer.at)} (\`${short(first)}\`)`
  if (lagDays > lateDays)
    return [
      {
        code: 'trail/late-entry',
        severity: 'warning',
        message: `Unexpected lag of ${lagDays} days for ${what}, ${when}, expected at most ${lateDays}`,
        why: 'What is entered long after it happened is not contemporaneous evidence',
        help: 'Point the record at an exhibit that was made at the time',
      },
    ]
  if (-lagDays <= aheadDays || !isFact(label)) return []
  return [
    {
      code: 'trail/before-event',
      severity: 'warning',
      message: `Unexpected ${what}, ${when}, ${-lagDays} days before, expected no earlier than the event`,
      why: 'A record of what happened cannot be older than what happened',
      help: 'Correct the date, or record the plan as a plan',
    },
  ]
}
