import type {Mapping} from '../import/mapping.ts'
import type {ReadRow} from '../import/rows.ts'
import type {Sheet, Workbook} from '../import/sheet.ts'
import type {Target} from '../import/targets.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import type {FlatKind} from '../model/flat-columns.ts'
import type {Remark} from '../model/imported.ts'
import {quoted, quotedNames} from '../model/show.ts'
import type {Target as Held} from './add-target.ts'
import type {ImportAsked} from './import.ts'
import {rememberedIn} from './import-remember.ts'
import {resolver} from './import-resolve.ts'

/** A file of any format that is read, as sheets. */
export interface Book {
  readonly workbook: Workbook
  readonly reference: boolean
  /** Of a source that is no spreadsheet. */
  readonly title?: string
}

/** Rows of a file as values, and how its columns were read. */
export interface ReadSheets {
  readonly sheets: readonly Sheet[]
  readonly rows: readonly ReadRow[]
  readonly notes: ReadonlyMap<string, number>
  readonly remarks: readonly Remark[]
  readonly mapping: Mapping
}

/** @throws {CannotRun} When it is no file that is read. */
export async function workbookOf({bytes, file, sheet}: ImportAsked): Promise<Book> {
  const {isWorkbook, readWorkbookFile} = await import('../import/workbook-file.ts')
  if (isWorkbook(bytes)) return {workbook: await readWorkbookFile(bytes, sheet), reference: false}
  if (sheet !== undefined)
    throw new CannotRun('Unexpected --sheet, expected it with an .xlsx file', 'Leave it out')
  if (/\.json$/i.test(file)) {
    const {isMeasureList, readMeasureList} = await import('../import/measure-list.ts')
    const json = jsonIn(bytes)
    if (isMeasureList(json)) {
      const title = 'QPP measure list of CMS'
      return {workbook: readMeasureList(json), reference: true, title}
    }
    throw new CannotRun(
      'Unexpected JSON, expected a measure list of the Quality Payment Program or a FHIR MeasureReport',
      'Other files are read as .csv or .xlsx',
    )
  }
  const [{readTextFile}, {parseCsv}] = await Promise.all([
    import('../import/text-file.ts'),
    import('../tables/rfc4180.ts'),
  ])
  return {workbook: readTextFile(bytes, parseCsv), reference: false}
}

/** Parsed JSON of a file. @throws {CannotRun} When it is none. */
export function jsonIn(bytes: Uint8Array): unknown {
  if (bytes.length > 50 * 1024 * 1024)
    throw new CannotRun(`Unexpected file of ${bytes.length} bytes, expected at most 50 MiB`)
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)) as unknown
  } catch {
    throw new CannotRun('Unexpected content of the file, expected JSON in UTF-8')
  }
}

interface Reading {
  readonly asked: ImportAsked
  readonly held: Held
  readonly target: Target
  readonly flat: FlatKind
}

/** @throws {CannotRun} When the mapping is not clear. */
export async function readSheets(book: Workbook, reading: Reading): Promise<ReadSheets> {
  const {asked, held, target} = reading
  const known = await rememberedIn(held, asked.target)
  const [first] = book.sheets
  if (first === undefined) throw new CannotRun('Unexpected empty file, expected rows')
  const isOwn = (it: Sheet) => it.header.cells[0]?.text === 'kind'
  const sheets = isOwn(first) ? book.sheets.filter(isOwn) : [first]
  const left = book.sheets.length - sheets.length
  const remarks: Remark[] =
    left > 0 ? [`Further sheets not read: ${left}; --sheet names another`] : []
  const rows: ReadRow[] = []
  const notes = new Map<string, number>()
  let mapping: Mapping | undefined
  for (const [index, sheet] of sheets.entries()) {
    const read = await readSheet(sheet, index, reading, known)
    mapping ??= read.mapping
    rows.push(...read.rows)
    remarks.push(...read.remarks)
    for (const [note, cells] of read.notes) notes.set(note, (notes.get(note) ?? 0) + cells)
  }
  if (mapping === undefined) throw new CannotRun('Unexpected empty file, expected rows')
  const log = await import('../import/attendance.ts')
  if (target.name !== 'training' || !log.isLog(mapping))
    return {sheets, rows, notes, remarks, mapping}
  const counted = log.countedByPerson(rows)
  return {sheets, rows: counted.rows, notes, remarks: [...remarks, ...counted.remarks], mapping}
}

type Known = Awaited<ReturnType<typeof rememberedIn>>

async function readSheet(
  sheet: Sheet,
  index: number,
  {asked, held, target, flat}: Reading,
  known: Known,
) {
  const [{readRows}, {proposeMapping}, {asPractices}, {asLog, isLog}, {fieldNames}] =
    await Promise.all([
      import('../import/rows.ts'),
      import('../import/mapping.ts'),
      import('../import/practices.ts'),
      import('../import/attendance.ts'),
      import('../import/targets.ts'),
    ])
  const header = sheet.header.cells.map(({text}) => text.replace(/^\ufeff/, '').trim())
  const proposed = proposeMapping({
    target,
    flat,
    header,
    remembered: known?.columns ?? new Map(),
    said: index === 0 ? asked.map : new Map(),
  })
  const {mapping, remark} =
    target.name === 'roster'
      ? asPractices(proposed, sheet)
      : {mapping: isLog(proposed) ? asLog(proposed) : proposed, remark: undefined}
  expectUse(mapping, sheet.header.row, fieldNames(target, flat))
  const dateOrder = asked.dateOrder ?? known?.dateOrder ?? mapping.layout?.dateOrder
  const {resolve, remarks} = resolver(held, asked.target)
  const read = readRows(sheet, index, {
    target,
    flat,
    mapping,
    constants: knownFields(asked.set, flat),
    fillDown: placesOf(
      new Set([...asked.fillDown, ...(known?.fillDown ?? []).filter((it) => header.includes(it))]),
      header,
    ),
    restoreZeros: asked.restoreZeros,
    own: mapping.own,
    ...(dateOrder === undefined ? {} : {dateOrder}),
    resolve,
  })
  const said = [...(remark === undefined ? [] : [remark]), ...remarks()]
  return {...read, mapping, remarks: said}
}

function expectUse({columns}: Mapping, row: number, names: readonly string[]): void {
  if (columns.some(({field}) => field !== null)) return
  throw new CannotRun(
    `Unexpected header in row ${row} (${columns.length === 1 ? '1 column' : `${columns.length} columns`}), of which none is known, expected one at least`,
    `Say what each column holds: --map "COLUMN=FIELD", with one of: ${names.join(', ')}. Where the headings are in another row, delete what is above them`,
  )
}

function knownFields(set: ReadonlyMap<string, string>, {columns, kind}: FlatKind) {
  for (const field of set.keys())
    if (!columns.some(({name}) => name === field))
      throw new CannotRun(
        `Unexpected field ${quoted(field)} in --set, expected one of ${kind}: ${columns.map((it) => it.name).join(', ')}`,
      )
  return set
}

function placesOf(fillDown: ReadonlySet<string>, header: readonly string[]): ReadonlySet<number> {
  return new Set(
    Array.from(fillDown, (column) => {
      const place = header.indexOf(column)
      if (place >= 0) return place
      const meant = nearestWord(column, header)
      throw new CannotRun(
        `Unexpected column ${quoted(column)} in --fill-down, expected one of the file: ${quotedNames(header.filter((it) => it !== ''))}`,
        meant === undefined ? undefined : `Did you mean ${quoted(meant)}?`,
      )
    }),
  )
}
