import {expect, test} from 'vitest'
import {minutesInTime} from '../../../src/rules/governance/minutes-in-time.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const meeting = (held: string, rest = '', body = 'c') =>
  `{kind: Meeting, id: m${held}, body: ${body}, held: ${held}${rest}}`
const last = meeting('2026-05-12', ', minutesDrafted: 2026-05-18')
const first = (drafted: string, adopted: string) =>
  meeting('2026-02-10', `, minutesDrafted: ${drafted}, minutesAdopted: ${adopted}`)
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  [
    'drafted on day 30, adopted at the next',
    [first('2026-03-12', '2026-05-12'), last],
    ['supported'],
  ],
  [
    'drafted on day 31',
    [first('2026-03-13', '2026-05-12'), last],
    [
      'weak',
      'Meeting/m2026-02-10 minutesDrafted: Unexpected draft on 2026-03-13 of minutes of 2026-02-10, expected one by 2026-03-12',
    ],
  ],
  [
    'adopted the day after the next meeting',
    [first('2026-03-12', '2026-05-13'), last],
    [
      'weak',
      'Meeting/m2026-02-10 minutesAdopted: Unexpected adoption on 2026-05-13, expected it at the next meeting on 2026-05-12',
    ],
  ],
  [
    'the next meeting of another body does not count',
    [first('2026-03-12', '2026-05-13'), meeting('2026-05-12', ', minutesDrafted: 2026-05-18', 'd')],
    ['supported'],
  ],
  [
    'no dates in an open log',
    [meeting('2026-02-10'), last],
    [
      'unknown',
      'Meeting/m2026-02-10 : Unexpected meeting `m2026-02-10` without `minutesDrafted`, expected a draft by 2026-03-12',
      'Meeting/m2026-02-10 : Unexpected meeting `m2026-02-10` without `minutesAdopted`, expected adoption at the next meeting on 2026-05-12',
    ],
  ],
  ['a draft that is not due before today', [meeting('2026-05-31')], ['supported']],
  [
    'a draft that was due yesterday, in a closed log',
    [meeting('2026-05-30'), closes('meetings')],
    [
      'absent',
      'Meeting/m2026-05-30 : Unexpected meeting `m2026-05-30` without `minutesDrafted`, expected a draft by 2026-06-29',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(minutesInTime, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(minutesInTime)).toEqual(silent)
  expect(byStage(minutesInTime, meeting('2025-06-30'))).toEqual(silent)
})

test('minutes whose hash matches document the meeting', () => {
  const text = records(live, meeting('2026-05-12', ', minutesDrafted: 2026-05-18, minutes: x'))
  const {evidence} = judgeRule(minutesInTime, text, {exhibits: {'Exhibit/x': {status: 'verified'}}})
  expect(evidence.map(({strength}) => strength)).toEqual(['documented'])
})
