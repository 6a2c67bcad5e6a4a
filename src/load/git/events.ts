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
      const label = path.filter((it) => typeof it === 'string').join(' ')
      found.push({path, label, date: value, beside})
    } else if (Array.isArray(value)) {
      value.forEach((it, index) => visit(it, [...path, index], [...beside, ...scalarsOf(it)]))
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, it] of Object.entries(value))
        if (!aside.has(key)) visit(it, [...path, key], beside)
    }
  }
  visit(record, [], [])
  return found
}

function scalarsOf(element: unknown): readonly string[] {
  if (typeof element !== 'object' || element === null) return []
  return Object.entries(element)
    .filter(([, it]) => typeof it !== 'object' && !(typeof it === 'string' && isDate(it)))
    .map(([key, it]) => `${key}=${String(it)}`)
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
    const taken = new Set<Known>()
    const matches = new Map<DateFound, Known>()
    for (const same of [isEqual, isAlike])
      for (const it of dates) {
        if (matches.has(it)) continue
        const match = this.group(it).find((one) => !taken.has(one) && same(it.beside, one.beside))
        if (match === undefined) continue
        match.beside = it.beside
        taken.add(match)
        matches.set(it, match)
      }
    return dates.map((it) => {
      const {first} = matches.get(it) ?? this.add(it, commit)
      const {path, label, date} = it
      const lagDays = Math.floor(first.committer.at / 86_400) - dayNumber(date)
      return {path, label, date, first, lagDays}
    })
  }

  private group({label, date}: DateFound): Known[] {
    return this.known.get(`${label} ${date}`) ?? []
  }

  private add({label, date, beside}: DateFound, first: Commit): Known {
    const added = {beside, first}
    const key = `${label} ${date}`
    this.known.set(key, [...(this.known.get(key) ?? []), added])
    return added
  }
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((it, index) => it === b[index])
}

/** Keys that name what an element is about; a change of one makes it another element. */
const naming = /^(?:id|name|person|participant|clinician|npi|member|payer|party|measure|step|key)=/

function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((it) => b.includes(it))
  const names = (it: readonly string[]) => it.filter((one) => naming.test(one))
  const sameNames = names(a).every((it) => b.includes(it)) && names(b).every((it) => a.includes(it))
  return sameNames && shared.length * 2 >= Math.min(a.length, b.length)
}
