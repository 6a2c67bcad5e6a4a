import type {
  ApprovalPolicy,
  ApprovalStanding,
  ApprovalState,
  CommitMark,
  JudgedApproval,
  QuorumPart,
} from '../model/approval.ts'
import {compareText} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Change} from '../model/trail.ts'
import {viewFrom} from '../model/view.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import {contentOf, historyOf, markOf, type ContentHistory} from './history.ts'
import {judgeApproval, openChanges, unapprovedOf} from './judge.ts'
import {policiesOf} from './policy.ts'
import {lackingOf, type Voice} from './quorum.ts'
import {referringTo} from './relied-on.ts'

/**
 * Where every record stands that a policy asks approval for, or that has an approval; ordered by
 * kind and id. A record that is not here is `notRequired`. Nothing is approved by this: it only
 * reads what Approval records say.
 *
 * A record rests only on approvals, people and records that every reader of its root has at hand:
 * those of the main root and of its own.
 *
 * Without a history in the workspace, who wrote a change and when is not known; remarks say so.
 */
export function approvalStates(workspace: Workspace): readonly ApprovalState[] {
  const policies = policiesOf(workspace.roots)
  const approvalsIn = new Map(
    workspace.roots.map(({name}) => [name, approvalsByRecord(viewFrom(workspace, name))]),
  )
  const approvalsOf = ({kind, root, value}: Entry) =>
    approvalsIn.get(root)?.get(`${kind}/${value.id}`) ?? []
  return workspace.entries
    .filter((it) => policies.has(it.kind) || approvalsOf(it).length > 0)
    .toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.value.id, b.value.id))
    .map((it) =>
      stateOf(viewFrom(workspace, it.root), it, policies.get(it.kind) ?? null, approvalsOf(it)),
    )
}

/** The state of one record, whether anything is asked for it or not; undefined: no such record. */
export function approvalStateOf(
  workspace: Workspace,
  kind: string,
  id: string,
): ApprovalState | undefined {
  const entry = workspace.find(kind as Kind, id)
  if (entry === undefined) return undefined
  const policy = policiesOf(workspace.roots).get(kind) ?? null
  const view = viewFrom(workspace, entry.root)
  return stateOf(view, entry, policy, approvalsByRecord(view).get(`${kind}/${id}`) ?? [])
}

/** By `Kind/id` of the record approved. */
function approvalsByRecord(workspace: Workspace): ReadonlyMap<string, Entry<'Approval'>[]> {
  const found = new Map<string, Entry<'Approval'>[]>()
  for (const entry of workspace.all('Approval')) {
    const {kind, id} = entry.value.record
    const name = `${kind}/${id}`
    const known = found.get(name)
    if (known === undefined) found.set(name, [entry])
    else known.push(entry)
  }
  return found
}

function stateOf(
  workspace: Workspace,
  entry: Entry,
  policy: ApprovalPolicy | null,
  records: readonly Entry<'Approval'>[],
): ApprovalState {
  const history = historyOf(workspace, entry)
  const approved = {entry, history, policy}
  const unapproved = unapprovedOf(workspace, approved)
  const approvals = records
    .map((it) => judgeApproval(workspace, approved, it, unapproved))
    .toSorted((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id))
  const counted = newestOfEach(approvals.filter(({counts}) => counts))
  const lacking = lackingIn(policy, counted)
  const state = standingOf(policy, approvals, counted, lacking)
  const [newest] = counted.filter(({verdict}) => verdict !== 'refused')
  const changed = history.last === undefined ? null : markOf(workspace, history.last.commit)
  const bound = new Map(records.map(({value}) => [value.id, value.fingerprint.value]))
  const open = state !== 'approved' && state !== 'notRequired'
  return {
    kind: entry.kind,
    id: entry.value.id,
    root: entry.root,
    location: entry.locate(['id']),
    state,
    fingerprint: contentOf(entry.value),
    reasons: reasonsOf(state, approvals, counted, lacking, (id) =>
      leftBy(workspace, history, bound.get(id)),
    ),
    policy,
    lacking: state === 'refused' || policy === null ? [] : lacking,
    changed,
    authors: unapproved.hands.map(({person}) => person),
    ...(policy === null
      ? {}
      : {
          strangers: openChanges(workspace, approved)
            .changes.toReversed()
            .flatMap((it) => strangerIn(workspace, it)),
        }),
    committed: history.read ? history.committed : null,
    approvals,
    reliesOnChanged: (newest?.reliedOn ?? []).filter(
      ({change}) => change === 'changed' || change === 'removed',
    ),
    referredBy: open ? namesOf(referringTo(workspace, entry)) : [],
  }
}

/** A change of which nobody on record is known to have made it; a key may be listed for others. */
function strangerIn(workspace: Workspace, {commit}: Change): CommitMark[] {
  const mark = markOf(workspace, commit)
  const signed = mark.signer !== null && workspace.find('Person', mark.signer) !== undefined
  return mark.author === null && !signed ? [mark] : []
}

/** What a person said last in a role is what counts; of two on one day, the refusal. */
function newestOfEach(counted: readonly JudgedApproval[]): readonly JudgedApproval[] {
  const said = new Map<string, JudgedApproval>()
  for (const it of counted) {
    const key = JSON.stringify([it.person, it.role])
    const other = said.get(key)
    if (other === undefined || (other.date === it.date && it.verdict === 'refused'))
      said.set(key, it)
  }
  return [...said.values()]
}

/** What those who agree leave open; without a policy, one of them is enough. */
function lackingIn(
  policy: ApprovalPolicy | null,
  counted: readonly JudgedApproval[],
): readonly QuorumPart[] {
  const voices = voicesOf(counted)
  if (policy !== null) return lackingOf(policy.quorum, voices)
  return voices.length > 0 ? [] : [{role: 'any', count: 1}]
}

/** Whether those who agree meet what is asked for without the approvals left out. */
export function isMetWithout(
  {policy, approvals}: ApprovalState,
  isLeftOut: (approval: JudgedApproval) => boolean,
): boolean {
  const counted = approvals.filter((it) => it.counts && !isLeftOut(it))
  return lackingIn(policy, newestOfEach(counted)).length === 0
}

function voicesOf(counted: readonly JudgedApproval[]): readonly Voice[] {
  const roles = new Map<string, string[]>()
  for (const {person, role, verdict} of counted)
    if (verdict !== 'refused') roles.set(person, [...(roles.get(person) ?? []), role])
  return [...roles].map(([person, held]) => ({person, roles: held}))
}

function standingOf(
  policy: ApprovalPolicy | null,
  approvals: readonly JudgedApproval[],
  counted: readonly JudgedApproval[],
  lacking: readonly QuorumPart[],
): ApprovalStanding {
  const wanted = policy?.quorum.map(({role}) => role)
  const bears = ({role}: JudgedApproval) => wanted === undefined || wanted.includes(role)
  if (counted.some((it) => it.verdict === 'refused' && bears(it))) return 'refused'
  if (lacking.length === 0) return 'approved'
  if (counted.some((it) => it.verdict !== 'refused' && bears(it))) return 'partial'
  if (approvals.some(isStale)) return 'stale'
  return policy === null ? 'notRequired' : 'missing'
}

/** It would count, were the content still the one it is bound to. */
function isStale({current, verdict, reasons}: JudgedApproval): boolean {
  return !current && verdict !== 'refused' && reasons.length === 1
}

/** The change after the content that an approval is bound to; later ones may have followed. */
function leftBy(
  workspace: Workspace,
  {changes, last}: ContentHistory,
  bound: string | undefined,
): CommitMark | null {
  const held = changes.findLastIndex(({fingerprint}) => fingerprint === bound)
  const change = held < 0 ? last : changes[held + 1]
  return change === undefined ? null : markOf(workspace, change.commit)
}

function reasonsOf(
  state: ApprovalStanding,
  approvals: readonly JudgedApproval[],
  counted: readonly JudgedApproval[],
  lacking: readonly QuorumPart[],
  changedBy: (id: string) => CommitMark | null,
): string[] {
  const stale = approvals.filter(isStale)
  const by = (id: string) => {
    const mark = changedBy(id)
    return mark === null ? '' : `, by commit ${mark.hash.slice(0, 12)} of ${mark.date}`
  }
  return [
    ...counted
      .filter(({verdict}) => verdict === 'refused')
      .map((it) => `${quoted(it.id)} of ${it.date} refuses this content`),
    ...(state === 'stale' || state === 'partial'
      ? stale.map(
          (it) => `the content has changed since ${quoted(it.id)} of ${it.date}${by(it.id)}`,
        )
      : []),
    ...(state === 'partial' || state === 'missing' || state === 'stale'
      ? lacking
          .filter(({role}) => role !== 'any')
          .map(
            ({role, count}) =>
              `${count}${state === 'partial' ? ' more' : ''} in the role ${quoted(role)} is asked for`,
          )
      : []),
    ...(state === 'approved'
      ? []
      : approvals
          .filter((it) => !it.counts && !isStale(it))
          .map((it) => `${quoted(it.id)} does not count: ${it.reasons.join('; ')}`)),
  ]
}

function namesOf(entries: readonly Entry[]): ApprovalState['referredBy'] {
  return entries
    .map(({kind, value}) => ({kind, id: value.id}))
    .toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}
