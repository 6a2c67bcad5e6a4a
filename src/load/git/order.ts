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

/**
 * Answers, for any commit, what stood at a path: the log says what each commit changed against its
 * first parent, so a path's state is its last change along first parents.
 */
export interface Lines {
  /** Index of the last commit that touched `path`, on the line of first parents from `index`. */
  readonly lastChange: (index: number, path: string) => number | undefined
  /** Whether `older` is `newer` or on its line of first parents. */
  readonly onLine: (older: number, newer: number) => boolean
}

/**
 * Cuts the history into lines of first parents, each ending where it meets a line already cut, so
 * that a look-up takes as many steps as branches are nested and not as many as there are commits.
 */
export function linesOf(
  commits: readonly LoggedCommit[],
  place: ReadonlyMap<string, number>,
  wanted: (path: string) => boolean,
): Lines {
  const line = new Int32Array(commits.length).fill(-1)
  const joins: number[] = []
  const parentOf = (index: number) => place.get(commits[index]?.commit.parents[0] ?? '') ?? -1
  for (let tip = commits.length - 1; tip >= 0; tip -= 1) {
    if (line[tip] !== -1) continue
    let at = tip
    for (; at >= 0 && line[at] === -1; at = parentOf(at)) line[at] = joins.length
    joins.push(at)
  }
  const touched = new Map<string, number[]>()
  const key = (lineNumber: number, path: string) => `${lineNumber}\0${path}`
  commits.forEach(({changes}, index) => {
    for (const {path} of changes) {
      if (!wanted(path)) continue
      const of = key(line[index] ?? -1, path)
      const known = touched.get(of)
      if (known === undefined) touched.set(of, [index])
      else known.push(index)
    }
  })
  return {
    lastChange: (index, path) => {
      for (let at = index; at >= 0; at = joins[line[at] ?? -1] ?? -1) {
        const found = lastUpTo(touched.get(key(line[at] ?? -1, path)) ?? [], at)
        if (found !== undefined) return found
      }
      return undefined
    },
    onLine: (older, newer) => {
      for (let at = newer; at >= 0; at = joins[line[at] ?? -1] ?? -1)
        if (line[at] === line[older]) return older <= at
      return false
    },
  }
}

/** Largest of ascending numbers that is at most `limit`. */
function lastUpTo(numbers: readonly number[], limit: number): number | undefined {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return numbers[low - 1]
}
