import {compareText, type ValuePath} from '../model/location.ts'

/** The parts of a JSON Schema by which a value is asked for and typed. */
export interface Field {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Field>>
  readonly items?: Field
  readonly examples?: readonly unknown[]
  readonly 'x-reference'?: string
}

/** A field with the common form that it refers to. */
export type Resolve = (field: Field) => Field

export type Formed = Record<string, unknown>

/** Whether a value is a mapping: neither a list nor a plain value. */
export function isFormed(value: unknown): value is Formed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The field at a path; undefined where the schema has none. */
export function fieldAt(field: Field, path: ValuePath, resolve: Resolve): Field | undefined {
  let found: Field | undefined = resolve(field)
  for (const key of path) {
    if (found === undefined) return undefined
    const {properties, items}: Field = found
    const next: Field | undefined =
      typeof key === 'number'
        ? items
        : properties !== undefined && Object.hasOwn(properties, key)
          ? properties[key]
          : undefined
    found = next === undefined ? undefined : resolve(next)
  }
  return found
}

/** A value with its keys in the order of the schema; keys that it lacks come last, by name. */
export function ordered(value: unknown, field: Field | undefined, resolve: Resolve): unknown {
  const known = field === undefined ? undefined : resolve(field)
  if (Array.isArray(value)) return value.map((it) => ordered(it, known?.items, resolve))
  if (!isFormed(value)) return value
  const properties = known?.properties ?? {}
  const names = Object.keys(properties)
  const rank = (key: string) => (Object.hasOwn(properties, key) ? names.indexOf(key) : names.length)
  // Without a schema the order is the author's.
  const keys = Object.keys(value)
  if (known?.properties !== undefined) keys.sort((a, b) => rank(a) - rank(b) || compareText(a, b))
  const inner = (key: string) => (Object.hasOwn(properties, key) ? properties[key] : undefined)
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key], inner(key), resolve)]))
}
