import {expect, test} from 'vitest'
import {triggersResolvable} from '../../../src/rules/enforcement/triggers-resolvable.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const policy = (ladder: string, rest = 'effective: 2024-01-01') =>
  `{kind: SanctionPolicy, id: p, title: P, ${rest}, ladder: [${ladder}]}`
const step = (rest: string) => `{step: coaching, withinDays: 60, ${rest}}`
const measure = (rest: string) =>
  `{kind: Measure, id: m, title: M, steward: S, domain: outcome, ${rest}}`

// Judged as of 2026-06-30.
test.each<[string, readonly string[], string]>([
  [
    'a floor',
    [policy(step('signal: belowFloor')), measure('floor: 1, direction: higher')],
    'supported',
  ],
  [
    'a floor without a direction',
    [policy(step('signal: belowFloor')), measure('floor: 1')],
    'absent',
  ],
  ['no floor', [policy(step('signal: belowFloor')), measure('direction: higher')], 'absent'],
  ['no measure', [policy(step('signal: belowFloor'))], 'absent'],
  [
    'a measure retired today',
    [
      policy(step('signal: belowFloor')),
      measure('floor: 1, direction: higher, retired: 2026-06-30'),
    ],
    'absent',
  ],
  [
    'the measure named',
    [policy(step('signal: belowFloor, measure: m')), measure('floor: 1, direction: higher')],
    'supported',
  ],
  [
    'another measure',
    [policy(step('signal: belowFloor, measure: x')), measure('floor: 1, direction: higher')],
    'absent',
  ],
  [
    'a target',
    [
      policy(step('signal: belowTarget')),
      measure('direction: lower, targets: [{from: 2026-01-01, to: 2026-12-31, value: 1}]'),
    ],
    'supported',
  ],
  ['no target', [policy(step('signal: belowTarget')), measure('direction: lower')], 'absent'],
  ['outliers', [policy(step('signal: outlier')), measure('direction: lower')], 'supported'],
  ['outliers either way', [policy(step('signal: outlier')), measure('unit: ratio')], 'absent'],
  ['an overdue plan', [policy(step('signal: planOverdue'))], 'supported'],
  ['something else', [policy(step('signal: other'))], 'absent'],
  ['words alone', [policy(step('trigger: T'))], 'absent'],
  ['one of two', [policy(`${step('signal: planOverdue')}, ${step('trigger: T')}`)], 'weak'],
  ['retired today', [policy(step('signal: planOverdue'), 'retired: 2026-06-30')], 'absent'],
])('%s', (_name, documents, outcome) => {
  const text = records(networkOf({live: '2024-01-01'}), ...documents)
  expect(judged(triggersResolvable, text)[0]).toBe(outcome)
})

test('by stage: silence is unknown first, words alone never resolve', () => {
  const states = ['unknown', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(triggersResolvable)).toEqual(states)
  expect(byStage(triggersResolvable, policy('{step: removal}'))).toEqual(states)
  expect(byStage(triggersResolvable, policy(step('trigger: T')))).toEqual(
    Array.from({length: 5}, () => 'absent'),
  )
})
