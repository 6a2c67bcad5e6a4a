import type {Diagnostic} from '../model/diagnostic.ts'
import type {Position} from '../model/location.ts'
import type {EvidenceFile} from '../model/source.ts'
import type {Count, Row, Table, TableReader} from '../model/table.ts'
import type {Entry} from '../model/workspace.ts'
import {CellCheck} from './cells.ts'
import {checkDeclared, placeColumns, type PlacedColumn} from './columns.ts'
import {CountReader} from './counts.ts'
import {decodeUtf8} from './decode.ts'
import {TableLog, why} from './log.ts'
import {parseCsv, type CsvFault, type CsvRow} from './rfc4180.ts'

/** Largest file read as a whole, in bytes; about two million rows of counts. */
const largest = 64 * 1024 * 1024

/**
 * Reads a comma-separated table (RFC 4180, UTF-8) as its record declares it.
 *
 * With an error anywhere the table is unreadable, and says why: figures from the rest of its rows
 * would look whole and not be. Warnings leave it readable.
 */
export const readTable: TableReader = (entry, file, measureUnits, measures) => {
  const {value} = entry
  if (value.format !== 'csv') return noReader(entry)
  const declared = checkDeclared(entry)
  if (declared.length > 0) return {table: unreadable(declared), diagnostics: declared}
  if (file === undefined)
    return {table: {status: 'missing', reason: 'its file is not here'}, diagnostics: []}
  const refused = refusal(entry, file)
  if (refused !== undefined) return refused
  const decoded = decodeUtf8(file.read())
  if ('text' in decoded) return readText(entry, file, decoded.text, measureUnits, measures)
  return failed(file, 'table/encoding', decoded.position, {
    message: `Unexpected ${decoded.encoding}, expected UTF-8`,
    help: 'Save the file as CSV UTF-8',
  })
}

type Reading = ReturnType<TableReader>

function noReader({value, locate}: Entry<'EvidenceTable'>): Reading {
  const reason = `no reader for ${value.format} in this version`
  return {
    table: {status: 'unreadable', reason},
    diagnostics: [
      {
        code: 'table/format',
        severity: 'warning',
        message: `Unexpected format \`${value.format}\`, expected \`csv\`: there is ${reason}`,
        location: locate(['format']),
        help: 'Export the table as CSV; until then what it shows counts as unknown',
      },
    ],
  }
}

/** A file that is not opened, and why. */
function refusal({value}: Entry<'EvidenceTable'>, file: EvidenceFile): Reading | undefined {
  if (file.pointer) {
    if (value.sha256 !== undefined && (file.pointsTo ?? value.sha256) !== value.sha256) {
      const reason = 'the large-file pointer names another file than its record states'
      return {table: {status: 'hashMismatch', reason}, diagnostics: []}
    }
    const reason = 'a large-file pointer stands where the file should be'
    return {table: {status: 'missing', reason}, diagnostics: []}
  }
  if (file.use !== 'table') {
    const reason = 'its file is kept as an exhibit, not as a table'
    return {table: {status: 'unreadable', reason}, diagnostics: []}
  }
  if (value.sha256 !== undefined && value.sha256 !== file.sha256) {
    const reason = 'the file is not the one whose hash its record states'
    return {table: {status: 'hashMismatch', reason}, diagnostics: []}
  }
  if (file.bytes <= largest) return undefined
  return failed(file, 'table/too-large', start, {
    message: `Unexpected file of ${file.bytes} bytes, expected ${largest} at most`,
    help: 'Aggregate it to one row for each unit, measure and period, or split it by period',
  })
}

const start: Position = {line: 1, column: 1}

function failed(
  {root, file}: EvidenceFile,
  code: string,
  position: Position,
  said: {readonly message: string; readonly help: string},
): Reading {
  const where = {file, ...(root === 'main' ? {} : {root}), start: position, end: position}
  const diagnostics = [{code, severity: 'error' as const, ...said, why, location: where}]
  return {table: unreadable(diagnostics), diagnostics}
}

function unreadable(diagnostics: readonly Diagnostic[], errors = diagnostics.length): Table {
  const first = diagnostics.find(({severity}) => severity === 'error')
  const where =
    first === undefined
      ? ''
      : `, the first in line ${first.location.start.line} of ${first.location.file}`
  return {status: 'unreadable', reason: `${errors} ${errors === 1 ? 'error' : 'errors'}${where}`}
}

function readText(
  {value}: Entry<'EvidenceTable'>,
  file: EvidenceFile,
  text: string,
  measureUnits?: ReadonlyMap<string, string>,
  measures?: readonly string[],
): Reading {
  const log = new TableLog(file, text)
  const lines = parseCsv(text)
  const first = lines.next()
  if (first.done === true)
    return failed(file, 'table/empty', start, {
      message: 'Unexpected empty file, expected a row of column names',
      help: 'Export the table again',
    })
  const header = first.value
  checkFault(header, log)
  const columns = placeColumns(value.columns, header, log)
  const counts =
    value.grain === 'counts' ? new CountReader(columns, value, log, measureUnits, measures) : null
  const checks = columns.map((it) => new CellCheck(it, counts !== null && isKey(it), log))
  const rows: Row[] = []
  if (columns.length === value.columns.length)
    for (const row of filledRows(lines, log))
      if (isWhole(row, header, log)) {
        const before = log.errors
        for (const it of checks) it.check(row)
        if (log.errors > before) continue
        if (counts === null) rows.push(rowOf(row, columns))
        else counts.add(row)
      }
  const {diagnostics} = log
  const read = {status: 'read', counts: counts?.counts ?? noCounts, rows} as const
  return {table: log.errors > 0 ? unreadable(diagnostics, log.errors) : read, diagnostics}
}

const noCounts: readonly Count[] = []

/** Columns of counts in which every row must say something. */
function isKey({role}: PlacedColumn): boolean {
  return role !== undefined && role !== 'other' && role !== 'group'
}

/** Rows that hold anything; the empty ones are told in one note. */
function* filledRows(rows: Iterable<CsvRow>, log: TableLog): Generator<CsvRow> {
  let [firstEmpty, empty, filled]: [CsvRow | undefined, number, number] = [undefined, 0, 0]
  for (const row of rows)
    if (row.cells.every((it) => it === '')) {
      firstEmpty ??= row
      empty += 1
    } else {
      filled += 1
      yield row
    }
  if (firstEmpty !== undefined)
    log.row(firstEmpty, {
      code: 'table/empty-lines',
      severity: 'note',
      message: `Unexpected ${empty} empty ${empty === 1 ? 'line' : 'lines'}, expected none`,
      help: 'Remove them: a spreadsheet writes them for cells that were once used',
    })
  if (filled === 0) log.nothing()
}

function isWhole(row: CsvRow, header: CsvRow, log: TableLog): boolean {
  if (checkFault(row, log)) return false
  if (row.cells.length === header.cells.length) return true
  log.row(row, {
    code: 'table/ragged',
    message: `Unexpected row of ${row.cells.length} cells, expected ${header.cells.length} as in the first row`,
    help: 'Quote a cell that holds a comma, or add the cells that are missing',
  })
  return false
}

const faultHelp: Readonly<Record<CsvFault, string>> = {
  unterminated: 'Close the quote: all that follows was read as one cell',
  afterQuote: 'Double a quote inside a quoted cell: `""`',
  bareQuote: 'Quote the whole cell and double the quote inside it',
}

function checkFault(row: CsvRow, log: TableLog): boolean {
  if (row.fault === undefined) return false
  const {type, cell} = row.fault
  const what = type === 'unterminated' ? 'quote that is not closed' : 'quote inside a cell'
  log.cell(row, cell, {
    code: 'table/quote',
    message: `Unexpected ${what}, expected cells as RFC 4180 has them`,
    help: faultHelp[type],
  })
  return true
}

/** Cells by role; by the column's name, where it has no role of its own. */
function rowOf(row: CsvRow, columns: readonly PlacedColumn[]): Row {
  const named = columns.map(({role, name, index}) => {
    const key = role === undefined || role === 'other' ? name : role
    return [key, row.cells[index] ?? ''] as const
  })
  return {line: row.line, cells: Object.fromEntries(named)}
}
