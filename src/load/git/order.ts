import type {CommitTable} from './commit-table.ts'
import {Queue} from './queue.ts'

/**
 * The commits that `head` descends from, itself too, by number: every parent before its children,
 * and of those that may come next the one committed first, then the one with the lesser hash.
 *
 * Git's own order goes by dates alone, and a clock that was wrong puts a child before its parent;
 * commits of one second stand in the order in which git met them. This one depends on the commits
 * and on nothing else.
 */
export function oldestFirst(table: CommitTable, head: number): Int32Array {
  const {reached, count} = reachedFrom(table, head)
  const {childrenTo, children} = childrenOf(table, reached.subarray(0, count))
  const waitsFor = new Int32Array(table.ids.size)
  const ready = new Queue<number>((one, other) => isBefore(table, one, other))
  for (const commit of reached.subarray(0, count)) {
    waitsFor[commit] = table.parentsTo(commit) - table.parentsFrom(commit)
    if (waitsFor[commit] === 0) ready.add(commit)
  }
  const ordered = new Int32Array(count)
  let length = 0
  for (let next = ready.take(); next !== undefined; next = ready.take()) {
    ordered[length] = next
    length += 1
    for (
      let at = next === 0 ? 0 : (childrenTo[next - 1] ?? 0);
      at < (childrenTo[next] ?? 0);
      at += 1
    ) {
      const child = children[at] ?? 0
      const left = (waitsFor[child] ?? 0) - 1
      waitsFor[child] = left
      if (left === 0) ready.add(child)
    }
  }
  return ordered.subarray(0, length)
}

/** In no order that means something. */
function reachedFrom(table: CommitTable, head: number): {reached: Int32Array; count: number} {
  const reached = new Int32Array(table.ids.size)
  const met = new Uint8Array(table.ids.size)
  reached[0] = head
  met[head] = 1
  let count = 1
  for (let next = 0; next < count; next += 1)
    eachParent(table, reached[next] ?? 0, (parent) => {
      if (met[parent] === 1) return
      met[parent] = 1
      reached[count] = parent
      count += 1
    })
  return {reached, count}
}

/** Those of each commit end in `children` where `childrenTo` says, and start behind the one before. */
function childrenOf(table: CommitTable, commits: Int32Array) {
  const childrenTo = new Int32Array(table.ids.size)
  let all = 0
  for (const commit of commits)
    eachParent(table, commit, (parent) => {
      childrenTo[parent] = (childrenTo[parent] ?? 0) + 1
      all += 1
    })
  let sum = 0
  childrenTo.forEach((count, commit) => {
    childrenTo[commit] = sum
    sum += count
  })
  const children = new Int32Array(all)
  // Each place moves up to the end of its own as they are put in.
  for (const commit of commits)
    eachParent(table, commit, (parent) => {
      const at = childrenTo[parent] ?? 0
      children[at] = commit
      childrenTo[parent] = at + 1
    })
  return {childrenTo, children}
}

function isBefore(table: CommitTable, one: number, other: number): boolean {
  const [from, to] = [table.committedAt(one), table.committedAt(other)]
  return from === to ? table.ids.compare(one, other) < 0 : from < to
}

function eachParent(table: CommitTable, commit: number, see: (parent: number) => void): void {
  const to = table.parentsTo(commit)
  for (let at = table.parentsFrom(commit); at < to; at += 1) see(table.parents.get(at))
}
