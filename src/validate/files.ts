import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {startOf} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {EvidenceFile, Sources} from '../model/source.ts'
import type {ExhibitState, Entry} from '../model/workspace.ts'
import type {Checked} from './records.ts'
import {didYouMean} from './words.ts'

const why = 'A claim rests on the document: one that cannot be found shows nothing'

/** Files that are evidence, by root and path. */
export type FileIndex = ReadonlyMap<string, EvidenceFile>

export function indexFiles(files: readonly EvidenceFile[]): FileIndex {
  return new Map(files.map((it) => [nameOf(it.root, it.file), it]))
}

function nameOf(root: string, file: string): string {
  return `${root}\0${file}`
}

/** The file that a record of evidence names, where it is here. */
export function fileOf(
  {root, value}: Entry<'Exhibit'> | Entry<'EvidenceTable'>,
  files: FileIndex,
): EvidenceFile | undefined {
  return value.file === undefined ? undefined : files.get(nameOf(root, value.file))
}

/** Records that name no file here, and files that no record names. */
export function checkFiles(
  records: readonly Checked[],
  sources: Sources,
  files: FileIndex,
): Diagnostic[] {
  const registered = new Set<string>()
  const diagnostics: Diagnostic[] = []
  for (const record of records) {
    if (record.kind !== 'Exhibit' && record.kind !== 'EvidenceTable') continue
    const {source} = record
    const {file} = source.value as {readonly file?: unknown}
    if (file === undefined) diagnostics.push(...withoutFile(record))
    if (typeof file !== 'string' || record.faulty.has('file')) continue
    registered.add(nameOf(source.root, file))
    diagnostics.push(...checkPath(record, file, sources, files))
  }
  for (const {root, file, use} of sources.files)
    if (!registered.has(nameOf(root, file)))
      diagnostics.push({
        code: 'exhibit/unregistered',
        severity: 'warning',
        message: `Unexpected ${use} that no record registers, expected ${use === 'table' ? 'an EvidenceTable' : 'an Exhibit'} with ${quoted(`file: ${file}`)}`,
        location: startOf(file, root === 'main' ? undefined : root),
        why: 'Nobody has said what it is, where it comes from or whether it is final',
        help: 'Register it, or list it under `ignore` in cinch.yaml with the reason',
      })
  return diagnostics
}

/** An exhibit may be kept elsewhere; a table that is no file and no query cannot be read. */
function withoutFile({source, kind}: Checked): Diagnostic[] {
  const {format} = source.value as {readonly format?: unknown}
  if (kind !== 'EvidenceTable' || format === 'warehouse') return []
  const {start, ...place} = source.locate()
  return [
    {
      code: 'exhibit/missing',
      severity: 'warning',
      message: 'Unexpected EvidenceTable without `file`, expected the path of the table',
      location: {...place, start, end: start},
      why,
      help: 'Add `file:`; until then what the table shows counts as unknown',
    },
  ]
}

function checkPath(
  {source, kind}: Checked,
  file: string,
  sources: Sources,
  files: FileIndex,
): Diagnostic[] {
  const base = {severity: 'error', location: source.locate(['file']), why} as const
  const problem = pathProblem(file)
  if (problem !== undefined)
    return [
      {
        ...base,
        code: 'file/path',
        message: `Unexpected path ${quoted(file)}, expected ${problem}`,
        help: 'Write the path from the root of this repository, such as `exhibits/minutes.txt`',
      },
    ]
  const found = files.get(nameOf(source.root, file))
  if (found === undefined) {
    const ofRoot = sources.files.filter((it) => it.root === source.root).map((it) => it.file)
    const ignored = sources.ignored.find((it) => it.root === source.root && it.file === file)
    return [
      {
        ...base,
        code: 'exhibit/missing',
        message: `Unexpected path ${quoted(file)}, expected a file that is here`,
        help:
          ignored === undefined
            ? (didYouMean(nearestWord(file, ofRoot)) ?? 'Add the file, or correct the path')
            : 'cinch.yaml ignores this file: take it out of `ignore`',
      },
    ]
  }
  if (kind === 'EvidenceTable' && found.use !== 'table')
    return [
      {
        ...base,
        code: 'file/path',
        message: `Unexpected exhibit ${quoted(file)}, expected a file that is read as a table`,
        help: 'Move it under `tables/`, or name it under `tables` in cinch.yaml',
      },
    ]
  return []
}

/** What a path should be instead; undefined where it stays inside the repository. */
export function pathProblem(file: string): string | undefined {
  if (file.includes('\\')) return 'forward slashes'
  if (/^[A-Za-z][A-Za-z+.-]*:/.test(file)) return 'a path, not an address or a drive'
  if (/^[/~]/.test(file)) return 'a path that begins at the root of this repository'
  const parts = file.split('/')
  if (parts.includes('..')) return 'a path that stays inside this repository'
  if (parts.some((it) => it === '' || it === '.')) return 'a path without empty or `.` parts'
  return undefined
}

/** Whether the document of a record is here and is what the record says. */
export function exhibitState(
  entry: Entry<'Exhibit'> | Entry<'EvidenceTable'>,
  files: FileIndex,
): ExhibitState {
  const {value} = entry
  const file = fileOf(entry, files)
  if (value.file === undefined) return {status: isOutside(entry) ? 'outside' : 'missing'}
  if (file === undefined || pathProblem(value.file) !== undefined) return {status: 'missing'}
  if (file.pointer) return {status: 'pointer'}
  const {sha256, bytes} = file
  if (value.sha256 === undefined) return {status: 'unhashed', sha256, bytes}
  return {status: value.sha256 === sha256 ? 'verified' : 'mismatch', sha256, bytes}
}

/** Kept elsewhere by design: at a place named, by its custodian alone, or in a warehouse. */
function isOutside(entry: Entry<'Exhibit'> | Entry<'EvidenceTable'>): boolean {
  if (entry.kind === 'EvidenceTable') return entry.value.format === 'warehouse'
  return entry.value.location !== undefined || entry.value.privileged === true
}
