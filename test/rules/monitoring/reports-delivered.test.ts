import {expect, test} from 'vitest'
import {reportsDelivered} from '../../../src/rules/monitoring/reports-delivered.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const members = ', members: {scored: 9, of: 10}'
const card = (rest: string, to = '2026-03-31', id = 's') =>
  `{kind: Scorecard, id: ${id}, title: S, from: 2026-01-01, to: ${to}, issued: ${to}${rest}}`
const delivered = (on: string, count: number) => `, delivered: {on: ${on}, count: ${count}}`
const unmet = (words: string) =>
  `Scorecard/s delivered: Unexpected ${words}, expected all by 2026-05-15`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['all on day 45', [card(members + delivered('2026-05-15', 10))], ['supported']],
  [
    'on day 46',
    [card(members + delivered('2026-05-16', 10))],
    ['weak', unmet('10 of 10 reports delivered by 2026-05-16')],
  ],
  [
    'one member without it',
    [card(members + delivered('2026-05-15', 9))],
    ['weak', unmet('9 of 10 reports delivered by 2026-05-15')],
  ],
  [
    'nobody to be scored',
    [card(', members: {scored: 0, of: 0}' + delivered('2026-05-15', 0))],
    ['absent', unmet('0 of 0 reports delivered by 2026-05-15')],
  ],
  [
    'delivery not stated',
    [card(members)],
    [
      'unknown',
      'Scorecard/s : Unexpected scorecard `s` without `delivered`, expected delivery to all members by 2026-05-15',
    ],
  ],
  [
    'members not stated',
    [card(delivered('2026-05-15', 10))],
    [
      'unknown',
      'Scorecard/s : Unexpected scorecard `s` without `members`, expected delivery to all members by 2026-05-15',
    ],
  ],
  ['due today: not judged yet', [card(members, '2026-05-16')], ['unknown']],
  [
    'was due yesterday',
    [card(members, '2026-05-15')],
    [
      'unknown',
      'Scorecard/s : Unexpected scorecard `s` without `delivered`, expected delivery to all members by 2026-06-29',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(reportsDelivered, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(reportsDelivered)).toEqual(silent)
  expect(byStage(reportsDelivered, card('', '2025-06-30'))).toEqual(silent)
})
