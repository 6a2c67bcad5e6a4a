import type {LoggedCommit} from './log.ts'

/**
 * Commits with every parent before its children.
 *
 * Git's own order goes by dates, and a clock that was wrong puts a child before its parent. Only
 * then is sorting needed, and it stays as close to git's order as it can.
 *
 * @param newestFirst - As git printed them; used up.
 */
export function oldestFirst(newestFirst: LoggedCommit[]): readonly LoggedCommit[] {
  const ordered = newestFirst.reverse()
  const place = new Map(ordered.map(({commit}, index) => [commit.hash, index]))
  const early = ordered.some(({commit}, index) =>
    commit.parents.some((it) => (place.get(it) ?? -1) > index),
  )
  return early ? sorted(ordered, place) : ordered
}

function sorted(
  ordered: readonly LoggedCommit[],
  place: ReadonlyMap<string, number>,
): readonly LoggedCommit[] {
  const done = new Set<number>()
  const result: LoggedCommit[] = []
  for (let start = 0; start < ordered.length; start += 1) {
    // A stack of our own: a history can be deeper than the call stack.
    const waiting = [start]
    while (waiting.length > 0) {
      const index = waiting.at(-1) ?? 0
      const it = ordered[index]
      const parent = it?.commit.parents
        .map((hash) => place.get(hash))
        .find((at) => at !== undefined && !done.has(at))
      if (parent !== undefined) waiting.push(parent)
      else {
        waiting.pop()
        if (it !== undefined && !done.has(index)) result.push(it)
        done.add(index)
      }
    }
  }
  return result
}
