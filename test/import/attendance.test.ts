import {expect, test} from 'vitest'
import {remarkText} from '../../src/model/imported.ts'
import {folderOf} from '../helpers/run-cinch.ts'
import {importInto, reasons, repository, written} from './reading.ts'

const training = `kind: Safeguard
id: antitrust-training
title: Antitrust training
type: training
training:
  - {date: 2025-02-18, trained: 70, of: 72}
`
const files = {...repository, 'records/safeguards/training.yaml': training}
const log = (text: string, set: Readonly<Record<string, string>> = {}) =>
  importInto(folderOf(files), 'training', text, {set})
const header = 'Name,Session date,Attended\n'

test('a log of people is counted into sessions, who did not come included, and no name is kept', async () => {
  const prepared = await log(
    `${header}Ada Quill,2026-02-17,yes\nBo Finch,17 Feb 2026,yes\nCy Wren,2026-02-17,no\nAda  QUILL,2026-02-17,yes\nAda Quill,2026-06-02,x\nBo Finch,2026-06-02,no\n`,
  )
  expect(prepared.rejected).toEqual([])
  expect(prepared.rows).toMatchObject({read: 6, accepted: 6, rejected: 0})
  const text = written(prepared, 'records/safeguards/training.yaml')
  expect(text).toBe(
    `${training}  - {date: 2026-02-17, trained: 2, of: 3}\n  - {date: 2026-06-02, trained: 1, of: 2}\n`,
  )
  const said = prepared.remarks.map((it) => remarkText(it, false)).join('\n')
  expect(said).toContain('6 rows counted into sessions: 2')
  expect(said).toContain('counted once: 1')
  expect(JSON.stringify([prepared.records, prepared.remarks])).not.toMatch(/Quill|Finch|Wren/)
})

test('a log of who came does not say how many were to come: that is asked for', async () => {
  const who = 'First name,Last name,Session date\nAda,Quill,2026-02-17\nBo,Finch,2026-02-17\n'
  expect(reasons(await log(who))).toEqual([
    'list.csv:2 a session of which the log says who came, and not how many were to come',
  ])
  const prepared = await log(who, {'training.of': '2'})
  expect(written(prepared, 'records/safeguards/training.yaml')).toContain(
    '{date: 2026-02-17, trained: 2, of: 2}',
  )
  expect(reasons(await log(who, {'training.of': '1'}))).toEqual([
    'list.csv:2 more people trained than were to be trained',
  ])
})

test('a session of which a row cannot be read is not counted short', async () => {
  const prepared = await log(
    `${header}Ada,2026-02-17,yes\nBo,2026-02-17,maybe\nAda,2026-06-02,yes\nBo,2026-06-02,No-Show\n`,
  )
  expect(reasons(prepared)).toEqual([
    'list.csv:2 a session of which a row cannot be read: its counts would be wrong',
    'list.csv:3 a text that is neither yes nor no',
  ])
  expect(prepared.rows).toMatchObject({accepted: 2, rejected: 2})
  const undated = await log(`${header}Ada,2026-02-17,yes\nBo,soon,no\n`)
  expect(reasons(undated)).toEqual([
    'list.csv:2 a session whose rows may not all be there: a row of the log has no date that can be read',
    'list.csv:3 a text that is no date, expected `YYYY-MM-DD`',
  ])
  expect(reasons(await log(`${header},2026-02-17,yes\n`))).toEqual([
    'list.csv:2 a row that names nobody',
  ])
})

test('of a number, an address and a name the surest tells people apart', async () => {
  const prepared = await log(
    'Name,Email,Session date,Attended\nAda Quill,ada@x.example,2026-02-17,yes\nA. Quill,ada@x.example,2026-02-17,yes\nBo,bo@x.example,2026-02-17,no\n',
  )
  expect(prepared.mapping.map(({field}) => field)).toEqual([
    null,
    'training.person',
    'training.date',
    'training.attended',
  ])
  expect(written(prepared, 'records/safeguards/training.yaml')).toContain('trained: 1, of: 2')
})

test('a course of another name is no session of the training on record', async () => {
  const other =
    'Course,Name,Session date,Attended\nPrivacy,Ada,2026-02-17,yes\nPrivacy,Bo,2026-02-17,no\n'
  expect(reasons(await log(other))).toEqual(['list.csv:2 a new Safeguard without `type`'])
  const prepared = await log(other, {type: 'training'})
  expect(written(prepared, 'records/safeguards/privacy.yaml')).toContain('trained: 1\n    of: 2')
})

test('where no training is on record, all that a new one needs is told at once', async () => {
  const rows = `${header}Ada,2026-02-17,present\nBo,2026-02-17,absent\n`
  const root = folderOf(repository)
  const refused = await importInto(root, 'training', rows)
  expect(refused.rejected.map(({help}) => help)).toEqual([
    'Add a column with its id or name, or give one for all rows: --set id=…, and for a new one --set title=… --set type=…. Where a blank means what stands above: --fill-down COLUMN',
  ])
  const set = {id: 'antitrust', title: 'Antitrust training', type: 'training'}
  const prepared = await importInto(root, 'training', rows, {set})
  expect(prepared.rejected).toEqual([])
  expect(written(prepared, 'records/safeguards/antitrust.yaml')).toContain('trained: 1\n    of: 2')
})
