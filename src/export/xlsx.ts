import type {CellObject, WorkSheet} from '@e965/xlsx'
import {CannotRun} from '../model/diagnostic.ts'
import {guarded} from '../model/formula.ts'
import type {FlatCell, FlatTable} from './flat.ts'

/** Longest text that a cell of a workbook can hold, UTF-16 code units. */
const longest = 32_767

/** Longest name of a sheet. */
const longestName = 31

/**
 * Tables as an .xlsx workbook, a sheet each. Texts are cells of text, so that no program drops a zero
 * or runs one; the same tables give the same bytes.
 *
 * @throws {CannotRun} When a text is longer than a cell can hold.
 */
export async function xlsxOf(tables: readonly FlatTable[]): Promise<Uint8Array> {
  const {utils, write} = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const {name, header, rows} of tables) {
    const sheet: WorkSheet = {}
    const all: readonly (readonly FlatCell[])[] = [header, ...rows]
    for (const [r, cells] of all.entries())
      for (const [c, value] of cells.entries())
        if (value !== '') sheet[utils.encode_cell({r, c})] = cellOf(value)
    sheet['!ref'] = utils.encode_range({
      s: {r: 0, c: 0},
      e: {r: Math.max(0, all.length - 1), c: Math.max(0, header.length - 1)},
    })
    utils.book_append_sheet(book, sheet, name.slice(0, longestName))
  }
  // Shared texts: a text written in place is what a formula gives, and is read back decoded twice.
  const options = {type: 'array', bookType: 'xlsx', bookSST: true, compression: true} as const
  return new Uint8Array(write(book, options) as ArrayBuffer)
}

function cellOf(value: FlatCell): CellObject {
  if (typeof value === 'number') return {t: 'n', v: value}
  if (typeof value === 'boolean') return {t: 'b', v: value}
  const text = escaped(guarded(value))
  if (text.length > longest)
    throw new CannotRun(
      `Unexpected text of ${text.length} characters, expected at most ${longest} in a cell of a workbook`,
      'Export it as CSV: --to csv',
    )
  return {t: 's', v: text, z: '@'}
}

/** Office Open XML writes what XML cannot hold as `_x000D_`, and such text itself as `_x005F_x000D_`. */
function escaped(text: string): string {
  return text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll(/\r/g, '_x000D_')
}
