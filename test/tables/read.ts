import type {Diagnostic} from '../../src/model/diagnostic.ts'
import type {EvidenceTable, TableColumn} from '../../src/model/records.gen.ts'
import type {Table} from '../../src/model/table.ts'
import type {Entry} from '../../src/model/workspace.ts'
import {readTable} from '../../src/tables/csv.ts'
import {fileOf, lineOf} from '../validate/check.ts'

export type Grain = EvidenceTable['grain']

/** Columns as `name type role`, one a line or separated by commas. */
export function columnsOf(text: string): TableColumn[] {
  return text
    .trim()
    .split(/[,\n]/)
    .map((line) => {
      const [name = '', type = 'string', role] = line.trim().split(' ')
      return {name, type, ...(role === undefined ? {} : {role})} as TableColumn
    })
}

const countColumns = columnsOf(
  'unit string unit, measure string measure, start date periodStart, end date periodEnd, n integer numerator, d integer denominator, peers string group',
)

export interface Options {
  readonly grain?: Grain
  readonly columns?: readonly TableColumn[]
  readonly record?: Partial<EvidenceTable>
  readonly units?: ReadonlyMap<string, string>
  readonly measures?: readonly string[]
}

export function entryOf({
  grain = 'counts',
  columns = countColumns,
  record,
}: Options = {}): Entry<'EvidenceTable'> {
  const value: EvidenceTable = {
    kind: 'EvidenceTable',
    id: 'counts',
    title: 'Counts',
    file: 'tables/counts.csv',
    format: 'csv',
    from: '2026-01-01',
    to: '2026-03-31',
    source: 'Registry',
    grain,
    columns: [...columns],
    ...record,
  }
  const place = {line: 1, column: 1}
  const locate = () => ({file: 'records.yaml', start: place, end: place})
  return {kind: 'EvidenceTable', value, root: 'main', file: 'records.yaml', locate}
}

export function read(
  content: string | Uint8Array,
  options: Options = {},
): {table: Table; diagnostics: readonly Diagnostic[]} {
  const file = fileOf('tables/counts.csv', content)
  return readTable(entryOf(options), file, options.units, options.measures)
}

/** Diagnostics as `file:line:column code message`, after the table's status. */
export function told(content: string | Uint8Array, options: Options = {}): string[] {
  const {table, diagnostics} = read(content, options)
  return [table.status, ...diagnostics.map(lineOf)]
}

/** Codes with line and column. */
export function codes(content: string | Uint8Array, options: Options = {}): string[] {
  return told(content, options).map((it) =>
    it.replace(/^tables\/counts\.csv:(\d+:\d+) (\S+) .*$/s, '$1 $2'),
  )
}

export const header = 'unit,measure,start,end,n,d,peers\n'
