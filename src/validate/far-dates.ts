import {isDate} from '../model/date.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import {valuesAt, type PathPattern} from './paths.ts'
import type {Checked} from './records.ts'
import {resolved, schemaOf, type Schema} from './schemas.ts'
import {pathText} from './words.ts'

/** Years after which what a record says has begun or happened is most likely a slip of the hand. */
const farYears = 5
/** The same for ends and deadlines, which are often set far ahead. */
const farEndYears = 100
const earliest = '1900-01-01'

const ends: ReadonlySet<string> = new Set(['due', 'expires', 'inForceTo', 'retainUntil', 'to'])

/** Fewer dates than these have no middle worth the name. */
const fewDates = 5

interface Dated {
  readonly record: Checked
  readonly path: ValuePath
  readonly date: string
  readonly isEnd: boolean
}

/**
 * Dates with a year that was most likely mistyped.
 *
 * Records newer than the date judged at are normal where that lies in the past, and no clock is
 * read here: far is what is far from the later of that date and the middle of all dates.
 */
export function checkFarDates(records: readonly Checked[], asOf: string): Diagnostic[] {
  const {counts, doubtful} = datesOf(records, asOf)
  const begun = [...counts.values()].reduce((sum, it) => sum + it, 0)
  const middle = medianOf(counts, begun)
  const from = middle === undefined || begun < fewDates || middle < asOf ? asOf : middle
  const [last, lastEnd] = [yearsAfter(from, farYears), yearsAfter(from, farEndYears)]
  return doubtful.flatMap((it) => {
    const limit = it.isEnd ? lastEnd : last
    if (it.date > limit) return [farDate(it, `${quoted(limit)} or earlier`)]
    return it.date < earliest ? [farDate(it, `${quoted(earliest)} or later`)] : []
  })
}

/** The date in the middle, the earlier of two; dates repeat, so they are counted and not sorted. */
function medianOf(counts: ReadonlyMap<string, number>, all: number): string | undefined {
  let before = 0
  for (const date of [...counts.keys()].sort(compareText)) {
    before += counts.get(date) ?? 0
    if (2 * before >= all) return date
  }
  return undefined
}

/** Good for comparing alone: 29 February stays one in every year. */
function yearsAfter(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  return year > 9999 ? '9999-12-31' : `${String(year).padStart(4, '0')}${date.slice(4)}`
}

function farDate({record, path, date}: Dated, expected: string): Diagnostic {
  return {
    code: 'record/far-date',
    severity: 'warning',
    message: `Unexpected date ${quoted(date)} for ${quoted(pathText(path))}, expected ${expected}`,
    location: record.source.locate(path),
    why: 'What a slip puts far ahead counts nowhere until then, and what it puts far back counts always',
    help: 'Correct the year',
  }
}

/**
 * How often each date stands where something begins or happens, and the dates, ends too, that may be
 * far: those that are far from the date judged at, as the middle moves the limit further ahead only.
 */
function datesOf(records: readonly Checked[], asOf: string) {
  const [last, lastEnd] = [yearsAfter(asOf, farYears), yearsAfter(asOf, farEndYears)]
  const counts = new Map<string, number>()
  const doubtful: Dated[] = []
  for (const record of records) {
    const {kind, faulty, source} = record
    for (const pattern of kind === null ? [] : datePatterns(kind)) {
      const isEnd = ends.has(pattern.at(-1) ?? '')
      for (const {path, value} of valuesAt(source.value, pattern)) {
        if (typeof value !== 'string' || !isDate(value)) continue
        if (faulty.size > 0 && faulty.has(pathText(path))) continue
        if (!isEnd) counts.set(value, (counts.get(value) ?? 0) + 1)
        if (value > (isEnd ? lastEnd : last) || value < earliest)
          doubtful.push({record, path, date: value, isEnd})
      }
    }
  }
  return {counts, doubtful}
}

const collected = new Map<string, readonly PathPattern[]>()

/** Where a kind has dates; found in its schema once. */
export function datePatterns(kind: string): readonly PathPattern[] {
  const ready = collected.get(kind)
  if (ready !== undefined) return ready
  const found = [...collect(schemaOf(kind), [])]
  collected.set(kind, found)
  return found
}

function* collect(reference: Schema, pattern: PathPattern): Generator<PathPattern> {
  const schema = resolved(reference)
  if (schema.format === 'calendar-date') yield pattern
  for (const [key, property] of Object.entries(schema.properties ?? {}))
    yield* collect(property, [...pattern, key])
  if (schema.items !== undefined) yield* collect(schema.items, [...pattern, '*'])
  if (typeof schema.additionalProperties === 'object')
    yield* collect(schema.additionalProperties, [...pattern, '*'])
}
