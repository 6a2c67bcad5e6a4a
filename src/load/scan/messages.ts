import type {ScanHit} from '../../model/source.ts'
import type {Commit} from '../../model/trail.ts'
import {mayHold} from './first-look.ts'
import {Scan} from './scan.ts'

/** A commit and what was found in it. */
export interface Looked {
  /** The commit as it may be shown: without the text in which something was found. */
  readonly commit: Commit
  /** Left out where there is none. */
  readonly hits?: readonly ScanHit[]
}

/**
 * Looks at one message; `message` as the raw format prints it, one character for each byte.
 *
 * @param hash - Of its commit.
 * @returns What was found, and what to show for the subject; undefined where there is nothing.
 */
export type LookAtMessage = (
  message: string,
  hash: () => string,
) => {readonly hits: readonly ScanHit[]; readonly subject: string} | undefined

/** Digits of a hash that name a commit in a place. */
const shownDigits = 10
const notShown = '(not shown: it looks like what may not be kept)'

/**
 * Looks through what people wrote into a commit: subject and body. Keeps the first place of each
 * pattern in a commit, never text. Commits are looked at one by one, in any order.
 *
 * Most messages hold nothing: one pass over the bytes tells, before anything is decoded.
 */
export function lookAtMessages(root: string): LookAtMessage {
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  return (message, hash) => {
    if (!mayHold(message)) return undefined
    const text = decoder.decode(Buffer.from(message, 'latin1')).replace(/^ {4}/gm, '')
    const hits = scanned(root, placeOf(hash()), text)
    return hits.length === 0 ? undefined : {subject: notShown, hits: firstOfEach(hits, hash())}
  }
}

/** Commits in which names are looked at. */
export interface CommitsToLookAt {
  /** Name and address of all who wrote one. */
  readonly table: {readonly people: {readonly all: readonly (readonly [string, string])[]}}
  readonly commit: (place: number) => Commit
  readonly hits: (place: number) => readonly ScanHit[] | undefined
  readonly show: (place: number, looked: Looked) => void
}

/**
 * Looks at the names of authors and committers, each name where it stands last. Addresses are left
 * alone: git asks for them, and they belong to those who commit. What was found in messages is kept.
 *
 * @param places - Of commits, the oldest first.
 */
export function lookAtNames(root: string, commits: CommitsToLookAt, places: Int32Array): void {
  if (!commits.table.people.all.some(([name]) => mayHold(name))) return
  /** Whether a name holds something. */
  const names = new Map<string, boolean>()
  for (const place of places.toReversed()) {
    const commit = commits.commit(place)
    const found: ScanHit[] = []
    for (const {name} of [commit.author, commit.committer]) {
      if (names.has(name)) continue
      const inName = mayHold(name) ? scanned(root, placeOf(commit.hash), name) : []
      names.set(name, inName.length > 0)
      found.push(...inName)
    }
    const shown = withoutNames(commit, names)
    if (shown === commit && found.length === 0) continue
    const hits = firstOfEach([...found, ...(commits.hits(place) ?? [])], commit.hash)
    commits.show(place, {commit: shown, ...(hits.length === 0 ? {} : {hits})})
  }
}

function placeOf(hash: string): string {
  return `commit ${hash.slice(0, shownDigits)}`
}

function scanned(root: string, place: string, text: string): readonly ScanHit[] {
  const scan = new Scan(root, place, 'other')
  scan.seeText(text)
  return scan.end().hits
}

function firstOfEach(hits: readonly ScanHit[], commit: string): readonly ScanHit[] {
  if (hits.length === 0) return hits
  const first = new Map<string, ScanHit>()
  for (const hit of hits)
    if (!first.has(hit.pattern))
      first.set(hit.pattern, {...hit, location: {...hit.location, commit}})
  return [...first.values()]
}

function withoutNames(commit: Commit, names: ReadonlyMap<string, boolean>): Commit {
  const {author, committer} = commit
  const [ofAuthor, ofCommitter] = [author, committer].map(({name}) => names.get(name) === true)
  if (ofAuthor !== true && ofCommitter !== true) return commit
  return {
    ...commit,
    ...(ofAuthor === true ? {author: {...author, name: notShown}} : {}),
    ...(ofCommitter === true ? {committer: {...committer, name: notShown}} : {}),
  }
}
