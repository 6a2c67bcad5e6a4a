import type {ScanHit} from '../../model/source.ts'
import type {Commit} from '../../model/trail.ts'
import {mayHold} from './first-look.ts'
import {Scan} from './scan.ts'

/** Looks at one commit; `stored` as the raw format prints it, one character for each byte. */
export type LookAtCommit = (
  commit: Commit,
  stored: string,
) => {
  readonly hits: readonly ScanHit[]
  /** The commit as it may be shown: without the text in which something was found. */
  readonly commit: Commit
}

/** Digits of a hash that name a commit in a place. */
const shownDigits = 10
const notShown = '(not shown: it looks like what may not be kept)'

/**
 * Looks through what people wrote into commits: subject, body, and the names of author and
 * committer, each name where it first stands. Addresses are left alone: git asks for them, and
 * they belong to those who commit. Keeps the first place of each pattern in a commit, never text.
 *
 * Most messages hold nothing: one pass over the bytes tells, before anything is decoded.
 */
export function lookAtCommits(root: string): LookAtCommit {
  /** Whether a name holds something. */
  const names = new Map<string, boolean>()
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  return (commit, stored) => {
    const place = `commit ${commit.hash.slice(0, shownDigits)}`
    const found: ScanHit[] = []
    for (const {name} of [commit.author, commit.committer]) {
      if (names.has(name)) continue
      const hits = mayHold(name) ? scanned(root, place, name) : []
      names.set(name, hits.length > 0)
      found.push(...hits)
    }
    const start = stored.indexOf('\n\n') + 2
    const message = start < 2 ? '' : stored.slice(start)
    let inMessage: readonly ScanHit[] = []
    if (mayHold(message)) {
      const text = decoder.decode(Buffer.from(message, 'latin1'))
      inMessage = scanned(root, place, text.replace(/^ {4}/gm, ''))
    }
    return {
      hits: firstOfEach([...found, ...inMessage], commit.hash),
      commit: withoutFound(commit, inMessage.length > 0, names),
    }
  }
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

function withoutFound(
  commit: Commit,
  inMessage: boolean,
  names: ReadonlyMap<string, boolean>,
): Commit {
  const {author, committer} = commit
  const [ofAuthor, ofCommitter] = [author, committer].map(({name}) => names.get(name) === true)
  if (!inMessage && ofAuthor !== true && ofCommitter !== true) return commit
  return {
    ...commit,
    ...(inMessage ? {subject: notShown} : {}),
    ...(ofAuthor === true ? {author: {...author, name: notShown}} : {}),
    ...(ofCommitter === true ? {committer: {...committer, name: notShown}} : {}),
  }
}
