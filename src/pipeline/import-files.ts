import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import type {ImportedFile, PlannedRecord} from '../model/imported.ts'
import type {Kind} from '../model/workspace.ts'
import type {ValueChange} from '../write/documents.ts'
import {bytesAt, schemaFor, type Target as Held} from './add-target.ts'
import type {Standing} from './import.ts'
import type {TableChange} from './import-table.ts'
import {newOnes, readProposal} from './proposed.ts'

/** What a plan is written beside. */
export interface WrittenWith {
  readonly standing: readonly Standing[]
  /** Source of a change, where the rows come from a published list. */
  readonly provenance: ((rows: readonly number[]) => string) | undefined
  /** Tables that change too, with their records. */
  readonly others: readonly TableChange[]
}

interface Changed {
  readonly files: readonly ImportedFile[]
  /** File of a record, from the root. */
  readonly placeOf: (id: string) => string
  readonly diagnostics: readonly Diagnostic[]
}

/** Files with the changes of a plan in them, comments kept, and what would newly be found in them. */
export async function writeChanges(
  held: Held,
  kind: Kind,
  records: readonly PlannedRecord[],
  {standing, provenance, others}: WrittenWith,
): Promise<Changed> {
  const [{appendDocument, editDocuments}, {folderFor}, {fieldAt, ordered}, {schema, resolve}] =
    await Promise.all([
      import('../write/documents.ts'),
      import('../model/placement.ts'),
      import('../scaffold/fields.ts'),
      schemaFor(kind),
    ])
  const byId = new Map(standing.map((it) => [it.value['id'] as string, it]))
  const folder = folderFor(
    kind,
    standing.map(({file}) => file),
  )
  const places = new Map<string, string>()
  const edits = new Map<string, ValueChange[]>()
  const news = new Map<string, Record<string, unknown>[]>()
  for (const it of records) {
    const source = byId.get(it.id)
    const file = source?.file ?? newFile(kind, folder, it)
    places.set(it.id, file)
    if (source === undefined) {
      const said = provenance === undefined ? {} : {provenance: [sourceOf(provenance(it.rows))]}
      const value = ordered({...it.value, kind, ...said}, schema, resolve) as Record<
        string,
        unknown
      >
      news.set(file, [...(news.get(file) ?? []), value])
      continue
    }
    const changes = it.changes.map(({path, value}) => ({
      document: source.index,
      path,
      value: ordered(value, fieldAt(schema, path, resolve), resolve),
    }))
    const said = provenance === undefined ? [] : [provenanceChange(it, source, provenance)]
    edits.set(file, [...(edits.get(file) ?? []), ...changes, ...said])
  }
  for (const {record} of others)
    if (record.changes.length > 0)
      edits.set(record.file, [...(edits.get(record.file) ?? []), ...record.changes])
  const files: ImportedFile[] = []
  for (const path of new Set([...edits.keys(), ...news.keys()])) {
    const was = bytesAt(held, path)
    let text = was?.toString('utf8') ?? ''
    const changes = edits.get(path)
    if (changes !== undefined) text = await editDocuments(text, changes)
    for (const record of news.get(path) ?? []) text = await appendDocument(text, record)
    files.push({path, was, bytes: new TextEncoder().encode(text)})
  }
  await expectRecords(held, files)
  files.push(...others.map(({table}) => table))
  const proposal = new Map([[held.folder, new Map(files.map((it) => [it.path, it.bytes]))]])
  const after = files.length === 0 ? held.before : await readProposal(held, proposal)
  return {
    files,
    placeOf: (id) => places.get(id) ?? '',
    diagnostics: newOnes(held.before.diagnostics, after.diagnostics),
  }
}

function newFile(kind: Kind, folder: string, {id, value}: PlannedRecord): string {
  if (kind !== 'MembershipDecision') return `${folder}/${id}.yaml`
  const {date} = value
  return `${folder}/decisions-${typeof date === 'string' ? date.slice(0, 4) : 'undated'}.yaml`
}

function sourceOf(source: string, fields?: readonly string[]) {
  return {...(fields === undefined ? {} : {fields}), standing: 'V', source}
}

function provenanceChange(
  {changes, rows}: PlannedRecord,
  {index: document, value}: Standing,
  provenance: (rows: readonly number[]) => string,
): ValueChange {
  const fields = [...new Set(changes.map(({path}) => String(path[0])))].sort()
  const entry = sourceOf(provenance(rows), fields)
  const there = value['provenance']
  return Array.isArray(there)
    ? {document, path: ['provenance', there.length], value: entry}
    : {document, path: ['provenance'], value: [entry]}
}

async function expectRecords({held}: Held, files: readonly ImportedFile[]): Promise<void> {
  const {readListing} = await import('../load/listing.ts')
  const listing = readListing(held.name, held.config, held.configSource)
  for (const {path} of files)
    if (listing.ignored(path) !== undefined || listing.use(path) !== 'record')
      throw new CannotRun(
        `Unexpected file \`${path}\` that cinch.yaml reads as no record, expected one that it does`,
        'Add a glob for it to `records` in cinch.yaml',
      )
}
