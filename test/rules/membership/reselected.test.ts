import {expect, test} from 'vitest'
import {reselected} from '../../../src/rules/membership/reselected.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const member = (rest: string, id = 'elm') =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: ${id}${rest}}`
const joined = (date: string) => member(`, productLines: [ppo], joined: ${date}`)
const decision = (date: string, what = 'reselection') =>
  `{kind: MembershipDecision, id: d, decision: ${what}, date: ${date}, participant: elm}`
const live = networkOf({live: '2024-01-01'})
const closed = closes('membershipDecisions', '2023-06-30')

test.each<[string, string[], string[]]>([
  ['joined 36 months ago', [joined('2023-06-30')], ['supported']],
  [
    'joined a day earlier, in a closed log',
    [joined('2023-06-29'), closed],
    [
      'absent',
      'Participant/elm joined: Unexpected participant `elm` joined 2023-06-29 and no re-selection since, expected one since 2023-06-30',
    ],
  ],
  [
    'joined a day earlier, in an open log',
    [joined('2023-06-29')],
    [
      'unknown',
      'Participant/elm joined: Unexpected participant `elm` joined 2023-06-29 and no re-selection since, expected one since 2023-06-30',
    ],
  ],
  ['re-selected since', [joined('2020-01-01'), decision('2023-06-30')], ['supported']],
  [
    'admitted since',
    [member(', productLines: [ppo]'), decision('2024-01-01', 'admission')],
    ['supported'],
  ],
  [
    're-selected too long ago',
    [joined('2020-01-01'), decision('2023-06-29'), closed],
    [
      'absent',
      'MembershipDecision/d date: Unexpected participant `elm` re-selected 2023-06-29 and no re-selection since, expected one since 2023-06-30',
    ],
  ],
  [
    'a deferral selects nobody',
    [joined('2020-01-01'), decision('2025-01-01', 'deferral'), closed],
    [
      'absent',
      'Participant/elm joined: Unexpected participant `elm` joined 2020-01-01 and no re-selection since, expected one since 2023-06-30',
    ],
  ],
  [
    'no date at all',
    [member(', productLines: [ppo]'), closed],
    [
      'unknown',
      'Participant/elm : Unexpected participant `elm` without `joined` or a decision, expected its last selection',
    ],
  ],
  [
    'panel not stated',
    [joined('2024-01-01'), member('', 'oak')],
    [
      'unknown',
      'Participant/oak : Unexpected participant `oak` without `productLines`, expected the lines on whose panel it is',
    ],
  ],
  [
    'not on the panel',
    [joined('2024-01-01'), member(', productLines: [], joined: 2001-01-01', 'oak'), closed],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(reselected, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  expect(byStage(reselected)).toEqual(['notApplicable', 'unknown', 'unknown', 'unknown', 'absent'])
  expect(byStage(reselected, joined('2024-01-01'))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'supported'),
  ])
})
