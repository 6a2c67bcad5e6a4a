import {createHash} from 'node:crypto'
import type {DateOrder} from '../import/layouts.ts'
import type {Mapping} from '../import/mapping.ts'
import type {PlanOptions} from '../import/plan.ts'
import type {Rejected} from '../import/rows.ts'
import type {Sheet} from '../import/sheet.ts'
import type {Target, TargetName} from '../import/targets.ts'
import {canonicalJson} from '../model/canonical.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {flatColumns, type FlatKind} from '../model/flat-columns.ts'
import type {Imported} from '../model/imported.ts'
import type {Source} from '../model/source.ts'
import type {Kind} from '../model/workspace.ts'
import {openTarget, schemaFor, type Target as Held} from './add-target.ts'
import {writeChanges} from './import-files.ts'
import {readSheets, workbookOf} from './import-read.ts'
import {rememberedFile} from './import-remember.ts'
import {planRemarks} from './import-remarks.ts'
import {rosterNpis, toRosters} from './import-rosters.ts'

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
  /** Headings of columns whose blank cells mean what stands above them. */
  readonly fillDown: ReadonlySet<string>
  readonly dateOrder?: DateOrder
  readonly restoreZeros: boolean
  readonly reason?: string
  readonly by?: string
}

/** What an import would do, and the files that it would write. */
export interface PreparedImport extends Imported {
  /** What `cinch validate` would say that it does not say now. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a spreadsheet as records and compares it with the repository. Nothing is written.
 *
 * @throws {CannotRun} When the file cannot be read or the mapping is not clear.
 */
export async function prepareImport(asked: ImportAsked): Promise<PreparedImport> {
  const held = await openTarget({root: asked.root, overlays: asked.overlays, asOf: asked.asOf})
  const [{targetNamed}, {planImport}] = await Promise.all([
    import('../import/targets.ts'),
    import('../import/plan.ts'),
  ])
  const target = targetNamed(asked.target)
  const flat = await flatKind(target.kind)
  const book = await workbookOf(asked)
  const read = await readSheets(book.workbook, {asked, held, target, flat})
  const {mapping, sheets} = read
  const reference = book.reference || mapping.layout?.reference === true
  const standing = sourcesOf(held, target.kind)
  const options: PlanOptions = {
    target,
    flat,
    standing: standing.map(({value}) => ({
      id: value['id'] as string,
      value,
      npis: rosterNpis(held, value),
    })),
    reference,
    only: asked.only,
    own: mapping.own,
    idOf: await idsFor(target),
  }
  const provenance = reference ? provenanceOf(asked, mapping, book.title) : undefined
  const rosters = await toRosters(held, read.rows, options, provenance)
  const plan = planImport(rosters.rows, options)
  const files = await writeChanges(held, target.kind, plan.records, {
    standing,
    provenance,
    others: rosters.changes,
  })
  // A list that is no spreadsheet has no columns to remember.
  const isUsed = plan.accepted > 0 && book.title === undefined
  const remembered = await rememberedFile(held, asked, mapping, isUsed)
  return {
    folder: held.folder,
    kind: target.kind,
    layout: book.title ?? mapping.layout?.title ?? null,
    reference,
    mapping: book.title === undefined ? mapping.columns : [],
    remarks: [
      ...book.workbook.remarks,
      ...read.remarks,
      ...rosters.remarks,
      ...(await planRemarks(plan, target, standing)),
    ],
    notes: notesOf(read.notes),
    rows: {
      read: sheets.reduce((sum, it) => sum + it.rows.length, 0),
      accepted: plan.accepted,
      unchanged: plan.unchanged,
      rejected: plan.rejectedRows,
      notOnRecord: plan.notOnRecord,
    },
    rejected: await placed(plan.rejected, sheets, asked.file),
    header: sheets[0]?.header.cells.map(({text}) => text) ?? [],
    records: [
      ...plan.records.map((it) => ({...it, file: files.placeOf(it.id)})),
      ...rosters.changes.map(({told}) => told),
    ],
    missing: [...plan.missing, ...rosters.missing],
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

/** How a new record gets its id: a decision from its content, anything else from its name. */
async function idsFor({name: of, kind}: Target): Promise<PlanOptions['idOf']> {
  const {slugOf, madeId} = await import('../scaffold/identifier.ts')
  return (value) => {
    if (of === 'decisions') {
      const hash = createHash('sha256').update(canonicalJson(value)).digest('hex')
      return madeId(kind, value, hash)
    }
    const name = value['name'] ?? value['title']
    const slug = typeof name === 'string' ? slugOf(name) : ''
    return slug === '' ? undefined : slug
  }
}

function notesOf(notes: ReadonlyMap<string, number>): Imported['notes'] {
  return Array.from(notes, ([said, cells]) => {
    const [column = '', note = ''] = said.split('\t')
    return {column, note, cells}
  })
}

async function placed(all: readonly Rejected[], sheets: readonly Sheet[], file: string) {
  const {placeIn} = await import('../import/sheet.ts')
  const name = file.split(/[\\/]/).at(-1) ?? file
  const rowsOf = sheets.map((it) => new Map(it.rows.map((row) => [row.row, row])))
  return all.map((it) => {
    const sheet = sheets[it.sheet]
    const row = rowsOf[it.sheet]?.get(it.row)
    const heading = it.column === undefined ? undefined : sheet?.header.cells[it.column]?.text
    return {
      ...it,
      ...(heading === undefined ? {} : {heading: heading.trim()}),
      place: placeIn(name, sheet ?? {}, it, it.column),
      cells: row?.cells.map(({text}) => text) ?? [],
    }
  })
}

function provenanceOf({file, bytes, asOf}: ImportAsked, {layout}: Mapping, title?: string) {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const name = file.split(/[\\/]/).at(-1) ?? file
  return (rows: readonly number[]) =>
    `${title ?? layout?.title ?? 'Published list'}: ${name}, SHA-256 ${hash}, read ${asOf}, ` +
    `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ` and ${rows.length - 20} more` : ''}`
}
