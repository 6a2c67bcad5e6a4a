import {expect, test} from 'vitest'
import type {RecordTrail, Trail} from '../../src/model/trail.ts'
import {readTable} from '../../src/tables/csv.ts'
import {validate} from '../../src/validate/validate.ts'
import {checked, network, sourcesOf, validated} from './check.ts'

const hold = (id: string) =>
  `kind: Exhibit\nid: ${id}\ntitle: T\ncustodian: C\nmade: 2026-01-01\nclass: network\nlocation: Safe\n`

test('entries stand in the order of root, file and place, whatever order they were read in', () => {
  const given = {
    records: {'b.yaml': `${hold('b1')}---\n${hold('b2')}`, 'a.yaml': network, 'B.yaml': hold('c')},
    overlay: hold('o'),
  }
  const sources = sourcesOf(given)
  const read = {asOf: '2026-06-30', trails: []}
  const ids = (reversed: boolean) => {
    const list = reversed ? sources.sources.toReversed() : sources.sources
    return validate({...sources, sources: list}, read).workspace.entries.map((it) => it.value.id)
  }
  expect(ids(false)).toEqual(['c', 'northgate', 'b1', 'b2', 'o'])
  expect(ids(true)).toEqual(ids(false))
})

test('records are found by kind and id', () => {
  const {workspace} = validated({records: `${network}---\n${hold('x')}`})
  expect(workspace.all('Exhibit').map(({value}) => value.id)).toEqual(['x'])
  expect(workspace.all('Hold')).toEqual([])
  expect(workspace.find('Exhibit', 'x')?.locate(['made']).start).toEqual({line: 11, column: 7})
  expect(workspace.find('Network', 'x')).toBeUndefined()
  expect(workspace.find('Exhibit', 'constructor')).toBeUndefined()
  expect(workspace.asOf).toBe('2026-06-30')
})

test('history is found by kind and id; where there is none, it is undefined', () => {
  const record = {root: 'main', kind: 'Network', id: 'northgate', file: 'a.yaml'} as RecordTrail
  const trails: Trail[] = [
    {status: 'none', root: 'overlay-1', reason: 'no repository'},
    {status: 'complete', root: 'main', head: 'x', commits: [], records: [record]},
  ]
  const {workspace} = validated({}, {trails})
  expect(workspace.trail('Network', 'northgate')).toBe(record)
  expect(workspace.trail('Measure', 'northgate')).toBeUndefined()
})

test('cinch.yaml is checked as the records are', () => {
  expect(checked({config: 'formatVersion: 1\nignores: []'})).toEqual([
    'cinch.yaml:2:1 schema/unknown-key Unexpected key `ignores`, expected one that cinch.yaml has',
  ])
  expect(checked({config: 'formatVersion: "1"'})).toEqual([
    'cinch.yaml:1:16 schema/const Unexpected text `1` for `formatVersion`, expected `1`',
  ])
  expect(checked({config: 'formatVersion: 1\nclass: secret'})).toEqual([
    'cinch.yaml:2:8 schema/enum Unexpected text `secret` for `class`, expected `public`, `network`, `competitivelySensitive`, `peerReview`, `privileged` or `personLevel`',
  ])
})

const knownThresholds = [
  {id: 'caseDays', unit: 'days', value: 90, looser: 'higher'},
  {id: 'auditMonths', unit: 'months', value: 24, looser: 'lower'},
] as const

test('a threshold that no test has is told, where the list of tests is given', () => {
  const setting = '{value: 3, reason: Small groups, setBy: Board}'
  const config = `formatVersion: 1\nthresholds:\n  caseDays: ${setting}\n  casDays: ${setting}`
  expect(checked({config})).toEqual([])
  const {diagnostics} = validated({config}, {knownThresholds})
  expect(diagnostics.map(({code, location, help}) => [code, location.start, help])).toEqual([
    ['config/unknown-threshold', {line: 4, column: 3}, 'Did you mean `caseDays`?'],
  ])
})

test('a value of a threshold that no test can use is told at its line', () => {
  const values = (caseDays: number | string, auditMonths: number) => {
    const rest = 'reason: Small groups, setBy: Board'
    const config = `formatVersion: 1\nthresholds:\n  caseDays: {value: ${caseDays}, ${rest}}\n  auditMonths: {value: ${auditMonths}, ${rest}}`
    return checked({config}, {knownThresholds})
  }
  expect(values(0, 1)).toEqual([])
  expect(values(1.5, 0)).toEqual([
    'cinch.yaml:3:21 config/threshold-value Unexpected value `1.5` of threshold `caseDays`, expected whole days, 0 or more',
    'cinch.yaml:4:24 config/threshold-value Unexpected value `0` of threshold `auditMonths`, expected whole months, 1 or more',
  ])
  // One mistake, one error.
  expect(values('many', 12)).toEqual([
    'cinch.yaml:3:21 schema/type Unexpected text `many` for `thresholds.caseDays.value`, expected a number',
  ])
})

test('a threshold of an overlay is told: no test reads it', () => {
  const config =
    'formatVersion: 1\nthresholds:\n  caseDays: {value: 30, reason: Small groups, setBy: Board}'
  expect(checked({config, overlay: hold('o')}, {knownThresholds})).toEqual([
    'overlay-1:cinch.yaml:3:3 config/overlay-threshold Unexpected threshold `caseDays` in an overlay, expected it in the main repository',
  ])
})

test('thousands of references to nothing are told in bounded time', () => {
  const texts = Array.from(
    {length: 5000},
    (_, i) => `---\n${hold(`exhibit-${i}`)}evidence: [exhibit-x${i}]\n`,
  )
  const {diagnostics} = validated({records: network + texts.join('')})
  expect(diagnostics).toHaveLength(5000)
})

const table = `---
kind: EvidenceTable
id: counts
title: Counts
file: tables/counts.csv
format: csv
from: 2026-01-01
to: 2026-03-31
source: Registry
grain: counts
columns:
  - {name: unit, type: string, role: unit}
  - {name: measure, type: string, role: measure}
  - {name: start, type: date, role: periodStart}
  - {name: end, type: date, role: periodEnd}
  - {name: num, type: integer, role: numerator}
  - {name: d, type: integer, role: denominator}
`
const measure = `---
kind: Measure
id: a1c
title: Control of blood sugar
domain: outcome
steward: NCQA
unit: ratio
`
const counts = (n: number) =>
  `unit,measure,start,end,num,d\nM-0001,a1c,2026-01-01,2026-03-31,${n},10\n`

test('tables are read once, with the units of the measures, and told of', () => {
  const reads: string[] = []
  const counting: typeof readTable = (...given) => {
    reads.push(given[0].value.id)
    return readTable(...given)
  }
  const given = (n: number) => ({
    records: network + measure + table,
    files: {'tables/counts.csv': counts(n)},
  })
  const good = validated(given(10), {readTable: counting})
  expect(good.diagnostics).toEqual([])
  expect(good.workspace.table('counts')).toMatchObject({status: 'read', counts: [{numerator: 10}]})
  expect(good.workspace.table('counts')).toBe(good.workspace.table('counts'))
  expect(reads).toEqual(['counts'])

  const wrong = validated(given(11), {readTable})
  expect(
    wrong.diagnostics.map(({code, location}) => [code, location.file, location.start]),
  ).toEqual([['table/numerator', 'tables/counts.csv', {line: 2, column: 34}]])
  expect(wrong.workspace.table('counts').status).toBe('unreadable')
})

test('a measure of a table is looked for among the records, those in error too', () => {
  const files = {'tables/counts.csv': counts(1).replace('a1c', 'a1d')}
  const told = (records: string) => {
    const {diagnostics} = validated({records, files}, {readTable})
    return diagnostics.map(({code, location}) => `${code} ${location.file}`)
  }
  expect(told(network + measure + table)).toEqual(['reference/unresolved tables/counts.csv'])
  const faulty = measure.replace('id: a1c', 'id: a1d').replace('steward: NCQA\n', '')
  expect(told(network + faulty + table)).toEqual(['schema/required records.yaml'])
})

test('without a reader a table is unreadable, and says why', () => {
  const {workspace} = validated({records: network + table, files: {'tables/counts.csv': counts(1)}})
  expect(workspace.table('counts')).toEqual({
    status: 'unreadable',
    reason: 'tables were not read in this run',
  })
})

test('a table without a file is warned of', () => {
  const records = network + table.replace('file: tables/counts.csv\n', '')
  const {workspace, diagnostics} = validated({records}, {readTable})
  expect(diagnostics.map(({code, severity}) => [code, severity])).toEqual([
    ['exhibit/missing', 'warning'],
  ])
  expect(workspace.table('counts').status).toBe('missing')
})

test('two product lines of one id are told', () => {
  const line = '  - {id: ppo, title: PPO, basis: clinical, stage: operating, jointPricing: true}\n'
  expect(checked({records: network + line})).toEqual([
    'records.yaml:6:10 record/duplicate-id Unexpected second product line `ppo`, expected an id of its own',
  ])
})
