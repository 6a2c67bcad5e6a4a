import type {ApprovalState, CommitMark, JudgedApproval} from '../model/approval.ts'
import {canonicalJson} from '../model/canonical.ts'
import type {ApprovalMove} from '../model/change.ts'
import {quoted} from '../model/show.ts'
import type {Workspace} from '../model/workspace.ts'
import {open, type Opened} from './open.ts'

/** Where each record of the second side stands, and what that was read from. */
export interface JudgedMoves {
  readonly moves: readonly ApprovalMove[]
  readonly history: boolean
}

/**
 * Where records stand with their approvals on both sides. An author may not be among those who
 * approve where the policy says so, and who has a key signs their own approvals; only the history
 * tells: it is read where an approval counts without it. Where it cannot be read, that is said, and
 * such an approval covers nothing.
 *
 * @param allowedSigners - A file of keys from elsewhere, which then decides alone whose a signature is.
 * @param strict - One change is compared, and not what came in months: then it cannot bring along
 *   the role, the key or the address of those who are to agree to it, nor come from nobody on record.
 */
export async function approvalMoves(
  sides: readonly [Opened, Opened],
  strict: boolean,
  allowedSigners?: string,
): Promise<JudgedMoves> {
  const bare = await statesOf(sides)
  if (!bare.some((states, index) => states.some((it) => restsOnHistory(it, sides[index]))))
    return {moves: await movesOf(sides, bare, strict), history: false}
  const [a, b] = sides
  const whole = [
    await withHistory(a, allowedSigners),
    await withHistory(b, allowedSigners),
  ] as const
  return {moves: await movesOf(whole, await statesOf(whole), strict), history: true}
}

async function statesOf(sides: readonly [Opened, Opened]) {
  const {approvalStates} = await import('../approvals/states.ts')
  const [a, b] = sides.map(({workspace}) => approvalStates(workspace))
  return [a ?? [], b ?? []] as const
}

function restsOnAuthors({policy, approvals}: ApprovalState): boolean {
  return policy?.authorExcluded === true && approvals.some(({counts}) => counts)
}

/** Whether an approval counts that the history may show to be another's word. */
function restsOnHistory(state: ApprovalState, side: Opened | undefined): boolean {
  if (restsOnAuthors(state)) return true
  if (state.policy === null) return false
  return state.approvals.some((it) => it.counts && side !== undefined && hasKey(side, it))
}

function hasKey({workspace}: Opened, {person}: JudgedApproval): boolean {
  return (workspace.find('Person', person)?.value.keys ?? []).length > 0
}

/** The same side, with its history up to there. */
async function withHistory(
  {folder, workspace}: Opened,
  allowedSigners: string | undefined,
): Promise<Opened> {
  return open({
    root: folder,
    overlays: [],
    at: workspace.roots[0]?.commit ?? 'worktree',
    asOf: workspace.asOf,
    history: true,
    pinned: true,
    seals: false,
    ...(allowedSigners === undefined ? {} : {allowedSigners}),
  })
}

async function movesOf(
  [a, b]: readonly [Opened, Opened],
  [before, after]: readonly [readonly ApprovalState[], readonly ApprovalState[]],
  strict: boolean,
): Promise<readonly ApprovalMove[]> {
  const {isMetWithout} = await import('../approvals/states.ts')
  const cameAlong = (it: JudgedApproval) => strict && isNewIn(a.workspace, b.workspace, it)
  const mayBeForged = (it: JudgedApproval) => it.signature === 'unknown' && hasKey(b, it)
  const stood = new Map(before.map((it) => [`${it.kind}/${it.id}`, it.state]))
  return after.map((it) => {
    const {root, kind, id, state, reasons} = it
    const was = stood.get(`${kind}/${id}`)
    const approved = state === 'approved'
    const [stranger] = strict ? (it.strangers ?? []) : []
    const unknown =
      approved && restsOnAuthors(it) && (it.committed !== true || stranger !== undefined)
    const granted = approved && !isMetWithout(it, cameAlong)
    const unsigned =
      approved &&
      !granted &&
      it.policy !== null &&
      !isMetWithout(it, (one) => cameAlong(one) || mayBeForged(one))
    return {
      ...(root === 'main' ? {} : {root}),
      kind,
      id,
      before: was ?? (a.workspace.find(kind, id) === undefined ? null : 'notRequired'),
      after: state,
      ...(unknown ? {authorsUnknown: true as const} : {}),
      ...(granted ? {granted: true as const} : {}),
      ...(unsigned ? {signersUnknown: true as const} : {}),
      reasons: [
        ...reasons,
        ...(unknown ? [whyUnknown(it, b, stranger)] : []),
        ...(granted || unsigned
          ? it.approvals.filter((one) => one.counts && cameAlong(one)).map(whyNew)
          : []),
        ...(unsigned
          ? it.approvals
              .filter((one) => one.counts && mayBeForged(one))
              .map((one) => whyUnsigned(it, b, one))
          : []),
      ],
    }
  })
}

function whyUnknown(
  {committed}: ApprovalState,
  side: Opened,
  stranger: CommitMark | undefined,
): string {
  const why =
    committed === false
      ? 'this content is not committed'
      : committed === true && stranger !== undefined
        ? `commit ${stranger.hash.slice(0, 12)} is from ${quoted(stranger.email)}, an address of nobody on record`
        : unreadHistory(side)
  return `whether who approves is an author of the change is not known: ${why}`
}

function whyUnsigned(
  {committed}: ApprovalState,
  side: Opened,
  {id, person}: JudgedApproval,
): string {
  const why = committed === null ? unreadHistory(side) : 'the approval is not committed'
  return `whether ${quoted(person)}, who has a key, signed ${quoted(id)} is not known: ${why}`
}

function unreadHistory({trails, workspace}: Opened): string {
  const [trail] = trails
  const why = trail === undefined || trail.status === 'complete' ? '' : `: ${trail.reason}`
  return `the history of ${workspace.roots[0]?.name ?? 'main'} cannot be read whole${why}`
}

/** Whether the first side does not hold the one who approves as the second does. */
function isNewIn(a: Workspace, b: Workspace, {person, role, date}: JudgedApproval): boolean {
  const [was, is] = [a, b].map((it) => it.find('Person', person)?.value)
  if (was === undefined || is === undefined) return true
  const held = ({roles}: typeof was) =>
    roles.some((it) => it.role === role && it.from <= date && date <= (it.to ?? date))
  return (
    (held(is) && !held(was)) ||
    canonicalJson([was.keys, was.emails]) !== canonicalJson([is.keys, is.emails])
  )
}

function whyNew({id, person}: JudgedApproval): string {
  return `${quoted(id)} covers nothing here: the first side does not hold the Person record of ${quoted(person)} with the same role, keys and addresses`
}
