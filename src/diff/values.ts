import {compareText} from '../model/location.ts'

export type Mapping = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One text for one content: keys sorted by code units, so that their order in a file is nothing. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((it) => canonical(it ?? null)).join(',')}]`
  if (!isMapping(value)) return JSON.stringify(value) ?? 'null'
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort(compareText)
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${parts.join(',')}}`
}

/** The same for content in which the order of lists is nothing either. */
export function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort(compareText).join(',')}]`
  if (!isMapping(value)) return canonical(value)
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort(compareText)
    .map((key) => `${JSON.stringify(key)}:${unordered(value[key])}`)
  return `{${parts.join(',')}}`
}

/** Value of a key that the mapping itself has. */
export function valueOf(mapping: unknown, key: string): unknown {
  return isMapping(mapping) && Object.hasOwn(mapping, key) ? mapping[key] : undefined
}

/** Text of a key that the mapping itself has. */
export function textAt(mapping: unknown, ...path: readonly string[]): string | undefined {
  let value = mapping
  for (const key of path) value = valueOf(value, key)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
