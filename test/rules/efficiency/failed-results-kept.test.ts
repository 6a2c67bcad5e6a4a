import {expect, test} from 'vitest'
import {failedResultsKept} from '../../../src/rules/efficiency/failed-results-kept.ts'
import type {Commit, Trail} from '../../../src/model/trail.ts'
import {byStage, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const commit: Commit = {
  hash: 'a'.repeat(40),
  parents: [],
  author: {name: 'A', email: 'a@example.org', at: 1_775_000_000},
  committer: {name: 'A', email: 'a@example.org', at: 1_775_000_000},
  subject: 'claims: tidy up',
  signature: 'none',
}

/** A history that held a claim; `path` is where its one date stood. */
function history(id: string, path: readonly string[], kind = 'EfficiencyClaim'): Trail[] {
  const file = `claims/${id}.yaml`
  const events = [{path, label: 'result to', date: '2025-12-31', first: commit, lagDays: 60}]
  const changes = [{commit, type: 'removed', file}] as const
  const record = {root: 'main', kind, id, file, first: commit, last: commit, changes, events}
  return [
    {status: 'complete', root: 'main', head: commit.hash, commits: [commit], records: [record]},
  ]
}

const claim = (rest = '', id = 'c') =>
  `{kind: EfficiencyClaim, id: ${id}, title: C, type: cost, benefit: B${rest}}`
const result = (finding = 'notShown') =>
  `, result: {from: 2025-01-01, to: 2025-12-31, value: 1, finding: ${finding}, source: S}`
const measure = (to: string) =>
  `{kind: Measure, id: m, title: M, steward: S, domain: cost, results: [{from: 2023-01-01, to: ${to}, value: 1}]}`
const hold = (path: string, role = 'counsel') =>
  `{kind: Person, id: k, name: K, roles: [{role: ${role}, from: 2023-01-01}]}
---
{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: k, scope: S, removals: [{path: ${path}, date: 2026-02-01, instructedBy: k, reason: R}]}`
const kept = history('c', ['result', 'to'])
const gone = history('d', ['result', 'to'])

// Judged as of 2026-06-30, on a line live since 2024-01-01.
test.each<[string, readonly string[], Trail[], string]>([
  ['a failed result that stays', [claim(result())], kept, 'supported'],
  ['one taken out', [claim(result())], gone, 'weak'],
  ['the only one taken out', [claim(', limitation: L')], gone, 'absent'],
  [
    'a claim without a result taken out',
    [claim(result())],
    history('d', ['baseline', 'to']),
    'supported',
  ],
  [
    'another record taken out',
    [claim(result())],
    history('d', ['result', 'to'], 'Measure'),
    'supported',
  ],
  ['taken out as counsel instructed', [claim(result()), hold('claims/d.yaml')], gone, 'supported'],
  ['an instruction on another file', [claim(result()), hold('claims/e.yaml')], gone, 'weak'],
  [
    'a result held back',
    [claim(result()), measure('2025-12-31'), claim(', measure: m', 'e')],
    kept,
    'weak',
  ],
  [
    'held back, and why',
    [claim(result()), measure('2025-12-31'), claim(', measure: m, limitation: L', 'e')],
    kept,
    'supported',
  ],
  [
    'a measure without results since the program',
    [claim(result()), measure('2024-01-01'), claim(', measure: m', 'e')],
    kept,
    'supported',
  ],
  ['no result at all', [claim()], kept, 'absent'],
])('%s', (_name, documents, trails, outcome) => {
  const text = records(networkOf({live: '2024-01-01'}), ...documents)
  expect(judgeRule(failedResultsKept, text, {trails}).outcome).toBe(outcome)
})

test('without history, and of a reconstruction, it is unknown', () => {
  const text = records(networkOf({live: '2024-01-01'}), claim(result()))
  expect(judgeRule(failedResultsKept, text).outcome).toBe('unknown')
  const config = {reconstruction: {matter: 'M', statement: 'S'}}
  expect(judgeRule(failedResultsKept, text, {trails: gone, config}).outcome).toBe('unknown')
})

test('by stage', () => {
  expect(byStage(failedResultsKept)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
