import {createHash} from 'node:crypto'
import type {ReportedCounts} from '../import/measure-report.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {bytesAt, openTarget, type Target as Held} from './add-target.ts'
import type {ImportAsked, PreparedImport} from './import.ts'
import {newOnes, readProposal} from './proposed.ts'

/**
 * FHIR MeasureReport resources as a table of counts with its record. Null where the file holds none.
 *
 * @throws {CannotRun} When the table is on record already.
 */
export async function prepareReports(asked: ImportAsked): Promise<PreparedImport | null> {
  if (!/\.json$/i.test(asked.file)) return null
  const [{measureReportsIn, readMeasureReports}, {jsonIn}, {placeIn}] = await Promise.all([
    import('../import/measure-report.ts'),
    import('./import-read.ts'),
    import('../import/sheet.ts'),
  ])
  const reports = measureReportsIn(jsonIn(asked.bytes))
  if (reports.length === 0) return null
  const held = await openTarget({root: asked.root, overlays: asked.overlays, asOf: asked.asOf})
  const read = readMeasureReports(reports)
  const name = asked.file.split(/[\\/]/).at(-1) ?? asked.file
  const placed = read.counts.map((it) => rowOf(it, held, asked))
  const rejected = [
    ...read.rejected.map(({report, reason}) => ({report, reason})),
    ...placed.flatMap((it) => ('reason' in it ? [it] : [])),
  ].map(({report, ...it}) => ({
    sheet: 0,
    row: report,
    place: placeIn(name, {}, {row: report}),
    cells: [],
    ...it,
  }))
  const rows = placed.flatMap((it) => ('cells' in it ? [it] : []))
  const excluded = read.counts.reduce((sum, it) => sum + it.excluded, 0)
  const files = rows.length === 0 ? null : await tableFiles(held, asked, name, rows)
  return {
    folder: held.folder,
    kind: 'EvidenceTable',
    layout: 'FHIR MeasureReport',
    reference: false,
    mapping: [],
    remarks:
      excluded > 0 ? [`Exclusions and exceptions taken out of the denominators: ${excluded}`] : [],
    notes: [],
    rows: {
      read: reports.length,
      accepted: rows.length,
      unchanged: 0,
      rejected: rejected.length,
      notOnRecord: 0,
    },
    rejected,
    header: [],
    records: files === null ? [] : [files.record],
    missing: [],
    files: files?.files ?? [],
    diagnostics: files?.diagnostics ?? [],
  }
}

interface CountRow {
  readonly counts: ReportedCounts
  readonly cells: readonly (string | number)[]
}

type Refused = {readonly report: number; readonly reason: string; readonly help: string}

/** A row of the table: the measure by its id, or as `--map` says; the unit by the reporter, or `--set`. */
function rowOf(
  counts: ReportedCounts,
  {before}: Held,
  {map, set}: ImportAsked,
): CountRow | Refused {
  const {workspace} = before
  const {report, from, to, numerator, denominator} = counts
  const slug = counts.measure.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const measure = map.get(counts.measure) ?? slug
  if (workspace.find('Measure', measure) === undefined)
    return {
      report,
      reason: 'a measure that is not on record',
      help: 'Say which it is: --map "NAME=MEASURE-ID", with the last part of its address as NAME',
    }
  const unit = set.get('unit') ?? counts.reporter
  if (unit !== 'network' && workspace.find('Participant', unit) === undefined)
    return {
      report,
      reason: 'a reporter that is no participant on record',
      help: 'Say whose counts they are: --set unit=PARTICIPANT-ID, or --set unit=network',
    }
  return {counts, cells: [unit, measure, from, to, numerator, denominator]}
}

const columns = [
  {name: 'unit', type: 'string', role: 'unit'},
  {name: 'measure', type: 'string', role: 'measure'},
  {name: 'period_start', type: 'date', role: 'periodStart'},
  {name: 'period_end', type: 'date', role: 'periodEnd'},
  {name: 'numerator', type: 'integer', role: 'numerator'},
  {name: 'denominator', type: 'integer', role: 'denominator'},
] as const

async function tableFiles(held: Held, asked: ImportAsked, name: string, rows: readonly CountRow[]) {
  const [{csvOf}, {documentText}, {slugOf}, {folderFor}] = await Promise.all([
    import('../export/csv.ts'),
    import('../write/documents.ts'),
    import('../scaffold/identifier.ts'),
    import('../model/placement.ts'),
  ])
  const id = slugOf(`counts-${name.replace(/\.json$/i, '')}`)
  if (held.before.workspace.find('EvidenceTable', id) !== undefined)
    throw new CannotRun(
      'Unexpected file whose counts are on record, expected new ones',
      'Evidence is not overwritten: a corrected report comes under a new name',
    )
  const table = new TextEncoder().encode(
    csvOf([columns.map((it) => it.name), ...rows.map(({cells}) => cells)]).replaceAll('\r\n', '\n'),
  )
  const hash = createHash('sha256').update(asked.bytes).digest('hex')
  const source = `FHIR MeasureReport ${name}, SHA-256 ${hash}, read ${asked.asOf}, ${rows.length} ${rows.length === 1 ? 'group' : 'groups'}`
  const value = {
    kind: 'EvidenceTable',
    id,
    title: `Counts of ${name}`,
    file: `tables/${id}.csv`,
    format: 'csv',
    sha256: createHash('sha256').update(table).digest('hex'),
    from: rows.map(({counts}) => counts.from).reduce((a, b) => (a < b ? a : b)),
    to: rows.map(({counts}) => counts.to).reduce((a, b) => (a > b ? a : b)),
    source,
    grain: 'counts',
    columns,
    provenance: [{standing: 'V', source}],
  }
  const known = held.before.workspace.all('EvidenceTable').map(({file}) => file)
  const path = `${folderFor('EvidenceTable', known)}/${id}.yaml`
  const text = new TextEncoder().encode(await documentText(value))
  const files = [
    {path: value.file, was: bytesAt(held, value.file), bytes: table},
    {path, was: bytesAt(held, path), bytes: text},
  ]
  const proposal = new Map([[held.folder, new Map(files.map((it) => [it.path, it.bytes]))]])
  const after = await readProposal(held, proposal)
  return {
    files,
    diagnostics: newOnes(held.before.diagnostics, after.diagnostics),
    record: {
      id,
      isNew: true,
      changes: [],
      value,
      added: rows.length,
      changed: 0,
      rows: [],
      file: path,
    },
  }
}
