import type {ApprovalState, JudgedApproval} from '../model/approval.ts'
import type {Block} from '../model/dossier.ts'
import type {Entry, Kind} from '../model/workspace.ts'
import {note, table, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'
import {phrase} from './phrases.ts'

/**
 * The verdicts on record, each with whether the content is still the one it was about, and where
 * each record stands for which the network asks for verdicts. A row goes as a whole where its record
 * may not be shown: its name alone would tell the readers of the main root what an overlay holds.
 */
export function verdicts(desk: Desk): Block[] {
  const all = desk.workspace.all('Approval')
  const states = desk.approvals ?? []
  const judged = new Map(states.flatMap((it) => it.approvals.map((one) => [one.id, one])))
  const found = ({value: {record}}: Entry<'Approval'>) =>
    desk.workspace.find(record.kind as Kind, record.id) !== undefined
  return [
    ...table(
      'Verdicts on the content of records',
      [
        ['Record', 2.2],
        ['By', 1.6],
        ['Role', 1.4],
        ['Date', 1.2],
        ['Verdict', 1.4],
        ['Content and commit', 2.4],
        ['Fingerprint of the content then', 2.6, 'code'],
      ],
      all.map((entry) => ({
        cells: [
          `${entry.value.record.kind} ${entry.value.record.id}`,
          desk.named('Person', entry.value.person),
          entry.value.role,
          entry.value.date,
          verdictWords[entry.value.verdict],
          contentWords(judged.get(entry.value.id), found(entry)),
          entry.value.fingerprint.value,
        ],
        sources: [desk.source(entry), ...approvedBy(desk, entry)],
      })),
    ),
    ...standings(desk, states),
    ...(all.length === 0 && states.length === 0 ? [] : [note(method(desk))]),
  ]
}

/** That its content changed is said of the record that the verdict is about, too. */
function approvedBy(desk: Desk, {value}: Entry<'Approval'>): readonly Sourced[] {
  const state = desk.approvals?.find(
    (it) => it.kind === value.record.kind && it.id === value.record.id,
  )
  const entry = state && desk.workspace.find(state.kind, state.id)
  return entry === undefined ? [] : [desk.source(entry)]
}

/** The record's own words could pass for the tool's about the network. */
const verdictWords = {
  approved: 'agreed to',
  refused: 'refused',
  approvedWithReservation: 'agreed to with reservation',
} as const

export const standingWords = {
  approved: 'agreed to as it stands',
  partial: 'agreed to in part',
  stale: 'changed since it was agreed to',
  refused: 'refused as it stands',
  missing: 'no verdict that counts',
  notRequired: 'none asked for',
} as const

const signatureWords = {
  byPerson: 'committed under the signature of the person',
  byOther: "committed under another person's signature",
  notSigned: 'commit not signed with a key on record and in force',
  unknown: 'signature not known',
} as const

function contentWords(judged: JudgedApproval | undefined, found: boolean): string {
  if (judged === undefined)
    return found
      ? 'kept where the readers of the record may not see it; does not count'
      : 'record not found'
  const content = judged.current ? 'content as it was then' : 'content has changed since'
  const counts =
    judged.current && !judged.counts ? `; does not count: ${plain(judged.reasons)}` : ''
  return `${content}; ${signatureWords[judged.signature]}${counts}`
}

function standings(desk: Desk, states: readonly ApprovalState[]): Block[] {
  return table(
    "Verdicts that the network's policy asks for",
    [
      ['Record', 2.5],
      ['Asked for', 2.5],
      ['Where it stands', 2],
      ['Why', 4],
    ],
    states.flatMap(({kind, id, policy, state, reasons, reliesOnChanged}) => {
      const entry = desk.workspace.find(kind, id)
      if (policy === null || entry === undefined) return []
      const relied = reliesOnChanged.map((it) => `relies on ${it.change} ${it.kind} ${it.id}`)
      return [
        {
          cells: [
            `${kind} ${id}`,
            policy.quorum.map(({role, count}) => `${count} ${phrase(role)}`).join(', '),
            {text: standingWords[state], strong: state !== 'approved'},
            plain([...reasons, ...relied]),
          ],
          sources: [desk.source(entry)],
        },
      ]
    }),
  )
}

function plain(reasons: readonly string[]): string {
  return reasons.length === 0 ? '-' : reasons.join('; ').replaceAll('`', '')
}

function method({approvals, workspace}: Desk): string {
  if (approvals === undefined)
    return 'The fingerprint is of the content that was put to the person. It is printed as recorded: whether the record still reads so is not checked here; the audit trail tells which records changed.'
  const asked = workspace.roots.some(({config}) => config.approvals !== undefined)
  return `The fingerprint is of the content that was put to the person: SHA-256 over the canonical JSON (RFC 8785) of all fields of the record. It was compared with the record as read. Who wrote a record down is not who gave the verdict, unless that person signed the commit.${asked ? '' : ' The network has set no policy of whose verdicts a record needs.'}`
}
