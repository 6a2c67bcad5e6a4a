import {startsOf} from './commit-log.ts'
import type {CommitTable} from './commit-table.ts'
import {Queue} from './queue.ts'

/**
 * The commits that `head` descends from, itself too, by number: every parent before its children,
 * and of those that may come next the one committed first, then the one with the lesser hash.
 *
 * Git's own order goes by dates alone, and a clock that was wrong puts a child before its parent;
 * commits of one second stand in the order in which git met them. This one depends on the commits
 * and on nothing else.
 *
 * @param base - The same of a commit that may be an ancestor: it is not worked out again where all
 *   others come behind it.
 */
export function oldestFirst(
  table: CommitTable,
  head: number,
  base: Int32Array = new Int32Array(0),
): Int32Array {
  const inBase = new Uint8Array(table.ids.size)
  if (base.length === 0) return orderOf(table, head, inBase)
  for (const commit of base) inBase[commit] = 1
  const added = inBase[head] === 1 ? undefined : orderOf(table, head, inBase)
  if (added === undefined || !goBehind(table, added, base))
    return base.at(-1) === head ? base : orderOf(table, head, new Uint8Array(table.ids.size))
  const all = new Int32Array(base.length + added.length)
  all.set(base)
  all.set(added, base.length)
  return all
}

/**
 * Whether commits come after all of the base in the order of both: they lead to its last commit,
 * and so to each, and none could go before one of it that may come next.
 */
function goBehind(table: CommitTable, added: Int32Array, base: Int32Array): boolean {
  const last = base.at(-1)
  let latest = base[0]
  if (last === undefined || latest === undefined) return false
  let isLed = false
  for (const commit of added) isLed ||= isParent(table, last, commit)
  if (!isLed) return false
  for (const commit of base) if (isBefore(table, latest, commit)) latest = commit
  const from = latest
  return added.every((it) => isBefore(table, from, it))
}

function isParent(table: CommitTable, commit: number, child: number): boolean {
  const to = table.parentsTo(child)
  for (let at = table.parentsFrom(child); at < to; at += 1)
    if (table.parents.get(at) === commit) return true
  return false
}

/** @param leftOut - Of each commit, 1 where it, and what it descends from, counts as gone before. */
function orderOf(table: CommitTable, head: number, leftOut: Uint8Array): Int32Array {
  const reached = reachedFrom(table, head, leftOut)
  const {starts, children, waitsFor} = childrenOf(table, reached, leftOut)
  const ready = new Queue<number>((one, other) => isBefore(table, one, other))
  for (const commit of reached) if (waitsFor[commit] === 0) ready.add(commit)
  const ordered = new Int32Array(reached.length)
  let length = 0
  for (let next = ready.take(); next !== undefined; next = ready.take()) {
    ordered[length] = next
    length += 1
    const to = starts[next + 1] ?? 0
    for (let at = starts[next] ?? 0; at < to; at += 1) {
      const child = children[at] ?? 0
      const left = (waitsFor[child] ?? 0) - 1
      waitsFor[child] = left
      if (left === 0) ready.add(child)
    }
  }
  return ordered.subarray(0, length)
}

/** In no order that means something. */
function reachedFrom(table: CommitTable, head: number, leftOut: Uint8Array): Int32Array {
  const reached = new Int32Array(table.ids.size)
  const met = leftOut.slice()
  reached[0] = head
  met[head] = 1
  let count = 1
  for (let next = 0; next < count; next += 1) {
    const commit = reached[next] ?? 0
    const to = table.parentsTo(commit)
    for (let at = table.parentsFrom(commit); at < to; at += 1) {
      const parent = table.parents.get(at)
      if (met[parent] === 1) continue
      met[parent] = 1
      reached[count] = parent
      count += 1
    }
  }
  return reached.subarray(0, count)
}

/** Those of a commit stand from `starts` of its number to that of the next. */
function childrenOf(table: CommitTable, commits: Int32Array, leftOut: Uint8Array) {
  const counts = new Int32Array(table.ids.size + 1)
  const waitsFor = new Int32Array(table.ids.size)
  for (const commit of commits) {
    const to = table.parentsTo(commit)
    for (let at = table.parentsFrom(commit); at < to; at += 1) {
      const parent = table.parents.get(at)
      if (leftOut[parent] === 1) continue
      counts[parent] = (counts[parent] ?? 0) + 1
      waitsFor[commit] = (waitsFor[commit] ?? 0) + 1
    }
  }
  const starts = startsOf(counts)
  const next = starts.slice()
  const children = new Int32Array(starts.at(-1) ?? 0)
  for (const commit of commits) {
    const to = table.parentsTo(commit)
    for (let at = table.parentsFrom(commit); at < to; at += 1) {
      const parent = table.parents.get(at)
      if (leftOut[parent] === 1) continue
      const place = next[parent] ?? 0
      children[place] = commit
      next[parent] = place + 1
    }
  }
  return {starts, children, waitsFor}
}

function isBefore(table: CommitTable, one: number, other: number): boolean {
  const [from, to] = [table.committedAt(one), table.committedAt(other)]
  return from === to ? table.ids.compare(one, other) < 0 : from < to
}
