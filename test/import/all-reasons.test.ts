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
  expect(prepared.remarks.map((it) => remarkText(it, false))).toEqual([
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
