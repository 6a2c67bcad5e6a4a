import {expect, test} from 'vitest'
import {guarded} from '../../src/model/formula.ts'
import {folderOf} from '../helpers/run-cinch.ts'
import {imported, importInto, practice, reasons, repository, written} from './reading.ts'

const header = 'Practice,Doctor,NPI,Specialty,ZIP,Joined\n'
const row = 'Harbor Family Medicine,A. Okafor,2000000002,Family Practice,04101,\n'

test('a spreadsheet that says what is on record changes nothing', async () => {
  const prepared = await imported('roster', header + row)
  expect(prepared.rows).toEqual({read: 1, accepted: 1, unchanged: 1, rejected: 0, notOnRecord: 0})
  expect(prepared.records).toEqual([])
  expect(prepared.mapping.map(({field}) => field)).toEqual([
    'name',
    'clinicians.name',
    'clinicians.npi',
    'clinicians.specialty',
    'clinicians.zips',
    'clinicians.joined',
  ])
})

test('one changed specialty is one changed record, and comments stay', async () => {
  const prepared = await imported('roster', header + row.replace('Family Practice', 'CARDIOLOGY'))
  expect(prepared.records).toMatchObject([
    {
      id: 'harbor-family',
      isNew: false,
      changed: 1,
      added: 0,
      changes: [
        {
          path: ['clinicians', 0, 'specialty'],
          was: 'family-medicine',
          value: 'cardiology',
        },
      ],
    },
  ])
  expect(written(prepared, 'records/participants/harbor-family.yaml')).toBe(
    practice.replace('family-medicine', 'cardiology'),
  )
})

test('a clinician that is not on record is added at the end, with the role that follows', async () => {
  const prepared = await imported(
    'roster',
    `${header}Harbor Family Medicine,B. New,2000900490,Cardiovascular Disease (Cardiology),04102,2026-01-05\n`,
  )
  expect(prepared.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
  const text = written(prepared, 'records/participants/harbor-family.yaml')
  expect(text.startsWith(practice)).toBe(true)
  expect(text.slice(practice.length)).toBe(`  - npi: '2000900490'
    name: B. New
    specialty: cardiology
    role: specialist
    zips:
      - '04102'
    joined: 2026-01-05
`)
})

test('who is missing from the file is told and kept', async () => {
  const prepared = await imported('roster', header + row)
  expect(prepared.missing).toEqual([{id: 'harbor-family', key: '2000900425'}])
  expect(prepared.files.map(({path}) => path)).toEqual(['.cinch/imports/roster.yaml'])
})

test('a new practice needs a type, from the file or for all rows', async () => {
  const rows = `${header}Old Quay,C. New,2000900490,cardiology,04101,\n`
  const without = await imported('roster', rows)
  expect(reasons(without)).toEqual(['list.csv:2 a new Participant without `type`'])
  const prepared = await imported('roster', rows, {set: {type: 'practice'}})
  expect(prepared.rejected).toEqual([])
  const text = written(prepared, 'records/participants/old-quay.yaml')
  // As `cinch init` and `cinch add` write it: the settings of an editor name the schemas.
  expect(text).toMatch(/^kind: Participant\nid: old-quay\nname: Old Quay\ntype: practice\n/)
})

test('a clinician on record whom the file puts elsewhere does not rename the practice', async () => {
  const prepared = await imported(
    'roster',
    header + row.replace('Harbor Family Medicine', 'Old Quay'),
  )
  expect(reasons(prepared)).toEqual(['list.csv:2 a new Participant without `type`'])
  expect(prepared.records).toEqual([])
})

test.each([
  ['2000000002', '2.00E+09', 'a number in scientific notation, of which digits are lost'],
  ['2000000002', '2000000003', 'a value that is not an NPI whose check digit fits'],
  ['2000000002', '200000000', 'a value that is not an NPI: ten digits, the first a 1 or a 2'],
  [',04101', ',4101', 'a number that lost its leading zero'],
  [',04101', ',41', 'a value that is not a ZIP code of five digits'],
  ['04101,', '04101,03/04/2025', 'a date whose day and month cannot be told apart'],
  ['04101,', '04101,45000', 'a day number of a spreadsheet, expected a date'],
  ['04101,', '04101,31/02/2025', 'a day that the calendar does not have'],
  ['04101,', '04101,3/4/25', 'a year of two digits, expected four'],
  ['Family Practice', 'Fmaily', 'a word that is none of its options'],
  ['04101,\n', '04101,,x\n', 'more cells than the 6 of the header'],
  ['A. Okafor', 'A. "O" kafor', 'a quote inside a cell that is not quoted'],
])('%s written as %s is rejected with its line', async (right, wrong, reason) => {
  const prepared = await imported('roster', header + row.replace(right, wrong))
  expect(reasons(prepared)).toEqual([`list.csv:2 ${reason}`])
  expect(prepared.rows.accepted).toBe(0)
})

test('one NPI twice is read once', async () => {
  const prepared = await imported('roster', header + row + row)
  expect(reasons(prepared)).toEqual(['list.csv:3 the same npi as in row 2'])
})

test('rows that contradict one another about the practice are not both taken', async () => {
  const prepared = await imported(
    'roster',
    'id,tin,npi,specialty\nharbor-family,12-3456789,2000000002,family-medicine\nharbor-family,12-3456780,2000900425,internal-medicine\n',
    {map: {id: 'id'}},
  )
  expect(reasons(prepared)).toEqual(['list.csv:3 another `tin` for one Participant than in row 2'])
})

test('zeros are put back only when asked, and counted by column', async () => {
  const rows = header + row.replace('04101', '41011234')
  const prepared = await imported('roster', rows, {restoreZeros: true})
  expect(prepared.rejected).toEqual([])
  expect(prepared.notes).toContainEqual({column: 'ZIP', note: 'leading zeros restored', cells: 1})
  expect(prepared.notes).toContainEqual({
    column: 'ZIP',
    note: 'four digits after the ZIP code left out',
    cells: 1,
  })
})

test('a number of a person is never quoted and never taken', async () => {
  const prepared = await imported(
    'roster',
    'practice,tin,npi,specialty\nHarbor Family Medicine,123-45-6789,2000000002,family-medicine\n',
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:2 a number in the form of a person, expected a TIN of an entity',
  ])
  const told = prepared.rejected.map(({reason, help, field}) => [reason, help, field])
  expect(JSON.stringify(told)).not.toContain('6789')
})

test('a mapping is corrected, remembered, and used for the next file', async () => {
  const root = folderOf(repository)
  const file = 'Ärzte;Who;Where\n2000000002;A. Okafor;04103\n'
  const said = {map: {Ärzte: 'clinicians.npi', Who: 'ignore', Where: 'clinicians.zips'}}
  const first = await importInto(root, 'roster', file, {
    ...said,
    reason: 'Our own words',
    by: 'quill',
  })
  expect(written(first, '.cinch/imports/roster.yaml'))
    .toBe(`# How \`cinch import roster\` reads a spreadsheet. Correct it here, or with --map.
target: roster
columns:
  Ärzte: clinicians.npi
  Who: ignore
  Where: clinicians.zips
reason: Our own words
by: quill
`)
  const second = await importInto(root, 'roster', file)
  expect(second.mapping.map(({field, by}) => [field, by])).toEqual([
    ['clinicians.npi', 'remembered'],
    [null, 'remembered'],
    ['clinicians.zips', 'remembered'],
  ])
  expect(second.records).toEqual([])
  expect(second.files).toEqual([])
})

test('two columns for one field are refused, not chosen between', async () => {
  await expect(imported('roster', 'NPI,Provider NPI\n2000000002,2000000002\n')).rejects.toThrow(
    'Unexpected second column `Provider NPI` for `clinicians.npi`, expected `NPI` alone',
  )
})

test.each([
  [
    {map: {Npi: 'clinicians.npi'}},
    'Unexpected column `Npi` in --map, expected one of the file: `Practice`, ',
  ],
  [
    {fillDown: new Set(['Practise'])},
    'Unexpected column `Practise` in --fill-down, expected one of the file: `Practice`, ',
  ],
  [{map: {NPI: 'clinicians.nip'}}, 'Unexpected field `clinicians.nip` in --map'],
  [{set: {colour: 'red'}}, 'Unexpected field `colour` in --set'],
])('what does not exist is not mapped: %j', async (said, message) => {
  await expect(imported('roster', header + row, said)).rejects.toThrow(message)
})

test('a formula in a cell is text, and a guard is taken off', async () => {
  const prepared = await imported(
    'roster',
    `${header}Harbor Family Medicine,"=HYPERLINK(""x"")",2000000002,family-medicine,04101,\n`,
  )
  expect(prepared.records[0]?.changes[0]?.value).toBe('=HYPERLINK("x")')
  const again = await imported(
    'roster',
    `${header}Harbor Family Medicine,${guarded('+1 A')},2000000002,family-medicine,04101,\n`,
  )
  expect(again.records[0]?.changes[0]?.value).toBe('+1 A')
})

test('what validate would say of the records is known before anything is written', async () => {
  const twice = await imported(
    'roster',
    `${header}Quarry Hospital,A. Okafor,2000000002,family-medicine,04101,\n`,
  )
  expect(twice.diagnostics.map(({severity}) => severity)).toEqual(['warning'])
  const person = await imported('roster', header + row.replace('A. Okafor', 'A. 123-45-6789'))
  expect(person.diagnostics.map(({severity}) => severity)).toContain('error')
})

test('a taxonomy code in place of a specialty gives both, and the role', async () => {
  const prepared = await imported(
    'roster',
    `${header}Harbor Family Medicine,B. New,2000900490,207RC0000X,04101,\n`,
  )
  expect(prepared.rejected).toEqual([])
  expect(prepared.records[0]?.changes[0]?.value).toMatchObject({
    specialty: 'cardiology',
    taxonomy: '207RC0000X',
    role: 'specialist',
  })
})

test('long runs of blanks take no long time', async () => {
  const blanks = ' '.repeat(1_000_000)
  const prepared = await imported('roster', header + row.replace('A. Okafor', `A.${blanks}Okafor`))
  expect(prepared.records).toHaveLength(1)
})

test('a hostile mapping in the repository is refused, or says nothing', async () => {
  const root = folderOf({...repository, '.cinch/imports/roster.yaml': 'columns: 3\n'})
  await expect(importInto(root, 'roster', header + row)).rejects.toThrow('expected `columns`')
  const odd = folderOf({
    ...repository,
    '.cinch/imports/roster.yaml': 'columns: {NPI: constructor, __proto__: {a: b}}\n',
  })
  const {mapping} = await importInto(odd, 'roster', header + row)
  expect(mapping[2]).toMatchObject({field: 'clinicians.npi', by: 'words'})
})
