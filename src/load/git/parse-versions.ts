import type {UnreadVersions} from '../../model/trail.ts'
import type {Versions} from './follow.ts'
import type {ParseText} from './history.ts'
import type {LoggedCommit} from './log.ts'
import {hasObjects, readObjects, type ObjectContent} from './objects.ts'
import type {Repository} from './repository.ts'
import {knownVersions, type ReadVersion} from './version-cache.ts'
import {recordsIn, type RecordVersion} from './versions.ts'

/** Bytes; the loader reads no larger file of records either. */
const largestFile = 5 * 1024 * 1024
/** Bytes of all versions of one file that the whole parser reads; a minute or two. */
const mostWhole = 32 * 1024 * 1024

/** The file in which a version first stood, and the version that it replaced there. */
interface Standing {
  readonly path: string
  readonly before: string | null
}

/** Every version of every file, by blob, after the version that it replaced. */
export function versionsIn(
  commits: readonly LoggedCommit[],
  wanted: (path: string) => boolean,
): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>()
  for (const {changes} of commits)
    for (const it of changes)
      if (it.after !== null && wanted(it.path) && !standing.has(it.after))
        standing.set(it.after, it)
  return standing
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
  commits: readonly LoggedCommit[],
  wanted: (path: string) => boolean,
  parse: ParseText | null,
  limit = mostWhole,
): Promise<{versions: Versions; unread: readonly UnreadVersions[]} | 'partial'> {
  const standing = versionsIn(commits, wanted)
  const order = [...standing.keys()]
  const known = knownVersions(repository, parse === null)
  const kept = new Map<string, ReadVersion>()
  for (const hash of order) {
    const it = known.get(hash)
    if (it !== undefined) kept.set(hash, it)
  }
  if (!(await hasObjects(repository, [...kept.keys()]))) return 'partial'
  const versions = new Map<string, ReadonlyMap<string, RecordVersion>>()
  const unread = new Unread()
  const costs = new Map<string, number>()
  const read = parse === null ? await recordReader() : readerOf(parse)
  const settle = (hash: string, readIt: (left: number) => ReadVersion | 'large' | undefined) => {
    const {path, before} = standing.get(hash) as Standing
    const spent = costs.get(path) ?? 0
    const previous = versions.get(before ?? '') ?? new Map<string, RecordVersion>()
    const it = readIt(limit - spent)
    if (it === undefined || it === 'large') unread.add(path, it ?? 'often')
    else if (it.cost > 0) costs.set(path, spent + it.cost)
    versions.set(hash, typeof it === 'object' ? (it.records ?? previous) : previous)
  }
  let next = 0
  const settleKept = () => {
    for (let it = kept.get(order[next] ?? ''); it !== undefined; it = kept.get(order[next] ?? '')) {
      const one = it
      settle(order[next] ?? '', (left) => (one.cost > left ? undefined : one))
      next += 1
    }
  }
  let lacking = false
  const take = (hash: string, content: ObjectContent) => {
    settleKept()
    next += 1
    lacking ||= content === null
    const before = versions.get(standing.get(hash)?.before ?? '')
    settle(hash, (left) => {
      if (!(content instanceof Buffer)) return content === null ? nothing : 'large'
      // As good as read: where no record was, a text without the word brings none.
      if ((before?.size ?? 0) === 0 && !mayHoldKind(content)) return nothing
      const it = read(content, left)
      if (it !== undefined) known.set(hash, it)
      return it
    })
  }
  const fresh = order.filter((it) => !kept.has(it))
  await readObjects(repository, fresh, largestFile, take)
  settleKept()
  if (lacking) return 'partial'
  known.save()
  return {versions, unread: unread.list()}
}

const nothing: ReadVersion = {records: undefined, cost: 0}

/** Whether a key `kind` can be in the text: as it stands, or written with escapes. */
function mayHoldKind(content: Buffer): boolean {
  return content.includes('kind') || content.includes('\\')
}

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
