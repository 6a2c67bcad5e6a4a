import type {RecordChange} from '../model/change.ts'
import {classOfKind, mostRestricted} from '../model/confidentiality.ts'
import {startOf} from '../model/location.ts'
import type {OmittedRecord} from '../model/workspace.ts'
import type {Match, Side} from './match.ts'

/** Whether the side that lacks the record holds it, or its file, and could not read it. */
export function isUnread({before, after}: Match, a: Side, b: Side): boolean {
  const entry = after ?? before
  if (entry === undefined || (before && after)) return false
  const {root, kind, file, value} = entry
  const {omitted = [], unread = []} = after === undefined ? b : a
  return (
    omitted.some((it) => it.root === root && it.kind === kind && it.id === value.id) ||
    unread.some((it) => it.root === root && it.file === file)
  )
}

/**
 * Records that a side holds and that could not be read there: what became of them is unknown. One
 * that neither side could read, in a file of the same bytes, did not change.
 */
export function unreadChanges(
  matches: readonly Match[],
  a: Side,
  b: Side,
): readonly RecordChange[] {
  const left = new Map(omittedOf(a).map((it) => [keyOf(it), it]))
  const right = new Map(omittedOf(b).map((it) => [keyOf(it), it]))
  const both = new Set([...left.keys()].filter((it) => right.has(it)))
  return [
    ...matches.flatMap((it) => inUnreadFile(it, a, b)),
    ...[...left].flatMap(([key, it]) => (both.has(key) ? [] : [unread(it, 'first', a)])),
    ...[...right].flatMap(([key, it]) =>
      both.has(key)
        ? hashOf(it, b) !== undefined && hashOf(it, a) === hashOf(it, b)
          ? []
          : [unread(it, 'both', b)]
        : [unread(it, 'second', b)],
    ),
  ]
}

/** A record of one side whose file cannot be read on the other. */
function inUnreadFile(match: Match, a: Side, b: Side): RecordChange[] {
  const entry = match.after ?? match.before
  if (entry === undefined || !isUnread(match, a, b)) return []
  const {root, kind, file} = entry
  const {id} = entry.value
  const [side, where] =
    match.after === undefined ? ([b, 'second'] as const) : ([a, 'first'] as const)
  const known = omittedOf(side).some((it) => it.kind === kind && it.id === id)
  return known ? [] : [unread({root, file, kind, id}, where, side)]
}

const omittedOf = ({omitted = []}: Side) => omitted

/** A record without a kind or an id is known by its file alone. */
const keyOf = ({root, kind, id, file}: OmittedRecord) =>
  kind === null || id === null ? `${root} ${file}` : `${root} ${kind}/${id}`

function hashOf({root, file}: OmittedRecord, {hashes = []}: Side): string | undefined {
  return hashes.find((it) => it.root === root && it.file === file)?.sha256
}

const sideWords = {
  first: 'first side',
  second: 'second side',
  both: 'first and second side',
} as const

function unread(
  {root, file, kind, id}: OmittedRecord,
  where: keyof typeof sideWords,
  side: Side,
): RecordChange {
  const own = side.roots.find(({name}) => name === root)?.class ?? 'network'
  return {
    class: 'unclassified',
    sentence: `What changed is unknown, because the record cannot be read on the ${sideWords[where]}: ${kind ?? 'a record without a kind'} ${id ?? 'without an id'} in ${file}`,
    action: 'unread',
    unreadOn: where,
    root,
    kind: kind ?? 'unknown',
    id: id ?? 'unknown',
    field: null,
    rule: null,
    before: null,
    after: null,
    confidentiality: mostRestricted([own, kind === null ? 'network' : classOfKind(kind)]),
    location: startOf(file, root === 'main' ? undefined : root),
  }
}
