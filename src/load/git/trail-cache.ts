import type {Change, DatedEvent, RecordTrail} from '../../model/trail.ts'
import {openCache} from '../cache.ts'
import {dateEvent, labelOf} from './events.ts'
import type {History} from './history.ts'
import type {Repository} from './repository.ts'

/** What the history said of every record when it was last followed up to the same commit. */
export interface KnownTrail {
  readonly records: readonly RecordTrail[] | undefined
  readonly keep: (records: readonly RecordTrail[]) => void
}

/** As kept; commits by their place in the history. */
type Kept = readonly (readonly [
  Pick<RecordTrail, 'kind' | 'id' | 'file'>,
  first: number,
  last: number,
  changes: readonly (readonly [commit: number, Change['type'], file: string, more: object])[],
  events: readonly (readonly [DatedEvent['path'], date: string, first: number])[],
])[]

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
    const it = commits[index]
    if (it === undefined) throw new RangeError(`No commit ${index} in the history`)
    return it.commit
  }
  const recordOf = ([record, first, last, changes, events]: Kept[number]): RecordTrail => ({
    root,
    ...record,
    first: commitAt(first),
    last: commitAt(last),
    changes: changes.map(([at, type, file, more]) => ({commit: commitAt(at), type, file, ...more})),
    events: events.map(([path, date, at]) =>
      dateEvent({path, label: labelOf(path), date}, commitAt(at)),
    ),
  })
  return {
    records: kept === undefined ? undefined : (JSON.parse(kept.toString()) as Kept).map(recordOf),
    keep: (records) => {
      const place = new Map(commits.map(({commit}, index) => [commit.hash, index]))
      const at = ({hash}: Change['commit']) => place.get(hash) ?? -1
      const whole: Kept = records.map(({kind, id, file, first, last, changes, events}) => [
        {kind, id, file},
        at(first),
        at(last),
        changes.map(({commit, type, file: where, ...more}) => [at(commit), type, where, more]),
        events.map(({path, date, first: by}) => [path, date, at(by)]),
      ])
      cache.set('head', Buffer.from(head))
      cache.set('records', Buffer.from(JSON.stringify(whole)))
      cache.save()
    },
  }
}
