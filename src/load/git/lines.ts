import type {LoggedCommit} from './log.ts'

/** A commit that touched a path, by index, and the blob it left there. */
export interface Touch {
  readonly index: number
  readonly after: string | null
}

/**
 * Answers, for any commit, what stood at a path: the log says what each commit changed against its
 * first parent, so a path's state is its last change along first parents.
 */
export interface Lines {
  /** The last commit that touched `path`, on the line of first parents from `index`. */
  readonly lastChange: (index: number, path: string) => Touch | undefined
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
  const touched = new Map<string, Touch[]>()
  const key = (lineNumber: number, path: string) => `${lineNumber}\0${path}`
  commits.forEach(({changes}, index) => {
    for (const {path, after} of changes) {
      if (!wanted(path)) continue
      const of = key(line[index] ?? -1, path)
      const known = touched.get(of)
      if (known === undefined) touched.set(of, [{index, after}])
      else known.push({index, after})
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

/** The last of touches, in the order of commits, at `limit` or before it. */
function lastUpTo(touches: readonly Touch[], limit: number): Touch | undefined {
  let [low, high] = [0, touches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((touches[middle]?.index ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return touches[low - 1]
}
