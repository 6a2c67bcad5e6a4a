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
  const dates = records.flatMap(datesOf)
  const begun = dates.filter(({isEnd}) => !isEnd)
  const middle = medianOf(begun)
  const from = middle === undefined || begun.length < fewDates || middle < asOf ? asOf : middle
  const [last, lastEnd] = [yearsAfter(from, farYears), yearsAfter(from, farEndYears)]
  return dates.flatMap((it) => {
    const limit = it.isEnd ? lastEnd : last
    if (it.date > limit) return [farDate(it, `${quoted(limit)} or earlier`)]
    return it.date < earliest ? [farDate(it, `${quoted(earliest)} or later`)] : []
  })
}

/** The date in the middle, the earlier of two; dates repeat, so they are counted and not sorted. */
function medianOf(dated: readonly Dated[]): string | undefined {
  const counts = new Map<string, number>()
  for (const {date} of dated) counts.set(date, (counts.get(date) ?? 0) + 1)
  let before = 0
  for (const date of [...counts.keys()].sort(compareText)) {
    before += counts.get(date) ?? 0
    if (2 * before >= dated.length) return date
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

function datesOf(record: Checked): Dated[] {
  if (record.kind === null) return []
  return patternsOf(record.kind).flatMap((pattern) =>
    valuesAt(record.source.value, pattern).flatMap(({path, value}) =>
      typeof value === 'string' && isDate(value) && !record.faulty.has(pathText(path))
        ? [{record, path, date: value, isEnd: ends.has(pattern.at(-1) ?? '')}]
        : [],
    ),
  )
}

const collected = new Map<string, readonly PathPattern[]>()

/** Where a kind has dates; found in its schema once. */
function patternsOf(kind: string): readonly PathPattern[] {
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
