import {guarded} from '../model/formula.ts'

/**
 * Rows as comma-separated text: CRLF, quoted where it is needed, and no text that a spreadsheet
 * program would run. Numbers and truth values are no text and stand as they are.
 */
export function csvOf(rows: readonly (readonly (string | number | boolean)[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: string | number | boolean): string {
  const text = typeof value === 'string' ? guarded(value) : String(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
