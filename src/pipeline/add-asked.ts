import {forms} from '../model/forms.ts'
import {compareText} from '../model/location.ts'
import {askLacking} from '../scaffold/ask-record.ts'
import type {Asker} from '../scaffold/ask.ts'
import {isFormed, type Field, type Formed} from '../scaffold/fields.ts'
import type {Target} from './add-target.ts'

/**
 * Asks for the required keys that a value lacks; references are completed from the records.
 *
 * @param schema - Of the value: of a kind, or of an entry of a list.
 */
export async function askFor(
  {before, held}: Target,
  schema: Field,
  value: Formed,
  keys: readonly string[],
  asker: Asker,
): Promise<Formed> {
  const {resolved: resolve} = await import('../validate/schemas.ts')
  const known = before.sources.sources.filter(({root}) => root === 'main' || root === held.name)
  const idsOf = (wanted: string): readonly string[] => {
    const lines = known.flatMap(({value: it}) =>
      isFormed(it) && it['kind'] === 'Network' && Array.isArray(it['productLines'])
        ? it['productLines']
        : [],
    )
    const of = wanted === 'ProductLine' ? lines : known.map((it) => it.value)
    const ids = of.flatMap((it: unknown) =>
      isFormed(it) && (wanted === 'ProductLine' || it['kind'] === wanted) ? [String(it['id'])] : [],
    )
    return [...new Set(ids)].sort(compareText)
  }
  const problemOf = (format: string, text: string) => forms.get(format)?.problem(text)?.help
  return askLacking(value, keys, schema, {asker, resolve, idsOf, problemOf})
}
