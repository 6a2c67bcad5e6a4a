import type {ValuePath} from '../model/location.ts'

/** A path in which `*` stands for every item of a list and every key of a mapping. */
export type PathPattern = readonly string[]

/** Every value that a pattern leads to, in the order of the record. */
export function* valuesAt(
  value: unknown,
  pattern: PathPattern,
  path: ValuePath = [],
): Generator<{readonly path: ValuePath; readonly value: unknown}> {
  const [key, ...rest] = pattern
  if (key === undefined) yield {path, value}
  else if (Array.isArray(value)) {
    if (key === '*')
      for (const [index, item] of value.entries()) yield* valuesAt(item, rest, [...path, index])
  } else if (typeof value === 'object' && value !== null) {
    const keys = key === '*' ? Object.keys(value) : Object.hasOwn(value, key) ? [key] : []
    for (const it of keys)
      yield* valuesAt((value as Record<string, unknown>)[it], rest, [...path, it])
  }
}
