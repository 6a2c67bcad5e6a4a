import type * as xlsx from '@e965/xlsx'
import type {CellObject, WorkSheet} from '@e965/xlsx'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {quoted, quotedNames} from '../model/show.ts'
import {mostColumns, mostRows, sheetOf, type Cell, type SheetRow, type Workbook} from './sheet.ts'
import {checkWorkbookZip} from './zip.ts'

/** Largest workbook that is opened, bytes. */
const mostBytes = 50 * 1024 * 1024

type Library = typeof xlsx

/** Whether bytes begin as an .xlsx file does. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * The sheets of an .xlsx file. Values are read as stored, formulas by the value that was stored with
 * them, dates by the calendar of the workbook (1900 or 1904).
 *
 * @param only - Name of the sheet to read, hidden or not; all visible ones without it.
 * @throws {CannotRun} When it is no workbook, or unpacks to too much.
 */
export async function readWorkbookFile(bytes: Uint8Array, only?: string): Promise<Workbook> {
  if (bytes.length > mostBytes)
    throw new CannotRun(`Unexpected file of ${bytes.length} bytes, expected at most ${mostBytes}`)
  checkWorkbookZip(bytes)
  const library = await import('@e965/xlsx')
  const book = opened(library, bytes)
  const remarks: string[] = []
  const hidden = new Set(
    (book.Workbook?.Sheets ?? []).flatMap((it, index) =>
      (it.Hidden ?? 0) === 0 ? [] : [book.SheetNames[index]],
    ),
  )
  if (only !== undefined && !book.SheetNames.includes(only)) {
    const meant = nearestWord(only, book.SheetNames)
    throw new CannotRun(
      `Unexpected --sheet ${quoted(only)}, expected one of the workbook: ${quotedNames(book.SheetNames)}`,
      meant === undefined ? 'Names are compared to the letter' : `Did you mean ${quoted(meant)}?`,
    )
  }
  const wanted = book.SheetNames.filter((it) =>
    only === undefined ? !hidden.has(it) : it === only,
  )
  if (only === undefined && hidden.size > 0)
    remarks.push(`Hidden sheets not read: ${hidden.size}; --sheet reads one by its name`)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  if (is1904) remarks.push('Dates counted from 1904, as the workbook says')
  const sheets = wanted.flatMap((name) => {
    const sheet = book.Sheets[name]
    if (sheet === undefined) return []
    return sheetOf(rowsOf(library, sheet, is1904, remarks), name, remarks) ?? []
  })
  if (sheets.length === 0)
    throw new CannotRun('Unexpected workbook without a filled sheet, expected one at least')
  return {sheets, remarks}
}

function opened(library: Library, bytes: Uint8Array) {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: true,
      cellHTML: false,
      cellFormula: true,
      sheetStubs: false,
      sheetRows: mostRows + 2,
    })
  } catch {
    throw new CannotRun(
      'Unexpected content, expected an .xlsx workbook',
      'Save it again from the spreadsheet program, or export it as CSV',
    )
  }
}

function rowsOf(
  library: Library,
  sheet: WorkSheet,
  is1904: boolean,
  remarks: string[],
): SheetRow[] {
  const stored = ((sheet as {'!data'?: (CellObject | undefined)[][]})['!data'] ?? []) as (
    | (CellObject | undefined)[]
    | undefined
  )[]
  if (stored.length > mostRows + 1)
    throw new CannotRun(`Unexpected number of rows, expected at most ${mostRows}`, 'Split it')
  let formulas = 0
  const rows: SheetRow[] = []
  for (let index = 0; index < stored.length; index += 1) {
    const line = stored[index] ?? []
    if (line.length > mostColumns)
      throw new CannotRun(
        `Unexpected number of columns, expected at most ${mostColumns}`,
        'Delete what stands far to the right',
      )
    const cells: Cell[] = []
    for (let column = 0; column < line.length; column += 1) {
      const cell = line[column]
      if (cell?.f !== undefined) formulas += 1
      cells.push(cell === undefined ? {text: ''} : cellOf(library, cell, is1904))
    }
    rows.push({row: index + 1, cells})
  }
  const merged = sheet['!merges']?.length ?? 0
  if (formulas > 0)
    remarks.push(`Cells with a formula: ${formulas}; the value stored with each was read`)
  if (merged > 0)
    remarks.push(`Merged ranges: ${merged}; only the first cell of each holds a value`)
  const unseen = (sheet['!rows'] ?? []).filter((it) => it?.hidden === true).length
  if (unseen > 0) remarks.push(`Hidden rows: ${unseen}; they were read like the others`)
  return rows
}

function cellOf({SSF}: Library, {t, v, w, z}: CellObject, is1904: boolean): Cell {
  if (t === 'e') return {text: w ?? '#ERROR', isError: true}
  if (v === undefined || v === null) return {text: ''}
  if (typeof v === 'boolean') return {text: v ? 'true' : 'false'}
  if (typeof v !== 'number') return {text: String(v)}
  const format = typeof z === 'string' ? z : 'General'
  if (SSF.is_date(format)) {
    const parts = SSF.parse_date_code(v, {date1904: is1904}) as {
      y: number
      m: number
      d: number
    } | null
    if (parts !== null) {
      const two = (part: number) => String(part).padStart(2, '0')
      return {
        text: `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`,
        isDate: true,
      }
    }
  }
  // A format of zeros is how a spreadsheet keeps `04101` as a number.
  return {text: /^0{2,}(?:-0+)*$/.test(format) && w !== undefined ? w : String(v)}
}
