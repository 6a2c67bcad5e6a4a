import type {FlatExport} from '../export/flat.ts'
import type {ConfidentialityClass} from '../model/confidentiality.ts'
import {flatColumns} from '../model/flat-columns.ts'
import type {Kind} from '../model/workspace.ts'
import {kindNamed, schemaFor} from './add-target.ts'
import type {Opened} from './open.ts'

export interface Exported extends FlatExport {
  readonly kind: Kind
  readonly records: number
}

/**
 * Records of a kind as flat tables. A name that `cinch import` knows, such as `roster`, gives the rows
 * that it reads; any kind of record can be exported.
 *
 * @throws {CannotRun} When there is no such kind.
 */
export async function exportRecords(
  {workspace}: Opened,
  what: string,
  include: ReadonlySet<ConfidentialityClass>,
): Promise<Exported> {
  const [{flatExport}, {targets}] = await Promise.all([
    import('../export/flat.ts'),
    import('../import/targets.ts'),
  ])
  const target = targets.find(({name}) => name === what)
  const kind = target?.kind ?? (await kindNamed(what))
  const {schema, resolve} = await schemaFor(kind)
  const classes = new Map(workspace.roots.map((it) => [it.name, it.class]))
  const list = target?.list
  const records = workspace
    .all(kind)
    .map((it) => ({
      value: it.value as unknown as Readonly<Record<string, unknown>>,
      rootClass: classes.get(it.root) ?? ('personLevel' as const),
    }))
    // Of investments and safeguards only those that have such entries belong to it.
    .filter(({value}) => list === undefined || kind === 'Participant' || Array.isArray(value[list]))
  const flat = flatColumns(kind, schema, resolve)
  return {
    kind,
    records: records.length,
    ...flatExport({
      flat,
      records,
      include,
      ...(target?.list === undefined ? {} : {joined: target.list}),
    }),
  }
}
