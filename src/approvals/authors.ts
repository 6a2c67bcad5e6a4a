import type {JudgedApproval} from '../model/approval.ts'
import {quoted} from '../model/show.ts'
import type {Change, Commit} from '../model/trail.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {markOf, personOf, type ContentHistory} from './history.ts'

/** A person who had a hand in a commit, and the clause that says how. */
export interface Hand {
  readonly person: string
  readonly how: string
}

/**
 * Everybody on record with a hand in a commit. Anyone can write any address into it; the key is the
 * person's. Each is named once, by what says most.
 */
function handsIn(workspace: Workspace, commit: Commit): readonly Hand[] {
  const {author, signer} = markOf(workspace, commit)
  const short = commit.hash.slice(0, 12)
  const committer = personOf(workspace, commit.committer.email)
  const others = (commit.coAuthors ?? []).map((it) => personOf(workspace, it))
  const all: readonly (readonly [string | null, (name: string) => string])[] = [
    [author, (it) => `${it} is the author of the change (commit ${short})`],
    [signer, (it) => `${it} signed the change (commit ${short})`],
    [committer, (it) => `${it} committed the change (commit ${short})`],
    ...others.map(
      (it) =>
        [
          it,
          (name: string) => `${name} is named as author of the change (commit ${short})`,
        ] as const,
    ),
  ]
  const found = new Map<string, Hand>()
  for (const [person, how] of all)
    if (person !== null && !found.has(person)) found.set(person, {person, how: how(quoted(person))})
  return [...found.values()]
}

/** What is put to those who approve a record as it is. */
export interface Unapproved {
  /** The changes that no quorum has agreed to, oldest first. */
  readonly changes: readonly Change[]
  /** Everybody with a hand in them, of the newest first. */
  readonly hands: readonly Hand[]
  /** The commit that brought back content agreed to before other content was; else undefined. */
  readonly revived: Commit | undefined
}

/** Whether approvals of a fingerprint meet the policy, without those who had a hand in it. */
export type Agreed = (fingerprint: string, hands: readonly Hand[]) => boolean

/**
 * The hands in all changes since a quorum last agreed, not only in the newest: else one could touch
 * a title after the other's change of substance, and the other approve it. Where a quorum never
 * agreed, the newest change alone counts, and what is not committed has no hands yet.
 */
export function unapprovedChanges(
  workspace: Workspace,
  {changes, committed}: Pick<ContentHistory, 'changes' | 'committed'>,
  agreed: Agreed,
): Unapproved {
  const settled = new Set<string>()
  let newest = ''
  let from = 0
  let revived: Commit | undefined
  for (const [index, {fingerprint = '', commit}] of changes.entries()) {
    const asItIs = committed && index === changes.length - 1
    if (fingerprint === newest) from = index + 1
    else if (settled.has(fingerprint)) revived = asItIs ? commit : undefined
    else if (!asItIs && agreed(fingerprint, allHands(workspace, changes.slice(from, index + 1)))) {
      settled.add(fingerprint)
      newest = fingerprint
      from = index + 1
    }
  }
  const open = settled.size > 0 ? changes.slice(from) : committed ? changes.slice(-1) : []
  return {changes: open, hands: allHands(workspace, open), revived}
}

function allHands(workspace: Workspace, changes: readonly Change[]): readonly Hand[] {
  const hands = new Map<string, Hand>()
  for (const hand of changes.toReversed().flatMap((it) => handsIn(workspace, it.commit)))
    if (!hands.has(hand.person)) hands.set(hand.person, hand)
  return [...hands.values()]
}

/**
 * Why an approval is not shown to be the person's own word: whoever has a key on record signs with
 * it, and who made the change cannot bring the approvals of others.
 */
export function strangerFaults(
  workspace: Workspace,
  who: Entry<'Person'> | undefined,
  {date, signature, commit}: Pick<JudgedApproval, 'date' | 'signature' | 'commit'>,
  hands: readonly Hand[],
  recorded: Commit | undefined,
): string[] {
  if (commit === null || recorded === undefined || who === undefined) return []
  const {id, keys = []} = who.value
  const days = [date, commit.date]
  const hasKey = keys.some(({from, to}) =>
    days.some((day) => from <= day && (to === undefined || day <= to)),
  )
  if (hasKey && (signature === 'byOther' || signature === 'notSigned'))
    return [
      signature === 'byOther'
        ? `it is signed with the key of ${quoted(commit.signer ?? '')}, and ${quoted(id)} has a key on record`
        : `${unsignedWords(recorded)}, and ${quoted(id)} has a key on record`,
    ]
  const by = handsIn(workspace, recorded).map(({person}) => person)
  const maker = hands.find(({person}) => person !== id && by.includes(person))
  if (maker === undefined || commit.author === id || commit.signer === id) return []
  return [`${quoted(maker.person)}, who had a hand in the change, wrote it down, not the person`]
}

/** A signature may be there, and be of no use. */
function unsignedWords({signature, signed}: Commit): string {
  if (signature === 'none') return 'it is not signed'
  const reason = signed?.reason === undefined ? '' : ` (${signed.reason})`
  return `it is not signed with a key in force of anybody on record${reason}`
}

/** A change cannot bring along the role or the key of one who is to agree to it. */
export function grantFaults(
  workspace: Workspace,
  person: string,
  {changes}: Unapproved,
  first: Commit | undefined,
): string[] {
  const made = new Set(changes.map(({commit}) => commit.hash))
  const own = workspace.trail('Person', person)?.changes ?? []
  const beside = own.find(
    ({commit: {hash}, type}) => type !== 'moved' && hash !== first?.hash && made.has(hash),
  )
  return beside === undefined
    ? []
    : [
        `commit ${beside.commit.hash.slice(0, 12)}, which made the change, changed the Person record of ${quoted(person)} too`,
      ]
}

/** Who gives out roles and keys to oneself; after the record was first there, which somebody must begin. */
export function ownGrants(workspace: Workspace, person: string): string[] {
  const [, ...later] = workspace.trail('Person', person)?.changes ?? []
  const own = later.findLast(
    ({commit, type}) =>
      type !== 'moved' && handsIn(workspace, commit).some((it) => it.person === person),
  )
  return own === undefined
    ? []
    : [
        `${quoted(person)} changed the own Person record, which holds roles and keys, in commit ${own.commit.hash.slice(0, 12)}`,
      ]
}
