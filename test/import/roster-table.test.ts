import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {writeFiles} from '../../src/write/files.ts'
import {folderOf} from '../helpers/run-cinch.ts'
import {importInto, reasons, repository, written} from './reading.ts'

const roster =
  'npi,name,specialty,role,zip,note\r\n2000000002,A. Okafor,family-medicine,primaryCare,04101,"kept, as is"\r\n2000900425,E. Ravensby,internal-medicine,primaryCare,04101,\r\n'

const table = (more = '', csv = roster) => `# Kept by the registrar.
kind: EvidenceTable
id: bay-roster
title: Roster of Bay Clinic
file: tables/bay-roster.csv
format: csv
sha256: ${createHash('sha256').update(csv).digest('hex')}
from: 2026-01-01
to: 2026-03-31
source: Office of the practice
grain: roster
${more}columns:
  - {name: npi, type: string, role: npi}
  - {name: name, type: string, role: name}
  - {name: specialty, type: string, role: specialty}
  - {name: role, type: string, role: clinicianRole}
  - {name: zip, type: string, role: zip}
  - {name: note, type: string}
`
const files = {
  ...repository,
  'records/participants/bay.yaml':
    'kind: Participant\nid: bay\nname: Bay Clinic\ntype: practice\nroster: bay-roster\n',
  'records/tables/bay-roster.yaml': table(),
  'tables/bay-roster.csv': roster,
}
const header = 'Practice,Doctor,NPI,Specialty,ZIP\n'
const faults = ({diagnostics}: {diagnostics: readonly {severity: string; message: string}[]}) =>
  diagnostics.filter(({severity}) => severity === 'error')

test('a change and a new clinician go to the table, its hash to the record, and other bytes stay', async () => {
  const root = folderOf(files)
  const prepared = await importInto(
    root,
    'roster',
    `${header}Bay Clinic,A. Okafor,2000000002,cardiology,04102\nBay Clinic,"Quince, Zelda",2000900490,cardiology,04101\n`,
  )
  expect(prepared.rejected).toEqual([])
  expect(faults(prepared)).toEqual([])
  expect(prepared.rows).toMatchObject({accepted: 2, unchanged: 0, rejected: 0})
  expect(prepared.missing).toContainEqual({id: 'bay-roster', key: '2000900425'})
  expect(prepared.records).toMatchObject([
    {kind: 'EvidenceTable', id: 'bay-roster', file: 'tables/bay-roster.csv', added: 1, changed: 1},
  ])
  expect(prepared.records[0]?.changes).toContainEqual({
    path: ['2000000002', 'zip'],
    was: '04101',
    value: '04102',
  })
  const csv = written(prepared, 'tables/bay-roster.csv')
  expect(csv).toBe(
    `${roster.replace('family-medicine,primaryCare,04101', 'cardiology,primaryCare,04102')}2000900490,"Quince, Zelda",cardiology,specialist,04101,\r\n`,
  )
  const hash = createHash('sha256').update(csv).digest('hex')
  expect(readFileSync(join(root, 'records/tables/bay-roster.yaml'), 'utf8')).toBe(
    table('', csv).replace(/sha256: \S+/, `sha256: ${hash}`),
  )
  expect(readFileSync(join(root, 'records/participants/bay.yaml'), 'utf8')).toBe(
    files['records/participants/bay.yaml'],
  )
})

test('what the table says already changes no byte, and a second import nothing', async () => {
  const root = folderOf(files)
  const sheet = `${header}Bay Clinic,A. Okafor,2000000002,Family Practice,04101\nBay Clinic,New,2000900490,cardiology,04101\n`
  const first = await importInto(root, 'roster', sheet)
  expect(first.rows).toMatchObject({accepted: 2, unchanged: 1})
  writeFiles(first.folder, first.files)
  const again = await importInto(root, 'roster', sheet)
  expect(again.rows).toMatchObject({accepted: 2, unchanged: 2})
  expect([again.records, again.files]).toEqual([[], []])
})

test('what the table has no column for is told, and who has left is not left standing', async () => {
  const prepared = await importInto(
    folderOf(files),
    'roster',
    'Practice,NPI,Joined,Left\nBay Clinic,2000000002,2026-01-05,\nBay Clinic,2000900425,,2026-02-01\n',
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:3 a date of leaving, for which the roster table has no column',
  ])
  expect(prepared.remarks).toContainEqual({
    said: 'No column for `clinicians.joined` in the roster table: what the spreadsheet says of it is left out',
    names: ['tables/bay-roster.csv'],
  })
  expect(prepared.records).toEqual([])
})

test.each([
  [
    'sealed: true\n',
    'csv',
    'a clinician of a participant whose roster is a final table (`sealed`)',
  ],
  [
    '',
    'xlsx',
    'a clinician of a participant whose roster is a table of the format `xlsx`, which is not written',
  ],
])('a table %sof the format %s is refused, with the file to edit', async (more, format, reason) => {
  const root = folderOf({
    ...files,
    'records/tables/bay-roster.yaml': table(more).replace('format: csv', `format: ${format}`),
  })
  const prepared = await importInto(
    root,
    'roster',
    `${header}Bay Clinic,N,2000900490,cardiology,\n`,
  )
  expect(reasons(prepared)).toEqual([`list.csv:2 ${reason}`])
  expect(prepared.rejected[0]?.file).toContain('tables/bay-roster.csv')
  expect(prepared.files).toEqual([])
})

test('a table that is not the one on record is not written over', async () => {
  const root = folderOf({...files, 'tables/bay-roster.csv': `${roster}x`})
  const prepared = await importInto(
    root,
    'roster',
    `${header}Bay Clinic,N,2000900490,cardiology,\n`,
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:2 a clinician of a participant whose roster table cannot be read: the file is not the one whose hash its record states',
  ])
  expect(prepared.files).toEqual([])
})

test('one table for several practices keeps each with its own', async () => {
  const shared = `npi,practice\n2000000002,bay\n2000900425,cove\n`
  const root = folderOf({
    ...repository,
    'records/participants/harbor-family.yaml':
      'kind: Participant\nid: harbor-family\nname: Harbor\ntype: practice\n',
    'records/participants/bay.yaml': files['records/participants/bay.yaml'],
    'records/participants/cove.yaml':
      'kind: Participant\nid: cove\nname: Cove\ntype: practice\nroster: bay-roster\n',
    'tables/bay-roster.csv': shared,
    'records/tables/bay-roster.yaml': table('', shared).replace(
      /columns:[\s\S]*/,
      'columns:\n  - {name: npi, type: string, role: npi}\n  - {name: practice, type: string, role: participant}\n',
    ),
  })
  const prepared = await importInto(
    root,
    'roster',
    'Practice,NPI\nCove,2000900490\nBay Clinic,2000900425\n',
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:3 a clinician whom the roster table puts with another participant',
  ])
  expect(written(prepared, 'tables/bay-roster.csv')).toBe(`${shared}2000900490,cove\n`)
})

test.each(['=1+1', '+cmd', '@x'])(
  'a name that a spreadsheet would run is refused: %s',
  async (name) => {
    const prepared = await importInto(
      folderOf(files),
      'roster',
      `${header}Bay Clinic,${name},2000900490,cardiology,04101\n`,
    )
    expect(reasons(prepared)).toEqual(['list.csv:2 a text that a spreadsheet program would run'])
  },
)

/** The files with another table, whose columns have no roles but those given. */
const withTable = (csv: string, columns: string) => ({
  ...files,
  'tables/bay-roster.csv': csv,
  'records/tables/bay-roster.yaml': table('', csv).replace(
    /columns:[\s\S]*/,
    `columns:\n${columns.replaceAll(/ ?(\w+) (\w+)/g, '  - {name: $1, type: string, role: $2}\n')}`,
  ),
})

test('a column without a role is found under its name, as where the table is read', async () => {
  const csv = 'npi,specialty,participant\n2000000002,family-medicine,bay\n'
  const root = folderOf(withTable(csv, 'npi other specialty other participant other'))
  const prepared = await importInto(
    root,
    'roster',
    'Practice,NPI,Specialty\nBay Clinic,2000000002,cardiology\nBay Clinic,2000900490,cardiology\n',
  )
  expect(reasons(prepared)).toEqual([])
  expect(JSON.stringify(prepared.remarks)).not.toContain('No column')
  expect(written(prepared, 'tables/bay-roster.csv')).toBe(
    'npi,specialty,participant\n2000000002,cardiology,bay\n2000900490,cardiology,bay\n',
  )
})

test('a table without NPIs takes in nobody, whom a second import would add again', async () => {
  const csv = 'name,specialty\nA. Okafor,family-medicine\n'
  const prepared = await importInto(
    folderOf(withTable(csv, 'name name specialty specialty')),
    'roster',
    `${header}Bay Clinic,A. Okafor,2000000002,cardiology,04102\n`,
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:2 a clinician whose roster table has no column for the NPI',
  ])
  expect(prepared.files).toEqual([])
})

test('of a clinician who stands in the table twice neither row is changed', async () => {
  const csv = `${roster}2000000002,A. Okafor,cardiology,specialist,04103,\r\n`
  const prepared = await importInto(
    folderOf({
      ...files,
      'tables/bay-roster.csv': csv,
      'records/tables/bay-roster.yaml': table('', csv),
    }),
    'roster',
    `${header}Bay Clinic,A. Okafor,2000000002,cardiology,04102\n`,
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:2 a clinician who stands in several rows of the roster table',
  ])
  expect(prepared.files).toEqual([])
})
