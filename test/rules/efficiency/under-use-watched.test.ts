import {expect, test} from 'vitest'
import {underUseWatched} from '../../../src/rules/efficiency/under-use-watched.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const measure = (id: string, domain: string, rest = '') =>
  `{kind: Measure, id: ${id}, title: M, steward: S, domain: ${domain}${rest}}`
const both = records(measure('use', 'utilization'), measure('quality', 'outcome'))
const control = (rest: string) =>
  `{kind: UtilizationControl, id: k, title: K, manages: imaging, started: 2024-01-01, measure: use${rest}}`
const paired = control(', underUseMeasure: quality')
const plan = (gates = '', measured = 'use', weight = '0.5') =>
  `{kind: IncentivePlan, id: p, title: P, pools: [{id: q, weights: [{measure: ${measured}, weight: ${weight}}]${gates === '' ? '' : `, gates: [{measure: ${gates}, threshold: 1}]`}}]}`
const action = (rest = 'opened: 2026-01-01', measured = 'use') =>
  `{kind: CorrectiveAction, id: c, member: M-0101, ${rest}, trigger: {signal: outlier, reason: utilization, measure: ${measured}}}`

// Judged as of 2026-06-30.
test.each<[string, readonly string[], string]>([
  ['a paired control', [both, paired], 'supported'],
  ['a control without', [both, control('')], 'absent'],
  ['paired with itself', [both, control(', underUseMeasure: use')], 'absent'],
  [
    'paired with a measure that is not on record',
    [both, control(', underUseMeasure: x')],
    'absent',
  ],
  [
    'paired with one retired today',
    [measure('quality', 'outcome', ', retired: 2026-06-30'), paired],
    'absent',
  ],
  [
    'paired with one retired tomorrow',
    [measure('quality', 'outcome', ', retired: 2026-07-01'), paired],
    'supported',
  ],
  ['a control that ended yesterday', [both, control(', ended: 2026-06-29')], 'unknown'],
  ['a reward that nothing watches', [both, plan()], 'absent'],
  ['a reward that a control watches', [both, paired, plan()], 'supported'],
  ['a reward gated on quality', [both, plan('quality')], 'supported'],
  ['a reward gated on utilization', [both, plan('use')], 'absent'],
  ['a reward of quality', [both, plan('', 'quality')], 'unknown'],
  ['a weight of zero', [both, plan('', 'use', '0')], 'unknown'],
  ['a case that nothing watches', [both, action()], 'absent'],
  ['a case that a control watches', [both, paired, action()], 'supported'],
  ['a case on quality', [both, action('opened: 2026-01-01', 'quality')], 'unknown'],
  ['a case closed today', [both, action('opened: 2026-01-01, closed: 2026-06-30')], 'unknown'],
  ['a case closed tomorrow', [both, action('opened: 2026-01-01, closed: 2026-07-01')], 'absent'],
  ['a case declined', [both, action('declined: {date: 2026-01-01, reason: caseMix}')], 'unknown'],
  ['one of two', [both, paired, control('').replace('id: k', 'id: l')], 'weak'],
])('%s', (_name, documents, outcome) => {
  expect(judged(underUseWatched, records(networkOf({live: '2024-01-01'}), ...documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  expect(byStage(underUseWatched)).toEqual(Array.from({length: 5}, () => 'unknown'))
  expect(byStage(underUseWatched, both, control(''))).toEqual(
    Array.from({length: 5}, () => 'absent'),
  )
})
