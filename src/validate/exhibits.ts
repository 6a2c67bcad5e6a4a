import {createHash} from 'node:crypto'
import type {EvidenceFile} from '../model/source.ts'
import type {Entry, ExhibitState} from '../model/workspace.ts'
import {fileOf, pathProblem, type FileIndex} from './files.ts'

/** Whether the document of a record is here and is what the record says. */
export function exhibitState(
  entry: Entry<'Exhibit'> | Entry<'EvidenceTable'>,
  files: FileIndex,
): ExhibitState {
  const {value} = entry
  const file = fileOf(entry, files)
  if (value.file === undefined) return {status: isOutside(entry) ? 'outside' : 'missing'}
  if (file === undefined || pathProblem(value.file) !== undefined) return {status: 'missing'}
  if (file.pointer) {
    const {pointsTo} = file
    // Known without the file: what is kept elsewhere is not what was registered.
    return value.sha256 === undefined || pointsTo === undefined || pointsTo === value.sha256
      ? {status: 'pointer'}
      : {status: 'mismatch', sha256: pointsTo, pointer: true}
  }
  const {sha256, bytes} = file
  if (value.sha256 === undefined) return {status: 'unhashed', sha256, bytes}
  if (value.sha256 === sha256) return {status: 'verified', sha256, bytes}
  const lineEndings = matchesWithLf(file, value.sha256) ? {lineEndings: true as const} : {}
  return {status: 'mismatch', sha256, bytes, ...lineEndings}
}

/** Largest text, in bytes, that is looked at for its line ends. */
const mostText = 16 * 1024 * 1024

/** Whether only git's CR LF for LF, as a checkout on Windows writes it, parts a file from a hash. */
function matchesWithLf({bytes, read}: EvidenceFile, sha256: string): boolean {
  if (bytes > mostText) return false
  const content = Buffer.from(read()).toString('latin1')
  if (!content.includes('\r\n')) return false
  const unix = content.replaceAll('\r\n', '\n')
  return createHash('sha256').update(unix, 'latin1').digest('hex') === sha256
}

/** Kept elsewhere by design: at a place named, by its custodian alone, or in a warehouse. */
function isOutside(entry: Entry<'Exhibit'> | Entry<'EvidenceTable'>): boolean {
  if (entry.kind === 'EvidenceTable') return entry.value.format === 'warehouse'
  return entry.value.location !== undefined || entry.value.privileged === true
}
