import {compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import {compareText, startOf, type Position} from '../model/location.ts'
import type {Source, Sources} from '../model/source.ts'
import type {Table, TableReader} from '../model/table.ts'
import type {ThresholdForm} from '../model/threshold.ts'
import type {Trail} from '../model/trail.ts'
import type {Entry, OmittedRecord, Workspace} from '../model/workspace.ts'
import {checkConfig} from './config.ts'
import {checkDates} from './dates.ts'
import {checkNetworks, findDuplicates} from './duplicates.ts'
import {checkFarDates} from './far-dates.ts'
import {checkFigures} from './figures.ts'
import {checkFiles, fileOf, indexFiles, type FileIndex} from './files.ts'
import {checkIgnored} from './ignored.ts'
import {checkNotYet} from './not-yet.ts'
import {checkOwners} from './owners.ts'
import {checkKeys} from './keys.ts'
import {checkRecord, type Checked} from './records.ts'
import {checkReferences, knownIds} from './references.ts'
import {withSoundConfig} from './sound-config.ts'
import {noReader, workspaceOf} from './workspace.ts'

/** What validation needs beside the sources. */
export interface ReadOptions {
  /** Date judged at. */
  readonly asOf: string
  /** Whether that is today: a fact of a later day is none then. */
  readonly isToday?: boolean
  readonly trails: readonly Trail[]
  /** All thresholds of all tests; where left out, those of cinch.yaml are not checked. */
  readonly knownThresholds?: readonly ThresholdForm[]
  /** Engine for evidence tables. Every table is then read, and what is wrong in it reported. */
  readonly readTable?: TableReader
}

/**
 * Checks every record against the schema of its kind, then against each other.
 *
 * A record in error is left out of the workspace and named in `omitted`; a link that leads nowhere
 * is reported, and the record stays. The sources' own diagnostics are not repeated.
 */
export function validate(
  sources: Sources,
  read: ReadOptions,
): {workspace: Workspace; diagnostics: readonly Diagnostic[]} {
  const spoiled = spoiledSources(sources)
  const records = ordered(sources).map(checkRecord)
  const duplicates = findDuplicates(records)
  const files = indexFiles(sources.files)
  const isUsed = (it: Checked) =>
    it.valid && !spoiled.has(it.source) && !duplicates.repeated.has(it)
  const entries = records.filter(isUsed).map(entryOf)
  const tables = tablesOf(
    files,
    read.readTable ?? noReader,
    unitsOf(entries),
    measuresOf(records, sources),
  )
  const main = sources.roots.find(({name}) => name === 'main')

  const workspace = workspaceOf({
    asOf: read.asOf,
    sources: {...sources, roots: sources.roots.map(withSoundConfig)},
    trails: read.trails,
    entries,
    omitted: records.filter((it) => !isUsed(it)).map(omittedOf),
    files,
    readTable: (entry) => tables(entry).table,
  })
  const diagnostics = [
    ...sources.roots.flatMap((it) => checkConfig(it, read.knownThresholds)),
    ...records.flatMap((it) => [...it.diagnostics, ...checkDates(it)]),
    ...checkFarDates(records, read.asOf),
    ...(read.isToday === true ? checkNotYet(records, read.asOf) : []),
    ...checkFigures(entries),
    ...checkKeys(entries),
    ...checkOwners(entries),
    ...checkNetworks(records, main),
    ...duplicates.diagnostics,
    ...checkReferences(records, knownIds(records)),
    ...checkFiles(records, sources, files),
    ...checkIgnored(sources),
    ...workspace.all('EvidenceTable').flatMap((it) => tables(it).diagnostics),
  ]
  const told = withoutEchoes(diagnostics, sources)
  return {workspace, diagnostics: withoutRepeats(told, sources.diagnostics)}
}

/** What a record that could not be read seems to leave missing. */
const echo = /^(?:record\/no-network|reference\/unresolved)$/

/**
 * Without what may only be missing because a file could not be read: one slip is one error. What
 * was therefore not checked is told in a note.
 */
function withoutEchoes(diagnostics: readonly Diagnostic[], {unread = []}: Sources): Diagnostic[] {
  const [first] = unread
  const kept = diagnostics.filter(({code}) => !echo.test(code))
  if (first === undefined || kept.length === diagnostics.length) return [...diagnostics]
  const links = diagnostics.length - kept.length
  return [
    ...kept,
    {
      code: 'reference/not-checked',
      severity: 'note',
      message: `Unexpected file that could not be read, expected the records that ${links} links of others may lead to`,
      location: startOf(first.file, first.root === 'main' ? undefined : first.root),
      help: 'Correct the error in this file; the links are checked then',
    },
  ]
}

/** Sources inside which loading found an error, such as a key that stands there twice. */
function spoiledSources({sources, diagnostics}: Sources): ReadonlySet<Source> {
  if (diagnostics.length === 0) return new Set()
  const byFile = new Map<string, Source[]>()
  for (const source of sources) {
    const name = `${source.root}\0${source.file}`
    const ofFile = byFile.get(name)
    if (ofFile === undefined) byFile.set(name, [source])
    else ofFile.push(source)
  }
  const spoiled = new Set<Source>()
  for (const {severity, code, location} of diagnostics) {
    if (severity !== 'error' || !code.startsWith('yaml/')) continue
    for (const source of byFile.get(`${location.root ?? 'main'}\0${location.file}`) ?? []) {
      const {start, end} = source.locate()
      if (!isBefore(location.start, start) && !isBefore(end, location.start)) spoiled.add(source)
    }
  }
  return spoiled
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column)
}

/** By root, as the roots are given, then file and place: the order of every output. */
function ordered({roots, sources}: Sources): Source[] {
  const rank = new Map(roots.map(({name}, index) => [name, index]))
  const rankOf = ({root}: Source) => rank.get(root) ?? roots.length
  return [...sources].sort(
    (a, b) => rankOf(a) - rankOf(b) || compareText(a.file, b.file) || a.index - b.index,
  )
}

function entryOf({source, kind}: Checked): Entry {
  const {root, file, value, locate} = source
  // The schema of the kind has accepted the value.
  return {kind, value, root, file, locate} as Entry
}

function omittedOf({source, kind, id}: Checked): OmittedRecord {
  return {root: source.root, file: source.file, kind, id, source}
}

function unitsOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>()
  for (const {kind, value} of entries)
    if (kind === 'Measure' && value.unit !== undefined) units.set(value.id, value.unit)
  return units
}

/** Ids of all Measures, those in error too; undefined where a file that may hold one is unread. */
function measuresOf(records: readonly Checked[], {unread = []}: Sources): string[] | undefined {
  if (unread.length > 0) return undefined
  return records.flatMap(({kind, id}) => (kind === 'Measure' && id !== null ? [id] : []))
}

/** Reads each table once, when first asked for. */
function tablesOf(
  files: FileIndex,
  readTable: TableReader,
  units: ReadonlyMap<string, string>,
  measures: readonly string[] | undefined,
) {
  const tables = new Map<string, ReturnType<TableReader>>()
  return (entry: Entry<'EvidenceTable'>): {table: Table; diagnostics: readonly Diagnostic[]} => {
    const ready = tables.get(entry.value.id)
    if (ready !== undefined) return ready
    const result = readTable(entry, fileOf(entry, files), units, measures)
    tables.set(entry.value.id, result)
    return result
  }
}

/** Codes that are about one value, and one key, and nothing around it. */
const [ofValue, ofKey] = [
  /^(?:schema\/(?:type|format|enum|const|range|empty)|reference\/)/,
  /^schema\/(?:required|kind)$/,
]

/**
 * Sorted, and without what stands where loading found an error already: a number that YAML spoiled
 * is one mistake, whatever else it then is not.
 */
function withoutRepeats(
  diagnostics: readonly Diagnostic[],
  loaded: readonly Diagnostic[],
): Diagnostic[] {
  const errors = loaded.filter((it) => it.severity === 'error')
  const starts = new Set(errors.map(spotOf))
  const ranges = new Set(errors.map(rangeOf))
  return diagnostics
    .filter((it) => !(ofValue.test(it.code) && starts.has(spotOf(it))))
    .filter((it) => !(ofKey.test(it.code) && ranges.has(rangeOf(it))))
    .sort(compareDiagnostics)
}

function spotOf({location: {root, file, start}}: Diagnostic): string {
  return `${root ?? ''}\0${file}\0${start.line}:${start.column}`
}

function rangeOf(diagnostic: Diagnostic): string {
  const {end} = diagnostic.location
  return `${spotOf(diagnostic)}-${end.line}:${end.column}`
}
