import {classOfKind, mostRestricted, type ConfidentialityClass} from './confidentiality.ts'

/** The parts of a JSON Schema that a flat column is made from. */
export interface ColumnSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, ColumnSchema>>
  readonly items?: ColumnSchema
  readonly 'x-confidentiality'?: ConfidentialityClass
  readonly 'x-reference'?: string
  readonly 'x-key'?: readonly string[]
}

/** One value of a record, as a column of a sheet. */
export interface FlatColumn {
  /** Path in words, such as `clinicians.npi`. */
  readonly name: string
  /** Keys from the record, or from the entry of the list, down to the value. */
  readonly path: readonly string[]
  /** The list of objects whose entries it describes; left out for a value of the record itself. */
  readonly list?: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'json'
  readonly format?: string
  readonly options?: readonly string[]
  /** Kind of record that the value names. */
  readonly reference?: string
  /** Whether the value is a list of such values. */
  readonly many: boolean
  /** Whether the schema asks for it. */
  readonly required: boolean
  readonly class: ConfidentialityClass
}

/** Columns of one kind of record: its own first, then those of each list of objects. */
export interface FlatKind {
  readonly kind: string
  readonly columns: readonly FlatColumn[]
  /** By the name of the list: keys that tell its entries apart; all of them where none are named. */
  readonly keys: Readonly<Record<string, readonly string[]>>
  /** Keys that an entry of the list must have. */
  readonly required: Readonly<Record<string, readonly string[]>>
}

/**
 * The columns in which records of a kind can be written, from their schema. A list inside an entry
 * of a list is one column of JSON.
 *
 * @param resolved - A schema with the common form that it refers to.
 */
export function flatColumns(
  kind: string,
  schema: ColumnSchema,
  resolved: (schema: ColumnSchema) => ColumnSchema,
): FlatKind {
  const columns: FlatColumn[] = []
  const keys: Record<string, readonly string[]> = {}
  const required: Record<string, readonly string[]> = {}
  const own = mostRestricted([schema['x-confidentiality'] ?? 'network', classOfKind(kind)])
  const walk = (
    at: ColumnSchema,
    path: readonly string[],
    above: ConfidentialityClass,
    list?: string,
  ): void => {
    for (const [key, value] of Object.entries(at.properties ?? {})) {
      if (path.length === 0 && list === undefined && key === 'kind') continue
      const field = resolved(value)
      const entry = field.items === undefined ? undefined : resolved(field.items)
      const restricted = mostRestricted([
        above,
        value['x-confidentiality'] ?? field['x-confidentiality'] ?? 'public',
      ])
      if (entry?.properties !== undefined && list === undefined && path.length === 0) {
        keys[key] = field['x-key'] ?? []
        required[key] = entry.required ?? []
        walk(entry, [], restricted, key)
      } else if (field.properties !== undefined && path.length === 0)
        walk(field, [key], restricted, list)
      else {
        const isRequired = path.length === 0 && (at.required ?? []).includes(key)
        columns.push(columnOf(field, entry, [...path, key], isRequired, restricted, list))
      }
    }
  }
  walk(schema, [], own)
  const rank = ({list}: FlatColumn) => (list === undefined ? 0 : 1)
  return {kind, columns: columns.sort((a, b) => rank(a) - rank(b)), keys, required}
}

function columnOf(
  field: ColumnSchema,
  entry: ColumnSchema | undefined,
  path: readonly string[],
  required: boolean,
  restricted: ConfidentialityClass,
  list: string | undefined,
): FlatColumn {
  const value = entry ?? field
  const {type, format, 'x-reference': reference} = value
  const scalar = ['string', 'integer', 'number', 'boolean'].find((it) => it === type)
  const options = value.enum?.filter((it): it is string => typeof it === 'string')
  return {
    name: [...(list === undefined ? [] : [list]), ...path].join('.'),
    path,
    ...(list === undefined ? {} : {list}),
    type: (scalar as FlatColumn['type'] | undefined) ?? 'json',
    ...(format === undefined ? {} : {format}),
    ...(options === undefined ? {} : {options}),
    ...(reference === undefined ? {} : {reference}),
    many: entry !== undefined && scalar !== undefined,
    required,
    class: restricted,
  }
}
