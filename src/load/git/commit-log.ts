import type {ScanHit} from '../../model/source.ts'
import type {Commit} from '../../model/trail.ts'
import type {CommitTable} from './commit-table.ts'

/** What a commit did to one path, seen from its first parent. */
export interface PathChange {
  /** From the top of the repository, as in `decodePath`. */
  readonly path: string
  /** Blob before and after; null where the path did not exist, or was no regular file. */
  readonly before: string | null
  readonly after: string | null
}

/** The same by numbers of the table; -1 for null. */
export interface NumberedChange {
  readonly path: number
  readonly before: number
  readonly after: number
}

/** One commit as the log gives it, with what it changed. */
export interface LoggedCommit {
  readonly commit: Commit
  readonly changes: readonly PathChange[]
  /** What may not be kept, in its message and the names on it; left out where there is none. */
  readonly hits?: readonly ScanHit[]
}

/**
 * All that one commit descends from, itself last: parents before children. An object of a commit
 * is made when it is asked for.
 */
export class CommitLog implements Iterable<LoggedCommit> {
  readonly table: CommitTable
  /** Numbers of commits. */
  private readonly order: Int32Array
  private readonly made: (Commit | undefined)[]
  private readonly shownHits = new Map<number, readonly ScanHit[]>()
  private places: Int32Array | undefined

  constructor(table: CommitTable, order: Int32Array) {
    this.table = table
    this.order = order
    this.made = Array.from<Commit | undefined>({length: order.length})
  }

  get length(): number {
    return this.order.length
  }

  /** Number in the table of the commit at a place of the order. */
  at(place: number): number {
    return this.order[place] ?? -1
  }

  /** Where a commit stands, by its number; -1 where it is none of these. */
  placeOf(commit: number): number {
    if (this.places === undefined) {
      const places = new Int32Array(this.table.ids.size).fill(-1)
      this.order.forEach((it, place) => (places[it] = place))
      this.places = places
    }
    return this.places[commit] ?? -1
  }

  /** Where the first parent stands, or another; -1 where there is none. */
  parentOf(place: number, which = 0): number {
    const at = this.table.parentsFrom(this.at(place)) + which
    return at < this.table.parentsTo(this.at(place)) ? this.placeOf(this.table.parents.get(at)) : -1
  }

  commit(place: number): Commit {
    const known = this.made[place]
    if (known !== undefined) return known
    this.table.ids.spell()
    const commit = this.table.commit(this.at(place))
    this.made[place] = commit
    return commit
  }

  hits(place: number): readonly ScanHit[] | undefined {
    return this.shownHits.get(place) ?? this.table.beside.get(this.at(place))?.hits
  }

  /** What was found in commits, by their places, in that order. */
  hitsAt(places: Int32Array): readonly ScanHit[] {
    if (this.shownHits.size === 0 && this.table.beside.size === 0) return []
    return Array.from(places, (place) => this.hits(place) ?? []).flat()
  }

  /** From here on the commit is given out like this. */
  show(place: number, {commit, hits}: Pick<LoggedCommit, 'commit' | 'hits'>): void {
    this.made[place] = commit
    if (hits !== undefined) this.shownHits.set(place, hits)
  }

  /** Of each path, by number, whether it is one of these: 1 or 0. */
  pathsWhere(wanted: (path: string) => boolean): Uint8Array {
    return Uint8Array.from(this.table.paths.all, (it) => (wanted(it) ? 1 : 0))
  }

  eachChange(place: number, see: (path: number, before: number, after: number) => void): void {
    const {table} = this
    const to = table.changesTo(this.at(place))
    for (let at = table.changesFrom(this.at(place)); at < to; at += 3)
      see(table.changes.get(at + 2), table.changes.get(at), table.changes.get(at + 1))
  }

  logged(place: number): LoggedCommit {
    const {blobs, paths} = this.table
    const changes: PathChange[] = []
    this.eachChange(place, (path, before, after) =>
      changes.push({
        path: paths.all[path] ?? '',
        before: before < 0 ? null : blobs.name(before),
        after: after < 0 ? null : blobs.name(after),
      }),
    )
    const hits = this.hits(place)
    return {commit: this.commit(place), changes, ...(hits === undefined ? {} : {hits})}
  }

  *[Symbol.iterator](): Generator<LoggedCommit> {
    for (let place = 0; place < this.length; place += 1) yield this.logged(place)
  }
}

/** What happened to each path: places of the commits that touched it, ascending. */
export class PathIndex {
  private readonly table: CommitTable
  /** Numbers of paths, in the order in which they were first touched. */
  readonly numbers: readonly number[]
  /** Where those of a path start; they end where those of the next start. */
  private readonly starts: Int32Array
  private readonly places: Int32Array

  constructor(log: CommitLog) {
    this.table = log.table
    const counts = new Int32Array(log.table.paths.all.length + 1)
    const touched: number[] = []
    const count = (path: number) => {
      if (counts[path] === 0) touched.push(path)
      counts[path] = (counts[path] ?? 0) + 1
    }
    for (let place = 0; place < log.length; place += 1) log.eachChange(place, count)
    this.numbers = touched
    this.starts = startsOf(counts)
    this.places = new Int32Array(this.starts.at(-1) ?? 0)
    const next = this.starts.slice()
    let at = 0
    const put = (path: number) => {
      this.places[next[path] ?? 0] = at
      next[path] = (next[path] ?? 0) + 1
    }
    for (; at < log.length; at += 1) log.eachChange(at, put)
  }

  /** How many paths there ever were. */
  get size(): number {
    return this.numbers.length
  }

  /** From the top of the repository, in the order in which they were first touched. */
  paths(): readonly string[] {
    return this.numbers.map((it) => this.table.paths.all[it] ?? '')
  }

  /** @param path - Number of it. */
  touching(path: number): Int32Array {
    return this.places.subarray(this.starts[path], this.starts[path + 1])
  }
}

/** For each number of things, how many there are before. */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length)
  let sum = 0
  counts.forEach((count, index) => {
    starts[index] = sum
    sum += count
  })
  return starts
}
