import {createHash} from 'node:crypto'
import {canonicalJson} from '../../model/canonical.ts'
import {datesIn, type DateFound} from './events.ts'
import type {ParseText} from './history.ts'

/** One record as one version of its file holds it. */
export interface RecordVersion {
  readonly kind: string
  readonly id: string
  /** SHA-256 of the canonical JSON: two versions with the same one say the same. */
  readonly digest: string
  readonly dates: readonly DateFound[]
}

/**
 * The records in a version of a file; the first of two with one kind and id.
 *
 * @returns Undefined where the text is no YAML; documents that are no record are left out.
 */
export function recordsIn(
  content: Uint8Array,
  parse: ParseText,
): ReadonlyMap<string, RecordVersion> | undefined {
  try {
    const records = new Map<string, RecordVersion>()
    for (const value of parse(new TextDecoder('utf-8', {fatal: true}).decode(content))) {
      const record = versionOf(value)
      const key = record === undefined ? '' : keyOf(record)
      if (record !== undefined && !records.has(key)) records.set(key, record)
    }
    return records
  } catch {
    return undefined
  }
}

/** Identity of a record, wherever its file is. */
export function keyOf({kind, id}: {readonly kind: string; readonly id: string}): string {
  return JSON.stringify([kind, id])
}

function versionOf(value: unknown): RecordVersion | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const {kind, id} = value as {kind?: unknown; id?: unknown}
  if (typeof kind !== 'string' || typeof id !== 'string') return undefined
  const digest = createHash('sha256').update(canonicalJson(value)).digest('hex')
  return {kind, id, digest, dates: datesIn(value)}
}
