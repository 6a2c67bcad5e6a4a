import {canonicalJson} from '../model/canonical.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import type {Kind} from '../model/workspace.ts'
import {assign, readAssignment} from '../scaffold/assign.ts'
import {isFormed, ordered, type Field, type Formed} from '../scaffold/fields.ts'
import {flowReader} from './add-given.ts'
import {bytesAt, checked, schemaFor, type Prepared, type Target} from './add-target.ts'
import type {NewRecord} from './add.ts'

/** Supplies the required keys that an entry lacks, or says that it cannot. */
type Complete = (value: Formed, item: Field) => Promise<Formed>

/**
 * An entry added to a list of a record that is there; what else stands in its file is kept.
 *
 * @param named - `Kind/id`.
 * @param list - Path of the list, such as `signatures` or `conduct.0.notes`.
 * @param complete - Asked where flags alone say the entry.
 * @throws {CannotRun} When there is no such record or list.
 */
export async function prepareEntry(
  target: Target,
  named: string,
  list: string,
  {start, assignments}: Pick<NewRecord, 'start' | 'assignments'>,
  complete: Complete = (value) => Promise.resolve(value),
): Promise<Prepared> {
  const [{fieldAt}, {parseSources}, {editDocuments}] = await Promise.all([
    import('../scaffold/fields.ts'),
    import('../load/source.ts'),
    import('../write/documents.ts'),
  ])
  const source = sourceNamed(target, named)
  const kind = (source.value as Formed)['kind'] as Kind
  const {schema, resolve} = await schemaFor(kind)
  const {path} = readAssignment(`${list}=`)
  const field = fieldAt(schema, path, resolve)
  if (field?.type !== 'array' || path.length === 0) throw noList(kind, list, schema)
  const item = field.items === undefined ? {} : resolve(field.items)
  const readFlow = await flowReader()
  const empty = item.type === 'object' ? {} : undefined
  const given = assign(start ?? empty, assignments, item, {resolve, readFlow})
  const said = start === undefined && isFormed(given) ? await complete(given, item) : given
  if (said === undefined)
    throw new CannotRun(
      `Expected a value for the list ${quoted(list)} of ${quoted(named)}`,
      'Write `--set .=value`: the point is the value itself',
    )
  const added = ordered(said, item, resolve)
  const there = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Formed)[key] : undefined,
    source.value,
  )
  const entries: readonly unknown[] = Array.isArray(there) ? there : []
  const change = Array.isArray(there)
    ? {document: source.index, path: [...path, entries.length], value: added}
    : {document: source.index, path, value: [added]}
  const was = bytesAt(target, source.file)
  if (was === null) throw new CannotRun(`Expected the file ${quoted(source.file)}`)
  const text = await editDocuments(was.toString('utf8'), [change])
  expectOnly(parseSources, [was.toString('utf8'), text], source, path, [...entries, added])
  const id = (source.value as Formed)['id'] as string
  return checked(target, {kind, id, path: source.file, was, text, added})
}

function noList(kind: Kind, list: string, schema: Field): CannotRun {
  const lists = Object.entries(schema.properties ?? {}).flatMap(([key, it]) =>
    it.type === 'array' ? [key] : [],
  )
  const meant = nearestWord(list, lists)
  return new CannotRun(
    `Unexpected list ${quoted(list)}, expected one of ${kind}: ${lists.join(', ')}`,
    meant === undefined ? `cinch schema ${kind}` : `Did you mean \`${meant}\`?`,
  )
}

/** A record of the root written to, in error or not. */
function sourceNamed({before, held}: Target, named: string): Source {
  const [kind = '', id = ''] = named.split('/')
  const {sources} = before.sources
  const found = sources.find(
    ({root, value}) =>
      root === held.name &&
      isFormed(value) &&
      String(value['kind']).toLowerCase() === kind.toLowerCase() &&
      value['id'] === id,
  )
  if (found !== undefined) return found
  const ids = sources.flatMap(({root, value}) =>
    root === held.name &&
    isFormed(value) &&
    String(value['kind']).toLowerCase() === kind.toLowerCase()
      ? [String(value['id'])]
      : [],
  )
  const meant = nearestWord(id, ids)
  throw new CannotRun(
    `Unexpected record ${quoted(named)}, expected one in ${held.name}`,
    meant === undefined ? 'Name it as Kind/id' : `Did you mean \`${kind}/${meant}\`?`,
  )
}

/** The edit did what was meant and nothing else; anything else is a fault of ours. */
function expectOnly(
  parse: (root: string, file: string, text: string) => {sources: readonly Source[]},
  [before, after]: readonly [string, string],
  {file, index}: Source,
  path: readonly (string | number)[],
  list: readonly unknown[],
): void {
  const meant = parse('main', file, before).sources.map(({value}) => structuredClone(value))
  let holder = meant[index] as Formed
  for (const key of path.slice(0, -1)) holder = holder[key] as Formed
  holder[path.at(-1) ?? ''] = list
  const made = parse('main', file, after).sources.map(({value}) => value)
  if (canonicalJson(made) !== canonicalJson(meant))
    throw new Error(`The edit of ${file} would change more than the list ${path.join('.')}`)
}
