import type {Commit} from '../../model/trail.ts'
import {openCache} from '../cache.ts'
import {CommitGraph} from './graph.ts'
import type {LoggedCommit, PathChange} from './log.ts'
import type {Repository} from './repository.ts'

/** Commits read in earlier runs, each with all its ancestors. */
export interface KnownHistory {
  /** To be added to. */
  readonly graph: CommitGraph
  /** How many commits it held as kept. */
  readonly size: number
  /** `ordered`: the commits that the one asked for leads to, in their order. */
  readonly keep: (graph: CommitGraph, ordered: readonly LoggedCommit[]) => void
}

const entry = 'commits'
/** Branches read one after another; above it the cache starts anew. */
const mostTips = 16
/** Below this part of all commits, and number of them, new ones are read again rather than kept. */
const worthPart = 100
const worthCommits = 20

/**
 * What is kept of the commits of a repository. A commit's name is the hash of what it says, and of
 * all its ancestors, so what was read of it once holds.
 *
 * @param more - What else the commits as kept depend on.
 */
export function knownHistory(
  {gitDir, top}: Pick<Repository, 'gitDir' | 'top'>,
  more: readonly string[],
): KnownHistory {
  const cache = openCache('history', [gitDir, ...more], {repositories: [gitDir, top]})
  const kept = cache.get(entry)
  const {commits, ordered: inOrder} = kept === undefined ? nothing : decode(kept)
  let graph = new CommitGraph(inOrder ? commits : [])
  if (!inOrder) for (const it of commits) graph.add(it)
  if (graph.tips().length > mostTips) graph = new CommitGraph()
  const {size} = graph
  return {
    graph,
    size,
    keep: (all, ordered) => {
      const fresh = all.size - size
      if (all === graph && fresh < (size === 0 ? 1 : Math.max(worthCommits, size / worthPart)))
        return
      const whole = ordered.length === all.size
      cache.set(entry, encode(whole ? ordered : [...all.commits()], whole))
      cache.save()
    },
  }
}

const nothing = {commits: [], ordered: false}

/** Everything that repeats stands once; numbers that point at it stand in columns. */
interface Shared {
  readonly people: readonly (readonly [name: string, email: string])[]
  readonly signatures: readonly Commit['signature'][]
  readonly paths: readonly string[]
  /** What few commits have besides, by their index: in the commit, and beside it. */
  readonly more: readonly (readonly [number, object, object])[]
  /** Each ends in LF. */
  readonly subjects: string
  /** Whether they stand as {@link CommitGraph.oldestFirst} orders them, all led to by the last. */
  readonly ordered: boolean
  readonly digits: number
  readonly commits: number
  readonly parents: number
  readonly changes: number
  readonly blobs: number
}

class Numbering<T> {
  readonly values: T[] = []
  private readonly numbers = new Map<string, number>()
  of(key: string, value: T): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

function encode(logged: readonly LoggedCommit[], ordered: boolean): Buffer {
  const place = new Map(logged.map(({commit}, index) => [commit.hash, index]))
  const people = new Numbering<readonly [string, string]>()
  const signatures = new Numbering<Commit['signature']>()
  const paths = new Numbering<string>()
  const blobs = new Numbering<string>()
  const more: [number, object, object][] = []
  const times: number[] = []
  const columns: number[] = []
  const parents: number[] = []
  const changed: number[] = []
  const blobOf = (it: string | null) => (it === null ? -1 : blobs.of(it, it))
  const personOf = ({name, email}: Commit['author']) =>
    people.of(`${name}\n${email}`, [name, email])
  for (const [index, {commit, changes, ...beside}] of logged.entries()) {
    const {hash: _hash, subject: _subject, parents: above, author, committer, ...rest} = commit
    const {signature, ...within} = rest
    if (Object.keys(within).length + Object.keys(beside).length > 0)
      more.push([index, within, beside])
    times.push(author.at, committer.at)
    columns.push(
      personOf(author),
      personOf(committer),
      signatures.of(signature, signature),
      above.length,
      changes.length,
    )
    for (const it of above) parents.push(place.get(it) ?? -1)
    for (const {path, before, after} of changes)
      changed.push(paths.of(path, path), blobOf(before), blobOf(after))
  }
  const hashes = [...logged.map(({commit}) => commit.hash), ...blobs.values]
  const shared: Shared = {
    people: people.values,
    signatures: signatures.values,
    paths: paths.values,
    more,
    subjects: logged.map(({commit}) => `${commit.subject}\n`).join(''),
    ordered,
    digits: logged[0]?.commit.hash.length ?? 0,
    commits: logged.length,
    parents: parents.length,
    changes: changed.length / 3,
    blobs: blobs.values.length,
  }
  const text = Buffer.from(JSON.stringify(shared))
  return Buffer.concat([
    Buffer.from(Float64Array.from([text.length, ...times]).buffer),
    Buffer.from(Int32Array.from([...columns, ...parents, ...changed]).buffer),
    Buffer.from(hashes.join(''), 'hex'),
    text,
  ])
}

/** @returns Nothing where it is not as {@link encode} writes it. */
function decode(kept: Buffer): {commits: readonly LoggedCommit[]; ordered: boolean} {
  // A copy, so that columns of numbers start where they may.
  const bytes = new Uint8Array(kept).buffer
  const [textLength = 0] = new Float64Array(bytes, 0, 1)
  const text = kept.toString('utf8', kept.length - textLength)
  const shared = JSON.parse(text) as Shared
  const {people, signatures, paths, digits} = shared
  const times = new Float64Array(bytes, 8, 2 * shared.commits)
  const count = 5 * shared.commits + shared.parents + 3 * shared.changes
  const columns = new Int32Array(bytes, 8 + times.byteLength, count)
  const from = 8 + times.byteLength + columns.byteLength
  const hex = kept.toString('hex', from, from + ((shared.commits + shared.blobs) * digits) / 2)
  const hashes = Array.from({length: shared.commits + shared.blobs}, (_, index) =>
    hex.slice(index * digits, (index + 1) * digits),
  )
  const hashOf = (index: number) => hashes[index] ?? ''
  const blobOf = (index: number) => (index < 0 ? null : hashOf(shared.commits + index))
  const subjects = shared.subjects.split('\n')
  const more = new Map(shared.more.map(([index, ...it]) => [index, it]))
  let parent = 5 * shared.commits
  let change = parent + shared.parents
  const commits = Array.from({length: shared.commits}, (_, index): LoggedCommit => {
    const at = 5 * index
    const column = (offset: number) => columns[at + offset] ?? 0
    const personOf = (offset: number) => {
      const [name, email] = people[column(offset)] ?? ['', '']
      return {name, email, at: times[2 * index + offset] ?? 0}
    }
    const parents: string[] = []
    for (const end = parent + column(3); parent < end; parent += 1)
      parents.push(hashOf(columns[parent] ?? 0))
    const changes: PathChange[] = []
    for (const end = change + 3 * column(4); change < end; change += 3)
      changes.push({
        path: paths[columns[change] ?? 0] ?? '',
        before: blobOf(columns[change + 1] ?? -1),
        after: blobOf(columns[change + 2] ?? -1),
      })
    const commit: Commit = {
      hash: hashOf(index),
      parents,
      author: personOf(0),
      committer: personOf(1),
      subject: subjects[index] ?? '',
      signature: signatures[column(2)] ?? 'none',
    }
    const [within, beside] = more.get(index) ?? []
    return within === undefined
      ? {commit, changes}
      : {commit: {...commit, ...within}, changes, ...beside}
  })
  return {commits, ordered: shared.ordered}
}
