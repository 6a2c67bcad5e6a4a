import type {Block} from '../../model/dossier.ts'
import type {RecordedRemoval} from '../../model/seal.ts'
import {verdicts} from '../approvals.ts'
import {paragraph, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {count, figure, groupBy, join, period, phrase, quoted, stated} from '../phrases.ts'
import type {Section} from './section.ts'

/** What an officer affirms and until when; exceptions, approvals, holds, removals. */
export const documents: Section = {
  number: 18,
  title: 'Documents, certification and limits',
  tests: ['L'],
  empty: 'The records hold no attestation, approval, exception, house rule or hold.',
  records: (desk) => [
    ...attestations(desk),
    ...exceptionsAndApprovals(desk),
    ...houseRules(desk),
    ...holds(desk),
  ],
}

/** Ends the section whatever the records hold: what only a person can add. */
export function signOff(desk: Desk): Block[] {
  const {hits, scanned, notScanned = []} = desk.workspace
  const found = [...new Set(hits.map((it) => it.class))].sort()
  const attested = desk.workspace.all('Attestation').length > 0
  return [
    paragraph(
      `The scan for content that may not be kept here read ${count(scanned, 'file')}${notScanned.length === 0 ? '' : `, could not read ${figure(notScanned.length)} as text,`} and found ${count(hits.length, 'place')}${found.length > 0 ? ` (${found.join(', ')})` : ''}. A scan finds forms, not meanings; that it found nothing does not show that nothing is there.`,
      hits.map((it) => desk.placeOf(it.location)),
    ),
    paragraph(
      `The exhibits are listed with their hashes in the exhibit index; limits and scope stand at the front. No officer has signed this document${attested ? ': an attestation above covers what it says, for its period, and nothing else' : ', and the records hold no attestation'}.`,
    ),
    paragraph('Reviewed by counsel: ________________________  Date: ____________', [], 'callout'),
  ]
}

function attestations(desk: Desk): Block[] {
  // One officer often affirms many logs at once, for one period.
  const groups = groupBy(desk.workspace.all('Attestation'), (entry) => {
    const {id, log, productLines, from, to, attestedBy, role, date, expires} = entry.value
    return JSON.stringify(
      log
        ? [entry.root, productLines, from, to, attestedBy, role, date, expires]
        : [entry.root, id],
    )
  })
  return table(
    'Attestations',
    [
      ['What is affirmed', 3.5],
      ['Product lines', 1.5],
      ['Period', 2.2],
      ['By', 2],
      ['Role', 1.4],
      ['Date', 1.2],
      ['Expires', 1.2],
    ],
    [...groups.values()].flatMap((same) => {
      const value = same[0]?.value
      if (!value) return []
      const logs = same.flatMap((it) => (it.value.log ? [phrase(it.value.log)] : []))
      return [
        {
          cells: [
            logs.length > 0
              ? `The ${logs.length === 1 ? 'log' : 'logs'} of ${join(logs)} ${logs.length === 1 ? 'is' : 'are'} complete`
              : quoted(value.statement),
            desk.linesOf(value.productLines),
            period(value.from, value.to),
            desk.named('Person', value.attestedBy),
            phrase(value.role),
            value.date,
            expiry(desk, value.expires),
          ],
          sources: same.map((it) => desk.source(it)),
        },
      ]
    }),
  )
}

/** An attestation that has run out answers nothing; the tests do not count it. */
function expiry({workspace: {asOf}}: Desk, expires: string | undefined): string {
  return expires !== undefined && expires <= asOf ? `${expires}: expired` : stated(expires)
}

function exceptionsAndApprovals(desk: Desk): Block[] {
  return [
    ...table(
      'Findings accepted with a reason',
      [
        ['Test', 0.7],
        ['Finding', 1.8, 'code'],
        ['Reason', 4],
        ['Owner', 1.5],
        ['Accepted by', 1.5],
        ['Accepted', 1.2],
        ['Expires', 1.2],
      ],
      desk.workspace.all('FindingException').map((entry) => ({
        cells: [
          entry.value.rule,
          entry.value.finding,
          quoted(entry.value.reason),
          desk.named('Person', entry.value.owner),
          desk.named('Person', entry.value.approver),
          entry.value.approved,
          entry.value.expires,
        ],
        sources: [desk.source(entry)],
      })),
    ),
    ...verdicts(desk),
  ]
}

function houseRules(desk: Desk): Block[] {
  return table(
    "The network's own rules",
    [
      ['Rule', 3],
      ['Severity', 1],
      ['Message', 4],
      ['Authority named', 2.5],
    ],
    desk.workspace.all('HouseRule').map((entry) => ({
      cells: [
        entry.value.title,
        entry.value.severity,
        quoted(entry.value.message),
        stated(entry.value.authority),
      ],
      sources: [desk.source(entry)],
    })),
  )
}

function holds(desk: Desk): Block[] {
  const all = desk.workspace.all('Hold')
  return [
    ...table(
      'Legal holds',
      [
        ['Hold', 2.5],
        ['Placed', 1.2],
        ['Released', 1.2],
        ['Instructed by', 1.8],
        ['Scope', 4],
      ],
      all.map((entry) => ({
        cells: [
          entry.value.title,
          entry.value.placed,
          stated(entry.value.released),
          desk.named('Person', entry.value.instructedBy),
          entry.value.scope,
        ],
        sources: [desk.source(entry)],
      })),
    ),
    ...table(
      "Removals on counsel's recorded instruction",
      [
        ['Path', 3, 'code'],
        ['Date', 1.2],
        ['Instructed by', 2],
        ['Reason', 4],
      ],
      all.flatMap((entry) =>
        (entry.value.removals ?? []).map((it, index) => ({
          cells: [it.path, it.date, desk.named('Person', it.instructedBy), removalWords(it)],
          sources: [desk.source(entry, ['removals', index])],
        })),
      ),
    ),
  ]
}

/** With the sealed commit that the history no longer leads to, and the one in its place. */
function removalWords({reason, seal, commit, newCommit}: RecordedRemoval): string {
  if (commit === undefined) return reason
  const place = newCommit === undefined ? 'another that is not named' : newCommit.slice(0, 12)
  return `${reason}. The history was rewritten: sealed commit ${commit.slice(0, 12)}${seal === undefined ? '' : ` (${seal})`} became ${place}`
}
