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

/** Looks at one message; `stored` as the raw format prints it, one character for each byte. */
export type LookAtMessage = (commit: Commit, stored: string) => Looked

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
  return (commit, stored) => {
    const start = stored.indexOf('\n\n') + 2
    const message = start < 2 ? '' : stored.slice(start)
    if (!mayHold(message)) return {commit}
    const text = decoder.decode(Buffer.from(message, 'latin1')).replace(/^ {4}/gm, '')
    const hits = scanned(root, placeOf(commit), text)
    if (hits.length === 0) return {commit}
    return {commit: {...commit, subject: notShown}, hits: firstOfEach(hits, commit.hash)}
  }
}

/**
 * Looks at the names of authors and committers, each name where it stands last. Addresses are left
 * alone: git asks for them, and they belong to those who commit.
 *
 * @param commits - Oldest first; what was found in their messages is kept.
 */
export function lookAtNames<T extends Looked>(root: string, commits: readonly T[]): readonly T[] {
  /** Whether a name holds something. */
  const names = new Map<string, boolean>()
  const seen = commits.toReversed().map((looked) => {
    const {commit, hits = []} = looked
    const found: ScanHit[] = []
    for (const {name} of [commit.author, commit.committer]) {
      if (names.has(name)) continue
      const inName = mayHold(name) ? scanned(root, placeOf(commit), name) : []
      names.set(name, inName.length > 0)
      found.push(...inName)
    }
    const shown = withoutNames(commit, names)
    if (shown === commit && found.length === 0) return looked
    return {...looked, commit: shown, hits: firstOfEach([...found, ...hits], commit.hash)}
  })
  return seen.reverse()
}

function placeOf({hash}: Commit): string {
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
