import {compareText} from '../../model/location.ts'
import type {RecordTrail} from '../../model/trail.ts'
import {follow, type Followed, type Versions} from './follow.ts'
import type {History, ParseText} from './history.ts'
import type {LoggedCommit, PathChange} from './log.ts'
import {readObjects} from './objects.ts'
import {linesOf, type Lines} from './lines.ts'
import type {Repository} from './repository.ts'
import {keyOf, recordsIn, type RecordVersion} from './versions.ts'

interface RecordOptions {
  readonly rootName: string
  readonly recordFiles: (path: string) => boolean
  readonly parse: ParseText
}

/** Bytes; the loader reads no larger file of records either. */
const largestFile = 5 * 1024 * 1024

/**
 * Follows every record through the history, by kind and id.
 *
 * @returns `partial` where the repository lacks a version of a file.
 */
export async function trailOfRecords(
  repository: Repository,
  history: History,
  options: RecordOptions,
): Promise<readonly RecordTrail[] | 'partial'> {
  const {prefix} = repository
  const {commits, byPath} = history
  const wanted = (path: string) =>
    path.startsWith(prefix) && options.recordFiles(path.slice(prefix.length))
  const versions = await readVersions(repository, commits, wanted, options.parse)
  if (versions === 'partial') return 'partial'
  const place = new Map(commits.map(({commit}, index) => [commit.hash, index]))
  const lines = linesOf(commits, place, wanted)
  const followed = new Map<string, Followed>()
  commits.forEach((logged, index) => {
    const own = logged.changes.filter(
      (it) => wanted(it.path) && !cameFromSide(it, index, commits, place, lines),
    )
    if (own.length > 0) follow(followed, logged.commit, own, versions, prefix)
  })
  const present = presentRecords(
    [...byPath.keys()].filter(wanted),
    commits.length - 1,
    lines,
    versions,
  )
  return [...followed.values()]
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
    .flatMap((it) => trailOf(it, options.rootName, present.get(keyOf(it)), prefix))
}

/** Parses every version of every file once; a version that cannot be read counts as no change. */
async function readVersions(
  repository: Repository,
  commits: readonly LoggedCommit[],
  wanted: (path: string) => boolean,
  parse: ParseText,
): Promise<Versions | 'partial'> {
  const before = new Map<string, string | null>()
  for (const {changes} of commits)
    for (const it of changes)
      if (it.after !== null && wanted(it.path) && !before.has(it.after))
        before.set(it.after, it.before)
  const versions = new Map<string, ReadonlyMap<string, RecordVersion>>()
  let lacking = false
  await readObjects(repository, [...before.keys()], largestFile, (hash, content) => {
    lacking ||= content === null
    const records = content instanceof Buffer ? recordsIn(content, parse) : undefined
    versions.set(hash, records ?? versions.get(before.get(hash) ?? '') ?? new Map())
  })
  return lacking ? 'partial' : versions
}

/**
 * Whether a merge only brought in what a commit on another branch did; that commit is in the
 * history itself. What stands on the other branch unchanged since the branches parted, and yet
 * replaced a newer version here, the merge itself put back.
 */
function cameFromSide(
  {path, after}: PathChange,
  index: number,
  commits: readonly LoggedCommit[],
  place: ReadonlyMap<string, number>,
  lines: Lines,
): boolean {
  const [first, ...others] = commits[index]?.commit.parents ?? []
  const main = place.get(first ?? '') ?? -1
  return others.some((it) => {
    const side = lines.lastChange(place.get(it) ?? -1, path)
    return side?.after === after && !lines.onLine(side.index, main)
  })
}

/** Where each record stands at the newest commit: the first file that holds it. */
function presentRecords(
  paths: readonly string[],
  head: number,
  lines: Lines,
  versions: Versions,
): ReadonlyMap<string, {record: RecordVersion; path: string}> {
  const present = new Map<string, {record: RecordVersion; path: string}>()
  for (const path of paths.toSorted(compareText)) {
    const last = lines.lastChange(head, path)
    for (const [key, record] of versions.get(last?.after ?? '') ?? [])
      if (!present.has(key)) present.set(key, {record, path})
  }
  return present
}

function trailOf(
  {kind, id, changes, memory, events}: Followed,
  root: string,
  present: {record: RecordVersion; path: string} | undefined,
  prefix: string,
): readonly RecordTrail[] {
  const [first, last] = [changes[0], changes.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    {
      root,
      kind,
      id,
      file: present?.path.slice(prefix.length) ?? last.file,
      first: first.commit,
      last: last.commit,
      changes,
      // Every date at the newest commit was seen before; where branches met, in another version.
      events: present === undefined ? events : memory.see(present.record.dates, last.commit),
    },
  ]
}
