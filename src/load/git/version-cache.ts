import {openCache} from '../cache.ts'
import type {Repository} from './repository.ts'
import {recordsOfText, textOfRecords} from './version-text.ts'
import type {RecordVersion} from './versions.ts'

/** What one version of a file said when it was parsed. */
export interface ReadVersion {
  /** Undefined where the text is no YAML. */
  readonly records: ReadonlyMap<string, RecordVersion> | undefined
  /** Bytes that the whole parser had to read; 0 where it is plain. */
  readonly cost: number
}

/** What the versions of files said when they were parsed, by blob. */
export interface KnownVersions {
  /** Whether one may be known. */
  readonly any: boolean
  readonly get: (blob: string) => ReadVersion | undefined
  readonly set: (blob: string, read: ReadVersion) => void
  readonly save: () => void
}

/**
 * @param own - Whether the versions are read by this program's own parser; another's results are
 *   not kept.
 */
export function knownVersions({gitDir, top}: Repository, own: boolean): KnownVersions {
  if (!own) return {any: false, get: () => undefined, set: () => {}, save: () => {}}
  const cache = openCache('versions', [gitDir], {repositories: [gitDir, top]})
  return {
    any: !cache.off,
    get: (blob) => {
      const kept = cache.get(blob)
      return kept === undefined ? undefined : readOf(kept.toString())
    },
    set: (blob, {records, cost}) => {
      if (!cache.off) cache.set(blob, Buffer.from(`${cost} ${textOfRecords(records)}`))
    },
    save: cache.save,
  }
}

function readOf(kept: string): ReadVersion {
  const end = kept.indexOf(' ')
  return {records: recordsOfText(kept.slice(end + 1)), cost: Number(kept.slice(0, end))}
}
