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

/** `path` is one list, longer and shorter as it goes: most values lead nowhere. */
function collect(
  value: unknown,
  pattern: PathPattern,
  path: (string | number)[],
  found: Placed[],
): void {
  const key = pattern[path.length]
  if (key === undefined) {
    found.push({path: [...path], value})
    return
  }
  if (typeof value !== 'object' || value === null) return
  const below = (at: string | number, item: unknown) => {
    path.push(at)
    collect(item, pattern, path, found)
    path.pop()
  }
  const fields = value as Record<string, unknown>
  if (Array.isArray(value)) {
    if (key === '*') for (let at = 0; at < value.length; at += 1) below(at, value[at])
  } else if (key === '*') for (const it of Object.keys(value)) below(it, fields[it])
  else if (Object.hasOwn(value, key)) below(key, fields[key])
}
