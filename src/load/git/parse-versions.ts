import type {UnreadVersions} from '../../model/trail.ts'
import type {CommitLog} from './commit-log.ts'
import type {Versions} from './follow.ts'
import type {ParseText} from './history.ts'

import type {Ids} from './ids.ts'
import {hasObjects, readObjects, type ObjectContent} from './objects.ts'
import type {Repository} from './repository.ts'
import {mayHoldKind, type PlainVersion} from './plain-version.ts'
import {readPlainly} from './version-batches.ts'
import {knownVersions, type KnownVersions, type ReadVersion} from './version-cache.ts'
import {recordsIn, type RecordVersion} from './versions.ts'

/** Bytes; the loader reads no larger file of records either. */
const largestFile = 5 * 1024 * 1024
/** Bytes of all versions of one file that the whole parser reads; a minute or two. */
const mostWhole = 32 * 1024 * 1024

/** Every version of every file, once; blobs and paths by number. */
interface Standing {
  /** Each after the version that it replaced. */
  readonly order: Int32Array
  /** The file in which a version first stood, and the version that it replaced there, by blob. */
  readonly path: Int32Array
  readonly before: Int32Array
}

/** @param wanted - Of each path, by number, whether versions of it are: 1 or 0. */
export function versionsIn(commits: CommitLog, wanted: Uint8Array): Standing {
  const {size} = commits.table.blobs
  const [order, paths] = [new Int32Array(size), new Int32Array(size).fill(-1)]
  const befores = new Int32Array(size)
  let length = 0
  for (let place = 0; place < commits.length; place += 1)
    commits.eachChange(place, (path, before, after) => {
      if (after < 0 || wanted[path] !== 1 || paths[after] !== -1) return
      paths[after] = path
      befores[after] = before
      order[length] = after
      length += 1
    })
  return {order: order.subarray(0, length), path: paths, before: befores}
}

/**
 * Parses every version of every file once; a version that cannot be read counts as no change. Those
 * that an earlier run parsed are taken from the cache, where the repository still has them.
 *
 * @param parse - Null for the parser of records.
 * @returns `unread`: what was left out because reading it would take too long; the same with and
 *   without a cache.
 */
export async function readVersions(
  repository: Repository,
  commits: CommitLog,
  wanted: Uint8Array,
  parse: ParseText | null,
  limit = mostWhole,
): Promise<{versions: Versions; unread: readonly UnreadVersions[]} | 'partial'> {
  const {blobs, paths} = commits.table
  const standing = versionsIn(commits, wanted)
  const {order} = standing
  blobs.spell()
  const known = knownVersions(repository, parse === null)
  const kept = keptIn(known, order, blobs)
  const keptHashes = Array.from(kept.keys(), (it) => blobs.name(it))
  if (!(await hasObjects(repository, keptHashes))) return 'partial'
  const versions = Array.from<ReadonlyMap<string, RecordVersion> | undefined>({length: blobs.size})
  const unread = new Unread()
  const costs = new Map<number, number>()
  const read = parse === null ? await recordReader() : readerOf(parse)
  const settle = (blob: number, readIt: (left: number) => ReadVersion | 'large' | undefined) => {
    const path = standing.path[blob] ?? -1
    const spent = costs.get(path) ?? 0
    const it = readIt(limit - spent)
    if (it === undefined || it === 'large') unread.add(paths.all[path] ?? '', it ?? 'often')
    else if (it.cost > 0) costs.set(path, spent + it.cost)
    const own = typeof it === 'object' ? it.records : undefined
    versions[blob] = own ?? versions[standing.before[blob] ?? -1]
  }
  let next = 0
  const settleKept = () => {
    for (; next < order.length; next += 1) {
      const one = kept.get(order[next] ?? -1)
      if (one === undefined) return
      settle(order[next] ?? -1, (left) => (one.cost > left ? undefined : one))
    }
  }
  let lacking = false
  const take = (content: ObjectContent, plain: PlainVersion) => {
    settleKept()
    const blob = order[next] ?? -1
    next += 1
    lacking ||= content === null
    const before = versions[standing.before[blob] ?? -1]
    settle(blob, (left) => {
      if (!(content instanceof Buffer)) return content === null ? nothing : 'large'
      // As good as read: where no record was, a text without the word brings none.
      if (plain === null && (before?.size ?? 0) === 0 && !mayHoldKind(content)) return nothing
      const it = plain === null ? read(content, left) : {...plain, cost: 0}
      if (it !== undefined) known.set(blobs.name(blob), it)
      return it
    })
  }
  const fresh = Array.from(
    order.filter((it) => !kept.has(it)),
    (it) => blobs.name(it),
  )
  if (parse === null) await readPlainly(repository, fresh, largestFile, take)
  else await readObjects(repository, fresh, largestFile, (_, content) => take(content, null))
  settleKept()
  if (lacking) return 'partial'
  known.save()
  return {versions, unread: unread.list()}
}

function keptIn(known: KnownVersions, order: Int32Array, blobs: Ids) {
  const kept = new Map<number, ReadVersion>()
  if (!known.any) return kept
  for (const blob of order) {
    const it = known.get(blobs.name(blob))
    if (it !== undefined) kept.set(blob, it)
  }
  return kept
}

const nothing: ReadVersion = {records: undefined, cost: 0}

/** Counts what was not read, by file, in the order in which it was met. */
class Unread {
  private readonly files = new Map<string, UnreadVersions>()

  add(file: string, because: UnreadVersions['because']): void {
    const key = `${because} ${file}`
    const versions = (this.files.get(key)?.versions ?? 0) + 1
    this.files.set(key, {file, versions, because})
  }

  list(): readonly UnreadVersions[] {
    return [...this.files.values()]
  }
}

/** @returns Undefined where reading it would take more bytes of the whole parser than are left. */
type Reader = (content: Buffer, left: number) => ReadVersion | undefined

function readerOf(parse: ParseText): Reader {
  return (content) => ({records: recordsIn(content, parse), cost: 0})
}

/** The parser that reads records, with its guards: a history may be made to stop a plain one. */
async function recordReader(): Promise<Reader> {
  const [{parseWhole}, {readPlain}] = await Promise.all([
    import('../source.ts'),
    import('../yaml/plain.ts'),
  ])
  return (content, left) => {
    let cost = 0
    const records = recordsIn(content, (text) => {
      const plain = readPlain(text)
      if (plain !== undefined) return plain
      cost = content.length
      if (cost > left) return []
      const {sources, diagnostics} = parseWhole('main', '', text)
      // One document that cannot be read ends the file; the records after it have not gone.
      const broken = diagnostics.find(({code}) => code === 'yaml/syntax')
      const [first] = diagnostics
      if (broken ?? (sources.length === 0 && first !== undefined && first.code !== 'yaml/empty'))
        throw new Error(first?.message)
      return sources.map(({value}) => value)
    })
    return cost > left ? undefined : {records, cost}
  }
}
