import {CannotRun} from '../model/diagnostic.ts'
import {mostRows, sheetOf, type SheetRow, type Workbook} from './sheet.ts'

/** One row of separated text, as a parser gives it. */
export interface ParsedRow {
  readonly cells: readonly string[]
  readonly line: number
  readonly fault?: {readonly type: string; readonly cell: number}
}

/** As much of the text as is looked at for the separator, UTF-16 code units. */
const mostHeader = 65_536

/** Rows of separated text. @param separator - One character. */
export type ParseRows = (text: string, separator: string) => Iterable<ParsedRow>

/** Largest text file that is read, bytes. */
const mostBytes = 100 * 1024 * 1024

/**
 * A file of separated values as a sheet. UTF-8, UTF-16 with a mark, and Windows-1252 are read, the
 * separator is found in the header; what was assumed is told.
 *
 * @throws {CannotRun} When it is too large, empty, or no text.
 */
export function readTextFile(bytes: Uint8Array, parse: ParseRows): Workbook {
  if (bytes.length > mostBytes)
    throw new CannotRun(
      `Unexpected file of ${bytes.length} bytes, expected at most ${mostBytes}`,
      'Split it, or keep the columns that are needed',
    )
  const remarks: string[] = []
  const text = decoded(bytes, remarks)
  if (text.includes('\0'))
    throw new CannotRun(
      'Unexpected bytes that are no text, expected a .csv or .xlsx file',
      'Save the spreadsheet as .xlsx, or as CSV in UTF-8',
    )
  const separator = separatorOf(text)
  if (separator !== ',')
    remarks.push(`Cells are separated by ${separator === '\t' ? 'tabs' : 'semicolons'}`)
  const rows: SheetRow[] = []
  for (const {cells, line, fault} of parse(text, separator)) {
    if (rows.length > mostRows)
      throw new CannotRun(`Unexpected number of rows, expected at most ${mostRows}`, 'Split it')
    rows.push({
      row: line,
      cells: cells.map((it) => ({text: it})),
      ...(fault === undefined ? {} : {fault: faultWords[fault.type] ?? 'a quote out of place'}),
    })
  }
  const sheet = sheetOf(rows, undefined, remarks)
  if (sheet === null)
    throw new CannotRun('Unexpected empty file, expected a row of column names', 'Export it again')
  return {sheets: [sheet], remarks}
}

const faultWords: Readonly<Record<string, string>> = {
  unterminated: 'a quote that is not closed',
  afterQuote: 'text after a closing quote',
  bareQuote: 'a quote inside a cell that is not quoted',
}

function decoded(bytes: Uint8Array, remarks: string[]): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) {
    remarks.push('Read as UTF-16')
    return new TextDecoder('utf-16le').decode(bytes)
  }
  if (first === 0xfe && second === 0xff) {
    remarks.push('Read as UTF-16, high byte first')
    return new TextDecoder('utf-16be').decode(bytes)
  }
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    remarks.push('Not UTF-8: read as Windows-1252; check letters with accents')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The mark that stands most often in the first line that has one, outside quotes; a comma where none does. */
function separatorOf(text: string): string {
  const bare = text.slice(0, mostHeader).replace(/"(?:[^"]|"")*"/g, '')
  // A title above the header has no separator.
  const line = /^.*[,;\t].*$/m.exec(bare)?.[0] ?? ''
  const counts = [',', ';', '\t'].map((it) => [line.split(it).length - 1, it] as const)
  const best = counts.reduce((a, b) => (b[0] > a[0] ? b : a))
  return best[0] === 0 ? ',' : best[1]
}
