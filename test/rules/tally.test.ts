import {expect, test} from 'vitest'
import type {Evidence, Finding} from '../../src/model/rule.ts'
import {concluded, type Conclusion} from '../../src/rules/tally.ts'

const location = {file: 'f', start: {line: 1, column: 1}, end: {line: 1, column: 1}}
const evidence: Evidence = {kind: 'K', id: 'i', location, strength: 'declared', shows: 's'}
const finding: Finding = {
  code: 'A1',
  severity: 'note',
  message: 'm',
  location,
  subject: {kind: 'K', id: 'i', path: []},
}

test.each<[number, number, number, Partial<Conclusion>, string]>([
  [1, 0, 0, {}, 'supported'],
  [1, 1, 0, {}, 'weak'],
  [1, 1, 1, {}, 'weak'],
  [1, 0, 1, {}, 'unknown'],
  [0, 1, 0, {}, 'absent'],
  [0, 1, 0, {none: 'weak'}, 'weak'],
  [0, 1, 1, {}, 'unknown'],
  [0, 0, 1, {}, 'unknown'],
  [0, 0, 0, {}, 'unknown'],
  [0, 0, 0, {empty: 'notApplicable'}, 'notApplicable'],
])('%i met, %i not, %i not stated', (met, unmet, notStated, rest, outcome) => {
  const tally = {
    met: Array.from({length: met}, () => evidence),
    unmet: Array.from({length: unmet}, () => finding),
    notStated: Array.from({length: notStated}, () => finding),
  }
  const result = concluded(tally, {summary: 'S.', answeredBy: 'a record', ...rest})
  expect(result.outcome).toBe(outcome)
  expect([result.evidence.length, result.findings.length]).toEqual([met, unmet + notStated])
  expect(result.answeredBy).toBe(
    outcome === 'supported' || outcome === 'notApplicable' ? undefined : 'a record',
  )
})
