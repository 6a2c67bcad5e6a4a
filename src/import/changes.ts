import type {ImportedChange, PlannedRecord} from '../model/imported.ts'
import {entriesOf, isMap, type Draft, type Plain} from './draft.ts'

/** A draft as it would be written. */
export function plannedOf({id, before, after, rows, added, changed}: Draft): PlannedRecord {
  const changes = before === null ? [] : changesOf(before, after, [])
  const numbers = Array.from(rows, ({row}) => row).sort((a, b) => a - b)
  return {id, isNew: before === null, changes, value: after, added, changed, rows: numbers}
}

/** Values that differ, as deep as both sides have the same shape. Lists only ever grow at the end. */
function changesOf(
  was: Plain | readonly unknown[],
  now: Plain | readonly unknown[],
  path: readonly (string | number)[],
): ImportedChange[] {
  const keys: (string | number)[] = Array.isArray(now)
    ? now.map((_, index) => index)
    : Object.keys(now)
  return keys.flatMap((key) => {
    const [a, b] = [was, now].map((it) => (it as Plain)[key])
    if (JSON.stringify(a) === JSON.stringify(b)) return []
    const here = [...path, key]
    const both = isMap(a) && isMap(b)
    const lists = entriesOf(a).length > 0 && Array.isArray(a) && Array.isArray(b)
    if (both || lists) return changesOf(a as Plain, b as Plain, here)
    return [{path: here, value: b, was: a}]
  })
}
