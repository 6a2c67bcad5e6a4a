import type {Block} from '../model/dossier.ts'
import {dateOf} from '../model/date.ts'
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
export function toldHistories({workspace}: Desk): Complete[] {
  return workspace.trails.filter(
    (it): it is Complete =>
      it.status === 'complete' &&
      workspace.roots.find(({name}) => name === it.root)?.config.reconstruction === undefined,
  )
}

/** One line on late entries, among what stands against the network. */
export function lateEntries(desk: Desk): Block[] {
  return [
    heading(2, 'adverse-late', 'Entries made late'),
    ...toldHistories(desk).map((trail) => {
      const {events, late} = eventsOf(desk, trail)
      return paragraph(
        `${count(late.length, 'dated event')} of ${trail.root}, of ${figure(events.length)}, ${late.length === 1 ? 'was' : 'were'} committed more than ${listedLagDays} days after the date ${late.length === 1 ? 'it bears' : 'they bear'}${late.length === 0 ? '' : '; the audit trail lists the records'}.`,
        anyOf(desk, trail),
      )
    }),
    ...(toldHistories(desk).length === 0
      ? [
          paragraph(
            'No history that tells when facts were recorded was read, so late entries are not known.',
          ),
        ]
      : []),
  ]
}

/** Ids, by kind, of records with an event committed late. */
export function lateRecords(desk: Desk, trail: Complete): ReadonlySet<RecordTrail> {
  return new Set(eventsOf(desk, trail).late.map(({record}) => record))
}

function eventsOf(desk: Desk, {records}: Complete) {
  const events = records
    .filter(
      ({kind, id}) => kind !== 'MembershipDecision' && !isDepartureOf(desk.workspace, kind, id),
    )
    .flatMap((record) => record.events.map((event): RecordedEvent => ({record, event})))
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
      'Not every date in a record is of something that happened on it: a period that began long before its record was due gives a lag and means nothing.',
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
