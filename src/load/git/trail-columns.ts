import type {Change, Commit, DatedEvent, RecordTrail, UnreadVersions} from '../../model/trail.ts'
import type {CommitLog} from './commit-log.ts'
import {dateEvent, labelOf} from './events.ts'
import {Ids} from './ids.ts'
import {Numbers} from './numbers.ts'
import {joinParts, numbersIn, partsOf} from './parts.ts'

/** Every record through the history, and what of the history was not read. */
export interface FollowedRecords {
  readonly records: readonly RecordTrail[]
  readonly unread: readonly UnreadVersions[]
  /** As a trail has them. */
  readonly personFiles: readonly string[]
}

/** What is no column of numbers; everything that repeats stands once. */
interface Texts {
  readonly texts: readonly string[]
  readonly paths: readonly DatedEvent['path'][]
  readonly unread: readonly UnreadVersions[]
  readonly personFiles: readonly string[]
}

const types: readonly Change['type'][] = ['added', 'changed', 'moved', 'removed']
/** Hexadecimal digits of a fingerprint. */
const digits = 64

/** Each text once, by number. */
class Once<T> {
  readonly values: T[] = []
  private readonly numbers = new Map<string, number>()

  of(key: string, value: T): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

/**
 * As bytes: numbers stand for texts, and for commits their places. Seven for each record (kind, id,
 * file, first and last commit, how many changes and events), four for each change (commit, type,
 * file, fingerprint), three for each event (path, date, commit).
 */
export function encodeTrail({records, ...rest}: FollowedRecords, commits: CommitLog): Buffer {
  const [texts, paths] = [new Once<string>(), new Once<DatedEvent['path']>()]
  const prints = new Ids()
  const [rows, changes, events] = [new Numbers(), new Numbers(), new Numbers()]
  const {ids} = commits.table
  const text = (it: string) => texts.of(it, it)
  const place = ({hash}: Commit) => commits.placeOf(ids.find(hash))
  for (const it of records) {
    const {kind, id, file, first, last} = it
    for (const one of [text(kind), text(id), text(file), place(first), place(last)]) rows.push(one)
    rows.push(it.changes.length)
    rows.push(it.events.length)
    for (const {commit, type, file: where, fingerprint} of it.changes) {
      const print = fingerprint === undefined ? -1 : prints.of(Buffer.from(fingerprint), 0, digits)
      for (const one of [place(commit), types.indexOf(type), text(where), print]) changes.push(one)
    }
    for (const {path, date, first: by} of it.events)
      for (const one of [paths.of(JSON.stringify(path), path), text(date), place(by)])
        events.push(one)
  }
  const more: Texts = {texts: texts.values, paths: paths.values, ...rest}
  const columns = [rows, changes, events].map((it) => it.kept())
  return joinParts([...columns, prints.kept(), Buffer.from(JSON.stringify(more))])
}

/**
 * What a record says of changes, events and commits is made when it is asked for: most who ask for
 * the trail look at few of them, and a long history has many.
 *
 * @param root - Name of the root, as the trail carries it.
 */
export function decodeTrail(kept: Buffer, commits: CommitLog, root: string): FollowedRecords {
  const columns = columnsOf(kept)
  const {rows, texts, unread, personFiles} = columns
  const text = (at: number) => texts[at] ?? ''
  const records: RecordTrail[] = []
  let [changesTo, eventsTo] = [0, 0]
  for (let row = 0; row < rows.length; row += 7) {
    const at = (column: number) => rows[row + column] ?? -1
    const [changesFrom, eventsFrom] = [changesTo, eventsTo]
    changesTo += at(5)
    eventsTo += at(6)
    const changesEnd = changesTo
    const eventsEnd = eventsTo
    let changes: readonly Change[] | undefined
    let events: readonly DatedEvent[] | undefined
    records.push({
      root,
      kind: text(at(0)),
      id: text(at(1)),
      file: text(at(2)),
      get first() {
        return commits.commit(at(3))
      },
      get last() {
        return commits.commit(at(4))
      },
      get changes() {
        return (changes ??= changesIn(columns, commits, changesFrom, changesEnd))
      },
      get events() {
        return (events ??= eventsIn(columns, commits, eventsFrom, eventsEnd))
      },
    })
  }
  return {records, unread, personFiles}
}

type Columns = ReturnType<typeof columnsOf>

function columnsOf(kept: Buffer) {
  const next = partsOf(kept)
  const int32 = () => numbersIn(Int32Array, next())
  const [rows, changes, events] = [int32(), int32(), int32()]
  const prints = new Ids(numbersIn(Uint32Array, next()), digits)
  const {texts, paths, ...rest} = JSON.parse(next().toString()) as Texts
  return {rows, changes, events, prints, texts, paths, labels: paths.map(labelOf), ...rest}
}

function changesIn(columns: Columns, commits: CommitLog, from: number, to: number) {
  const {changes, prints, texts} = columns
  prints.spell()
  return Array.from({length: to - from}, (_, index): Change => {
    const at = 4 * (from + index)
    const commit = commits.commit(changes[at] ?? -1)
    const type = types[changes[at + 1] ?? 0] ?? 'changed'
    const file = texts[changes[at + 2] ?? -1] ?? ''
    const print = changes[at + 3] ?? -1
    return print < 0 ? {commit, type, file} : {commit, type, file, fingerprint: prints.name(print)}
  })
}

function eventsIn(columns: Columns, commits: CommitLog, from: number, to: number) {
  const {events, paths, labels, texts} = columns
  return Array.from({length: to - from}, (_, index): DatedEvent => {
    const at = 3 * (from + index)
    const number = events[at] ?? -1
    const [path, label] = [paths[number] ?? [], labels[number] ?? '']
    const date = texts[events[at + 1] ?? -1] ?? ''
    return dateEvent({path, label, date}, commits.commit(events[at + 2] ?? -1))
  })
}
