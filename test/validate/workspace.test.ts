import {expect, test} from 'vitest'
import type {RecordTrail, Trail} from '../../src/model/trail.ts'
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

test('a threshold that no test has is told, where the list of tests is given', () => {
  const setting = '{value: 3, reason: Small groups, setBy: Board}'
  const config = `formatVersion: 1\nthresholds:\n  caseDays: ${setting}\n  casDays: ${setting}`
  expect(checked({config})).toEqual([])
  const {diagnostics} = validated({config}, {knownThresholds: ['caseDays', 'auditMonths']})
  expect(diagnostics.map(({code, location, help}) => [code, location.start, help])).toEqual([
    ['config/unknown-threshold', {line: 4, column: 3}, 'Did you mean `caseDays`?'],
  ])
})

test('ten thousand records with a reference to nothing are told in bounded time', () => {
  const texts = Array.from(
    {length: 5000},
    (_, i) => `---\n${hold(`exhibit-${i}`)}evidence: [exhibit-x${i}]\n`,
  )
  const {diagnostics} = validated({records: network + texts.join('')})
  expect(diagnostics).toHaveLength(5000)
})
