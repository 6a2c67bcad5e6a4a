import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {problemOf} from '../../src/model/forms.ts'
import {parseCsv} from '../../src/tables/rfc4180.ts'
import {codes, columnsOf, read, type Options} from './read.ts'

const roster: Options = {
  grain: 'roster',
  columns: columnsOf(
    'npi string npi, name string name, specialty string specialty, role string clinicianRole, zip string zip, practice string participant',
  ),
}
const header = 'npi,name,specialty,role,zip,practice\n'
const row = '2000000002,A. Okafor,cardiology,specialist,04101,harbor\n'

test('a roster gives rows by the role of each column', () => {
  const {table, diagnostics} = read(header + row, roster)
  expect(diagnostics).toEqual([])
  expect(table).toEqual({
    status: 'read',
    counts: [],
    rows: [
      {
        line: 2,
        cells: {
          npi: '2000000002',
          name: 'A. Okafor',
          specialty: 'cardiology',
          clinicianRole: 'specialist',
          zip: '04101',
          participant: 'harbor',
        },
      },
    ],
  })
})

test.each([
  ['2000000002', '2000000003', '2:1 table/form'],
  ['2000000002', '2.00E+09', '2:1 table/scientific'],
  ['2000000002', '200000000', '2:1 table/lost-zero'],
  ['cardiology', 'cardiolgy', '2:22 table/value'],
  ['specialist', 'PCP', '2:33 table/value'],
  ['04101', '4101', '2:44 table/lost-zero'],
  ['04101', '41011234', '2:44 table/lost-zero'],
  ['04101', '04101-1234', '2:44 table/form'],
  ['harbor', 'Harbor Family', '2:50 table/value'],
])('%s written as %s', (right, wrong, expected) => {
  expect(codes(header + row.replace(right, wrong), roster)).toEqual(['unreadable', expected])
})

test('a column without a role is found under its name', () => {
  const columns = columnsOf('clinician string, hours number, unit string other')
  const {table} = read('clinician,hours,unit\nM-0001,2.5,x\n', {grain: 'hours', columns})
  expect(table).toMatchObject({rows: [{cells: {clinician: 'M-0001', hours: '2.5', unit: 'x'}}]})
})

test('empty cells of a roster are left to what reads it', () => {
  expect(codes(header + row.replace('04101', ''), roster)).toEqual(['read'])
})

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

test('every NPI of an extract of NPPES passes, with its taxonomy code and ZIP', () => {
  const columns = columnsOf('NPI string npi, T string, Z string zip').map((it) => ({
    ...it,
    name: {T: taxonomy, Z: zip}[it.name] ?? it.name,
  }))
  const {table, diagnostics} = read(fixture('nppes-practitioners.csv'), {grain: 'roster', columns})
  expect(diagnostics.map(({code}) => code)).toEqual(['table/extra-column', 'table/extra-column'])
  const rows = table.status === 'read' ? table.rows : []
  expect(rows).toHaveLength(40)
  for (const {cells} of rows) expect(problemOf('nucc', cells[taxonomy] ?? '')).toBeUndefined()
})
const taxonomy = 'Healthcare Provider Taxonomy Code_1'
const zip = 'Provider Business Practice Location Address Postal Code'

test('ZIP codes that lost their zero, and empty lines at the end: doctors of Maine', () => {
  const columns = [
    {name: 'NPI', type: 'string', role: 'npi'},
    {name: 'Primary Specialty', type: 'string'},
    {name: 'City/Town', type: 'string'},
    {name: 'State', type: 'string'},
    {name: 'ZIP Code', type: 'string', role: 'zip'},
  ] as const
  const {table, diagnostics} = read(fixture('doctors-maine.csv'), {grain: 'roster', columns})
  expect(table.status).toBe('unreadable')
  const [first] = diagnostics
  expect(first?.help).toBe(
    'A spreadsheet took a leading zero away: write `04102`, without the four digits after it',
  )
  expect(diagnostics.filter(({code}) => code === 'table/lost-zero')).toHaveLength(24)
  expect(diagnostics.filter(({code}) => code === 'table/form')).toEqual([])
  expect(diagnostics.at(-1)?.message).toBe('Unexpected 30 empty lines, expected none')
})

test('CCNs that lost their zero: hospitals of the readmissions program', () => {
  const names =
    'Facility Name,Facility ID,State,Measure Name,Condition,Number of Discharges,Excess Readmission Ratio,Predicted Readmission Rate,Expected Readmission Rate,Number of Readmissions,Start Date,End Date'
  const columns = names.split(',').map((name) => ({name, type: 'string'}) as const)
  const {diagnostics} = read(fixture('hrrp-hospitals.csv'), {grain: 'other', columns})
  const lost = diagnostics.filter(({code}) => code === 'table/lost-zero')
  expect(lost).toHaveLength(18)
  expect(lost[0]?.message).toContain('`10001` in column `Facility ID`')
  expect(lost[0]?.help).toContain('write `010001`')
  expect(diagnostics).toHaveLength(18)
})

const dataFolder =
  process.env['CINCH_DATA'] ?? new URL('../../../shared/data', import.meta.url).pathname
const missing = existsSync(dataFolder) ? '' : ' (skipped: the public data folder is not here)'

test.skipIf(missing !== '')(`all 2,040 rows of the NPPES files pass${missing}`, () => {
  const rows = ['practitioner_20181204-data', 'organization-data'].flatMap((name) => {
    const file = join(dataFolder, 'providers', `plannet_sample-nppes-${name}.csv`)
    const [first, ...rest] = [...parseCsv(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))]
    const column = first?.cells.indexOf('NPI') ?? -1
    return rest.map(({cells}) => cells[column] ?? '')
  })
  const filled = rows.filter((it) => it !== '')
  expect(filled).toHaveLength(2040)
  expect(filled.filter((it) => problemOf('npi', it) !== undefined)).toEqual([])
})
