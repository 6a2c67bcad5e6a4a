import type {LoggedCommit} from './log.ts'

/**
 * The commits that `head` descends from, itself too: every parent before its children, and of those
 * that may come next the one committed first, then the one with the lesser hash.
 *
 * Git's own order goes by dates alone, and a clock that was wrong puts a child before its parent;
 * commits of one second stand in the order in which git met them. This one depends on the commits
 * and on nothing else.
 */
export function oldestFirst(
  commits: ReadonlyMap<string, LoggedCommit>,
  head: string,
): readonly LoggedCommit[] {
  const reached = reachedFrom(commits, head)
  const place = new Map(reached.map(({commit}, index) => [commit.hash, index]))
  const waitsFor = new Int32Array(reached.length)
  const children: (number | number[] | undefined)[] = []
  const ready = new Queue(reached)
  reached.forEach(({commit}, index) => {
    for (const it of commit.parents) {
      const parent = place.get(it)
      if (parent === undefined) continue
      waitsFor[index] = (waitsFor[index] ?? 0) + 1
      const others = children[parent]
      if (others === undefined) children[parent] = index
      else if (typeof others === 'number') children[parent] = [others, index]
      else others.push(index)
    }
    if (waitsFor[index] === 0) ready.add(index)
  })
  const ordered: LoggedCommit[] = []
  for (let next = ready.take(); next !== undefined; next = ready.take()) {
    ordered.push(reached[next] as LoggedCommit)
    const after = children[next]
    for (const child of typeof after === 'number' ? [after] : (after ?? [])) {
      const left = (waitsFor[child] ?? 0) - 1
      waitsFor[child] = left
      if (left === 0) ready.add(child)
    }
  }
  return ordered
}

function reachedFrom(
  commits: ReadonlyMap<string, LoggedCommit>,
  head: string,
): readonly LoggedCommit[] {
  const reached: LoggedCommit[] = []
  const seen = new Set([head])
  // Grows while it is walked: the commits found so far.
  for (const hash of seen) {
    const it = commits.get(hash)
    if (it === undefined) continue
    reached.push(it)
    for (const parent of it.commit.parents) seen.add(parent)
  }
  return reached
}

/** Indexes of commits that may come next; the one committed first comes out first. */
class Queue {
  private readonly heap: number[] = []
  private readonly commits: readonly LoggedCommit[]
  constructor(commits: readonly LoggedCommit[]) {
    this.commits = commits
  }

  add(index: number): void {
    const {heap} = this
    let at = heap.length
    heap.push(index)
    for (let up = (at - 1) >> 1; at > 0 && this.isBefore(at, up); up = (at - 1) >> 1) {
      this.swap(at, up)
      at = up
    }
  }

  take(): number | undefined {
    const {heap} = this
    const [first] = heap
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < heap.length && this.isBefore(left, least)) least = left
      if (right < heap.length && this.isBefore(right, least)) least = right
      if (least === at) return first
      this.swap(at, least)
      at = least
    }
  }

  private swap(a: number, b: number): void {
    const {heap} = this
    const kept = heap[a] as number
    heap[a] = heap[b] as number
    heap[b] = kept
  }

  private isBefore(a: number, b: number): boolean {
    const one = this.commits[this.heap[a] as number] as LoggedCommit
    const other = this.commits[this.heap[b] as number] as LoggedCommit
    const [from, to] = [one.commit.committer.at, other.commit.committer.at]
    return from === to ? one.commit.hash < other.commit.hash : from < to
  }
}
