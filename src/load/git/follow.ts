import type {Change, Commit, DatedEvent} from '../../model/trail.ts'
import {EventMemory} from './events.ts'
import type {NumberedChange} from './commit-log.ts'
import {keyOf, type RecordVersion} from './versions.ts'

/** Records by identity, of every version of every file, by number of the blob. */
export type Versions = readonly (ReadonlyMap<string, RecordVersion> | undefined)[]

const noRecords: ReadonlyMap<string, RecordVersion> = new Map()

/** A record as far as its history has been followed. */
export interface Followed {
  readonly kind: string
  readonly id: string
  readonly changes: Change[]
  readonly memory: EventMemory
  events: readonly DatedEvent[]
}

/** Adds what one commit did to the records in the files that it changed. */
export function follow(
  followed: Map<string, Followed>,
  commit: Commit,
  changes: readonly NumberedChange[],
  {versions, paths, prefix}: {versions: Versions; paths: readonly string[]; prefix: string},
): void {
  const gone = new Map<string, RecordVersion>()
  const come = new Map<string, {record: RecordVersion; file: string}>()
  const say = (record: RecordVersion, type: Change['type'], file: string) => {
    const it = followed.get(keyOf(record)) ?? newFollowed(record)
    followed.set(keyOf(record), it)
    const fingerprint = type === 'removed' ? {} : {fingerprint: record.digest}
    it.changes.push({commit, type, file, ...fingerprint})
    if (type !== 'removed') it.events = it.memory.see(record.dates, commit)
  }
  const removals: (() => void)[] = []
  for (const {path, before, after} of changes) {
    const file = (paths[path] ?? '').slice(prefix.length)
    const old = versions[before] ?? noRecords
    const now = versions[after] ?? noRecords
    for (const [key, record] of old) {
      const kept = now.get(key)
      if (kept === undefined) {
        gone.set(key, record)
        removals.push(() => come.has(key) || say(record, 'removed', file))
      } else if (kept.digest !== record.digest) say(kept, 'changed', file)
    }
    for (const [key, record] of now) if (!old.has(key)) come.set(key, {record, file})
  }
  for (const [key, {record, file}] of come) {
    const from = gone.get(key)
    say(record, from === undefined ? 'added' : 'moved', file)
    if (from !== undefined && from.digest !== record.digest) say(record, 'changed', file)
  }
  for (const remove of removals) remove()
}

function newFollowed({kind, id}: RecordVersion): Followed {
  return {kind, id, changes: [], memory: new EventMemory(), events: []}
}
