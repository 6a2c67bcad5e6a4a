import type {Position} from '../model/location.ts'

/** What breaks the rules of RFC 4180 in a row. */
export type CsvFault = 'unterminated' | 'afterQuote' | 'bareQuote'

/** One row: its cells, and where each begins. */
export interface CsvRow {
  readonly cells: readonly string[]
  /** Offset of each cell's first character; of its quote, where it is quoted. */
  readonly starts: readonly number[]
  /** Offset of the row's first character, and the first past its last. */
  readonly start: number
  readonly end: number
  /** 1-based line on which the row begins. */
  readonly line: number
  /** Line breaks inside its cells. */
  readonly breaks: number
  /** The first fault, and the cell that has it. */
  readonly fault?: {readonly type: CsvFault; readonly cell: number}
}

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d]

/**
 * Rows of comma-separated text as RFC 4180 has them: quoted cells may hold commas, doubled quotes
 * and line breaks. Lines end in CRLF, LF or CR.
 *
 * Never throws: a row at fault says so, and its cells are the likeliest reading.
 *
 * @param separator - One character that stands between cells.
 */
export function* parseCsv(text: string, separator = ','): Generator<CsvRow> {
  const between = separator.charCodeAt(0)
  let [at, line] = [0, 1]
  while (at < text.length) {
    const row = readRow(text, at, line, between)
    yield row
    line += 1 + row.breaks
    at = row.end
    if (text.charCodeAt(at) === carriageReturn) at += 1
    if (text.charCodeAt(at) === lineFeed && (at === row.end || at === row.end + 1)) at += 1
  }
}

/** Place of an offset inside a row. */
export function positionIn(text: string, row: CsvRow, offset: number): Position {
  const before = text.slice(row.start, offset)
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  return {
    line: row.line + lineBreaks(text, row.start, offset),
    column: before.length - lastBreak,
  }
}

function readRow(text: string, start: number, line: number, between: number): CsvRow {
  const cells: string[] = []
  const starts: number[] = []
  let fault: CsvRow['fault']
  let isQuoted = false
  let at = start
  for (;;) {
    starts.push(at)
    const opens = text.charCodeAt(at) === quote
    const cell = opens ? quotedCell(text, at, between) : plainCell(text, at, between)
    isQuoted ||= opens
    if (cell.fault !== undefined) fault ??= {type: cell.fault, cell: cells.length}
    cells.push(cell.value)
    at = cell.end
    if (text.charCodeAt(at) !== between) break
    at += 1
  }
  const breaks = isQuoted ? lineBreaks(text, start, at) : 0
  return {cells, starts, start, end: at, line, breaks, ...(fault === undefined ? {} : {fault})}
}

interface ReadCell {
  readonly value: string
  readonly end: number
  readonly fault?: CsvFault
}

function plainCell(text: string, start: number, between: number): ReadCell {
  const end = endOfCell(text, start, between)
  const value = text.slice(start, end)
  return {value, end, ...(value.includes('"') ? {fault: 'bareQuote' as const} : {})}
}

function quotedCell(text: string, start: number, between: number): ReadCell {
  let [value, from] = ['', start + 1]
  for (;;) {
    const close = text.indexOf('"', from)
    if (close === -1)
      return {value: value + text.slice(from), end: text.length, fault: 'unterminated'}
    value += text.slice(from, close)
    if (text.charCodeAt(close + 1) === quote) {
      value += '"'
      from = close + 2
      continue
    }
    const end = endOfCell(text, close + 1, between)
    if (end === close + 1) return {value, end}
    return {value: value + text.slice(close + 1, end), end, fault: 'afterQuote'}
  }
}

function endOfCell(text: string, start: number, between: number): number {
  let at = start
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === between || code === lineFeed || code === carriageReturn) break
  }
  return at
}

/** Line breaks from one offset to another; CRLF is one. */
function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed))
      breaks += 1
  }
  return breaks
}
