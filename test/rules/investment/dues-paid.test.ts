import {expect, test} from 'vitest'
import {duesPaid} from '../../../src/rules/investment/dues-paid.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const investment = (rest: string, period = 'from: 2025-07-01, to: 2026-06-30', id = 'i') =>
  `{kind: Investment, id: ${id}, title: I, ${period}, by: network${rest}}`
const dues = (paid: number, per = 1, members = 100) =>
  `, dues: {perMemberUsd: ${per}, members: ${members}, paid: ${paid}}`
const capital = (by: string, date = '2020-01-01', amount = 1) =>
  `, capital: [{by: ${by}, date: ${date}, amountUsd: ${amount}}]`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['ninety-five of a hundred', investment(dues(95)), 'supported'],
  ['ninety-four', investment(dues(94)), 'weak'],
  ['a little below half of the floor', investment(dues(47)), 'absent'],
  ['dues of zero', investment(dues(100, 0)), 'absent'],
  ['nobody owes', investment(dues(0, 1, 0)), 'absent'],
  ['capital of physicians alone', investment(capital('physicians')), 'weak'],
  ['dues of zero beside such capital', investment(dues(100, 0) + capital('physicians')), 'weak'],
  ['capital of the hospital', investment(capital('hospital')), 'absent'],
  ['capital paid in tomorrow', investment(capital('physicians', '2026-07-01')), 'absent'],
  ['capital of zero', investment(capital('physicians', '2020-01-01', 0)), 'absent'],
  [
    'ended before the look-back',
    investment(dues(100), 'from: 2024-07-01, to: 2025-06-30'),
    'absent',
  ],
  ['reaches into it', investment(dues(100), 'from: 2024-07-02, to: 2025-07-01'), 'supported'],
  ['begins tomorrow', investment(dues(100), 'from: 2026-07-01, to: 2027-06-30'), 'absent'],
  [
    'the newest counts',
    records(
      investment(dues(50), 'from: 2026-01-01, to: 2026-12-31'),
      investment(dues(100), 'from: 2025-01-01, to: 2025-12-31', 'old'),
    ),
    'weak',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judged(duesPaid, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(outcome)
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(duesPaid)).toEqual(states)
  expect(byStage(duesPaid, investment(''))).toEqual(states)
})
