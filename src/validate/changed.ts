import type {Diagnostic} from '../model/diagnostic.ts'
import type {Location, ValuePath} from '../model/location.ts'
import type {Workspace} from '../model/workspace.ts'
import {valuesAt} from './paths.ts'
import {referencesOf} from './references.ts'
import {kinds} from './schemas.ts'

/** What a change touches in the main root: the records that differ, and what is linked to them. */
export interface Change {
  /** Settings differ, which bear on every record. */
  readonly everything: boolean
  readonly changed: number
  /** Records that did not change but refer to one that did, or that a changed one rests on. */
  readonly linked: number
  /** Whether a place is in a record, or in a file of evidence, that the change touches. */
  readonly touches: (place: Location) => boolean
}

interface Node {
  /** `Kind/id`; the place where it has none. */
  readonly key: string
  readonly kind: string | null
  readonly file: string
  readonly value: unknown
  readonly locate: (path?: ValuePath) => Location
}

/**
 * Compares two readings of one repository record by record. Linked are, transitively, the records
 * that refer to a changed one, and those that a changed one refers to. A Measure is also linked to
 * every table, whose cells name it.
 */
export function changeBetween(base: Workspace, now: Workspace): Change {
  const [before, after] = [nodesOf(base), nodesOf(now)]
  const [told, tells] = [saidBy(before, base), saidBy(after, now)]
  const keys = new Set([...told.keys(), ...tells.keys()])
  const changed = new Set([...keys].filter((key) => told.get(key) !== tells.get(key)))
  const {to, from} = linksOf(after)
  const touched = new Set([...reached(changed, from), ...reached(changed, to)])
  const [oldFiles, newFiles] = [hashesOf(base), hashesOf(now)]
  const isFileChanged = (file: string) => oldFiles.get(file) !== newFiles.get(file)
  return {
    everything: isFileChanged('cinch.yaml'),
    changed: changed.size,
    linked: [...touched].filter((key) => tells.has(key) && !changed.has(key)).length,
    touches: (place) => touches(place, after, touched, isFileChanged),
  }
}

/**
 * Diagnostics that a change leaves alone: placed in nothing that it touches, and there before it.
 * What is new is never among them, wherever it is placed.
 */
export function leftAlone(
  change: Change,
  before: readonly Diagnostic[],
  now: readonly Diagnostic[],
): ReadonlySet<Diagnostic> {
  const known = new Map<string, number>()
  for (const it of before) known.set(nameOf(it), (known.get(nameOf(it)) ?? 0) + 1)
  if (change.everything) return new Set()
  return new Set(
    now.filter((it) => {
      const left = known.get(nameOf(it)) ?? 0
      known.set(nameOf(it), left - 1)
      const places = [it.location, ...(it.related ?? []).map(({location}) => location)]
      return left > 0 && !places.some(change.touches)
    }),
  )
}

function nameOf({code, message, location}: Diagnostic): string {
  return JSON.stringify([code, location.root ?? '', location.file, message])
}

/** Records of the main root, those in error too. */
function nodesOf({entries, omitted = []}: Workspace): readonly Node[] {
  const sound = entries.map(({kind, value, root, file, locate}) => ({
    key: `${kind}/${value.id}`,
    kind: kind as string | null,
    root,
    file,
    value: value as unknown,
    locate,
  }))
  const faulty = omitted.flatMap(({root, file, kind, id, source}) =>
    source === undefined
      ? []
      : [
          {
            key: kind === null || id === null ? `${file}#${source.index}` : `${kind}/${id}`,
            kind,
            root,
            file,
            value: source.value,
            locate: source.locate,
          },
        ],
  )
  return [...sound, ...faulty].filter(({root}) => root === 'main')
}

/** What stands under each key: the records as written, and whether their evidence is what it was. */
function saidBy(nodes: readonly Node[], workspace: Workspace): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const {key, kind, value} of nodes) {
    const evidence =
      kind === 'Exhibit' || kind === 'EvidenceTable'
        ? workspace.exhibit(kind, key.slice(kind.length + 1))
        : null
    said.set(key, `${said.get(key) ?? ''}${JSON.stringify([value, evidence])}\n`)
  }
  return said
}

type Links = ReadonlyMap<string, ReadonlySet<string>>

function linksOf(nodes: readonly Node[]): {readonly to: Links; readonly from: Links} {
  const [to, from] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const link = (a: string, b: string) => {
    to.set(a, (to.get(a) ?? new Set()).add(b))
    from.set(b, (from.get(b) ?? new Set()).add(a))
  }
  const network = nodes.find(({kind}) => kind === 'Network')?.key ?? 'Network'
  const known = new Set(kinds())
  const measures = nodes.filter(({kind}) => kind === 'Measure')
  for (const {key, kind, value} of nodes) {
    if (kind === null || !known.has(kind)) continue
    if (kind === 'EvidenceTable') for (const it of measures) link(key, it.key)
    for (const {pattern, target} of referencesOf(kind))
      for (const {value: id} of valuesAt(value, pattern))
        if (typeof id === 'string')
          link(key, target === 'ProductLine' ? network : `${target}/${id}`)
  }
  return {to, from}
}

function reached(start: ReadonlySet<string>, links: Links): ReadonlySet<string> {
  const seen = new Set(start)
  for (const key of seen) for (const next of links.get(key) ?? []) seen.add(next)
  return seen
}

function hashesOf({hashes = []}: Workspace): ReadonlyMap<string, string> {
  return new Map(hashes.filter(({root}) => root === 'main').map((it) => [it.file, it.sha256]))
}

function touches(
  place: Location,
  nodes: readonly Node[],
  touched: ReadonlySet<string>,
  isFileChanged: (file: string) => boolean,
): boolean {
  // The history of an overlay is another one, and `cinch.yaml` speaks of the whole repository.
  if ((place.root ?? 'main') !== 'main' || place.file === 'cinch.yaml') return true
  const inFile = nodes.filter(({file}) => file === place.file)
  if (inFile.length > 0 && inFile.every(({key}) => !touched.has(key)))
    return isFileChanged(place.file) && !inFile.some((it) => holds(it, place))
  const holders = inFile.filter((it) => holds(it, place))
  if (holders.length > 0) return holders.some(({key}) => touched.has(key))
  return (
    inFile.length > 0 ||
    isFileChanged(place.file) ||
    nodes.some(({key, value}) => touched.has(key) && fileOf(value) === place.file)
  )
}

function fileOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'file' in value ? value.file : undefined
}

function holds({locate}: Node, {start}: Location): boolean {
  const {start: from, end} = locate()
  return !isBefore(start, from) && !isBefore(end, start)
}

function isBefore(a: Location['start'], b: Location['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}
