import {expect, test} from 'vitest'
import {ordersObserved} from '../../../src/rules/ancillarity/orders-observed.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const order = (duty: string, rest = '') =>
  `outstandingOrders: [{title: O, authority: FTC, entered: 2023-05-01${rest}, duties: [{title: Notice${duty}}]}]`
const closed = attested(['orders'])

test.each([
  ['not stated', '', 'unknown', 'unknown'],
  ['none', 'outstandingOrders: []', 'supported', 'unknown'],
  [
    'duties left out',
    'outstandingOrders: [{title: O, authority: FTC, entered: 2023-05-01}]',
    'unknown',
    'unknown',
  ],
  ['observed', order(', due: 2026-01-31, observed: 2026-01-31'), 'supported', 'unknown'],
  ['observed late', order(', due: 2026-01-31, observed: 2026-02-01'), 'supported', 'unknown'],
  ['due yesterday', order(', due: 2026-06-29'), 'absent', 'unknown'],
  ['due today', order(', due: 2026-06-30'), 'supported', 'unknown'],
  ['observed tomorrow', order(', due: 2026-06-29, observed: 2026-07-01'), 'absent', 'unknown'],
  ['without a date', order(''), 'unknown', 'unknown'],
  [
    'due yesterday, the order ends today',
    order(', due: 2026-06-29', ', expires: 2026-06-30'),
    'absent',
    'unknown',
  ],
  [
    'due yesterday, the order ended',
    order(', due: 2026-06-28', ', expires: 2026-06-29'),
    'supported',
    'unknown',
  ],
])('%s', (_name, more, whenClosed, whenOpen) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = network(line, more)
    expect(runRule(ordersObserved, documents(text, closed)).outcome).toBe(whenClosed)
    expect(runRule(ordersObserved, text).outcome).toBe(whenOpen)
  }
})

test.each([
  ['observed late', order(', due: 2026-01-31, observed: 2026-02-01'), 'past'],
  ['never observed', order(', due: 2026-01-31'), 'current'],
  ['never observed, the order ended', order(', due: 2026-01-31', ', expires: 2026-06-29'), 'past'],
])('%s: an adverse fact', (_name, more, time) => {
  const {adverse} = runRule(ordersObserved, documents(network(liveFor[24], more), closed))
  expect(adverse).toMatchObject([{rule: 'I12', time, date: '2026-01-31'}])
})

test.each([
  ['on the last day attested', '2026-03-31', 'absent'],
  ['a day later', '2026-04-01', 'unknown'],
])('due %s, not observed', (_name, due, outcome) => {
  const to = {to: '2026-03-31', date: '2026-04-10'}
  const text = documents(network(liveFor[24], order(`, due: ${due}`)), attested(['orders'], to))
  expect(runRule(ordersObserved, text).outcome).toBe(outcome)
})

test('points at the duty', () => {
  const text = documents(network(liveFor[24], order(', due: 2026-01-31')), closed)
  expect(checkRule(ordersObserved, text)).toEqual([
    'absent',
    '1:119 Unexpected duty `Notice` due on `2026-01-31` without a date of observance, expected `observed`',
  ])
})
