import {openCache} from '../cache.ts'
import {decodeTrail, encodeTrail, type FollowedRecords} from './trail-columns.ts'
import type {History} from './history.ts'
import type {Repository} from './repository.ts'

/** What the history said of every record when it was last followed up to the same commit. */
export interface KnownTrail {
  /** Undefined where none was kept. */
  readonly read: (() => FollowedRecords) | undefined
  /** What {@link objectStamp} said when every version of every file was there; empty: not known. */
  readonly objects: string
  readonly keep: (trail: FollowedRecords, objects: string) => void
  /** Of the trail that was kept. */
  readonly keepObjects: (objects: string) => void
}

/**
 * @param history - Up to the commit asked for, with commits as they may be shown.
 * @param root - Name of the root, as the trail carries it.
 */
export function knownTrail(
  {gitDir, top, prefix}: Repository,
  {head, commits}: History,
  root: string,
): KnownTrail {
  const cache = openCache('trail', [gitDir, prefix], {repositories: [gitDir, top]})
  const kept = cache.get('head')?.toString() === head ? cache.get('records') : undefined
  const keepObjects = (objects: string) => {
    cache.set('objects', Buffer.from(objects))
    cache.save()
  }
  return {
    read: kept === undefined ? undefined : () => decodeTrail(kept, commits, root),
    objects: kept === undefined ? '' : (cache.get('objects')?.toString() ?? ''),
    keep: (trail, objects) => {
      if (cache.off) return
      cache.set('head', Buffer.from(head))
      cache.set('records', encodeTrail(trail, commits))
      keepObjects(objects)
    },
    keepObjects,
  }
}
