import {compareText} from '../model/location.ts'
import type {RecordTrail} from '../model/trail.ts'
import {tool, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'

/** A row names its record and commit already: it needs a source only where its root must be told. */
export function recordSource(desk: Desk, {root, kind, id, file}: RecordTrail): Sourced {
  const start = {line: 1, column: 1}
  const record = desk.sourceAt(kind, id, {
    file,
    start,
    end: start,
    ...(root === 'main' ? {} : {root}),
  })
  return root === 'main' ? {...record, provenance: tool.provenance} : record
}

/** A record of the root, so that what is said of an overlay's history goes where the overlay may. */
export function anyOf(
  desk: Desk,
  {records}: {readonly records: readonly RecordTrail[]},
): readonly Sourced[] {
  const [first] = byRecord(records)
  return first ? [recordSource(desk, first)] : []
}

/** Ordered by kind and id. */
export function byRecord(records: readonly RecordTrail[]): RecordTrail[] {
  return records.toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}
