import {expect, test} from 'vitest'
import {membersScored} from '../../../src/rules/monitoring/members-scored.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const card = (rest: string, to = '2026-03-31', id = 's') =>
  `{kind: Scorecard, id: ${id}, title: S, from: 2026-01-01, to: ${to}, issued: 2026-04-20, ${rest}}`
const value = 'networkValue: true'
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['90 % scored', [card(`members: {scored: 90, of: 100}, ${value}`)], ['supported']],
  [
    '89 % scored',
    [card(`members: {scored: 89, of: 100}, ${value}`)],
    [
      'weak',
      'Scorecard/s members: Unexpected 89 of 100 members scored or marked low-volume, expected 90 %',
    ],
  ],
  [
    'low volume counts',
    [card(`members: {scored: 60, lowVolume: 30, of: 100}, ${value}`)],
    ['supported'],
  ],
  [
    'nobody to be scored',
    [card(`members: {scored: 0, of: 0}, ${value}`)],
    [
      'weak',
      'Scorecard/s members: Unexpected 0 of 0 members scored or marked low-volume, expected 90 %',
    ],
  ],
  [
    'members not stated',
    [card(value)],
    ['unknown', 'Scorecard/s : Unexpected scorecard `s` without `members`, expected a count'],
  ],
  [
    'no network value',
    [card('members: {scored: 90, of: 100}, networkValue: false')],
    [
      'weak',
      'Scorecard/s networkValue: Unexpected scorecard `s` without a network value, expected one',
    ],
  ],
  [
    'network value not stated',
    [card('members: {scored: 90, of: 100}')],
    ['unknown', 'Scorecard/s : Unexpected scorecard `s` without a network value, expected one'],
  ],
  [
    'a period that ended before the look-back does not count',
    [
      card(`members: {scored: 90, of: 100}, ${value}`),
      card(`members: {scored: 1, of: 100}, ${value}`, '2025-06-30', 'old'),
    ],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(membersScored, records(live, ...documents))).toEqual(expected)
})

test('a closed log without a scorecard is one in which none was made', () => {
  const old = card(value, '2025-06-30')
  const text = records(networkOf({live: '2025-01-01'}), old, closes('scorecards'))
  expect(judgeRule(membersScored, text).outcome).toBe('absent')
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(membersScored)).toEqual(silent)
  expect(byStage(membersScored, card(value, '2025-06-30'))).toEqual(silent)
})

test('the summary counts', () => {
  const text = records(live, card(`members: {scored: 90, of: 100}, ${value}`))
  expect(judgeRule(membersScored, text).summary).toBe(
    '1 of 1 scorecard since 2025-06-30 covers 90 % of the members and gives a network value.',
  )
})
