import {isMap, isNode, isSeq, LineCounter, parseAllDocuments, type Document, type Node} from 'yaml'
import type {Location, ValuePath} from '../../src/model/location.ts'
import type {CinchConfig} from '../../src/model/records.gen.ts'
import type {SealHistory} from '../../src/model/seal.ts'
import type {ScanHit, Sources} from '../../src/model/source.ts'
import type {Table} from '../../src/model/table.ts'
import type {RecordTrail, Trail} from '../../src/model/trail.ts'
import type {Entry, ExhibitState, Kind, Workspace} from '../../src/model/workspace.ts'

export interface WorkspaceOptions {
  readonly asOf?: string
  readonly config?: Partial<CinchConfig>
  readonly tables?: Readonly<Record<string, Table>>
  /** By `Kind/id`. */
  readonly exhibits?: Readonly<Record<string, ExhibitState>>
  readonly hits?: readonly ScanHit[]
  readonly notScanned?: Sources['notScanned']
  readonly ignored?: Sources['ignored']
  readonly hashes?: Sources['hashes']
  readonly trails?: readonly Trail[]
  readonly seals?: readonly SealHistory[]
}

/** A workspace from YAML text, unchecked: for tests of what comes after validation. */
export function workspaceOf(text: string, options: WorkspaceOptions = {}): Workspace {
  const entries = entriesOf(text)
  const trails = options.trails ?? []
  return {
    asOf: options.asOf ?? '2026-06-30',
    roots: [
      {
        name: 'main',
        class: 'network',
        config: {formatVersion: 1, ...options.config},
        configLocation: {
          file: 'cinch.yaml',
          start: {line: 1, column: 1},
          end: {line: 1, column: 1},
        },
        commit: null,
        uncommitted: null,
      },
    ],
    entries,
    all: <K extends Kind>(kind: K) =>
      entries.filter((it) => it.kind === kind) as unknown as readonly Entry<K>[],
    find: <K extends Kind>(kind: K, id: string) =>
      entries.find((it) => it.kind === kind && it.value.id === id) as Entry<K> | undefined,
    table: (id) => options.tables?.[id] ?? {status: 'missing', reason: `no table ${id}`},
    exhibit: (kind, id) => options.exhibits?.[`${kind}/${id}`] ?? {status: 'missing'},
    hits: options.hits ?? [],
    scanned: 1,
    notScanned: options.notScanned,
    ignored: options.ignored ?? [],
    hashes: options.hashes ?? [],
    trails,
    ...(options.seals === undefined ? {} : {seals: options.seals}),
    trail: (kind, id): RecordTrail | undefined =>
      trails
        .flatMap((it) => (it.status === 'complete' ? it.records : []))
        .find((it) => it.kind === kind && it.id === id),
  }
}

function entriesOf(text: string): Entry[] {
  const lines = new LineCounter()
  return parseAllDocuments(text, {lineCounter: lines}).map((document) => {
    if (document.errors[0]) throw document.errors[0]
    const value = document.toJS() as Entry['value']
    const locate = (path: ValuePath = []): Location => {
      const [start, end] = nearest(document, path)?.range ?? [0, 0]
      const position = (offset: number) => {
        const {line, col} = lines.linePos(offset)
        return {line, column: col}
      }
      return {file: 'records.yaml', start: position(start), end: position(end)}
    }
    return {kind: value.kind, value, root: 'main', file: 'records.yaml', locate} as unknown as Entry
  })
}

function nearest(document: Document, path: ValuePath): Node | null {
  let node: Node | null = document.contents
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (!isNode(next)) break
    node = next
  }
  return node
}
