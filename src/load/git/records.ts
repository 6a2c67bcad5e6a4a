import {compareText} from '../../model/location.ts'
import type {Change, Commit, DatedEvent, RecordTrail} from '../../model/trail.ts'
import {EventMemory} from './events.ts'
import type {History, ParseText} from './history.ts'
import type {LoggedCommit, PathChange} from './log.ts'
import {readObjects} from './objects.ts'
import {linesOf, type Lines} from './order.ts'
import type {Repository} from './repository.ts'
import {keyOf, recordsIn, type RecordVersion} from './versions.ts'

interface RecordOptions {
  readonly rootName: string
  readonly recordFiles: (path: string) => boolean
  readonly parse: ParseText
}

type Versions = ReadonlyMap<string, ReadonlyMap<string, RecordVersion>>

/** A record as far as its history has been followed. */
interface Followed {
  readonly kind: string
  readonly id: string
  readonly changes: Change[]
  readonly memory: EventMemory
  events: readonly DatedEvent[]
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
  const present = presentRecords([...byPath.keys()].filter(wanted), commits, lines, versions)
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
  const main = place.get(first ?? '')
  return others.some((it) => {
    const side = lines.lastChange(place.get(it) ?? -1, path)
    if (side === undefined || (main !== undefined && lines.onLine(side, main))) return false
    return commits[side]?.changes.some((one) => one.path === path && one.after === after) ?? false
  })
}

/** Adds what one commit did to the records in the files that it changed. */
function follow(
  followed: Map<string, Followed>,
  commit: Commit,
  changes: readonly PathChange[],
  versions: Versions,
  prefix: string,
): void {
  const gone = new Map<string, RecordVersion>()
  const come = new Map<string, {record: RecordVersion; file: string}>()
  const say = (record: RecordVersion, type: Change['type'], file: string) => {
    const it = followed.get(keyOf(record)) ?? newFollowed(record)
    followed.set(keyOf(record), it)
    it.changes.push({commit, type, file})
    if (type !== 'removed') it.events = it.memory.see(record.dates, commit)
  }
  const removals: (() => void)[] = []
  for (const {path, before, after} of changes) {
    const file = path.slice(prefix.length)
    const old = versions.get(before ?? '') ?? new Map<string, RecordVersion>()
    const now = versions.get(after ?? '') ?? new Map<string, RecordVersion>()
    for (const [key, record] of old) {
      const kept = now.get(key)
      if (kept === undefined) {
        gone.set(key, record)
        removals.push(() => come.has(key) || say(record, 'removed', file))
      } else if (kept.digest !== record.digest) say(kept, 'changed', file)
    }
    for (const [key, record] of now) if (!old.has(key)) come.set(key, {record, file})
  }
  for (const [key, {record, file}] of come) {
    const from = gone.get(key)
    say(record, from === undefined ? 'added' : 'moved', file)
    if (from !== undefined && from.digest !== record.digest) say(record, 'changed', file)
  }
  for (const remove of removals) remove()
}

function newFollowed({kind, id}: RecordVersion): Followed {
  return {kind, id, changes: [], memory: new EventMemory(), events: []}
}

/** Where each record stands at the newest commit: the first file that holds it. */
function presentRecords(
  paths: readonly string[],
  commits: readonly LoggedCommit[],
  lines: Lines,
  versions: Versions,
): ReadonlyMap<string, {record: RecordVersion; path: string}> {
  const present = new Map<string, {record: RecordVersion; path: string}>()
  for (const path of paths.toSorted(compareText)) {
    const last = lines.lastChange(commits.length - 1, path)
    const change = commits[last ?? -1]?.changes.find((it) => it.path === path)
    for (const [key, record] of versions.get(change?.after ?? '') ?? [])
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
