import {expect, test} from 'vitest'
import {coachingFirst} from '../../../src/rules/enforcement/coaching-first.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const action = (steps: string, id = 'c', reason = 'quality') =>
  `{kind: CorrectiveAction, id: ${id}, member: M-0101, opened: 2026-01-01, trigger: {signal: belowFloor, reason: ${reason}}, steps: [${steps}]}`
const step = (name: string, date: string) => `{step: ${name}, date: ${date}}`
const good = `${step('coaching', '2026-02-01')}, ${step('financial', '2026-02-02')}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['coaching the day before', action(good), 'supported'],
  [
    'coaching on the same day',
    action(`${step('coaching', '2026-02-02')}, ${step('financial', '2026-02-02')}`),
    'absent',
  ],
  [
    'written in another order',
    action(`${step('removal', '2026-03-01')}, ${step('coaching', '2026-02-01')}`),
    'supported',
  ],
  [
    'a warning is not coaching',
    action(`${step('warning', '2026-02-01')}, ${step('suspension', '2026-03-01')}`),
    'absent',
  ],
  ['no sanction', action(step('coaching', '2026-02-01')), 'unknown'],
  ['a sanction tomorrow', action(step('financial', '2026-07-01')), 'unknown'],
  ['one of two', records(action(good), action(step('financial', '2026-02-02'), 'd')), 'weak'],
  ['over a contract', action(step('financial', '2026-02-02'), 'c', 'contractRefusal'), 'unknown'],
])('%s', (_name, documents, outcome) => {
  expect(judged(coachingFirst, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage; without sanctions only a closed log is not open', () => {
  expect(byStage(coachingFirst)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  const coached = action(step('coaching', '2026-02-01'))
  expect(byStage(coachingFirst, coached, closes('correctiveActions'))).toEqual(
    Array.from({length: 5}, () => 'notApplicable'),
  )
})
