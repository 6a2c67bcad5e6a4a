import {dayNumber, isDate} from '../../model/date.ts'
import type {ValuePath} from '../../model/location.ts'
import type {Commit, DatedEvent} from '../../model/trail.ts'

/** A date in one version of a record. */
export interface DateFound {
  readonly path: ValuePath
  readonly label: string
  readonly date: string
  /** What else the array elements around it hold, as `key=value`: tells one element from another. */
  readonly beside: readonly string[]
}

/** Dates under this key say where a fact was read, not what happened. */
const aside = new Set(['provenance'])

/** Every date in a record, in the order of the file. */
export function datesIn(record: object): readonly DateFound[] {
  const found: DateFound[] = []
  const visit = (value: unknown, path: ValuePath, beside: readonly string[]) => {
    if (typeof value === 'string') {
      if (!isDate(value)) return
      found.push({path, label: labelOf(path), date: value, beside})
    } else if (Array.isArray(value)) {
      value.forEach((it, index) => {
        const own = scalarsOf(it)
        visit(it, [...path, index], own.length === 0 ? beside : [...beside, ...own])
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, it] of Object.entries(value))
        if (!aside.has(key)) visit(it, [...path, key], beside)
    }
  }
  visit(record, [], [])
  return found
}

/** The keys of a path, without indexes: `reviews date`. */
export function labelOf(path: ValuePath): string {
  return path.filter((it) => typeof it === 'string').join(' ')
}

/** What tells an element from others is short and stands at its top; the rest may be long. */
const mostScalars = 20
const mostCharacters = 200

function scalarsOf(element: unknown): readonly string[] {
  if (typeof element !== 'object' || element === null) return []
  return Object.entries(element)
    .filter(([, it]) => typeof it !== 'object' && !(typeof it === 'string' && isDate(it)))
    .slice(0, mostScalars)
    .map(([key, it]) => `${key}=${String(it)}`.slice(0, mostCharacters))
}

/** A date that the record has held, and since when. */
interface Known {
  beside: readonly string[]
  readonly first: Commit
}

/**
 * Remembers, over the versions of one record, which commit first held each date.
 *
 * A date is the same as in an earlier version where its keys are (indexes left out, so that
 * elements may be added before it) and the element around it is: equal in all else, or the same in
 * at least half of it and in every key that names something. So a step that gets an outcome later
 * is still the same step, and a second signature on an old date is a new one.
 */
export class EventMemory {
  private readonly known = new Map<string, Known[]>()

  /** The events of a version. Dates never held before are first held by `commit`. */
  see(dates: readonly DateFound[], commit: Commit): readonly DatedEvent[] {
    const matches = new Map<DateFound, Known>()
    for (const [key, group] of groupsOf(dates)) {
      const known = this.known.get(key) ?? []
      this.known.set(key, known)
      for (const [it, one] of match(group, known)) matches.set(it, one)
      for (const it of group) {
        const one = matches.get(it) ?? {beside: it.beside, first: commit}
        if (!matches.has(it)) known.push(one)
        one.beside = it.beside
        matches.set(it, one)
      }
    }
    return dates.map((it) => dateEvent(it, matches.get(it)?.first ?? commit))
  }
}

/** A date and the commit that first held it. */
export function dateEvent(
  {path, label, date}: Pick<DateFound, 'path' | 'label' | 'date'>,
  first: Commit,
): DatedEvent {
  const lagDays = Math.floor(first.committer.at / 86_400) - dayNumber(date)
  return {path, label, date, first, lagDays}
}

/** Dates that could be each other: the same day under the same keys. */
function groupsOf(dates: readonly DateFound[]): ReadonlyMap<string, readonly DateFound[]> {
  const groups = new Map<string, DateFound[]>()
  for (const it of dates) {
    const key = `${it.label} ${it.date}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [it])
    else group.push(it)
  }
  return groups
}

/** Comparisons of unlike elements, above which only equal ones are matched: a record made to stall. */
const mostComparisons = 1_000_000

function match(
  group: readonly DateFound[],
  known: readonly Known[],
): ReadonlyMap<DateFound, Known> {
  const matches = new Map<DateFound, Known>()
  const free = new Set(known)
  const equal = new Map<string, Known[]>()
  // From the end, as the last is taken first.
  for (const one of known.toReversed()) {
    const key = JSON.stringify(one.beside)
    const same = equal.get(key)
    if (same === undefined) equal.set(key, [one])
    else same.push(one)
  }
  const take = (it: DateFound, one: Known | undefined) => {
    if (one === undefined) return
    matches.set(it, one)
    free.delete(one)
  }
  for (const it of group) take(it, equal.get(JSON.stringify(it.beside))?.pop())
  const left = group.filter((it) => !matches.has(it))
  if (left.length * free.size > mostComparisons) return matches
  for (const it of left)
    take(
      it,
      [...free].find((one) => isAlike(it.beside, one.beside)),
    )
  return matches
}

/** Keys that name what an element is about; a change of one makes it another element. */
const naming = /^(?:id|name|person|participant|clinician|npi|member|payer|party|measure|step|key)=/

function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((it) => b.includes(it))
  const names = (it: readonly string[]) => it.filter((one) => naming.test(one))
  const sameNames = names(a).every((it) => b.includes(it)) && names(b).every((it) => a.includes(it))
  return sameNames && shared.length * 2 >= Math.min(a.length, b.length)
}
