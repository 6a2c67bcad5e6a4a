import {expect, test} from 'vitest'
import {dataSupplied} from '../../../src/rules/monitoring/data-supplied.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const card = (rest: string, to = '2026-03-31', id = 's') =>
  `{kind: Scorecard, id: ${id}, title: S, from: 2026-01-01, to: ${to}, issued: 2026-04-20${rest}}`
const supplied = (members: number, of: number) => `, supplied: {members: ${members}, of: ${of}}`
const short = (members: number, of: number) =>
  `Scorecard/s supplied: Unexpected ${members} of ${of} members with data supplied, expected 80 %`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['80 %', [card(supplied(80, 100))], ['supported']],
  ['79 %', [card(supplied(79, 100))], ['weak', short(79, 100)]],
  ['40 %', [card(supplied(40, 100))], ['weak', short(40, 100)]],
  ['39 %', [card(supplied(39, 100))], ['absent', short(39, 100)]],
  ['nobody owes data', [card(supplied(0, 0))], ['absent', short(0, 0)]],
  [
    'one of two periods',
    [card(supplied(79, 100)), card(supplied(9, 10), '2025-12-31', 't')],
    ['weak', short(79, 100)],
  ],
  [
    'not stated',
    [card('')],
    [
      'unknown',
      'Scorecard/s : Unexpected scorecard `s` without `supplied`, expected how many members supplied data',
    ],
  ],
  [
    'a period before the look-back does not count',
    [card(supplied(80, 100)), card(supplied(1, 100), '2025-06-30', 'old')],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(dataSupplied, records(live, ...documents))).toEqual(expected)
})

test('by stage; absent in a closed log without a scorecard of the look-back', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  const old = card(supplied(80, 100), '2025-06-30')
  expect(byStage(dataSupplied)).toEqual(silent)
  expect(byStage(dataSupplied, old)).toEqual(silent)
  const closed = records(networkOf({live: '2025-01-01'}), old, closes('scorecards'))
  expect(judgeRule(dataSupplied, closed).outcome).toBe('absent')
})
