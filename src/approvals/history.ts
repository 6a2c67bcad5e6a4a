import type {CommitMark} from '../model/approval.ts'
import {dateOf} from '../model/date.ts'
import type {Change, Commit} from '../model/trail.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {fingerprintOf} from './fingerprint.ts'

/** Fingerprint of an entry, computed once. */
const computed = new WeakMap<object, string>()
export function contentOf(value: object): string {
  const ready = computed.get(value) ?? fingerprintOf(value)
  computed.set(value, ready)
  return ready
}

/** What the history says of the content of a record. */
export interface ContentHistory {
  /** No history of the root was read: nothing can be said. */
  readonly read: boolean
  /** Whether the content as it is was ever committed. */
  readonly committed: boolean
  /** The change that made it what it is; the newest, where it was so before. */
  readonly last: Change | undefined
  /** The change that first made it so. */
  readonly first: Change | undefined
  /** Whether the record said something else before that. */
  readonly replaced: boolean
  /** Every change of content, oldest first. */
  readonly changes: readonly Change[]
}

export function historyOf(workspace: Workspace, {kind, root, value}: Entry): ContentHistory {
  const trail = workspace.trails.find((it) => it.root === root)
  const read = trail?.status === 'complete'
  const all = read ? (workspace.trail(kind, value.id)?.changes ?? []) : []
  const changes = all.filter((it) => it.type === 'added' || it.type === 'changed')
  const content = contentOf(value)
  const first = changes.findIndex((it) => it.fingerprint === content)
  const last = changes.findLast((it) => it.fingerprint === content)
  // Only where the record stands so at the newest commit is the working tree what was committed.
  const committed = last !== undefined && changes.at(-1) === last
  return {
    read,
    committed,
    last: committed ? last : undefined,
    first: first < 0 ? undefined : changes[first],
    replaced: first > 0,
    changes,
  }
}

/** The Person whose address a commit carries, whatever its case; null where it is nobody's. */
export function personOf(workspace: Workspace, email: string): string | null {
  const wanted = email.toLowerCase()
  const found = workspace
    .all('Person')
    .find(({value}) => value.emails?.some((it) => it.toLowerCase() === wanted) === true)
  return found?.value.id ?? null
}

export function markOf(workspace: Workspace, commit: Commit): CommitMark {
  const {hash, author, committer, signature, signed} = commit
  return {
    hash,
    date: dateOf(committer.at),
    author: personOf(workspace, author.email),
    email: author.email,
    signer: signature === 'good' ? (signed?.person ?? null) : null,
  }
}

/** The earlier of the two dates that a commit carries: a rebase moves the committer's. */
export function writtenOn({author, committer}: Commit): string {
  return dateOf(Math.min(author.at, committer.at))
}
