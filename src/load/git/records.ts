import {compareText} from '../../model/location.ts'
import type {RecordTrail, Trail, UnreadVersions} from '../../model/trail.ts'
import {follow, type Followed, type Versions} from './follow.ts'
import type {History, ParseText} from './history.ts'
import type {CommitLog, NumberedChange} from './commit-log.ts'
import {linesOf, type Lines} from './lines.ts'
import {objectStamp} from './object-stamp.ts'
import {hasObjects} from './objects.ts'
import {readVersions, versionsIn} from './parse-versions.ts'
import type {Repository} from './repository.ts'
import {knownTrail} from './trail-cache.ts'
import type {FollowedRecords} from './trail-columns.ts'
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
  const {commits} = history
  const {recordFiles = isRecordFile, rootName} = options
  const wanted = commits.pathsWhere(
    (path) => path.startsWith(prefix) && recordFiles(path.slice(prefix.length)),
  )
  // Kept where all that it depends on is in the history.
  const plain = options.parse === null && options.recordFiles === undefined
  const known = plain ? knownTrail(repository, history, rootName) : undefined
  // Taken before any object is looked for: what goes after that changes it.
  const stamp = known === undefined ? '' : (objectStamp(repository)?.hash ?? '')
  if (known?.read !== undefined) {
    const isWhole = stamp !== '' && stamp === known.objects
    if (!isWhole && !(await hasVersions(repository, commits, wanted))) return 'partial'
    if (stamp !== '' && !isWhole) known.keepObjects(stamp)
    return known.read()
  }
  const read = await readVersions(repository, commits, wanted, options.parse)
  if (read === 'partial') return 'partial'
  const {versions} = read
  const lines = linesOf(commits, wanted)
  const followed = new Map<string, Followed>()
  const {all: paths} = commits.table.paths
  for (let place = 0; place < commits.length; place += 1) {
    const own: NumberedChange[] = []
    commits.eachChange(place, (path, before, after) => {
      const change = {path, before, after}
      if (wanted[path] === 1 && !cameFromSide(change, place, commits, lines)) own.push(change)
    })
    if (own.length > 0) follow(followed, commits.commit(place), own, {versions, paths, prefix})
  }
  const files = filesAt(commits, history.byPath.numbers, wanted, lines, versions)
  const present = presentRecords(files)
  const records = [...followed.values()]
    .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
    .flatMap((it) => trailOf(it, rootName, present.get(keyOf(it)), prefix))
  const unread = read.unread.map((it) => ({...it, file: it.file.slice(prefix.length)}))
  const personFiles = personFilesOf(files, prefix, unread)
  known?.keep({records, unread, personFiles}, stamp)
  return {records, unread, personFiles}
}

async function hasVersions(repository: Repository, commits: CommitLog, wanted: Uint8Array) {
  const {blobs} = commits.table
  blobs.spell()
  const {order} = versionsIn(commits, wanted)
  return hasObjects(
    repository,
    Array.from(order, (it) => blobs.name(it)),
  )
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
  {path, after}: NumberedChange,
  place: number,
  commits: CommitLog,
  lines: Lines,
): boolean {
  const {table} = commits
  const parents = table.parentsTo(commits.at(place)) - table.parentsFrom(commits.at(place))
  const main = commits.parentOf(place)
  for (let which = 1; which < parents; which += 1) {
    const side = lines.lastChange(commits.parentOf(place, which), path)
    if (side?.after === after && !lines.onLine(side.place, main)) return true
  }
  return false
}

/** A file as the newest commit has it. */
interface FileNow {
  readonly path: string
  readonly records: ReadonlyMap<string, RecordVersion>
}

/** Files with records at the newest commit, ordered by path. */
function filesAt(
  commits: CommitLog,
  paths: readonly number[],
  wanted: Uint8Array,
  lines: Lines,
  versions: Versions,
): readonly FileNow[] {
  return paths
    .flatMap((number) => {
      const last = wanted[number] === 1 ? lines.lastChange(commits.length - 1, number) : undefined
      const records = versions[last?.after ?? -1]
      return records === undefined ? [] : [{path: commits.table.paths.all[number] ?? '', records}]
    })
    .sort((a, b) => compareText(a.path, b.path))
}

/** Where each record stands: the first file that holds it. */
function presentRecords(
  files: readonly FileNow[],
): ReadonlyMap<string, {record: RecordVersion; path: string}> {
  const present = new Map<string, {record: RecordVersion; path: string}>()
  for (const {path, records} of files)
    for (const [key, record] of records) if (!present.has(key)) present.set(key, {record, path})
  return present
}

/** A file of which a version was not read may hold anything. */
function personFilesOf(
  files: readonly FileNow[],
  prefix: string,
  unread: readonly UnreadVersions[],
): readonly string[] {
  const holds = ({records}: FileNow) => [...records.values()].some(({kind}) => kind === 'Person')
  const found = files.filter(holds).map(({path}) => path.slice(prefix.length))
  return [...new Set([...found, ...unread.map(({file}) => file)])].sort(compareText)
}

/**
 * Whether a Person may stand in a file at the commit that a trail ends at, by its path from the
 * root: where the trail does not say, and in files that are not followed, one may.
 */
export function filesOfPeople(trail: Trail): (path: string) => boolean {
  if (trail.status !== 'complete' || trail.personFiles === undefined) return () => true
  const files = new Set(trail.personFiles)
  return (path) => files.has(path) || !isRecordFile(path)
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
