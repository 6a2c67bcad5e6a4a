import type {ScanHit} from '../../model/source.ts'
import type {Commit} from '../../model/trail.ts'
import {mayHold} from './first-look.ts'
import {Scan} from './scan.ts'

/** Looks at one commit; `stored` as the raw format prints it, one character for each byte. */
export type LookAtCommit = (commit: Commit, stored: string) => readonly ScanHit[]

/** Digits of a hash that name a commit in a place. */
const shownDigits = 10

/**
 * Looks through what people wrote into commits: subject, body, and the names of author and
 * committer, each name where it first stands. Addresses are left alone: git asks for them, and
 * they belong to members of staff. Keeps the first place of each pattern in a commit, never text.
 *
 * Most messages hold nothing: one pass over the bytes tells, before anything is decoded.
 */
export function lookAtCommits(root: string): LookAtCommit {
  const known = new Set<string>()
  const decoder = new TextDecoder('utf-8', {ignoreBOM: true})
  return (commit, stored) => {
    const place = `commit ${commit.hash.slice(0, shownDigits)}`
    const found: ScanHit[] = []
    for (const {name} of [commit.author, commit.committer]) {
      if (known.has(name)) continue
      known.add(name)
      if (mayHold(name)) found.push(...scanned(root, place, name))
    }
    const start = stored.indexOf('\n\n') + 2
    const message = start < 2 ? '' : stored.slice(start)
    if (mayHold(message)) {
      const text = decoder.decode(Buffer.from(message, 'latin1'))
      found.push(...scanned(root, place, text.replace(/^ {4}/gm, '')))
    }
    return found.length === 0 ? [] : firstOfEach(found, commit.hash)
  }
}

function scanned(root: string, place: string, text: string): readonly ScanHit[] {
  const scan = new Scan(root, place, 'other')
  scan.seeText(text)
  return scan.end().hits
}

function firstOfEach(hits: readonly ScanHit[], commit: string): ScanHit[] {
  const first = new Map<string, ScanHit>()
  for (const hit of hits)
    if (!first.has(hit.pattern))
      first.set(hit.pattern, {...hit, location: {...hit.location, commit}})
  return [...first.values()]
}
