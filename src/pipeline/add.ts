import {createHash} from 'node:crypto'
import {realpathSync} from 'node:fs'
import {canonicalJson} from '../model/canonical.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {Kind} from '../model/workspace.ts'
import {assign, type Assignment} from '../scaffold/assign.ts'
import {isFormed, ordered, type Field, type Formed} from '../scaffold/fields.ts'
import {madeId} from '../scaffold/identifier.ts'
import {folderFor} from '../model/placement.ts'
import {expectFree} from './add-base.ts'
import {flowReader} from './add-given.ts'
import {bytesAt, checked, schemaFor, type Prepared, type Target} from './add-target.ts'

export interface NewRecord {
  readonly kind: Kind
  /** From a file; left out where there is none. */
  readonly start?: unknown
  readonly assignments: readonly Assignment[]
  /** Made where it is left out. */
  readonly id?: string
  /** From the root; by convention where it is left out. */
  readonly file?: string
  /** Commit that must not hold the id; the main line of the upstream where it is left out. */
  readonly base?: string
}

/** The value that flags and a file say, before it has an id. @throws {CannotRun} See `assign`. */
export async function valueSaid({
  kind,
  start,
  assignments,
}: Pick<NewRecord, 'kind' | 'start' | 'assignments'>): Promise<Formed> {
  const {schema, resolve} = await schemaFor(kind)
  const readFlow = await flowReader()
  if (start !== undefined && !isFormed(start))
    throw new CannotRun('Unexpected value in the file, expected a record: keys and values')
  if (isFormed(start) && start['kind'] !== undefined && start['kind'] !== kind)
    throw new CannotRun(
      `Unexpected kind ${quoted(start['kind'])} in the file, expected ${quoted(kind)}`,
      `Name the kind that the file holds, or another file`,
    )
  return assign({...start, kind}, assignments, schema, {resolve, readFlow}) as Formed
}

/** Required keys that a value lacks; `kind` and `id` are never asked for. */
export function lacking(value: Formed, schema: Field): readonly string[] {
  return (schema.required ?? []).filter(
    (key) => key !== 'kind' && key !== 'id' && !Object.hasOwn(value, key),
  )
}

/**
 * A record as it would be written: its id, its place, its text, and what would be found.
 *
 * @throws {CannotRun} When the id is taken, here or at the base, or the file may not be written.
 */
export async function prepareRecord(
  target: Target,
  value: Formed,
  wanted: NewRecord,
): Promise<Prepared> {
  const {kind} = wanted
  const {schema, resolve} = await schemaFor(kind)
  const {id: given, ...content} = value
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex')
  const own = wanted.id ?? (typeof given === 'string' ? given : undefined)
  const {documentText, appendDocument} = await import('../write/documents.ts')
  const named = async (id: string): Promise<Prepared> => {
    const added = ordered({...content, kind, id}, schema, resolve) as Formed
    await expectFree(target, kind, id, wanted.base)
    const path = await placeOf(target, kind, id, wanted.file)
    const was = bytesAt(target, path)
    const text =
      was === null ? await documentText(added) : await appendDocument(was.toString('utf8'), added)
    return checked(target, {kind, id, path, was, text, added})
  }
  if (own !== undefined) return named(own)
  const made = await named(madeId(kind, content, hash))
  // What is refused must not be told by the words of an id.
  const leaks = made.diagnostics.some(({code}) => code.startsWith('leak/'))
  return leaks ? named(madeId(kind, {}, hash)) : made
}

async function placeOf(
  {before, held, folder}: Target,
  kind: Kind,
  id: string,
  file: string | undefined,
): Promise<string> {
  const files = before.sources.sources.flatMap((it) =>
    it.root === held.name && isFormed(it.value) && it.value['kind'] === kind ? [it.file] : [],
  )
  const name = kind === 'Network' ? 'network' : id
  const path = file?.replace(/^\.\//, '') ?? `${folderFor(kind, files)}/${name}.yaml`
  const [{readListing}, {checkPath}] = await Promise.all([
    import('../load/listing.ts'),
    import('../write/paths.ts'),
  ])
  checkPath(realpathSync(folder), path)
  const listing = readListing(held.name, held.config, held.configSource)
  const isRecord = listing.ignored(path) === undefined && listing.use(path) === 'record'
  // That name makes a folder a root.
  if (!isRecord || /(?:^|\/)cinch\.ya?ml$/i.test(path))
    throw new CannotRun(
      `Unexpected file ${quoted(path)} that cinch.yaml reads as no record, expected one that it does`,
      'Name another with `--file`, or add a glob for it to `records` in cinch.yaml',
    )
  return path
}
