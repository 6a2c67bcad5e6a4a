import {createHash} from 'node:crypto'
import type {DateOrder} from '../import/layouts.ts'
import type {MappedColumn, Mapping} from '../import/mapping.ts'
import type {Plan, PlannedRecord, PlanOptions} from '../import/plan.ts'
import type {ReadRow, Rejected} from '../import/rows.ts'
import type {Sheet, Workbook} from '../import/sheet.ts'
import type {TargetName} from '../import/targets.ts'
import {canonicalJson} from '../model/canonical.ts'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {flatColumns, type FlatKind} from '../model/flat-columns.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import type {Kind} from '../model/workspace.ts'
import {bytesAt, openTarget, schemaFor, type Target as Held} from './add-target.ts'
import {writeChanges, type ImportedFile} from './import-files.ts'

export interface ImportAsked {
  readonly root: string
  readonly overlays: readonly string[]
  readonly asOf: string
  readonly target: TargetName
  /** Name of the file as the user gave it, and what it holds. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly sheet?: string
  readonly map: ReadonlyMap<string, string>
  readonly set: ReadonlyMap<string, string>
  readonly only: ReadonlySet<string>
  readonly dateOrder?: DateOrder
  readonly restoreZeros: boolean
  readonly reason?: string
  readonly by?: string
}

/** What an import would do, and the files that it would write. */
export interface PreparedImport {
  readonly folder: string
  readonly kind: Kind
  /** Title of the layout that was known by its columns; null where none was. */
  readonly layout: string | null
  readonly reference: boolean
  readonly mapping: readonly MappedColumn[]
  /** Sentences about the file as a whole. */
  readonly remarks: readonly string[]
  /** What was done to values, by column and deed, with the number of cells. */
  readonly notes: readonly {
    readonly column: string
    readonly note: string
    readonly cells: number
  }[]
  readonly rows: {
    readonly read: number
    readonly accepted: number
    readonly unchanged: number
    readonly rejected: number
    readonly notOnRecord: number
  }
  readonly rejected: readonly (Rejected & {
    readonly place: string
    readonly cells: readonly string[]
  })[]
  readonly header: readonly string[]
  readonly records: readonly (PlannedRecord & {readonly file: string})[]
  readonly missing: Plan['missing']
  readonly files: readonly ImportedFile[]
  /** What `cinch validate` would say that it does not say now. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a spreadsheet as records and compares it with the repository. Nothing is written.
 *
 * @throws {CannotRun} When the file cannot be read, the mapping is not clear, or no row is left.
 */
export async function prepareImport(asked: ImportAsked): Promise<PreparedImport> {
  const held = await openTarget({root: asked.root, overlays: asked.overlays, asOf: asked.asOf})
  const [{targetNamed}, {planImport, speaksOfRecord}] = await Promise.all([
    import('../import/targets.ts'),
    import('../import/plan.ts'),
  ])
  const target = targetNamed(asked.target)
  const flat = await flatKind(target.kind)
  const book = await workbookOf(asked)
  const readings = await readSheets(asked, held, {book: book.workbook, flat})
  const {rows, rejected, mapping} = readings
  const reference = book.reference || mapping.layout?.reference === true
  const standing = sourcesOf(held, target.kind)
  const {slugOf, madeId} = await import('../scaffold/identifier.ts')
  const kept = rows.filter((it) => !isTable(it, standing, rejected))
  const options: PlanOptions = {
    target,
    flat,
    standing: standing.map(({value}) => ({id: value['id'] as string, value})),
    reference,
    only: asked.only,
    own: mapping.own,
    idOf(value) {
      if (target.name === 'decisions') {
        const hash = createHash('sha256').update(canonicalJson(value)).digest('hex')
        return madeId(target.kind, value, hash)
      }
      const name = value['name'] ?? value['title']
      const slug = typeof name === 'string' ? slugOf(name) : ''
      return slug === '' ? undefined : slug
    },
  }
  const plan = planImport(kept, options)
  // What is wrong in a row of a published list matters only where the network is spoken of.
  const isMeant = reference ? speaksOfRecord(options) : () => true
  const refused = rejected.filter(({values = new Map<string, unknown>(), ...it}) =>
    isMeant({...it, values, derived: new Map()}),
  )
  const all = [...refused, ...plan.rejected].sort((a, b) => a.sheet - b.sheet || a.row - b.row)
  const provenance = reference ? provenanceOf(asked, mapping, book.title) : undefined
  const files = await writeChanges(held, target.kind, plan.records, standing, provenance)
  // A list that is no spreadsheet has no columns to remember.
  const isUsed = plan.accepted > 0 && book.title === undefined
  const remembered = await rememberedFile(held, asked, mapping, isUsed)
  const sheets = readings.sheets
  return {
    folder: held.folder,
    kind: target.kind,
    layout: book.title ?? mapping.layout?.title ?? null,
    reference,
    mapping: book.title === undefined ? mapping.columns : [],
    remarks: [...book.workbook.remarks, ...readings.remarks],
    notes: [...readings.notes].map(([said, cells]) => {
      const [column = '', note = ''] = said.split('\t')
      return {column, note, cells}
    }),
    rows: {
      read: sheets.reduce((sum, it) => sum + it.rows.length, 0),
      accepted: plan.accepted,
      unchanged: plan.unchanged,
      rejected: all.length,
      notOnRecord: plan.notOnRecord + rejected.length - refused.length,
    },
    rejected: await placed(all, sheets, asked.file),
    header: sheets[0]?.header.cells.map(({text}) => text) ?? [],
    records: plan.records.map((it) => ({...it, file: files.placeOf(it.id)})),
    missing: plan.missing,
    files: [...files.files, ...remembered],
    diagnostics: files.diagnostics,
  }
}

/** Columns of a kind, from its schema. */
export async function flatKind(kind: Kind): Promise<FlatKind> {
  const {schema, resolve} = await schemaFor(kind)
  return flatColumns(kind, schema, resolve)
}

/** A record of the root written to, valid or not. */
export type Standing = Source & {readonly value: Record<string, unknown>}

function sourcesOf({before, held}: Held, kind: Kind): readonly Standing[] {
  return before.sources.sources.filter((it): it is Standing => {
    const value = it.value as Record<string, unknown> | null
    return it.root === held.name && value?.['kind'] === kind && typeof value['id'] === 'string'
  })
}

interface Book {
  readonly workbook: Workbook
  readonly reference: boolean
  /** Of a source that is no spreadsheet. */
  readonly title?: string
}

async function workbookOf({bytes, file, sheet}: ImportAsked): Promise<Book> {
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

async function readSheets(
  asked: ImportAsked,
  held: Held,
  {book, flat}: {readonly book: Workbook; readonly flat: FlatKind},
) {
  const [{readRows}, {proposeMapping}, {targetNamed, fieldNames}] = await Promise.all([
    import('../import/rows.ts'),
    import('../import/mapping.ts'),
    import('../import/targets.ts'),
  ])
  const target = targetNamed(asked.target)
  const known = await rememberedIn(held, asked.target)
  const [first] = book.sheets
  if (first === undefined) throw new CannotRun('Unexpected empty file, expected rows')
  const isOwn = (it: Sheet) => it.header.cells[0]?.text === 'kind'
  const sheets = isOwn(first) ? book.sheets.filter(isOwn) : [first]
  const left = book.sheets.length - sheets.length
  const remarks = left > 0 ? [`Further sheets not read: ${left}; --sheet names another`] : []
  const rows: ReadRow[] = []
  const rejected: Rejected[] = []
  const notes = new Map<string, number>()
  const mappings: Mapping[] = []
  for (const [index, sheet] of sheets.entries()) {
    const mapping = proposeMapping({
      target,
      flat,
      header: sheet.header.cells.map(({text}) => text.replace(/^\ufeff/, '').trim()),
      remembered: known?.columns ?? new Map(),
      said: index === 0 ? asked.map : new Map(),
    })
    expectUse(mapping, sheet.header.row, fieldNames(target, flat))
    const dateOrder = asked.dateOrder ?? known?.dateOrder ?? mapping.layout?.dateOrder
    const read = readRows(sheet, index, {
      target,
      flat,
      mapping,
      constants: knownFields(asked.set, flat),
      restoreZeros: asked.restoreZeros,
      own: mapping.own,
      ...(dateOrder === undefined ? {} : {dateOrder}),
      resolve: resolver(held, asked.target),
    })
    mappings.push(mapping)
    rows.push(...read.rows)
    rejected.push(...read.rejected)
    for (const [note, cells] of read.notes) notes.set(note, (notes.get(note) ?? 0) + cells)
  }
  const [mapping] = mappings
  if (mapping === undefined) throw new CannotRun('Unexpected empty file, expected rows')
  return {sheets, rows, rejected, notes, remarks, mapping}
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

/** Ids of records by id, name or title; those of product lines are in the network. */
function resolver({before}: Held, target: TargetName) {
  const byKind = new Map<string, Map<string, string | null>>()
  const add = (kind: string, key: unknown, id: string) => {
    if (typeof key !== 'string') return
    const known = byKind.get(kind) ?? new Map<string, string | null>()
    byKind.set(kind, known.set(key, known.has(key) && known.get(key) !== id ? null : id))
  }
  for (const {value} of before.sources.sources) {
    const {kind, id, name, title, productLines} = (value ?? {}) as Record<string, unknown>
    if (typeof kind !== 'string' || typeof id !== 'string') continue
    add(kind, id, id)
    for (const it of [name, title])
      if (typeof it === 'string') add(kind, it.trim().toLowerCase(), id)
    if (kind === 'Network' && Array.isArray(productLines))
      for (const line of productLines as {id?: unknown}[])
        if (typeof line?.id === 'string') add('ProductLine', line.id, line.id)
  }
  return (kind: string, text: string): string | undefined => {
    const known = byKind.get(kind)
    const found = known?.get(text) ?? known?.get(text.trim().toLowerCase()) ?? undefined
    // A new participant may name another that the same file brings; validation has the last word.
    const isId =
      target === 'roster' && kind === 'Participant' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
    return found ?? (isId ? text : undefined)
  }
}

/** A row for a participant whose roster is a table: the table is evidence, and is replaced whole. */
function isTable(row: ReadRow, standing: readonly Standing[], rejected: Rejected[]): boolean {
  if (!row.values.has('clinicians.npi')) return false
  const id = row.values.get('id')
  const found = standing.find(({value}) => value['id'] === id)
  if (found?.value['roster'] === undefined) return false
  rejected.push({
    sheet: row.sheet,
    row: row.row,
    reason: 'a clinician of a participant whose roster is a table',
    help: 'Put the new table in place of the old one, and its SHA-256 into its EvidenceTable record',
  })
  return true
}

async function placed(all: readonly Rejected[], sheets: readonly Sheet[], file: string) {
  const {placeIn} = await import('../import/sheet.ts')
  const name = file.split(/[\\/]/).at(-1) ?? file
  const rowsOf = sheets.map((it) => new Map(it.rows.map((row) => [row.row, row])))
  return all.map((it) => {
    const sheet = sheets[it.sheet]
    const row = rowsOf[it.sheet]?.get(it.row)
    return {
      ...it,
      place: placeIn(name, sheet ?? {}, it, it.column),
      cells: row?.cells.map(({text}) => text) ?? [],
    }
  })
}

async function rememberedIn(held: Held, target: TargetName) {
  const [{readRemembered, rememberedPath}, {parseSources}] = await Promise.all([
    import('../import/remembered.ts'),
    import('../load/source.ts'),
  ])
  const path = rememberedPath(target)
  const bytes = bytesAt(held, path)
  if (bytes === null) return undefined
  if (bytes.length > 1024 * 1024)
    throw new CannotRun(`Unexpected \`${path}\` of ${bytes.length} bytes, expected at most 1 MiB`)
  const {sources} = parseSources('main', path, bytes.toString('utf8'))
  return readRemembered(path, sources[0]?.value)
}

/** The mapping, where it is not plain from the file itself. */
async function rememberedFile(
  held: Held,
  {target, reason, by, dateOrder}: ImportAsked,
  mapping: Mapping,
  isUsed: boolean,
): Promise<readonly ImportedFile[]> {
  const isPlain = mapping.columns.every(({by}) => by !== 'words' && by !== 'flag')
  if (!isUsed || mapping.own || (isPlain && dateOrder === undefined)) return []
  const [{rememberedOf, rememberedPath}, {documentText}] = await Promise.all([
    import('../import/remembered.ts'),
    import('../write/documents.ts'),
  ])
  const path = rememberedPath(target)
  const was = bytesAt(held, path)
  const isNew = mapping.columns.some((it) => it.by === 'flag') || dateOrder !== undefined
  if (was !== null && !isNew) return []
  const said = {
    ...(dateOrder === undefined ? {} : {dateOrder}),
    ...(reason === undefined ? {} : {reason}),
    ...(by === undefined ? {} : {by}),
  }
  const text = `# How \`cinch import ${target}\` reads a spreadsheet. Correct it here, or with --map.\n${await documentText(rememberedOf(target, mapping, said))}`
  const bytes = new TextEncoder().encode(text)
  return was !== null && Buffer.compare(was, bytes) === 0 ? [] : [{path, was, bytes}]
}

function provenanceOf({file, bytes, asOf}: ImportAsked, {layout}: Mapping, title?: string) {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const name = file.split(/[\\/]/).at(-1) ?? file
  return (rows: readonly number[]) =>
    `${title ?? layout?.title ?? 'Published list'}: ${name}, SHA-256 ${hash}, read ${asOf}, ` +
    `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}`
}
