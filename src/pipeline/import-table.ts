import {createHash} from 'node:crypto'
import type {RosterRow} from '../import/roster-table.ts'
import type {ReadRow} from '../import/rows.ts'
import type {ImportedFile, ImportedRecord, Missing, Remark, RowProblem} from '../model/imported.ts'
import type {Source} from '../model/source.ts'
import type {ValueChange} from '../write/documents.ts'
import {bytesAt, type Target as Held} from './add-target.ts'

/** A table as it would be, and what its record would then say of it. */
export interface TableChange {
  readonly told: ImportedRecord
  readonly table: ImportedFile
  readonly record: {readonly file: string; readonly changes: readonly ValueChange[]}
}

export interface Written {
  readonly change?: TableChange
  readonly problems: ReadonlyMap<ReadRow, readonly RowProblem[]>
  readonly changing: ReadonlySet<ReadRow>
  readonly missing: Missing
  readonly remarks: readonly Remark[]
}

/** Puts rows into a table of the repository, where it is one that can be written. */
export async function changedTable(
  held: Held,
  id: string,
  rows: readonly RosterRow[],
  provenance: ((rows: readonly number[]) => string) | undefined,
): Promise<Written> {
  const {workspace} = held.before
  const refuse = (problem: RowProblem): Written => ({
    problems: new Map(rows.map(({row}) => [row, [problem]])),
    changing: new Set(),
    missing: [],
    remarks: [],
  })
  const source = sourceOf(held, id)
  const refusal = refusalOf(held, id, source?.file)
  const entry = workspace.find('EvidenceTable', id)
  if (refusal !== undefined || entry === undefined || source === undefined)
    return refuse(refusal ?? noRecord())
  const {file = '', columns, to} = entry.value
  const was = bytesAt(held, file)
  if (was === null) return refuse(noRecord())
  const [{changeRoster}, {parseCsv}] = await Promise.all([
    import('../import/roster-table.ts'),
    import('../tables/rfc4180.ts'),
  ])
  // A mark at the start is no part of the first heading.
  const mark = was.subarray(0, 3).equals(byteOrderMark) ? '\ufeff' : ''
  const text = was.toString('utf8').slice(mark.length)
  const result = changeRoster({text, rows: [...parseCsv(text)], columns}, rows)
  const {problems, changing} = result
  const missing = result.missing.map((key) => ({id, key}))
  const remarks = withoutColumn(result.without, file)
  if (changing.size === 0) return {problems, changing, missing, remarks}
  const bytes = new TextEncoder().encode(mark + result.text)
  const {changes, added, changed} = result
  const numbers = [...changing].map(({row}) => row)
  const told = {kind: 'EvidenceTable', id, isNew: false, file, value: {}, rows: numbers}
  return {
    problems,
    changing,
    missing,
    remarks: to !== undefined && held.asOf > to ? [...remarks, endsEarlier(source.file)] : remarks,
    change: {
      told: {...told, changes, added, changed},
      table: {path: file, was, bytes},
      record: {
        file: source.file,
        changes: recordChanges(source, bytes, provenance?.(numbers)),
      },
    },
  }
}

/** The record of a table in the root written to. */
function sourceOf({before, held}: Held, id: string): Source | undefined {
  return before.sources.sources.find((it) => {
    const value = (it.value ?? {}) as Record<string, unknown>
    return it.root === held.name && value['kind'] === 'EvidenceTable' && value['id'] === id
  })
}

function withoutColumn(fields: ReadonlySet<string>, file: string): readonly Remark[] {
  return [...fields].map((it) => ({
    said: `No column for \`${it}\` in the roster table: what the spreadsheet says of it is left out`,
    names: [file],
  }))
}

function endsEarlier(file: string): Remark {
  return {
    said: 'The record of the roster table says that it holds up to an earlier day: set its `to`, where the table now holds later',
    names: [file],
  }
}

/** The new hash, where one is stated; and where the rows come from, where a published list says so. */
function recordChanges(
  {index: document, value}: Source,
  bytes: Uint8Array,
  said: string | undefined,
): readonly ValueChange[] {
  const {sha256, provenance} = value as Record<string, unknown>
  const hash = createHash('sha256').update(bytes).digest('hex')
  const changes = sha256 === undefined ? [] : [{document, path: ['sha256'], value: hash}]
  if (said === undefined) return changes
  const entry = {fields: ['file'], standing: 'V', source: said}
  return [
    ...changes,
    Array.isArray(provenance)
      ? {document, path: ['provenance', provenance.length], value: entry}
      : {document, path: ['provenance'], value: [entry]},
  ]
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

function noRecord(): RowProblem {
  return {
    reason: 'a clinician of a participant whose roster is a table that is not here',
    help: 'Write the EvidenceTable with its file first, or take `roster` out of the participant',
  }
}

/** Why a table cannot be changed here; undefined where it can. */
function refusalOf(
  {before}: Held,
  id: string,
  recordFile: string | undefined,
): RowProblem | undefined {
  const value = before.workspace.find('EvidenceTable', id)?.value
  if (value === undefined || recordFile === undefined) return noRecord()
  const {file = '', format} = value
  if (value.sealed === true)
    return {
      reason: 'a clinician of a participant whose roster is a final table (`sealed`)',
      help: 'Final evidence is not changed: put the new roster into a file of its own with an EvidenceTable of its own, and name it in `roster` of the participant',
      file,
    }
  if (format !== 'csv')
    return {
      reason: `a clinician of a participant whose roster is a table of the format \`${format}\`, which is not written`,
      help: 'Change the table itself, then put its new SHA-256 into its record; a .csv would be changed here',
      file: `${file === '' ? '' : `${file}, `}${recordFile}`,
    }
  const table = before.workspace.table(id)
  if (table.status !== 'read')
    return {
      reason: `a clinician of a participant whose roster table cannot be read: ${table.reason}`,
      help: 'Correct the table or its record first: `cinch validate` says what is wrong',
      file: `${file}, ${recordFile}`,
    }
  return undefined
}
