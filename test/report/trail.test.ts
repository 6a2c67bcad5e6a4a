import {expect, test} from 'vitest'
import type {Commit, RecordTrail} from '../../src/model/trail.ts'
import {trailOfRecord, trailOverview} from '../../src/report/trail.ts'

const someone = {
  name: 'A person with a name of some length',
  email: 'a@b.example',
  at: 1_767_225_600,
}
const commit: Commit = {
  hash: 'a'.repeat(40),
  parents: [],
  author: someone,
  committer: someone,
  subject:
    'A subject that says in a good many words what was changed in the record, and why it was',
  signature: 'good',
  signed: {state: 'good', person: 'rowan-whitcombe', key: `SHA256:${'x'.repeat(43)}`},
}
const record: RecordTrail = {
  root: 'counsel',
  kind: 'Hold',
  id: 'payer-d-talks',
  file: 'records/hold.yaml',
  first: commit,
  last: commit,
  changes: [{commit, type: 'added', file: 'records/old.yaml'}],
  events: [{path: ['placed'], label: 'placed', date: '2026-01-01', first: commit, lagDays: 0}],
}

test('a file of an overlay stands after the name of its root, one of the main root alone', () => {
  const text = trailOfRecord(record).join('\n')
  expect(text).toContain('Hold/payer-d-talks  counsel:records/hold.yaml')
  expect(text).toContain('added   counsel:records/old.yaml')
  const main = trailOfRecord({...record, root: 'main'}).join('\n')
  expect(main).toContain('Hold/payer-d-talks  records/hold.yaml')
  expect(main).toContain('added   records/old.yaml')
})

test('no line is longer than a terminal of 80 columns, whatever names are long', () => {
  const long = {...record, id: 'performance-and-sanctions-marisol-castellanos-f098040e'}
  const lines = [...trailOverview([record, long]), ...trailOfRecord(long)]
  expect(lines.filter((it) => it.length > 80)).toEqual([])
  expect(lines).toContain(`Hold/${long.id}`)
  expect(lines).toContain(`${' '.repeat(47)}  2026-01-01  2026-01-01        1`)
})
