import {startsOf, type CommitLog} from './commit-log.ts'

/** A commit that touched a path, by place, and the blob it left there, -1 for none. */
export interface Touch {
  readonly place: number
  readonly after: number
}

/**
 * Answers, for any commit, what stood at a path: the log says what each commit changed against its
 * first parent, so a path's state is its last change along first parents. Commits by place, paths
 * and blobs by number.
 */
export interface Lines {
  /** The last commit that touched `path`, on the line of first parents from `place`. */
  readonly lastChange: (place: number, path: number) => Touch | undefined
  /** Whether `older` is `newer` or on its line of first parents. */
  readonly onLine: (older: number, newer: number) => boolean
}

/**
 * Cuts the history into lines of first parents, each ending where it meets a line already cut, so
 * that a look-up takes as many steps as branches are nested and not as many as there are commits.
 *
 * @param wanted - Of each path, by number, whether it will be asked about: 1 or 0.
 */
export function linesOf(commits: CommitLog, wanted: Uint8Array): Lines {
  const line = new Int32Array(commits.length).fill(-1)
  const joins: number[] = []
  for (let tip = commits.length - 1; tip >= 0; tip -= 1) {
    if (line[tip] !== -1) continue
    let at = tip
    for (; at >= 0 && line[at] === -1; at = commits.parentOf(at)) line[at] = joins.length
    joins.push(at)
  }
  const {starts, places, afters} = touchesOf(commits, wanted, byLine(line, joins.length))
  /** The last touch of a path on one line, at `limit` or before it. */
  const lastOn = (on: number, path: number, limit: number): number => {
    const from = starts[path] ?? 0
    let [low, high] = [from, starts[path + 1] ?? 0]
    while (low < high) {
      const middle = (low + high) >> 1
      const place = places[middle] ?? 0
      const its = line[place] ?? 0
      if (its < on || (its === on && place <= limit)) low = middle + 1
      else high = middle
    }
    return low > from && line[places[low - 1] ?? 0] === on ? low - 1 : -1
  }
  return {
    lastChange: (place, path) => {
      for (let at = place; at >= 0; at = joins[line[at] ?? -1] ?? -1) {
        const found = lastOn(line[at] ?? -1, path, at)
        if (found >= 0) return {place: places[found] ?? 0, after: afters[found] ?? -1}
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

/** Places of commits, line by line, and those of one line ascending. */
function byLine(line: Int32Array, lines: number): Int32Array {
  const counts = new Int32Array(lines)
  for (const it of line) counts[it] = (counts[it] ?? 0) + 1
  const next = startsOf(counts)
  const places = new Int32Array(line.length)
  line.forEach((it, place) => {
    const at = next[it] ?? 0
    places[at] = place
    next[it] = at + 1
  })
  return places
}

/** The touches of each path, from `starts` of its number to that of the next, in the order given. */
function touchesOf(commits: CommitLog, wanted: Uint8Array, order: Int32Array) {
  const counts = new Int32Array(wanted.length + 1)
  for (const place of order)
    commits.eachChange(place, (path) => {
      counts[path] = (counts[path] ?? 0) + (wanted[path] ?? 0)
    })
  const starts = startsOf(counts)
  const next = starts.slice()
  const places = new Int32Array(starts.at(-1) ?? 0)
  const afters = new Int32Array(places.length)
  for (const place of order)
    commits.eachChange(place, (path, _before, after) => {
      if (wanted[path] !== 1) return
      const at = next[path] ?? 0
      places[at] = place
      afters[at] = after
      next[path] = at + 1
    })
  return {starts, places, afters}
}
