import type {ValuePath} from '../model/location.ts'

/** A path in which `*` stands for every item of a list and every key of a mapping. */
export type PathPattern = readonly string[]

interface Placed {
  readonly path: ValuePath
  readonly value: unknown
}

/** Every value that a pattern leads to, in the order of the record. */
export function valuesAt(value: unknown, pattern: PathPattern): readonly Placed[] {
  const found: Placed[] = []
  collect(value, pattern, [], found)
  return found
}

function collect(value: unknown, pattern: PathPattern, path: ValuePath, found: Placed[]): void {
  const key = pattern[path.length]
  if (key === undefined) found.push({path, value})
  else if (Array.isArray(value)) {
    if (key === '*')
      for (const [index, item] of value.entries()) collect(item, pattern, [...path, index], found)
  } else if (typeof value === 'object' && value !== null) {
    const keys = key === '*' ? Object.keys(value) : Object.hasOwn(value, key) ? [key] : []
    for (const it of keys)
      collect((value as Record<string, unknown>)[it], pattern, [...path, it], found)
  }
}
