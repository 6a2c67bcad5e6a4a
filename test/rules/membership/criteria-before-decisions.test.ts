import {expect, test} from 'vitest'
import {criteriaBeforeDecisions} from '../../../src/rules/membership/criteria-before-decisions.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const criterion = (effective = '2023-12-12') =>
  `{kind: MembershipCriterion, id: c, title: C, class: quality, text: T, effective: ${effective}}`
const decision = (date: string, rest = ', criteria: [c]', id = 'd', what = 'admission') =>
  `{kind: MembershipDecision, id: ${id}, decision: ${what}, date: ${date}${rest}}`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['effective on the day', [criterion(), decision('2023-12-12')], ['supported']],
  [
    'effective the day after',
    [criterion(), decision('2023-12-11')],
    [
      'absent',
      'MembershipDecision/d criteria.0: Unexpected admission on 2023-12-11 under a criterion effective from 2023-12-12, expected one in force on the day',
    ],
  ],
  [
    'one of two',
    [criterion(), decision('2023-12-12'), decision('2023-12-11', ', criteria: [c]', 'e', 'denial')],
    [
      'weak',
      'MembershipDecision/e criteria.0: Unexpected denial on 2023-12-11 under a criterion effective from 2023-12-12, expected one in force on the day',
    ],
  ],
  [
    'criteria not named',
    [criterion(), decision('2024-01-01', '')],
    [
      'unknown',
      'MembershipDecision/d : Unexpected decision `d` without known criteria, expected those it was made under',
    ],
  ],
  [
    'a criterion that is not on record',
    [criterion(), decision('2024-01-01', ', criteria: [c, other]')],
    [
      'unknown',
      'MembershipDecision/d criteria: Unexpected decision `d` without known criteria, expected those it was made under',
    ],
  ],
  [
    'a decision of tomorrow and an exit do not count',
    [criterion(), decision('2026-07-01'), decision('2020-01-01', '', 'e', 'exit')],
    [
      'unknown',
      'Network/n : Unexpected network without a decision on membership, expected those made under its criteria',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(criteriaBeforeDecisions, records(live, ...documents))).toEqual(expected)
})

test('by stage: a proposed line shows its criteria', () => {
  expect(byStage(criteriaBeforeDecisions, criterion())).toEqual([
    'supported',
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ])
  expect(byStage(criteriaBeforeDecisions)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
