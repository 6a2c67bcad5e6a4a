import type {Block} from '../model/dossier.ts'
import {dateOf} from '../model/date.ts'
import {lateableEvents} from '../model/facts.ts'
import {compareText} from '../model/location.ts'
import type {DatedEvent, RecordTrail, Trail} from '../model/trail.ts'
import {heading, note, paragraph, table} from './blocks.ts'
import {isDepartureOf} from './departures.ts'
import type {Desk} from './desk.ts'
import {count, figure, groupBy} from './phrases.ts'
import {anyOf, recordSource} from './trail-sources.ts'

export type Complete = Extract<Trail, {status: 'complete'}>

/** Longer than this between an event and its commit, days, is listed. A house choice of layout. */
const listedLagDays = 30

interface RecordedEvent {
  readonly record: RecordTrail
  readonly event: DatedEvent
}

/** Histories that say something of when facts were recorded: those of no reconstruction. */
function toldHistories({workspace}: Desk): Complete[] {
  return workspace.trails.filter(
    (it): it is Complete =>
      it.status === 'complete' &&
      workspace.roots.find(({name}) => name === it.root)?.config.reconstruction === undefined,
  )
}

/** One line on late entries, among what stands against the network. */
export function lateEntries(desk: Desk): Block[] {
  const told = toldHistories(desk)
  const reported = desk.trailFindings.filter(({code}) => code === 'trail/late-entry')
  return [
    heading(2, 'adverse-late', 'Entries made late'),
    paragraph(
      told.length === 0
        ? 'No history that tells when facts were recorded was read, so late entries are not known.'
        : reported.length === 0
          ? 'Verification of the history reports no late entry. The audit trail gives the lag of every event that was committed more than a month after its date.'
          : `Verification of the history reports ${count(reported.length, 'late entry', 'late entries')}: facts committed long after the date they bear. The audit trail lists them.`,
      [
        ...told.flatMap((it) => anyOf(desk, it)),
        ...reported.map((it) => desk.placeOf(it.location)),
      ],
    ),
  ]
}

/** Records with an event committed late. */
export function lateRecords(desk: Desk, trail: Complete): ReadonlySet<RecordTrail> {
  return new Set(eventsOf(desk, trail).late.map(({record}) => record))
}

function eventsOf({workspace}: Desk, {records}: Complete) {
  const events = lateableEvents(records, workspace.asOf)
    .filter(
      ({record: {kind, id}}) =>
        kind !== 'MembershipDecision' && !isDepartureOf(workspace, kind, id),
    )
    .filter(({record, event}) => record.kind !== 'Participant' || !event.path.includes('left'))
  const late = events
    .filter(({event}) => event.lagDays > listedLagDays)
    .sort((a, b) => b.event.lagDays - a.event.lagDays || compareEvents(a, b))
  return {events, late}
}

/** How long after their dates the events of a root were committed. */
export function lags(desk: Desk, trail: Complete): Block[] {
  const {root} = trail
  const {events, late} = eventsOf(desk, trail)
  const before = events.filter(({event}) => event.lagDays < 0).length
  return [
    paragraph(
      `${count(events.length, 'dated event')} of ${root}: ${figure(events.length - late.length)} committed within ${listedLagDays} days, ${figure(late.length)} later, and ${figure(before)} of the former before the date they bear.`,
      anyOf(desk, trail),
    ),
    ...table(
      `Records of ${root} with events committed more than ${listedLagDays} days after their date`,
      [
        ['Record', 3],
        ['Such events', 1, 'right'],
        ['Longest lag, days', 1.1, 'right'],
        ['That event', 2],
        ['Date of the event', 1.4],
        ['Committed', 1.4],
        ['Commit', 2.2, 'code'],
      ],
      [...groupBy(late, ({record}) => `${record.kind}\0${record.id}`).values()].flatMap((same) => {
        const [longest] = same
        if (!longest) return []
        const {record, event} = longest
        return [
          {
            cells: [
              `${record.kind} ${record.id}`,
              figure(same.length),
              figure(event.lagDays),
              event.label,
              event.date,
              dateOf(event.first.committer.at),
              event.first.hash.slice(0, 12),
            ],
            sources: [recordSource(desk, record)],
          },
        ]
      }),
    ),
    note(
      'Counted are dates of what happened. Dates of plans, of terms and of periods say nothing of when their record was due.',
    ),
    note(
      'Events of membership decisions and of members that left are left out: a departure beside a case could identify a member.',
    ),
  ]
}

function compareEvents(a: RecordedEvent, b: RecordedEvent): number {
  return (
    compareText(a.record.kind, b.record.kind) ||
    compareText(a.record.id, b.record.id) ||
    compareText(a.event.label, b.event.label) ||
    compareText(a.event.date, b.event.date)
  )
}
