import {isDate} from '../model/date.ts'

type Plain = Record<string, unknown>

/** Counts of one group of a report, as a row of a table of counts wants them. */
export interface ReportedCounts {
  /** Which report of the file, from 1. */
  readonly report: number
  /** Last part of the measure's canonical address, without its version. */
  readonly measure: string
  /** Id of the reporting organization; empty where none is named. */
  readonly reporter: string
  readonly from: string
  readonly to: string
  readonly numerator: number
  /** Without exclusions and exceptions. */
  readonly denominator: number
  readonly excluded: number
}

export interface ReadReports {
  readonly counts: readonly ReportedCounts[]
  readonly rejected: readonly {readonly report: number; readonly reason: string}[]
}

/** Reports in parsed JSON: one MeasureReport, or a Bundle of them. Empty where there is none. */
export function measureReportsIn(json: unknown): readonly Plain[] {
  if (!isPlain(json)) return []
  if (json['resourceType'] === 'MeasureReport') return [json]
  if (json['resourceType'] !== 'Bundle') return []
  return plainsIn(json['entry']).flatMap(({resource}) =>
    isPlain(resource) && resource['resourceType'] === 'MeasureReport' ? [resource] : [],
  )
}

/**
 * Counts of FHIR MeasureReport resources. A report on single patients is refused: only summaries
 * belong in a governance repository.
 */
export function readMeasureReports(reports: readonly Plain[]): ReadReports {
  const counts: ReportedCounts[] = []
  const rejected: {report: number; reason: string}[] = []
  for (const [index, it] of reports.entries()) {
    const report = index + 1
    const found = countsOf(it, report)
    if (typeof found === 'string') rejected.push({report, reason: found})
    else counts.push(...found)
  }
  return {counts, rejected}
}

function countsOf(it: Plain, report: number): string | ReportedCounts[] {
  if (it['type'] !== 'summary' || it['subject'] !== undefined)
    return 'a report on patients, expected a summary'
  const measure = textOf(it['measure']).replace(/\|.*$/, '').split('/').at(-1) ?? ''
  if (measure === '') return 'a report that names no measure'
  const period = isPlain(it['period']) ? it['period'] : {}
  const [from, to] = [period['start'], period['end']].map((date) => textOf(date).slice(0, 10))
  if (from === undefined || to === undefined || !isDate(from) || !isDate(to) || from > to)
    return 'a report without a period of whole dates'
  const groups = plainsIn(it['group'])
  if (groups.length === 0) return 'a report without a group'
  const reporter = isPlain(it['reporter']) ? textOf(it['reporter']['reference']) : ''
  const read: ReportedCounts[] = []
  for (const group of groups) {
    const populations = plainsIn(group['population'])
    const count = (code: string) =>
      populations.find(({code: it}) => codesOf(it).includes(code))?.['count']
    const [numerator, denominator] = [count('numerator'), count('denominator')]
    if (!isCount(numerator) || !isCount(denominator))
      return 'a report without counts of a numerator and a denominator'
    const excluded = ['denominator-exclusion', 'denominator-exception']
      .map(count)
      .reduce<number>((sum, value) => sum + (isCount(value) ? value : 0), 0)
    if (excluded > denominator || numerator > denominator - excluded)
      return 'counts that do not fit: more in the numerator than in the denominator'
    const own = groups.length === 1 ? '' : `-${read.length + 1}`
    read.push({
      report,
      measure: `${measure}${own}`,
      reporter: reporter.split('/').at(-1) ?? '',
      from,
      to,
      numerator,
      denominator: denominator - excluded,
      excluded,
    })
  }
  return read
}

function codesOf(code: unknown): string[] {
  return isPlain(code) ? plainsIn(code['coding']).map((it) => textOf(it['code'])) : []
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function plainsIn(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? value.filter(isPlain) : []
}
