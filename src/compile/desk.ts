import type {TestResult} from '../model/assessment.ts'
import {classOfKind, mostRestricted} from '../model/confidentiality.ts'
import {compareText, type Location, type ValuePath} from '../model/location.ts'
import type {Rule} from '../model/rule.ts'
import type {Entry, Kind} from '../model/workspace.ts'
import type {Sourced} from './blocks.ts'
import {labelsOf} from './labels.ts'
import type {CompileInput} from './input.ts'
import {groupBy} from './phrases.ts'

/** What every part of the dossier writes from. */
export interface Desk extends CompileInput {
  readonly network: Entry<'Network'> | undefined
  /** Each result once: tests of the network stand under every line. */
  readonly results: readonly TestResult[]
  /** The record at `path`, with its place and the commit that first held it. */
  readonly source: (entry: Entry, path?: ValuePath) => Sourced
  /** A place in a record of a known kind. */
  readonly sourceAt: (
    kind: string,
    id: string,
    location: Location,
    field?: string | number,
  ) => Sourced
  /** A place whose record is not told: the record that stands there, else its file. */
  readonly placeOf: (location: Location) => Sourced
  readonly ofTest: (rule: string, productLine?: string | null) => Sourced
  readonly ofAuthority: (id: string) => Sourced
  /** Sources of everything that a result says. */
  readonly ofResult: (result: TestResult) => readonly Sourced[]
  readonly label: (kind: 'Exhibit' | 'EvidenceTable', id: string) => string
  /** Title of a record, or its id where no such record is kept. */
  readonly named: (kind: Kind, id: string | undefined) => string
  readonly lineTitle: (id: string | null) => string
  readonly rule: (id: string) => Rule | undefined
}

/** Lays out what the parts share. */
export function deskOf(input: CompileInput): Desk {
  const {workspace, assessment} = input
  const labels = labelsOf(workspace)
  const rootClass = (name: string | undefined) => {
    const root = workspace.roots.find((it) => it.name === (name ?? 'main'))
    // A root nobody knows is as restricted as can be: never an accident in the other direction.
    return root?.class ?? 'personLevel'
  }
  const sourceAt = (
    kind: string,
    id: string,
    location: Location,
    field?: string | number,
  ): Sourced => ({
    class: mostRestricted([rootClass(location.root), classOfKind(kind, field)]),
    provenance: {
      type: 'record',
      kind,
      id,
      file: location.file,
      line: location.start.line,
      ...(location.root === undefined || location.root === 'main' ? {} : {root: location.root}),
      ...commitOf(input, kind, id),
    },
  })
  const byFile = groupBy(workspace.entries, fileKey)
  const ofTest = (rule: string, productLine?: string | null): Sourced => ({
    class: 'public',
    provenance: {type: 'test', rule, ...(productLine ? {productLine} : {})},
  })
  return {
    ...input,
    network: workspace.all('Network')[0],
    results: eachOnce(assessment.lines.flatMap((it) => it.results)),
    source: (entry, path = []) =>
      sourceAt(entry.kind, entry.value.id, rooted(entry, entry.locate(path)), path[0]),
    sourceAt,
    placeOf: (location) => {
      const held = recordAt(byFile.get(fileKey(location)) ?? [], location)
      if (held) return sourceAt(held.kind, held.value.id, location)
      const {file, root, start} = location
      return {
        class: rootClass(root),
        provenance: {
          type: 'record',
          kind: 'file',
          id: file,
          file,
          line: start.line,
          ...(root === undefined || root === 'main' ? {} : {root}),
        },
      }
    },
    ofTest,
    ofAuthority: (id) => ({class: 'public', provenance: {type: 'authority', id}}),
    ofResult: (result) => [
      ofTest(result.rule, result.productLine),
      ...result.evidence.map((it) => sourceAt(it.kind, it.id, it.location)),
      ...result.findings.map((it) =>
        sourceAt(it.subject.kind, it.subject.id, it.location, it.subject.path[0]),
      ),
    ],
    label: (kind, id) => labels.get(`${kind}/${id}`) ?? id,
    named: (kind, id) => nameOf(input, kind, id),
    lineTitle: (id) =>
      id === null
        ? 'network'
        : (assessment.lines.find(({line}) => line.id === id)?.line.title ?? id),
    rule: (id) => input.rules.find((it) => it.id === id),
  }
}

/** Location with the root of its entry: an overlay's record must never pass as the main root's. */
function rooted(entry: Entry, location: Location): Location {
  return entry.root === 'main' ? location : {...location, root: entry.root}
}

function commitOf({workspace}: CompileInput, kind: string, id: string): {commit?: string} {
  const trail = workspace.trail(kind as Kind, id)
  return trail === undefined ? {} : {commit: trail.first.hash.slice(0, 12)}
}

function eachOnce(results: readonly TestResult[]): TestResult[] {
  const byKey = new Map<string, TestResult>()
  for (const result of results) {
    const key = `${result.rule}\0${result.productLine ?? ''}`
    // A test of the network may apply to one line only; that it was judged there is what counts.
    if ((byKey.get(key)?.outcome ?? 'notApplicable') === 'notApplicable') byKey.set(key, result)
  }
  return [...byKey.values()].sort(
    (a, b) => compareRules(a.rule, b.rule) || compareText(a.productLine ?? '', b.productLine ?? ''),
  )
}

/** C9 before C12: by letter, then number. */
export function compareRules(a: string, b: string): number {
  const [[x, n], [y, m]] = [parts(a), parts(b)]
  return compareText(x, y) || n - m || compareText(a, b)
}

function parts(id: string): [string, number] {
  const [, letters = id, digits = '0'] = /^([A-Z]+)(\d+)/.exec(id) ?? []
  return [letters, Number(digits)]
}

function fileKey({root, file}: {readonly root?: string; readonly file: string}): string {
  return `${root ?? 'main'}\0${file}`
}

/** The last record of the file that begins at or before the place. */
function recordAt(ofFile: readonly Entry[], {start}: Location): Entry | undefined {
  return ofFile
    .map((entry) => ({entry, line: entry.locate().start.line}))
    .filter(({line}) => line <= start.line)
    .sort((a, b) => b.line - a.line)[0]?.entry
}

function nameOf({workspace}: CompileInput, kind: Kind, id: string | undefined): string {
  if (id === undefined) return 'not stated'
  const value = workspace.find(kind, id)?.value
  if (value === undefined) return id
  if ('title' in value) return value.title
  return 'name' in value ? value.name : 'legalName' in value ? value.legalName : id
}
