import {openCache} from '../cache.ts'
import {labelOf, type DateFound} from './events.ts'
import type {Repository} from './repository.ts'
import {keyOf, type RecordVersion} from './versions.ts'

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

/** As kept: short, since there is one for each version of each file. */
type Kept = readonly (readonly [
  kind: string,
  id: string,
  digest: string,
  dates: readonly (readonly [DateFound['path'], date: string, DateFound['beside']])[],
  /** What a version has besides. */
  more: object,
])[]

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
      if (!cache.off) cache.set(blob, Buffer.from(`${cost} ${textOf(records)}`))
    },
    save: cache.save,
  }
}

function readOf(kept: string): ReadVersion {
  const end = kept.indexOf(' ')
  return {records: recordsOf(kept.slice(end + 1)), cost: Number(kept.slice(0, end))}
}

function textOf(records: ReadonlyMap<string, RecordVersion> | undefined): string {
  if (records === undefined) return ''
  const kept: Kept = [...records.values()].map(({kind, id, digest, dates, ...more}) => [
    kind,
    id,
    digest,
    dates.map(({path, date, beside}) => [path, date, beside]),
    more,
  ])
  return JSON.stringify(kept)
}

function recordsOf(text: string): ReadonlyMap<string, RecordVersion> | undefined {
  if (text === '') return undefined
  const records = new Map<string, RecordVersion>()
  for (const [kind, id, digest, dates, more] of JSON.parse(text) as Kept) {
    const record = {
      kind,
      id,
      digest,
      dates: dates.map(([path, date, beside]) => ({path, label: labelOf(path), date, beside})),
      ...more,
    }
    records.set(keyOf(record), record)
  }
  return records
}
