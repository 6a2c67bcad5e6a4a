import type {Diagnostic} from '../model/diagnostic.ts'
import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {dateOf} from '../model/date.ts'
import type {DatedEvent, RecordTrail, SignatureState, Trail} from '../model/trail.ts'
import {heading, note, paragraph, table, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'
import {diagnosticTable} from './findings.ts'
import {count, figure, groupBy} from './phrases.ts'

type Complete = Extract<Trail, {status: 'complete'}>

/** When each record was committed, by whom, and how long after what it tells of. */
export function auditTrail(desk: Desk): Block[] {
  const {trails} = desk.workspace
  const read = trails.filter((it): it is Complete => it.status === 'complete')
  return [
    heading(1, 'audit-trail', 'Audit trail'),
    ...(trails.length === 0
      ? [
          paragraph(
            'No history was read, so nothing is said of when a record was committed.',
            [],
            'callout',
          ),
        ]
      : trails.flatMap((it) =>
          it.status === 'complete'
            ? []
            : [paragraph(`History of ${it.root} is not available: ${it.reason}.`, [], 'callout')],
        )),
    ...read.flatMap((it) => ofRoot(desk, it)),
    ...(trails.length === 0 ? [] : verification(desk)),
  ]
}

function ofRoot(desk: Desk, trail: Complete): Block[] {
  const reconstructed =
    desk.workspace.roots.find(({name}) => name === trail.root)?.config.reconstruction !== undefined
  return [
    paragraph(
      `${count(trail.commits.length, 'commit')} of ${trail.root} were read, to ${trail.head.slice(0, 12)}. Dates are the committer’s word.`,
      [{class: 'public', provenance: {type: 'git', commit: trail.head}}, ...anyOf(desk, trail)],
    ),
    ...table(
      `Records of ${trail.root} and their commits`,
      [
        ['Record', 3],
        ['First commit', 1.6, 'code'],
        ['Date', 1.3],
        ['Author', 2],
        ['Changes', 1, 'right'],
        ['Last change', 1.3],
        ['Signature of the last', 1.6],
      ],
      byRecord(trail.records).map((it) => ({
        cells: [
          `${it.kind} ${it.id}`,
          it.first.hash.slice(0, 12),
          dateOf(it.first.committer.at),
          it.first.author.name,
          figure(it.changes.length),
          dateOf(it.last.committer.at),
          signatureWords[it.last.signature],
        ],
        sources: sourcesOf(desk, it),
      })),
    ),
    ...(reconstructed
      ? [
          paragraph(
            `The records of ${trail.root} are a reconstruction: their history says nothing about when the facts were recorded, so no lag is shown.`,
            [],
            'callout',
          ),
        ]
      : lags(desk, trail)),
  ]
}

/** Longer than this between an event and its commit, days, is listed. A house choice of layout. */
const listedLagDays = 30

function lags(desk: Desk, {root, records}: Complete): Block[] {
  // A day on which a member left, beside a case, would tell who the case was about.
  const events = records
    .filter((it) => it.kind !== 'MembershipDecision')
    .flatMap((record) => record.events.map((event) => ({record, event})))
    .filter(({record, event}) => record.kind !== 'Participant' || !event.path.includes('left'))
  const late = events
    .filter(({event}) => event.lagDays > listedLagDays)
    .sort((a, b) => b.event.lagDays - a.event.lagDays || compareEvents(a, b))
  const before = events.filter(({event}) => event.lagDays < 0).length
  return [
    paragraph(
      `${count(events.length, 'dated event')} of ${root}: ${figure(events.length - late.length)} committed within ${listedLagDays} days, ${figure(late.length)} later, and ${figure(before)} of the former before the date they bear.`,
      anyOf(desk, {root, records}),
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
        ['Commit', 1.6, 'code'],
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
            sources: sourcesOf(desk, record),
          },
        ]
      }),
    ),
    note(
      'Not every date in a record is of something that happened on it: a period that began long before its record was due gives a lag and means nothing.',
    ),
    note(
      'Events of membership decisions and dates of leaving are left out: a departure beside a case could identify a member.',
    ),
  ]
}

/** A record of the root, so that what is said of an overlay's history goes where the overlay may. */
function anyOf(desk: Desk, {records}: Pick<Complete, 'root' | 'records'>): Sourced[] {
  const [first] = byRecord(records)
  return first ? sourcesOf(desk, first) : []
}

function compareEvents(
  a: {record: RecordTrail; event: DatedEvent},
  b: {record: RecordTrail; event: DatedEvent},
): number {
  return (
    compareText(a.record.kind, b.record.kind) ||
    compareText(a.record.id, b.record.id) ||
    compareText(a.event.label, b.event.label) ||
    compareText(a.event.date, b.event.date)
  )
}

function verification(desk: Desk): Block[] {
  return [
    heading(2, 'trail-verification', 'What verification of the history reports'),
    ...(desk.trailFindings.length === 0
      ? [paragraph('Verification of the history that was read reports nothing.')]
      : diagnosticTable(
          desk,
          'Reports on the history',
          desk.trailFindings.map((it) => undated(desk, it)),
        )),
  ]
}

/** The report without its text where that would date the departure of a member. */
function undated(desk: Desk, report: Diagnostic): Diagnostic {
  const value = desk.recordAt(report.location)?.value
  const dates =
    value?.kind === 'Participant'
      ? [value.left]
      : value?.kind === 'MembershipDecision' && value.decision === 'exit'
        ? [value.date, value.applied, value.offPanel]
        : []
  return dates.some((it) => it !== undefined && report.message.includes(it))
    ? {...report, message: 'A report that is not printed: it would date a departure'}
    : report
}

function byRecord(records: readonly RecordTrail[]): RecordTrail[] {
  return records.toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}

/** A row names its record already: its source is the commit, except where its root must be told. */
function sourcesOf(desk: Desk, {root, kind, id, file, first}: RecordTrail): Sourced[] {
  const start = {line: 1, column: 1}
  const record = desk.sourceAt(kind, id, {
    file,
    start,
    end: start,
    ...(root === 'main' ? {} : {root}),
  })
  return root === 'main'
    ? [{class: record.class, provenance: {type: 'git', commit: first.hash}}]
    : [record]
}

const signatureWords = {
  none: 'none',
  present: 'present, not checked',
  good: 'good',
  bad: 'bad',
  unknownKey: 'key not known',
  expired: 'key expired',
} as const satisfies Record<SignatureState, string>
