import {compareText} from '../../model/location.ts'
import type {RecordTrail} from '../../model/trail.ts'
import {follow, type Followed, type Versions} from './follow.ts'
import type {History, ParseText} from './history.ts'
import type {LoggedCommit, PathChange} from './log.ts'
import {linesOf, type Lines} from './lines.ts'
import {hasObjects} from './objects.ts'
import {readVersions, versionsIn} from './parse-versions.ts'
import type {Repository} from './repository.ts'
import {knownTrail, type FollowedRecords} from './trail-cache.ts'
import {keyOf, type RecordVersion} from './versions.ts'

interface RecordOptions {
  readonly rootName: string
  /** Undefined for every YAML file but the configuration. */
  readonly recordFiles?: ((path: string) => boolean) | undefined
  /** Null for the parser of records, whose results are kept for the next run. */
  readonly parse: ParseText | null
}

/**
 * Follows every record through the history, by kind and id.
 *
 * @returns `partial` where the repository lacks a version of a file.
 */
export async function trailOfRecords(
  repository: Repository,
  history: History,
  options: RecordOptions,
): Promise<FollowedRecords | 'partial'> {
  const {prefix} = repository
  const {commits, byPath} = history
  const {recordFiles = isRecordFile, rootName} = options
  const wanted = (path: string) => path.startsWith(prefix) && recordFiles(path.slice(prefix.length))
  // Kept where all that it depends on is in the history.
  const plain = options.parse === null && options.recordFiles === undefined
  const known = plain ? knownTrail(repository, history, rootName) : undefined
  if (known?.trail !== undefined) {
    const whole = await hasObjects(repository, [...versionsIn(commits, wanted).keys()])
    return whole ? known.trail : 'partial'
  }
  const read = await readVersions(repository, commits, wanted, options.parse)
  if (read === 'partial') return 'partial'
  const {versions} = read
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
  const records = [...followed.values()]
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
    .flatMap((it) => trailOf(it, rootName, present.get(keyOf(it)), prefix))
  const unread = read.unread.map((it) => ({...it, file: it.file.slice(prefix.length)}))
  known?.keep({records, unread})
  return {records, unread}
}

function isRecordFile(path: string): boolean {
  return /\.ya?ml$/.test(path) && path !== 'cinch.yaml'
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
