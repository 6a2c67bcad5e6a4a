import {expect, test} from 'vitest'
import {paidTimeValued} from '../../../src/rules/investment/paid-time-valued.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const investment = (paid: string, reference = '', id = 'i', to = '2026-06-30') =>
  `{kind: Investment, id: ${id}, title: I, from: 2025-01-01, to: ${to}, by: participants, hours: [{participant: p, activity: committee, members: 1, hours: 2${paid === '' ? '' : `, paid: ${paid}`}}]${reference === '' ? '' : `, fairMarketValue: {source: S, date: ${reference}}`}}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['a reference of the last day', investment('true', '2026-06-30'), 'supported'],
  ['a reference of the day after', investment('true', '2026-06-30', 'i', '2026-06-29'), 'absent'],
  ['no reference', investment('true'), 'absent'],
  ['one of two', records(investment('true', '2026-01-01'), investment('true', '', 'j')), 'weak'],
  ['not stated', investment(''), 'unknown'],
  ['not stated, with a reference', investment('', '2026-01-01'), 'unknown'],
  [
    'one that does not say',
    records(investment('true', '2026-01-01'), investment('', '', 'j')),
    'unknown',
  ],
  ['unpaid, log open', investment('false'), 'unknown'],
  ['unpaid, log closed', records(investment('false'), closes('physicianHours')), 'notApplicable'],
  ['not stated, log closed', records(investment(''), closes('physicianHours')), 'unknown'],
  ['paid before the look-back', investment('true', '', 'i', '2025-06-30'), 'unknown'],
])('%s', (_name, documents, outcome) => {
  expect(judged(paidTimeValued, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(paidTimeValued)).toEqual(states)
})
