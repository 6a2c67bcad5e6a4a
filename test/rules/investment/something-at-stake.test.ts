import {expect, test} from 'vitest'
import {somethingAtStake} from '../../../src/rules/investment/something-at-stake.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const agreement = (forfeiture: string, rest = ', inForceFrom: 2024-01-01') =>
  `{kind: ParticipationAgreement, id: a, title: A, version: '1'${rest}, clauses: {protocols: true${forfeiture === '' ? '' : `, exitForfeiture: ${forfeiture}`}}}`
const plan = (share: string, rest = '') =>
  `{kind: IncentivePlan, id: p, title: P${rest}, pools: [{id: q${share === '' ? '' : `, networkResultShare: ${share}`}}]}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['money lost on exit', agreement('true'), 'supported'],
  ['pay tied to results', plan('0.01'), 'supported'],
  ['neither', records(agreement('false'), plan('0')), 'absent'],
  ['nothing lost, and no plan', agreement('false'), 'absent'],
  ['nothing lost, and a plan that does not say', records(agreement('false'), plan('')), 'unknown'],
  ['an agreement that does not say', records(agreement(''), plan('0')), 'unknown'],
  ['a plan of zero and no agreement', plan('0'), 'unknown'],
  [
    'in force to yesterday',
    agreement('true', ', inForceFrom: 2024-01-01, inForceTo: 2026-06-29'),
    'unknown',
  ],
  [
    'in force to today',
    agreement('true', ', inForceFrom: 2024-01-01, inForceTo: 2026-06-30'),
    'supported',
  ],
  ['without a first day', agreement('true', ''), 'unknown'],
  ['a plan that ended yesterday', plan('0.5', ', to: 2026-06-29'), 'unknown'],
  ['a plan that ends today', plan('0.5', ', to: 2026-06-30'), 'supported'],
])('%s', (_name, documents, outcome) => {
  expect(judged(somethingAtStake, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage: what is proposed counts before it begins', () => {
  expect(byStage(somethingAtStake, agreement('true', ''))).toEqual([
    'supported',
    ...Array.from({length: 4}, () => 'unknown'),
  ])
  expect(byStage(somethingAtStake, plan('0.5', ', from: 2027-01-01'))[0]).toBe('supported')
  expect(byStage(somethingAtStake)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
