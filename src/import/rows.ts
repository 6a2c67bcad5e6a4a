import type {FlatColumn, FlatKind} from '../model/flat-columns.ts'
import type {RowProblem} from '../model/imported.ts'
import type {Mapping} from './mapping.ts'
import type {Sheet, SheetRow} from './sheet.ts'
import {specialtyOfCode, specialtyOfName} from './specialties.ts'
import {extraColumns, type Target} from './targets.ts'
import {readValue, trimmed, type ValueOptions} from './values.ts'

/** One reason why a row is left out. */
export interface Rejected extends RowProblem {
  /** Which sheet, from 0, and its row. */
  readonly sheet: number
  readonly row: number
}

/** Values of one row, by the name of the column of the record. */
export interface ReadRow {
  readonly sheet: number
  readonly row: number
  readonly values: ReadonlyMap<string, unknown>
  /** Fields that follow from others of the row, such as the role from the specialty. */
  readonly derived: ReadonlyMap<string, unknown>
  /** Why it cannot be taken in; every cell that cannot be read has its own. */
  readonly problems: readonly RowProblem[]
  /** Fields of those cells. */
  readonly failed: ReadonlySet<string>
  /** Rows of the file that it stands for, where it is not one. */
  readonly of?: number
  /** Whether what it says changes something outside the records, such as a table. */
  readonly isChange?: boolean
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** What was done to values, by column and deed, with the number of cells. */
  readonly notes: ReadonlyMap<string, number>
}

export interface RowOptions extends ValueOptions {
  readonly target: Target
  readonly flat: FlatKind
  readonly mapping: Mapping
  /** Values for rows whose file says none. */
  readonly constants: ReadonlyMap<string, string>
  /** Columns, from 0, whose blank cells mean what stands above them. */
  readonly fillDown: ReadonlySet<number>
}

/** Rows of a sheet as values; a row of which a cell cannot be read has a problem for each. */
export function readRows(sheet: Sheet, index: number, options: RowOptions): ReadRows {
  const {mapping, flat, target, constants} = options
  const columns = new Map([...flat.columns, ...extraColumns(target)].map((it) => [it.name, it]))
  const notes = new Map<string, number>()
  const chosen = chooser(sheet, mapping)
  const entity = sheet.header.cells.findIndex(({text}) => text === mapping.layout?.entityColumn)
  const filled = filledDown(sheet, options, notes)
  const rows = sheet.rows.map((given): ReadRow => {
    const whole = rowProblem(sheet, given, mapping, flat.kind)
    const row = whole === undefined ? filled(given) : given
    const values = new Map<string, unknown>()
    const problems =
      whole === undefined
        ? [...fill(row, values, {columns, notes, options, chosen: chosen(row)})]
        : [whole]
    for (const [field, text] of whole === undefined ? constants : []) {
      const column = columns.get(field)
      if (column === undefined || values.has(field)) continue
      const read = readValue(column, {text}, {...options, own: false})
      if ('value' in read) values.set(field, read.value)
      else problems.push({field, reason: read.reason, help: `Correct it in --set ${field}=…`})
    }
    if (entity >= 0 && row.cells[entity]?.text === '2') asOrganization(values)
    const derived = target.name === 'roster' ? derivedOf(values, notes) : new Map<string, unknown>()
    if (values.size === 0 && problems.length === 0)
      problems.push({reason: 'a row without a value in any column that is read'})
    const failed = new Set(problems.flatMap(({field}) => (field === undefined ? [] : [field])))
    return {sheet: index, row: row.row, values, derived, problems, failed}
  })
  return {rows, notes}
}

/** People merge cells, or leave blank what is the same as above: read so only where it is asked for. */
function filledDown(
  {header}: Sheet,
  {fillDown}: RowOptions,
  notes: Map<string, number>,
): (row: SheetRow) => SheetRow {
  const above = new Map<number, SheetRow['cells'][number]>()
  return (row) => {
    if (fillDown.size === 0) return row
    const cells = [...row.cells]
    for (const place of fillDown) {
      const cell = cells[place]
      if (cell !== undefined && trimmed(cell.text) !== '') {
        above.set(place, cell)
        continue
      }
      const last = above.get(place)
      if (last === undefined) continue
      while (cells.length < place) cells.push({text: ''})
      cells[place] = last
      const note = `${header.cells[place]?.text ?? ''}\tblank cells read as the one above`
      notes.set(note, (notes.get(note) ?? 0) + 1)
    }
    return {...row, cells}
  }
}

/** A row of a registry that is no person: its number and its specialty are no clinician's. */
function asOrganization(values: Map<string, unknown>): void {
  const zips = values.get('clinicians.zips')
  for (const field of values.keys()) if (field.startsWith('clinicians.')) values.delete(field)
  if (zips !== undefined) values.set('locations', zips)
}

function rowProblem(
  sheet: Sheet,
  row: SheetRow,
  mapping: Mapping,
  kind: string,
): RowProblem | undefined {
  if (row.fault !== undefined)
    return {reason: row.fault, help: 'Quote the whole cell, and double a quote inside it'}
  const filled = row.cells.filter(({text}) => trimmed(text) !== '')
  const isTotal = filled.length === 1 && sheet.header.cells.length > 1
  if (
    isTotal &&
    /^(?:grand |sub)?-?totals?(?:[^a-z]*$|\b.*[:\d])/i.test(trimmed(filled[0]?.text ?? ''))
  )
    return {reason: 'a row that reads like a total', help: 'Take it out of the spreadsheet'}
  const extra = row.cells.slice(sheet.header.cells.length).some(({text}) => text.trim() !== '')
  if (extra)
    return {
      reason: `more cells than the ${sheet.header.cells.length} of the header`,
      help: 'Quote a cell that holds the separator',
    }
  if (mapping.own && row.cells[0]?.text !== kind)
    return {column: 0, reason: 'a row of another kind', help: `The first column must say ${kind}`}
  return undefined
}

interface Filling {
  readonly columns: ReadonlyMap<string, FlatColumn>
  readonly notes: Map<string, number>
  readonly options: RowOptions
  readonly chosen: ReadonlySet<number> | null
}

function fill(
  row: SheetRow,
  values: Map<string, unknown>,
  {columns, notes, options, chosen}: Filling,
): readonly RowProblem[] {
  const problems: RowProblem[] = []
  const names: {first?: string; last?: string} = {}
  for (const [place, {field, column: heading}] of options.mapping.columns.entries()) {
    const cell = row.cells[place]
    if (field === null || cell === undefined || trimmed(cell.text) === '') continue
    if (chosen !== null && field === 'clinicians.taxonomy' && !chosen.has(place)) continue
    if (field.endsWith('.firstName')) names.first = trimmed(cell.text)
    if (field.endsWith('.lastName')) names.last = trimmed(cell.text)
    const column = columns.get(field)
    if (column === undefined) continue
    const code = codeIn(field, cell.text)
    if (code !== undefined) {
      // The specialty follows from it.
      if (!values.has('clinicians.taxonomy')) values.set('clinicians.taxonomy', code)
      continue
    }
    const read = readValue(column, cell, options)
    for (const note of new Set(read.notes)) {
      const said = `${heading}\t${note}`
      notes.set(said, (notes.get(said) ?? 0) + 1)
    }
    if ('reason' in read) {
      const {reason, help} = read
      problems.push({column: place, field, reason, ...(help === undefined ? {} : {help})})
    } else values.set(field, read.value)
  }
  const name = [names.first, names.last].filter((it) => it !== undefined).join(' ')
  const whole = options.target.wholeName
  if (name !== '' && whole !== undefined && !values.has(whole)) values.set(whole, name)
  return problems
}

/** A taxonomy code that stands in the column of specialties. */
function codeIn(field: string, text: string): string | undefined {
  const code = trimmed(text)
  return field === 'clinicians.specialty' && /^[0-9A-Z]{9}X$/.test(code) ? code : undefined
}

/** Of the fifteen taxonomy columns of NPPES: the one that is marked primary, else the first. */
function chooser(
  {header}: Sheet,
  {columns}: Mapping,
): (row: SheetRow) => ReadonlySet<number> | null {
  const several = columns.flatMap(({field}, place) =>
    field === 'clinicians.taxonomy' ? [place] : [],
  )
  if (several.length < 2) return () => null
  const headings = header.cells.map(({text}) => text)
  const marks = several.map((place) => {
    const number = /_(\d+)$/.exec(headings[place] ?? '')?.[1] ?? ''
    return headings.indexOf(`Healthcare Provider Primary Taxonomy Switch_${number}`)
  })
  return ({cells}) => {
    const filled = several.filter((place) => (cells[place]?.text ?? '') !== '')
    const primary = filled.find((place) => {
      const mark = marks[several.indexOf(place)] ?? -1
      return cells[mark]?.text === 'Y'
    })
    const one = primary ?? filled[0]
    return new Set(one === undefined ? [] : [one])
  }
}

function derivedOf(
  values: ReadonlyMap<string, unknown>,
  notes: Map<string, number>,
): ReadonlyMap<string, unknown> {
  const derived = new Map<string, unknown>()
  if (!values.has('clinicians.npi')) return derived
  const code = values.get('clinicians.taxonomy')
  const specialty = values.get('clinicians.specialty')
  const found =
    typeof code === 'string'
      ? specialtyOfCode(code)
      : typeof specialty === 'string'
        ? specialtyOfName(specialty)
        : undefined
  if (found === undefined) return derived
  const say = (note: string) => notes.set(`\t${note}`, (notes.get(`\t${note}`) ?? 0) + 1)
  if (specialty === undefined) {
    derived.set('clinicians.specialty', found.specialty)
    say('specialties taken from the taxonomy code')
  }
  if (found.role !== undefined && !values.has('clinicians.role'))
    derived.set('clinicians.role', found.role)
  return derived
}
