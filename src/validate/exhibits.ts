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
  const lineEndings = file.sha256WithLf?.() === value.sha256 ? {lineEndings: true as const} : {}
  return {status: 'mismatch', sha256, bytes, ...lineEndings}
}

/** Kept elsewhere by design: at a place named, by its custodian alone, or in a warehouse. */
function isOutside(entry: Entry<'Exhibit'> | Entry<'EvidenceTable'>): boolean {
  if (entry.kind === 'EvidenceTable') return entry.value.format === 'warehouse'
  return entry.value.location !== undefined || entry.value.privileged === true
}
