import {expect, test} from 'vitest'
import {plansOnTime} from '../../../src/rules/enforcement/plans-on-time.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const action = (steps: string, rest = '', id = 'c') =>
  `{kind: CorrectiveAction, id: ${id}, member: M-0101, opened: 2026-01-01, trigger: {signal: belowFloor, reason: quality}${rest}, steps: [${steps}]}`
const step = (due: string, rest = '', name = 'coaching') =>
  `{step: ${name}, date: 2025-02-01, due: ${due}${rest}}`
const many = (onTime: number) =>
  records(
    action(step('2026-06-29'), '', 'late'),
    ...Array.from({length: onTime}, (_, index) => action(step('2026-06-30'), '', `c${index}`)),
  )

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['due today', action(step('2026-06-30')), 'supported'],
  ['due yesterday', action(step('2026-06-29')), 'absent'],
  ['due yesterday, met', action(step('2026-06-29', ', result: met')), 'supported'],
  ['due yesterday, not met', action(step('2026-06-29', ', result: notMet')), 'supported'],
  ['due yesterday, completed', action(step('2026-06-29', ', completed: 2026-06-30')), 'supported'],
  ['due yesterday, open', action(step('2026-06-29', ', result: open')), 'absent'],
  [
    'a later step was taken',
    action(`${step('2026-06-29')}, ${step('2026-07-30', '', 'warning')}`),
    'supported',
  ],
  ['closed today', action(step('2026-06-29'), ', closed: 2026-06-30'), 'supported'],
  ['closes tomorrow', action(step('2026-06-29'), ', closed: 2026-07-01'), 'absent'],
  ['one of ten', many(9), 'supported'],
  ['one of nine', many(8), 'weak'],
  ['one of two', many(1), 'weak'],
  ['settled a year ago', action(step('2025-06-30', ', result: met')), 'unknown'],
  ['settled a day later', action(step('2025-07-01', ', result: met')), 'supported'],
  ['overdue for years', action(step('2020-01-01')), 'absent'],
  ['an open step without a day', action('{step: coaching, date: 2026-01-01}'), 'unknown'],
  ['a sanction needs no day', action('{step: financial, date: 2026-01-01}'), 'unknown'],
  ['over a fee', action(step('2026-06-29')).replace('quality', 'feeDispute'), 'unknown'],
])('%s', (_name, documents, outcome) => {
  expect(judged(plansOnTime, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(outcome)
})

test('by stage; without dated plans only a closed log is not open', () => {
  expect(byStage(plansOnTime)).toEqual(['notApplicable', 'unknown', 'unknown', 'unknown', 'absent'])
  const sanction = action('{step: financial, date: 2026-01-01}')
  const states = (state: string) => ['notApplicable', ...Array.from({length: 4}, () => state)]
  expect(byStage(plansOnTime, sanction)).toEqual(states('unknown'))
  expect(byStage(plansOnTime, sanction, closes('correctiveActions'))).toEqual(
    states('notApplicable'),
  )
})
