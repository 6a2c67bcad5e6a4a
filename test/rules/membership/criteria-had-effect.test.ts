import {expect, test} from 'vitest'
import {criteriaHadEffect} from '../../../src/rules/membership/criteria-had-effect.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const decision = (kind: string, date: string, reason?: string) =>
  `{kind: MembershipDecision, id: d, decision: ${kind}, date: ${date}${reason === undefined ? '' : `, reason: ${reason}`}}`
const gap =
  'Network/n : Unexpected network without a selective decision, expected one or a written reason why none'
const noReason = (kind: string) =>
  `MembershipDecision/d decision: Unexpected ${kind} without \`reason\`, expected the class of the reason`

// Judged as of 2026-06-30, live for 24 months and more: what is missing is absent.
test.each<[string, string, string[]]>([
  ['refused for the criteria', decision('denial', '2025-01-01', 'criteriaNotMet'), ['supported']],
  [
    'deferred for the criteria',
    decision('deferral', '2025-01-01', 'criteriaNotMet'),
    ['supported'],
  ],
  ['left for performance', decision('exit', '2025-01-01', 'performance'), ['supported']],
  ['left after a sanction', decision('exit', '2025-01-01', 'sanction'), ['supported']],
  ['24 months ago', decision('denial', '2024-06-30', 'criteriaNotMet'), ['supported']],
  ['a day more', decision('denial', '2024-06-29', 'criteriaNotMet'), ['absent', gap]],
  ['today', decision('denial', '2026-06-30', 'criteriaNotMet'), ['supported']],
  ['tomorrow', decision('denial', '2026-07-01', 'criteriaNotMet'), ['absent', gap]],
  ['retired', decision('exit', '2025-01-01', 'retirement'), ['absent', gap]],
  ['the panel was full', decision('denial', '2025-01-01', 'capacity'), ['absent', gap]],
  ['refused a contract', decision('denial', '2025-01-01', 'contractRefusal'), ['absent', gap]],
  ['quarrelled over fees', decision('exit', '2025-01-01', 'feeDispute'), ['absent', gap]],
  ['admitted', decision('admission', '2025-01-01', 'meetsCriteria'), ['absent', gap]],
  ['refused, no reason', decision('denial', '2025-01-01'), ['weak', noReason('denial'), gap]],
  ['left, no reason', decision('exit', '2025-01-01'), ['absent', gap]],
])('%s', (_name, document, expected) => {
  expect(judged(criteriaHadEffect, records(networkOf({live: '2024-01-01'}), document))).toEqual(
    expected,
  )
})

test.each([
  ['24 months ago', '2024-06-30', ['supported']],
  [
    'a day more',
    '2024-06-29',
    [
      'absent',
      'Network/n selectivity.date: Unexpected reason of 2024-06-29, expected one since 2024-06-30',
    ],
  ],
  [
    'tomorrow',
    '2026-07-01',
    [
      'absent',
      'Network/n selectivity.date: Unexpected reason of 2026-07-01, expected one since 2024-06-30',
    ],
  ],
])('a written reason of %s', (_name, date, expected) => {
  const network = networkOf({live: '2024-01-01'}, `, selectivity: {date: ${date}, reason: Few}`)
  expect(judged(criteriaHadEffect, network)).toEqual(expected)
})

test('silence by stage: unknown for 24 months, absent after, or where the log is closed', () => {
  expect(byStage(criteriaHadEffect)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  expect(byStage(criteriaHadEffect, closes('membershipDecisions'))).toEqual([
    'notApplicable',
    'absent',
    'absent',
    'absent',
    'absent',
  ])
})

test('the summary says how many records were read', () => {
  const text = records(
    networkOf({live: '2026-01-01'}),
    decision('exit', '2026-02-01', 'retirement'),
  )
  expect(judgeRule(criteriaHadEffect, text).summary).toBe(
    'A refusal, deferral or exit for performance: none found in 1 record read since 2024-06-30; no written reason of that time says why.',
  )
})
