import {nearestWord} from '../model/distance.ts'
import type {Location} from '../model/location.ts'
import type {EvidenceTable} from '../model/records.gen.ts'
import {quoted} from '../model/show.ts'
import {measureWords, type Count} from '../model/table.ts'
import type {PlacedColumn} from './columns.ts'
import type {TableLog} from './log.ts'
import type {CsvRow} from './rfc4180.ts'

/** Index of the column of each role; all but the group are declared in every table of counts. */
type CountColumns = Readonly<Record<Exclude<keyof Count, 'group'>, number>> & {
  readonly group?: number
}

/** Makes counts of rows whose cells are checked, and logs what cannot be true of a whole row. */
export class CountReader {
  readonly counts: Count[] = []
  readonly #at: CountColumns
  readonly #period: Pick<EvidenceTable, 'from' | 'to'>
  readonly #log: TableLog
  readonly #units: ReadonlyMap<string, string>
  readonly #measures: readonly string[] | undefined
  readonly #looked = new Set<string>(measureWords)
  /** By measure and period: the line on which each unit was counted first. */
  readonly #seen = new Map<string, Map<string, number>>()

  constructor(
    columns: readonly PlacedColumn[],
    period: Pick<EvidenceTable, 'from' | 'to'>,
    log: TableLog,
    units: ReadonlyMap<string, string> = new Map(),
    measures?: readonly string[],
  ) {
    this.#at = Object.fromEntries(columns.map((it) => [it.role, it.index]))
    this.#period = period
    this.#log = log
    this.#units = units
    this.#measures = measures
  }

  add(row: CsvRow): void {
    const count = this.#countOf(row)
    this.#checkPeriod(row, count)
    this.#checkMeasure(row, count)
    if (this.#units.get(count.measure) === 'ratio' && count.numerator > count.denominator)
      this.#log.cell(row, this.#at.numerator, {
        code: 'table/numerator',
        message: `Unexpected numerator \`${count.numerator}\`, expected \`${count.denominator}\` at most, the denominator`,
        help: 'Check whether the two columns are swapped; in a ratio one is part of the other',
      })
    // No cell that has passed its check holds a space.
    const key = `${count.measure} ${count.periodStart} ${count.periodEnd}`
    const lines = this.#seen.get(key) ?? new Map<string, number>()
    if (lines.size === 0) this.#seen.set(key, lines)
    const first = lines.get(count.unit)
    if (first === undefined) lines.set(count.unit, row.line)
    else this.#log.row(row, repeated(count, this.#log.lineStart(first)))
    this.counts.push(count)
  }

  #countOf({cells}: CsvRow): Count {
    const at = this.#at
    const group = at.group === undefined ? '' : cells[at.group]
    const count = {
      unit: cells[at.unit] ?? '',
      measure: cells[at.measure] ?? '',
      periodStart: cells[at.periodStart] ?? '',
      periodEnd: cells[at.periodEnd] ?? '',
      numerator: Number(cells[at.numerator]),
      denominator: Number(cells[at.denominator]),
    }
    return group === '' || group === undefined ? count : {...count, group}
  }

  /** Once for each id. Near another it is a slip, and what lacks these rows would look whole. */
  #checkMeasure(row: CsvRow, {measure}: Count): void {
    if (this.#measures === undefined || this.#looked.has(measure)) return
    this.#looked.add(measure)
    if (this.#measures.includes(measure)) return
    const meant = nearestWord(measure, [...this.#measures, ...measureWords])
    const words = measureWords.map(quoted).join(', ')
    this.#log.cell(row, this.#at.measure, {
      code: 'reference/unresolved',
      severity: meant === undefined ? 'warning' : 'error',
      message: `Unexpected measure ${quoted(measure)}, expected the id of a Measure, or one of ${words}`,
      help:
        meant === undefined
          ? `Add a Measure with ${quoted(`id: ${measure}`)}; until then no test reads its rows`
          : `Did you mean ${quoted(meant)}?`,
    })
  }

  #checkPeriod(row: CsvRow, {periodStart, periodEnd}: Count): void {
    if (periodEnd < periodStart)
      this.#log.cell(row, this.#at.periodEnd, {
        code: 'table/period',
        message: `Unexpected end ${quoted(periodEnd)} of a period, expected ${quoted(periodStart)} or later`,
        help: 'Correct the first or the last day of the period',
      })
    else if (periodStart < this.#period.from || periodEnd > this.#period.to)
      this.#log.cell(row, this.#at.periodEnd, {
        code: 'table/period',
        severity: 'warning',
        message: `Unexpected period ${quoted(`${periodStart} to ${periodEnd}`)}, expected one within ${quoted(`${this.#period.from} to ${this.#period.to}`)}`,
        help: 'Correct the row, or `from` and `to` of the EvidenceTable',
      })
  }
}

function repeated({unit, measure, periodStart, periodEnd}: Count, first: Location) {
  return {
    code: 'table/duplicate-row',
    message: `Unexpected second row for ${quoted(unit)}, ${quoted(measure)}, ${quoted(`${periodStart} to ${periodEnd}`)}, expected one`,
    help: 'Remove one, or add the two where each holds a part',
    related: [{message: 'The first is here', location: first}],
  }
}
