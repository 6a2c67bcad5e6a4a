import {expect, test} from 'vitest'
import type {Sources} from '../../src/model/source.ts'
import {startOf} from '../../src/model/location.ts'
import {validate} from '../../src/validate/validate.ts'
import {lineOf, sourcesOf} from './check.ts'

type Found = NonNullable<Sources['ignoredRecords']>[number]

const entry = {file: 'cinch.yaml', start: {line: 3, column: 5}, end: {line: 3, column: 20}}
const found: Found = {
  root: 'main',
  file: 'records/p2.yaml',
  reason: 'old',
  kind: 'Participant',
  named: true,
  location: entry,
}

function told(...ignoredRecords: readonly Found[]) {
  const {diagnostics} = validate(
    {...sourcesOf({}), ignoredRecords},
    {asOf: '2026-06-30', trails: []},
  )
  return diagnostics.map((it) => ({
    line: `${it.severity} ${lineOf(it)}`,
    related: it.related?.map(({message, location}) => `${location.file} ${message}`),
    help: it.help,
  }))
}

test('records that one entry of `ignore` takes away are one finding, at the entry', () => {
  expect(told(found, {...found, file: 'records/p3.yaml'})).toEqual([
    {
      line: 'warning cinch.yaml:3:5 file/ignored-record Unexpected record file `records/p2.yaml` and 1 more among the ignored files (reason: `old`), expected none',
      related: [
        'records/p2.yaml Says it is `Participant`',
        'records/p3.yaml Says it is `Participant`',
      ],
      help: 'Narrow the glob of `ignore`; where the file is no record, name the record files under `records`',
    },
  ])
})

test('a file that no record glob names is one by its kind, where that is known', () => {
  expect(told({...found, named: false, kind: 'Deployment'})).toEqual([])
  expect(told({...found, named: false, kind: null})).toEqual([])
  expect(told({...found, named: false}).map((it) => it.related)).toEqual([
    ['records/p2.yaml Says it is `Participant`'],
  ])
  expect(told({...found, kind: null}).map((it) => it.related)).toEqual([
    ['records/p2.yaml Named by a record glob'],
  ])
})

test('a record that is ignored without an entry is told at the file', () => {
  const file = '.github/p2.yaml'
  expect(told({...found, file, named: false, location: startOf(file)})).toMatchObject([
    {
      line: expect.stringMatching(/^warning \.github\/p2\.yaml:1:1 file\/ignored-record /),
      help: 'Move the file to where the record files are, or name it under `records` in cinch.yaml',
    },
  ])
})

test('nothing ignored, nothing told', () => expect(told()).toEqual([]))
