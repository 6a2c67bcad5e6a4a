import type {ApprovalState} from '../model/approval.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {compareText} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Root} from '../model/source.ts'
import {sees} from '../model/view.ts'
import type {Kind, Workspace} from '../model/workspace.ts'

const why =
  'That those who answer for the program agreed to exactly this content is evidence that the network governs itself'

/**
 * What the approvals leave open: faults of the policy, approvals of nothing, and records whose
 * approval is missing, incomplete, refused or of other content.
 *
 * Where no policy asks for an approval, only one that went stale or refuses is reported.
 *
 * @param kinds - Every kind of record, for a policy that names none of them.
 */
export function approvalDiagnostics(
  workspace: Workspace,
  states: readonly ApprovalState[],
  kinds: readonly string[],
): readonly Diagnostic[] {
  return [
    ...policyFaults(workspace, kinds),
    ...unresolved(workspace),
    ...elsewhere(workspace),
    ...unknownAuthors(states),
    ...states.flatMap((it) => [...openState(it), ...notCounted(it), ...reliedOn(it)]),
  ]
}

/** The place of a policy in the file, where those in error stand too. */
function writtenAt({configSource}: Root, policy: unknown): number {
  const {approvals} = Object(configSource?.value) as {readonly approvals?: unknown}
  return Array.isArray(approvals) ? approvals.indexOf(policy) : -1
}

function policyFaults({roots}: Workspace, kinds: readonly string[]): Diagnostic[] {
  return roots.flatMap((root) =>
    (root.config.approvals ?? []).flatMap((policy): Diagnostic[] => {
      const {kind} = policy
      const location =
        root.configSource?.locate(['approvals', writtenAt(root, policy), 'kind']) ??
        root.configLocation
      if (root.name !== 'main')
        return [
          {
            code: 'approval/policy',
            severity: 'warning',
            message: `Unexpected approval policy in ${quoted(root.name)}, expected it in the main root`,
            location,
            help: 'Write it in `cinch.yaml` of the main root, which asks for all roots',
          },
        ]
      if (kinds.includes(kind) && kind !== 'Approval') return []
      const near = nearestWord(kind, kinds)
      return [
        {
          code: 'approval/policy',
          severity: 'error',
          message: `Unexpected kind ${quoted(kind)} in the approval policy, expected a kind of record that takes approvals`,
          location,
          why: 'A policy that names no kind asks for nothing',
          help:
            near === undefined || kind === 'Approval'
              ? '`cinch schema` lists the kinds'
              : `Did you mean ${quoted(near)}?`,
        },
      ]
    }),
  )
}

/** An approval of a record that is not there; one that is in error is reported by itself. */
function unresolved(workspace: Workspace): Diagnostic[] {
  const left = new Set(workspace.omitted?.map((it) => `${it.kind ?? ''}/${it.id ?? ''}`))
  const here = new Set(workspace.entries.map((it) => `${it.kind}/${it.value.id}`))
  return workspace.all('Approval').flatMap(({value, locate}): Diagnostic[] => {
    const name = `${value.record.kind}/${value.record.id}`
    if (here.has(name) || left.has(name)) return []
    return [
      {
        code: 'approval/unresolved',
        severity: 'warning',
        message: `Unexpected approval of ${quoted(name)}, expected a record that exists`,
        location: locate(['record']),
        why,
        help: 'Correct `record`; where the record was renamed, ask for an approval under its new id',
      },
    ]
  })
}

/** An approval beside another record than the one it is of. */
function elsewhere(workspace: Workspace): Diagnostic[] {
  return workspace.all('Approval').flatMap(({value, root, locate}): Diagnostic[] => {
    const {kind, id} = value.record
    const entry = workspace.find(kind as Kind, id)
    if (entry === undefined || entry.root === root) return []
    const name = quoted(`${kind}/${id}`)
    const counts = sees(entry.root, root)
    return [
      {
        code: 'approval/other-root',
        severity: 'warning',
        message: counts
          ? `Unexpected approval of ${name}, which is kept in an overlay, expected it beside the record: it counts, but it tells the readers of this repository that the record is there`
          : `Unexpected ${value.verdict === 'refused' ? 'refusal' : 'approval'} of ${name}, which is kept in another root, expected it beside the record: it does not count, because the readers of the record may not see it`,
        location: locate(['record']),
        why,
        help: 'Have the person write it where the record is kept, with `cinch approve`; ask counsel before anything is taken out here',
      },
    ]
  })
}

interface Stranger {
  readonly email: string
  readonly commit: string
  /** The records changed, first the one that is named. */
  readonly states: ApprovalState[]
}

/**
 * One finding an address and root, not one a change: somebody new changes many records. Where those whom the
 * policy asks have agreed to the content since, they answer for it, and it is a note.
 */
function unknownAuthors(states: readonly ApprovalState[]): Diagnostic[] {
  const addresses = new Map<string, Stranger>()
  for (const state of states)
    for (const [email, commit] of new Map(
      (state.strangers ?? []).toReversed().map((it) => [it.email.toLowerCase(), it.hash] as const),
    )) {
      const name = JSON.stringify([email, state.root])
      const known = addresses.get(name)
      if (known === undefined) addresses.set(name, {email, commit, states: [state]})
      else known.states.push(state)
    }
  return [...addresses]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, stranger]) => {
      const open = stranger.states.filter(({state}) => state !== 'approved')
      const shown = open[0] ?? stranger.states[0]
      return shown === undefined ? [] : [strangerFinding(stranger, shown, open.length)]
    })
}

function strangerFinding(
  {email, commit, states}: Stranger,
  {kind, id, location, policy, strangers = []}: ApprovalState,
  open: number,
): Diagnostic {
  const own = strangers.findLast((it) => it.email.toLowerCase() === email)?.hash ?? commit
  const more = states.length === 1 ? '' : ` and of ${states.length - 1} more`
  const consequence =
    open > 0
      ? `those whose approval the policy asks for have not agreed to ${states.length === 1 ? 'it' : `${open} of these records`} since`
      : policy?.authorExcluded === true
        ? 'it was agreed to since, but whoever made it cannot be left out of those who approve it'
        : 'it was agreed to since'
  return {
    code: 'approval/unknown-author',
    severity: open > 0 ? 'warning' : 'note',
    message: `Unexpected address ${quoted(email)} on the change of ${quoted(`${kind}/${id}`)} in commit \`${own.slice(0, 12)}\`${more}, expected that of a person on record: ${consequence}`,
    location,
    why: 'Nobody can be asked about a change that comes from nobody, and who made it could be among those who approve it',
    help: 'Add the address to `emails` of the Person record, if it is theirs; else have the change looked at, and made again or approved by people on record',
  }
}

const told = {
  missing: ['approval/missing', 'without an approval that counts'],
  partial: ['approval/partial', 'with part of its approvals'],
  stale: ['approval/stale', 'that has changed since its approval'],
  refused: ['approval/refused', 'that was refused as it stands'],
} as const

function openState(state: ApprovalState): Diagnostic[] {
  if (state.state === 'approved' || state.state === 'notRequired') return []
  const [code, how] = told[state.state]
  const {kind, id, reasons, policy, approvals} = state
  const name = `${kind}/${id}`
  const expected =
    policy === null
      ? 'an approval of the content as it is'
      : policy.quorum.map(({role, count}) => `${count} ${role}`).join(' and ')
  const facts = reasons.length === 0 ? '' : `: ${reasons.join('; ')}`
  return [
    {
      code,
      severity: 'warning',
      message: `Unexpected record ${quoted(name)} ${how}${facts}, expected ${expected}`,
      location: state.location,
      why,
      help:
        state.state === 'refused'
          ? `Change the record and ask for approval again; \`cinch review ${name}\` shows what was refused`
          : `\`cinch review ${name}\` shows what changed; then each writes \`cinch approve ${name}\``,
      related: approvals
        .filter((it) => !it.current && state.state !== 'missing')
        .map((it) => ({
          message: `bound to other content on ${it.date}`,
          location: it.location,
        })),
    },
  ]
}

/** Only where a quorum waits for it: an approval that nobody asked for decides nothing. */
function notCounted({policy, state, approvals}: ApprovalState): Diagnostic[] {
  if (policy === null || state === 'approved') return []
  return approvals
    .filter((it) => it.current && !it.counts)
    .map((it) => ({
      code: 'approval/not-counted',
      severity: 'warning',
      message: `Unexpected approval ${quoted(it.id)} that does not count: ${it.reasons.join('; ')}, expected one of a person who may give it`,
      location: it.location,
      why,
      help: 'Ask for the approval of a person who held the role and did not make the change, dated on the day',
    }))
}

function reliedOn(state: ApprovalState): Diagnostic[] {
  const {kind, id, policy, reliesOnChanged, location} = state
  const told = reliesOnChanged.filter((it) => policy !== null || it.by === 'fingerprint')
  if (told.length === 0 || state.state !== 'approved') return []
  const names = told.map((it) => `${it.change} ${quoted(`${it.kind}/${it.id}`)}`).join(', ')
  return [
    {
      code: 'approval/relied-on',
      severity: 'note',
      message: `Unexpected approval of ${quoted(`${kind}/${id}`)} that relies on ${names}, expected what it relied on as it was`,
      location,
      why,
      help: `Look at it with \`cinch review ${kind}/${id}\`; where it matters, ask for approval again`,
    },
  ]
}
