import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {startOf} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {EvidenceFile, Source, Sources} from '../model/source.ts'
import type {Entry} from '../model/workspace.ts'
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
  if (found.pointer && !namesAnother(source.value, found)) return [notHere(source, file)]
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

/** A pointer to another file than the registered one is told as a hash that does not match. */
function namesAnother(value: unknown, {pointsTo}: EvidenceFile): boolean {
  const {sha256} = value as {readonly sha256?: unknown}
  return typeof sha256 === 'string' && pointsTo !== undefined && pointsTo !== sha256
}

function notHere(source: Source, file: string): Diagnostic {
  return {
    code: 'exhibit/not-here',
    severity: 'warning',
    message: `Unexpected large-file pointer in place of ${quoted(file)}, expected the file`,
    location: source.locate(['file']),
    why: 'What is not here cannot be compared with its hash: what it shows counts as unknown',
    help: 'Fetch it, such as with `git lfs pull`, and check again',
  }
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
