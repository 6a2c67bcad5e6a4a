import {expect, test} from 'vitest'
import {incentivesAligned} from '../../../src/rules/information/incentives-aligned.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const plan = (pools: string, rest = '', id = 'plan') =>
  `{kind: IncentivePlan, id: ${id}, title: P${rest}, pools: [${pools}]}`
const pool = (network: string, adherence: string, rest = '') =>
  `{id: q, ${[network && `networkResultShare: ${network}`, adherence && `adherenceShare: ${adherence}`, rest].filter((it) => it !== '').join(', ')}}`
const whole = plan(pool('0.5', '0.3'))

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['both above zero', whole, 'supported'],
  ['hardly above zero', plan(pool('0.01', '0.01')), 'supported'],
  ['in two pools', plan(`${pool('0.5', '0')}, ${pool('0', '0.5')}`), 'supported'],
  ['results alone', plan(pool('0.5', '0')), 'weak'],
  ['adherence alone', plan(pool('0', '0.5')), 'weak'],
  ['neither', plan(pool('0', '0')), 'absent'],
  ['one not stated', plan(pool('0.5', '')), 'unknown'],
  ['one pool that does not say', plan(`${pool('0.5', '0')}, ${pool('0.5', '')}`), 'unknown'],
  ['no pool', plan(''), 'unknown'],
  ['a weight on referrals', plan(pool('0.5', '0.3', 'referralVolumeWeight: 0.01')), 'weak'],
  ['a weight of zero', plan(pool('0.5', '0.3', 'referralVolumeWeight: 0')), 'supported'],
  ['ends today', plan(pool('0.5', '0.3'), ', to: 2026-06-30'), 'supported'],
  ['ended yesterday', plan(pool('0.5', '0.3'), ', to: 2026-06-29'), 'absent'],
  ['begins tomorrow', plan(pool('0.5', '0.3'), ', from: 2026-07-01'), 'absent'],
  ['of another line', plan(pool('0.5', '0.3'), ', productLine: other'), 'absent'],
  ['one of two plans', records(whole, plan(pool('0', '0'), '', 'second')), 'weak'],
])('%s', (_name, documents, outcome) => {
  expect(judged(incentivesAligned, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage: a plan of a proposed line counts before it begins', () => {
  expect(byStage(incentivesAligned, plan(pool('0.5', '0.3'), ', from: 2027-01-01'))[0]).toBe(
    'supported',
  )
  expect(byStage(incentivesAligned)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'absent'])
})
