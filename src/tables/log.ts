import type {Diagnostic, Severity} from '../model/diagnostic.ts'
import {startOf, type Location, type Position} from '../model/location.ts'
import type {EvidenceFile} from '../model/source.ts'
import {positionIn, type CsvRow} from './rfc4180.ts'

/** Diagnostics given for one table; the rest are counted. */
const mostGiven = 50

/** Why a table in error is not read in part. */
export const why = 'Figures computed from a table in error would be wrong without looking so'

type Said = Pick<Diagnostic, 'code' | 'message' | 'help' | 'related'> & {severity?: Severity}

/** Collects what is wrong in one table: the first findings whole, the rest as a count. */
export class TableLog {
  readonly #file: EvidenceFile
  readonly #text: string
  readonly #given: Diagnostic[] = []
  #rest: {first: Location; count: number; severity: Severity} | undefined
  #errors = 0

  constructor(file: EvidenceFile, text: string) {
    this.#file = file
    this.#text = text
  }

  /** Errors so far, those that are only counted too. */
  get errors(): number {
    return this.#errors
  }

  get diagnostics(): readonly Diagnostic[] {
    if (this.#rest === undefined) return this.#given
    const {first, count, severity} = this.#rest
    const message = `Unexpected number of findings, expected ${mostGiven} at most: ${count} more from here on`
    const help = 'Correct the first ones and check again: one cause often explains all'
    return [...this.#given, {code: 'table/more', severity, message, why, location: first, help}]
  }

  /** A finding about one cell. */
  cell(row: CsvRow, column: number, said: Said): void {
    const start = row.starts[column] ?? row.start
    const end = (row.starts[column + 1] ?? row.end + 1) - 1
    this.#add(start, end, row, said)
  }

  row(row: CsvRow, said: Said): void {
    this.#add(row.start, row.end, row, said)
  }

  /** The file has column names and nothing else. */
  nothing(): void {
    const {root, file} = this.#file
    this.#given.push({
      code: 'table/no-rows',
      severity: 'warning',
      message: 'Unexpected table without rows, expected one at least',
      location: startOf(file, root === 'main' ? undefined : root),
      help: 'Export the table again, or remove its record',
    })
  }

  /** Beginning of a line on which a row begins. */
  lineStart(line: number): Location {
    const {root, file} = this.#file
    const start = {line, column: 1}
    return {file, ...(root === 'main' ? {} : {root}), start, end: start}
  }

  #add(start: number, end: number, row: CsvRow, {severity = 'error', ...said}: Said): void {
    const position = positionIn(this.#text, row, start)
    if (severity === 'error') this.#errors += 1
    if (this.#given.length < mostGiven) {
      const location = this.#location(position, row, end)
      this.#given.push({...said, severity, why, location})
      return
    }
    this.#rest ??= {first: this.#location(position, row, end), count: 0, severity}
    this.#rest.count += 1
    if (severity === 'error' || this.#rest.severity === 'note') this.#rest.severity = severity
  }

  #location(start: Position, row: CsvRow, end: number): Location {
    const {root, file} = this.#file
    const last = positionIn(this.#text, row, end)
    return {file, ...(root === 'main' ? {} : {root}), start, end: last}
  }
}
