import {compareText} from '../model/location.ts'

/**
 * ZIP codes of which the fewest reach a share of an owner's patients. Every one of `core` belongs
 * to them, and any `need` of `tied`, which have equally many patients.
 */
export interface FewestZips {
  readonly core: readonly string[]
  readonly tied: readonly string[]
  readonly need: number
}

/**
 * The fewest ZIP codes from which an owner draws a share of its patients, as the withdrawn 2011
 * statement drew a primary service area.
 *
 * @param patients - Patients by ZIP code.
 * @param share - 0 to 1.
 */
export function fewestReaching(patients: ReadonlyMap<string, number>, share: number): FewestZips {
  const ranked = [...patients]
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || compareText(a, b))
  const total = ranked.reduce((sum, [, count]) => sum + count, 0)
  let reached = 0
  let taken = 0
  // Sums of whole numbers are exact; the goal is not.
  for (; taken < ranked.length && reached < share * total - 1e-9; taken += 1)
    reached += ranked[taken]?.[1] ?? 0
  const last = ranked[taken - 1]?.[1]
  const core = ranked.filter(([, count]) => last !== undefined && count > last).map(([zip]) => zip)
  const tied = ranked.filter(([, count]) => count === last).map(([zip]) => zip)
  return {core, tied, need: taken - core.length}
}

/** Whether these are such ZIP codes, whichever of the tied were taken. */
export function isFewest(zips: readonly string[], {core, tied, need}: FewestZips): boolean {
  const given = new Set(zips)
  return (
    core.every((it) => given.has(it)) &&
    tied.filter((it) => given.has(it)).length === need &&
    given.size === core.length + need
  )
}
