import {expect, test} from 'vitest'
import {remarkText} from '../../src/model/imported.ts'
import {folderOf} from '../helpers/run-cinch.ts'
import {imported, importInto, reasons, repository, written} from './reading.ts'

const header = 'Practice,Doctor,NPI,Specialty,ZIP,Joined\n'

test('a row tells all that is wrong with it at once, each at its cell', async () => {
  const prepared = await imported('roster', `${header}Old Quay,X,200000000,Fmaily,4101,3/4/25\n`)
  expect(prepared.rejected.map((it) => [it.heading, it.reason])).toEqual([
    ['NPI', 'a value that is not an NPI: ten digits, the first a 1 or a 2'],
    ['Specialty', 'a word that is none of its options'],
    ['ZIP', 'a number that lost its leading zero'],
    ['Joined', 'a year of two digits, expected four'],
    [undefined, 'a new Participant without `type`'],
  ])
  expect(prepared.rows).toMatchObject({read: 1, accepted: 0, rejected: 1})
})

test('of a cell that cannot be read it is not also said that it is missing', async () => {
  const prepared = await imported(
    'roster',
    `${header}Harbor Family Medicine,X,2000900490,Fmaily,04101,\n`,
  )
  expect(reasons(prepared)).toEqual(['list.csv:2 a word that is none of its options'])
})

test('a row without an NPI that says something of a clinician is told what to empty, no NPI for all rows', async () => {
  const sheet = `${header}Old Quay,,,,04101,\nHarbor Family Medicine,X,2000900490,Cardiology,04101,\n`
  const prepared = await imported('roster', sheet, {set: {type: 'practice'}})
  expect(reasons(prepared)).toEqual(['list.csv:2 a new entry without `clinicians.npi`'])
  expect(prepared.rejected[0]?.help).toBe(
    'Fill it in; where the row is none of `clinicians`, empty what it says of one: clinicians.zips',
  )
})

test('a column `Join Date` beside clinicians is the day that the clinician joined', async () => {
  const prepared = await imported(
    'roster',
    'Practice,Doctor,NPI,Specialty,Join Date\nHarbor Family Medicine,X,2000900490,Cardiology,2026-01-05\n',
  )
  expect(prepared.rejected).toEqual([])
  expect(prepared.mapping[4]).toMatchObject({field: 'clinicians.joined', by: 'words'})
})

test.each([
  ['Name,ZIP,Joined', 'Old Quay Clinic,04101,2026-01-05', 'because no column holds an NPI'],
  ['Name,NPI', 'Old Quay Clinic,2000900490', 'because most of its cells name organizations'],
])('rows that are practices are read so, and told: %s', async (heads, row, why) => {
  const prepared = await imported('roster', `${heads}\n${row}\n`, {set: {type: 'practice'}})
  expect(prepared.rejected).toEqual([])
  expect(prepared.mapping[0]).toMatchObject({field: 'name', by: 'content'})
  expect(prepared.remarks.map((it) => remarkText(it, true)).join()).toContain(why)
  expect(written(prepared, 'records/participants/old-quay-clinic.yaml')).toContain(
    'name: Old Quay Clinic',
  )
})

test.each([
  ['Name,NPI,Specialty', 'Old Quay Clinic,2000900490,cardiology'],
  ['Name,NPI', 'Zelda Quince,2000900490'],
])('rows that are clinicians stay so: %s', async (heads, row) => {
  const prepared = await imported('roster', `${heads}\n${row}\n`, {set: {type: 'practice'}})
  expect(prepared.mapping[0]).toMatchObject({field: 'clinicians.name', by: 'words'})
})

test('names of owners become ids, people and firms on record their own, and likenesses are told', async () => {
  const root = folderOf({
    ...repository,
    'records/people/quill.yaml': 'kind: Person\nid: quill\nname: Dr. Ada Quill\nroles: []\n',
  })
  const prepared = await importInto(
    root,
    'roster',
    'Practice,Owner\nBay Clinic,Pier Holdings LLC\nCove Clinic,"Pier Holdings, Inc."\nDune Clinic,Dr. Ada Quill\nEast Clinic,Quarry Hospital\n',
    {set: {type: 'practice'}},
  )
  expect(prepared.rejected).toEqual([])
  expect(prepared.records.map(({id, value}) => [id, value['owner']])).toEqual([
    ['bay-clinic', 'pier-holdings-llc'],
    ['cove-clinic', 'pier-holdings-inc'],
    ['dune-clinic', 'quill'],
    ['east-clinic', 'quarry'],
  ])
  expect(prepared.remarks.map((it) => remarkText(it, false)).slice(0, 2)).toEqual([
    'New owners: 2. Their ids are made from their names; practices with one id count as one competitor: pier-holdings-llc, pier-holdings-inc',
    'Owners whose ids differ in the form of the firm alone. If they are one, write one id for all of them, or each counts by itself: pier-holdings-llc, pier-holdings-inc',
  ])
  expect(prepared.remarks.map((it) => remarkText(it, true)).join()).not.toContain('pier')
})

test('an owner outside the list that the network keeps is refused', async () => {
  const root = folderOf({
    ...repository,
    'records/network.yaml': `kind: Network
id: n
legalName: N
entity: llc
stage: operating
participantOwners: [pier-holdings]
`,
  })
  const prepared = await importInto(root, 'roster', 'Practice,Owner\nBay Clinic,Pier Holding\n', {
    set: {type: 'practice'},
  })
  expect(reasons(prepared)).toEqual(['list.csv:2 an owner whom the network does not list'])
})

test('blank cells mean what stands above only where it is asked for, counted and remembered', async () => {
  const rows = `${header}Harbor Family Medicine,A. New,2000900490,cardiology,04101,\n,B. New,2000900565,cardiology,04101,\n`
  const refused = await imported('roster', rows)
  expect(reasons(refused)).toEqual(['list.csv:3 a row that names no Participant'])
  const root = folderOf(repository)
  const prepared = await importInto(root, 'roster', rows, {fillDown: new Set(['Practice'])})
  expect(prepared.rejected).toEqual([])
  expect(prepared.records).toMatchObject([{id: 'harbor-family', added: 2}])
  expect(prepared.notes).toContainEqual({
    column: 'Practice',
    note: 'blank cells read as the one above',
    cells: 1,
  })
  written(prepared, 'records/participants/harbor-family.yaml')
  const again = await importInto(root, 'roster', rows)
  expect(again.rows).toMatchObject({accepted: 2, unchanged: 2, rejected: 0})
  await expect(imported('roster', rows, {fillDown: new Set(['Practise'])})).rejects.toThrow(
    'Unexpected column `Practise` in --fill-down',
  )
})

test('a total below the table is no practice, filled down or not', async () => {
  const prepared = await imported(
    'roster',
    'Practice,ZIP\nBay Clinic,04101\nTotal practices: 1,\n',
    {set: {type: 'practice'}, fillDown: new Set(['ZIP'])},
  )
  expect(reasons(prepared)).toEqual(['list.csv:3 a row that reads like a total'])
  expect(prepared.records.map(({id}) => id)).toEqual(['bay-clinic'])
  const town = await imported(
    'roster',
    'Practice,ZIP\nTotal Care,04101\nTotal Health,\nTotally Well,\n',
    {
      set: {type: 'practice'},
    },
  )
  expect(town.rejected).toEqual([])
  expect(town.records[0]?.value['locations']).toEqual(['04101'])
})

test('one practice under two names is known by its number, or told as alike', async () => {
  const rows = (tin: string) =>
    `Practice,Tax ID\nBay Family Medicine,12-3456789\nBay Family Med. Group,${tin}\n`
  const same = await imported('roster', rows('12-3456789'), {set: {type: 'practice'}})
  expect(reasons(same)).toEqual(['list.csv:3 another `name` for one Participant than in row 2'])
  const two = await imported('roster', rows(''), {set: {type: 'practice'}})
  expect(two.rejected).toEqual([])
  expect(two.remarks).toContainEqual({
    said: 'New names that are like another: 1. If two are one, write them alike, or each counts by itself',
    names: ['"Bay Family Med. Group" and "Bay Family Medicine"'],
  })
  const apart = await imported('roster', 'Practice\nBay Clinic\nCove Clinic\n', {
    set: {type: 'practice'},
  })
  expect(apart.remarks.map((it) => remarkText(it, true)).join()).not.toContain('like another')
})

test('a date that does not fit the order said shows that the file mixes two', async () => {
  const row = (date: string) =>
    `${header}Harbor Family Medicine,X,2000900490,cardiology,04101,${date}\n`
  const mixed = await imported('roster', row('13/02/2025'), {dateOrder: 'mdy'})
  expect(reasons(mixed)).toEqual(['list.csv:2 a date that is not in the order said'])
  expect((await imported('roster', row('12/02/2025'), {dateOrder: 'mdy'})).rejected).toEqual([])
  const nowhere = await imported('roster', row('13/13/2025'), {dateOrder: 'mdy'})
  expect(reasons(nowhere)).toEqual(['list.csv:2 a day that the calendar does not have'])
})

test('who stands in a row that is rejected is not told as missing from the file', async () => {
  const prepared = await imported(
    'roster',
    `${header}Harbor Family Medicine,A. Okafor,2000000002,Fmaily,04101,\n`,
  )
  expect(prepared.rows.rejected).toBe(1)
  expect(prepared.missing).toEqual([{id: 'harbor-family', key: '2000900425'}])
})

test('what a new record lacks names the words that will do', async () => {
  const prepared = await imported('roster', 'Practice\nBay Clinic\n')
  expect(prepared.rejected[0]?.help).toBe(
    'Add a column for it, or give one for all rows: --set type=practice, or hospital, or postAcute',
  )
  const made = await imported('roster', 'Practice\nBay Clinic\n', {set: {type: 'practice'}})
  expect(made.remarks.map((it) => remarkText(it, true)).join()).toContain('--set productLines=LINE')
})

test('a value for all rows that cannot be read is told, not left out', async () => {
  const prepared = await imported('roster', 'Practice\nBay Clinic\n', {
    set: {type: 'practice', productLines: 'hmo'},
  })
  expect(reasons(prepared)).toEqual(['list.csv:2 a text that names no ProductLine on record'])
})
