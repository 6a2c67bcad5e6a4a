import type {Change, DatedEvent, RecordTrail, UnreadVersions} from '../../model/trail.ts'
import {openCache} from '../cache.ts'
import {dateEvent, labelOf} from './events.ts'
import type {History} from './history.ts'
import type {Repository} from './repository.ts'

/** What the history said of every record when it was last followed up to the same commit. */
export interface KnownTrail {
  readonly trail: FollowedRecords | undefined
  readonly keep: (trail: FollowedRecords) => void
}

/** Every record through the history, and what of the history was not read. */
export interface FollowedRecords {
  readonly records: readonly RecordTrail[]
  readonly unread: readonly UnreadVersions[]
}

/** As kept; commits by their place in the history. */
interface Kept {
  readonly records: readonly KeptRecord[]
  readonly unread: readonly UnreadVersions[]
}

type KeptRecord = readonly [
  Pick<RecordTrail, 'kind' | 'id' | 'file'>,
  first: number,
  last: number,
  changes: readonly (readonly [commit: number, Change['type'], file: string, more: object])[],
  events: readonly (readonly [DatedEvent['path'], date: string, first: number])[],
]

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
  const commitAt = (index: number) => {
    if (index < 0 || index >= commits.length)
      throw new RangeError(`No commit ${index} in the history`)
    return commits.commit(index)
  }
  const recordOf = ([record, first, last, changes, events]: KeptRecord): RecordTrail => ({
    root,
    ...record,
    first: commitAt(first),
    last: commitAt(last),
    changes: changes.map(([at, type, file, more]) => ({commit: commitAt(at), type, file, ...more})),
    events: events.map(([path, date, at]) =>
      dateEvent({path, label: labelOf(path), date}, commitAt(at)),
    ),
  })
  const trailOf = (it: Kept): FollowedRecords => ({...it, records: it.records.map(recordOf)})
  return {
    trail: kept === undefined ? undefined : trailOf(JSON.parse(kept.toString()) as Kept),
    keep: ({records, unread}) => {
      if (cache.off) return
      const {ids} = commits.table
      const at = ({hash}: Change['commit']) => commits.placeOf(ids.find(hash))
      const all = records.map(({kind, id, file, first, last, changes, events}): KeptRecord => [
        {kind, id, file},
        at(first),
        at(last),
        changes.map(({commit, type, file: where, ...more}) => [at(commit), type, where, more]),
        events.map(({path, date, first: by}) => [path, date, at(by)]),
      ])
      cache.set('head', Buffer.from(head))
      cache.set('records', Buffer.from(JSON.stringify({records: all, unread} satisfies Kept)))
      cache.save()
    },
  }
}
