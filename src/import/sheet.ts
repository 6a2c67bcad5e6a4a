/** A cell as it was read. */
export interface Cell {
  readonly text: string
  /** A true date of a spreadsheet: its text is `YYYY-MM-DD` and nothing is to be guessed. */
  readonly isDate?: true
  /** An error of the spreadsheet, such as `#N/A`. */
  readonly isError?: true
}

export interface SheetRow {
  /** 1-based line of the file, or row of the sheet. */
  readonly row: number
  readonly cells: readonly Cell[]
  /** What is wrong with the row as a whole. */
  readonly fault?: string
}

/** A rectangle of cells with a header: a text file, or one sheet of a workbook. */
export interface Sheet {
  /** Of a workbook; left out for a text file. */
  readonly name?: string
  readonly header: SheetRow
  /** Rows that hold anything. */
  readonly rows: readonly SheetRow[]
}

/** What a file holds, and what its reader has to say of it. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** Sentences for the user; they quote nothing that a cell holds. */
  readonly remarks: readonly string[]
}

/** Largest number of rows that are read of one sheet. */
export const mostRows = 200_000

/** Largest number of columns that are read of one sheet. */
export const mostColumns = 1_000

/** `C12` for the third cell of row 12. @param column - From 0. */
function columnLetters(column: number): string {
  let [rest, letters] = [column + 1, '']
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** Place of a row or of one of its cells, as a user looks it up. */
export function placeIn(
  file: string,
  {name}: Pick<Sheet, 'name'>,
  {row}: Pick<SheetRow, 'row'>,
  column?: number,
): string {
  if (name === undefined) return `${file}:${row}`
  return `${file} ${name}!${column === undefined ? row : `${columnLetters(column)}${row}`}`
}

/**
 * Rows into a sheet: the first that holds anything is the header, empty rows are counted.
 *
 * @returns null where nothing is there.
 */
export function sheetOf(
  all: readonly SheetRow[],
  name: string | undefined,
  remarks: string[],
): Sheet | null {
  const filled = all.filter(({cells}) => cells.some(({text}) => text.trim() !== ''))
  const [header, ...rows] = filled
  if (header === undefined) return null
  const empty = all.length - filled.length
  const where = name === undefined ? '' : ' in a sheet'
  if (empty > 0)
    remarks.push(
      empty === 1 ? `1 empty line${where} passed over` : `${empty} empty lines${where} passed over`,
    )
  return {...(name === undefined ? {} : {name}), header, rows}
}
