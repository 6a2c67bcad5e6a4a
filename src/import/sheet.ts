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

/** Most lines above a header that are taken for its title. */
const mostTitleLines = 10

/**
 * Number of rows before the header: people put a title above a table. A title is one cell alone; the
 * row after it has several, and all of them words.
 */
function titleLines(filled: readonly SheetRow[]): number {
  const header = filled.findIndex(({cells}) => filledOf(cells).length > 1)
  if (header < 1 || header > mostTitleLines) return 0
  const isWords = ({text, isDate, isError}: Cell) => !isDate && !isError && /^\D*\p{L}/u.test(text)
  return filledOf(filled[header]?.cells ?? []).every(isWords) ? header : 0
}

function filledOf(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({text}) => text.trim() !== '')
}

/**
 * Rows into a sheet: the first that holds anything and is no title is the header, empty rows are
 * counted.
 *
 * @returns null where nothing is there.
 */
export function sheetOf(
  all: readonly SheetRow[],
  name: string | undefined,
  remarks: string[],
): Sheet | null {
  const filled = all.filter(({cells}) => filledOf(cells).length > 0)
  const titles = titleLines(filled)
  const [header, ...rows] = filled.slice(titles)
  if (header === undefined) return null
  const empty = all.length - filled.length
  const where = name === undefined ? '' : ' in a sheet'
  if (empty > 0)
    remarks.push(
      empty === 1 ? `1 empty line${where} passed over` : `${empty} empty lines${where} passed over`,
    )
  if (titles > 0)
    remarks.push(
      `The header is in row ${header.row}: ${titles === 1 ? '1 line of one cell' : `${titles} lines of one cell`} above it passed over`,
    )
  return {...(name === undefined ? {} : {name}), header, rows}
}
