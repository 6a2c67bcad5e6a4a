import type {Diagnostic} from '../model/diagnostic.ts'
import type {Block} from '../model/dossier.ts'
import {dateOf} from '../model/date.ts'
import type {RecordTrail} from '../model/trail.ts'
import {heading, paragraph, table} from './blocks.ts'
import {isDeparture, isDepartureOf} from './departures.ts'
import type {Desk} from './desk.ts'
import {diagnosticTable} from './findings.ts'
import {lags, lateRecords, type Complete} from './lag.ts'
import {count, distinct, figure, groupBy} from './phrases.ts'
import {signatureBlocks, signatureWords} from './trail-signatures.ts'
import {anyOf, byRecord, recordSource} from './trail-sources.ts'

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
  const {root, records, head, commits} = trail
  const reconstructed =
    desk.workspace.roots.find(({name}) => name === root)?.config.reconstruction !== undefined
  const named = records.filter(({kind, id}) => !isDepartureOf(desk.workspace, kind, id))
  const late = reconstructed ? new Set<RecordTrail>() : lateRecords(desk, trail)
  const listed = named.filter((it) => it.changes.length > 1 || late.has(it))
  return [
    paragraph(
      `${count(commits.length, `commit of ${root} was`, `commits of ${root} were`)} read, to ${head.slice(0, 12)}. Dates are the committer’s word.${signaturesOf(listed)}`,
      [{class: 'public', provenance: {type: 'git', commit: head}}, ...anyOf(desk, trail)],
    ),
    ...signatureBlocks(desk, trail),
    ...changed(desk, root, listed),
    ...once(
      desk,
      root,
      named.filter((it) => !listed.includes(it)),
    ),
    ...(named.length === records.length
      ? []
      : [
          paragraph(
            `${count(records.length - named.length, 'record tells', 'records tell')} of members that left, and ${records.length - named.length === 1 ? 'is' : 'are'} neither named nor dated here: a departure beside a case could identify a member.`,
            anyOf(desk, trail),
          ),
        ]),
    ...(reconstructed
      ? [
          paragraph(
            `The records of ${root} are a reconstruction: their history says nothing about when the facts were recorded, so no lag is shown.`,
            [],
            'callout',
          ),
        ]
      : lags(desk, trail)),
  ]
}

/** Where all are alike, said once and not in every row. */
function signaturesOf(listed: readonly RecordTrail[]): string {
  const states = distinct(listed.map((it) => signatureWords[it.last.signature]))
  return states.length === 1
    ? ` Signature of the last commit of each record listed: ${states[0]}.`
    : ''
}

function changed(desk: Desk, root: string, listed: readonly RecordTrail[]): Block[] {
  const several = new Set(listed.map((it) => it.last.signature)).size > 1
  return table(
    `Records of ${root} that changed, or hold an event committed late`,
    [
      ['Record', 3],
      ['First commit', 2.2, 'code'],
      ['Date', 1.3],
      ['Author', 2],
      ['Changes', 1, 'right'],
      ['Last change', 1.3],
      ...(several ? [['Signature of the last', 1.6] as const] : []),
    ],
    byRecord(listed).map((it) => ({
      cells: [
        `${it.kind} ${it.id}`,
        it.first.hash.slice(0, 12),
        dateOf(it.first.committer.at),
        it.first.author.name,
        figure(it.changes.length),
        dateOf(it.last.committer.at),
        ...(several ? [signatureWords[it.last.signature]] : []),
      ],
      sources: [recordSource(desk, it)],
    })),
  )
}

/** Records that were committed once are counted: sources and manifest list every one. */
function once(desk: Desk, root: string, records: readonly RecordTrail[]): Block[] {
  const groups = groupBy(byRecord(records), ({kind}) => kind)
  return table(
    `Records of ${root} committed once and without a late event, by kind and month of the commit`,
    [
      ['Kind', 2],
      ['Records', 0.8, 'right'],
      ['By month of the first commit', 6],
    ],
    [...groups].map(([kind, same]) => {
      const months = groupBy(same, (it) => dateOf(it.first.committer.at).slice(0, 7))
      return {
        cells: [
          kind,
          figure(same.length),
          distinct([...months.keys()])
            .map((month) => `${month}: ${figure(months.get(month)?.length ?? 0)}`)
            .join('; '),
        ],
        sources: same.map((it) => recordSource(desk, it)),
      }
    }),
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

/** The report without its text where that would name or date the departure of a member. */
function undated(desk: Desk, report: Diagnostic): Diagnostic {
  const held = desk.recordAt(report.location)
  return held && isDeparture(desk.workspace, held)
    ? {...report, message: 'A report that is not printed: it would name or date a departure'}
    : report
}
