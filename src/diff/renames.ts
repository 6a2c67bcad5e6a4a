import {schemaOfKey, type FieldSchema, type Knowledge} from './schema.ts'
import {isMapping} from './values.ts'

/** New ids by `kind/former id`. */
export type Renames = ReadonlyMap<string, string>

/**
 * A value of the first side with its references as the second side names them, so that a rename
 * is told once and not again for every record that refers to it.
 */
export function withNewNames(
  value: unknown,
  schema: FieldSchema,
  renames: Renames,
  {resolved}: Pick<Knowledge, 'resolved'>,
): unknown {
  if (renames.size === 0) return value
  const visit = (it: unknown, of: FieldSchema): unknown => {
    const own = resolved(of)
    if (Array.isArray(it)) return it.map((entry) => visit(entry, own.items ?? {}))
    if (isMapping(it))
      return Object.fromEntries(
        Object.entries(it).map(([key, part]) => [key, visit(part, schemaOfKey(own, key) ?? {})]),
      )
    const kind = own['x-reference']
    return kind === undefined ? it : (renames.get(`${kind}/${String(it)}`) ?? it)
  }
  return visit(value, schema)
}
