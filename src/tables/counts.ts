import type {Location} from '../model/location.ts'
import type {EvidenceTable} from '../model/records.gen.ts'
import {quoted} from '../model/show.ts'
import type {Count} from '../model/table.ts'
import type {PlacedColumn} from './columns.ts'
import type {TableLog} from './log.ts'
import type {CsvRow} from './rfc4180.ts'

/** Makes counts of rows whose cells are checked, and logs what cannot be true of a whole row. */
export class CountReader {
  readonly counts: Count[] = []
  readonly #columns: ReadonlyMap<string, PlacedColumn>
  readonly #period: Pick<EvidenceTable, 'from' | 'to'>
  readonly #log: TableLog
  readonly #units: ReadonlyMap<string, string>
  /** Where each unit, measure and period was counted first. */
  readonly #seen = new Map<string, CsvRow>()

  constructor(
    columns: readonly PlacedColumn[],
    period: Pick<EvidenceTable, 'from' | 'to'>,
    log: TableLog,
    units: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#columns = new Map(columns.map((it) => [it.role ?? '', it]))
    this.#period = period
    this.#log = log
    this.#units = units
  }

  add(row: CsvRow): void {
    const count = this.#countOf(row)
    this.#checkPeriod(row, count)
    if (this.#units.get(count.measure) === 'ratio' && count.numerator > count.denominator)
      this.#log.cell(row, this.#columns.get('numerator')?.index ?? 0, {
        code: 'table/numerator',
        message: `Unexpected numerator \`${count.numerator}\`, expected \`${count.denominator}\` at most, the denominator`,
        help: 'Check whether the two columns are swapped; in a ratio one is part of the other',
      })
    const key = JSON.stringify([count.unit, count.measure, count.periodStart, count.periodEnd])
    const first = this.#seen.get(key)
    if (first === undefined) this.#seen.set(key, row)
    else this.#log.row(row, repeated(count, this.#log.place(first)))
    this.counts.push(count)
  }

  #countOf(row: CsvRow): Count {
    const cell = (role: string) => row.cells[this.#columns.get(role)?.index ?? -1] ?? ''
    const group = cell('group')
    return {
      unit: cell('unit'),
      measure: cell('measure'),
      periodStart: cell('periodStart'),
      periodEnd: cell('periodEnd'),
      numerator: Number(cell('numerator')),
      denominator: Number(cell('denominator')),
      ...(group === '' ? {} : {group}),
    }
  }

  #checkPeriod(row: CsvRow, {periodStart, periodEnd}: Count): void {
    const column = this.#columns.get('periodEnd')?.index ?? 0
    if (periodEnd < periodStart)
      this.#log.cell(row, column, {
        code: 'table/period',
        message: `Unexpected end ${quoted(periodEnd)} of a period, expected ${quoted(periodStart)} or later`,
        help: 'Correct the first or the last day of the period',
      })
    else if (periodStart < this.#period.from || periodEnd > this.#period.to)
      this.#log.cell(row, column, {
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
