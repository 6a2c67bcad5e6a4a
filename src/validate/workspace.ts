import type {Sources} from '../model/source.ts'
import type {Table, TableReader} from '../model/table.ts'
import type {RecordTrail, Trail} from '../model/trail.ts'
import type {Entry, Kind, OmittedRecord, Workspace} from '../model/workspace.ts'
import {exhibitState} from './exhibits.ts'
import type {FileIndex} from './files.ts'
import {valuesAt} from './paths.ts'
import {referencesOf} from './references.ts'

/** What a workspace is made of, all of it checked. */
export interface WorkspaceParts {
  readonly asOf: string
  readonly sources: Sources
  readonly trails: readonly Trail[]
  /** Ordered by root, file and place. */
  readonly entries: readonly Entry[]
  readonly omitted: readonly OmittedRecord[]
  readonly files: FileIndex
  /** Table of an entry; the same answer each time. */
  readonly readTable: (entry: Entry<'EvidenceTable'>) => Table
}

export function workspaceOf(parts: WorkspaceParts): Workspace {
  const {asOf, sources, trails, entries, omitted, files, readTable} = parts
  const byKind = new Map<Kind, Entry[]>()
  const byName = new Map<string, Entry>()
  for (const entry of entries) {
    const ofKind = byKind.get(entry.kind)
    if (ofKind === undefined) byKind.set(entry.kind, [entry])
    else ofKind.push(entry)
    byName.set(`${entry.kind}/${entry.value.id}`, entry)
  }
  const find = <K extends Kind>(kind: K, id: string) =>
    byName.get(`${kind}/${id}`) as Entry<K> | undefined
  const trailOf = lazily(() => indexTrails(trails))

  return {
    asOf,
    roots: sources.roots,
    entries,
    all: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly Entry<K>[],
    find,
    table: (id) => {
      const entry = find('EvidenceTable', id)
      if (entry === undefined) return {status: 'missing', reason: `no EvidenceTable \`${id}\``}
      return readTable(entry)
    },
    exhibit: (kind, id) => {
      const entry = find(kind, id)
      return entry === undefined ? {status: 'missing'} : exhibitState(entry, files)
    },
    references: (entry) => referredTo(entry, (kind, id) => byName.get(`${kind}/${id}`)),
    hits: sources.hits,
    omitted,
    scanned: sources.counts.scanned,
    notScanned: sources.notScanned,
    ignored: sources.ignored,
    hashes: sources.hashes,
    trails,
    trail: (kind, id) => trailOf().get(`${kind}/${id}`),
  }
}

function referredTo(
  {kind, value}: Entry,
  find: (kind: string, id: string) => Entry | undefined,
): readonly Entry[] {
  const found = referencesOf(kind).flatMap(({pattern, target}) =>
    valuesAt(value, pattern).map((it) =>
      typeof it.value === 'string' ? find(target, it.value) : undefined,
    ),
  )
  return [...new Set(found.filter((it) => it !== undefined))]
}

/** The same with other histories, such as with their signatures checked. */
export function withTrails(workspace: Workspace, trails: readonly Trail[]): Workspace {
  const trailOf = lazily(() => indexTrails(trails))
  return {...workspace, trails, trail: (kind, id) => trailOf().get(`${kind}/${id}`)}
}

/** The first root that holds the history of a record; its order is that of the roots. */
function indexTrails(trails: readonly Trail[]): ReadonlyMap<string, RecordTrail> {
  const index = new Map<string, RecordTrail>()
  for (const trail of trails)
    for (const record of trail.status === 'complete' ? trail.records : []) {
      const name = `${record.kind}/${record.id}`
      if (!index.has(name)) index.set(name, record)
    }
  return index
}

function lazily<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined
  return () => (made ??= {value: make()}).value
}

/** What is said of tables where no reader was given. */
export const noReader: TableReader = () => ({
  table: {status: 'unreadable', reason: 'tables were not read in this run'},
  diagnostics: [],
})
