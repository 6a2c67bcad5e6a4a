import type {TestResult} from '../model/assessment.ts'
import {compareText} from '../model/location.ts'
import type {Entry, Kind} from '../model/workspace.ts'
import {tool, type Sourced} from './blocks.ts'
import {isDeparture} from './departures.ts'
import type {CompileInput} from './input.ts'
import {labelsOf} from './labels.ts'
import {join} from './phrases.ts'
import {sourcingOf, type Sourcing} from './source.ts'
import {worded} from './statements.ts'

/** What every part of the dossier writes from. */
export interface Desk extends CompileInput, Sourcing {
  readonly network: Entry<'Network'> | undefined
  /** Each result once: tests of the network stand under every line. */
  readonly results: readonly TestResult[]
  readonly ofTest: (rule: string, productLine?: string | null) => Sourced
  readonly ofAuthority: (id: string) => Sourced
  /** Sources of everything that a result says. */
  readonly ofResult: (result: TestResult) => readonly Sourced[]
  /** Sources of a count: every class, but by name only what may not be shown everywhere. */
  readonly counted: (entries: readonly Entry[]) => readonly Sourced[]
  readonly label: (kind: 'Exhibit' | 'EvidenceTable', id: string) => string
  /** Title of a record, or its id where the main root keeps no such record. */
  readonly named: (kind: Kind, id: string | undefined) => string
  readonly lineTitle: (id: string | null) => string
  /** Titles of lines; `all lines` where a record names none or every one. */
  readonly linesOf: (ids: readonly string[] | undefined) => string
}

/** Lays out what the parts share. */
export function deskOf(given: CompileInput): Desk {
  const input = {...given, assessment: worded(given.assessment)}
  const {workspace, assessment} = input
  const labels = labelsOf(workspace)
  const sourcing = sourcingOf(workspace)
  const {lines} = assessment
  const lineTitle = (id: string | null) =>
    id === null ? 'network' : (lines.find(({line}) => line.id === id)?.line.title ?? id)
  const ofTest = (rule: string, productLine?: string | null): Sourced => ({
    class: 'public',
    provenance: {type: 'test', rule, ...(productLine ? {productLine} : {})},
  })
  return {
    ...input,
    ...sourcing,
    network: workspace.all('Network')[0],
    results: eachOnce(assessment.lines.flatMap((it) => it.results)),
    ofTest,
    ofAuthority: (id) => ({class: 'public', provenance: {type: 'authority', id}}),
    ofResult: (result) => [
      ofTest(result.rule, result.productLine),
      ...readElsewhere(input, result.rule).map((it) => sourcing.source(it)),
      ...result.evidence.map((it) => sourcing.sourceAt(it.kind, it.id, it.location)),
      ...result.findings.map((it) =>
        sourcing.sourceAt(it.subject.kind, it.subject.id, it.location, it.subject.path[0]),
      ),
    ],
    counted: (entries) =>
      entries.map((entry) => {
        const source = sourcing.source(entry)
        return entry.root === 'main' ? {...source, provenance: tool.provenance} : source
      }),
    label: (kind, id) => labels.get(`${kind}/${id}`) ?? id,
    named: (kind, id) => nameOf(input, kind, id),
    lineTitle,
    linesOf: (ids) =>
      ids === undefined || (lines.length > 1 && lines.every(({line}) => ids.includes(line.id)))
        ? 'all lines'
        : join(ids.map(lineTitle)),
  }
}

/**
 * One record of each overlay that holds a kind which the test reads: its summary may count them
 * without citing any.
 */
function readElsewhere({rules, workspace}: CompileInput, rule: string): Entry[] {
  const kinds = rules.find((it) => it.id === rule)?.requires ?? []
  const held = kinds.flatMap((kind) =>
    (workspace.all(kind) as readonly Entry[]).filter((it) => it.root !== 'main'),
  )
  return [...new Map(held.map((it) => [it.root, it])).values()]
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

function nameOf({workspace}: CompileInput, kind: Kind, id: string | undefined): string {
  if (id === undefined) return 'not stated'
  const entry = workspace.find(kind, id)
  // A record of the main root may name one of an overlay; it must not carry its title along.
  if (entry === undefined || entry.root !== 'main') return id
  if (isDeparture(workspace, entry)) return 'a member that left'
  const {value} = entry
  if ('title' in value) return value.title
  return 'name' in value ? value.name : 'legalName' in value ? value.legalName : id
}
