import {expect, test} from 'vitest'
import {payersCouldBypass} from '../../../src/rules/market/payers-could-bypass.ts'
import {event} from '../../helpers/check-conduct.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const closed = attested(['negotiations', 'payerBypass'])
const log = (events: string, rest = 'inForceFrom: 2025-01-01') =>
  contract(`${rest}, bypass: [${events}]`)
const refused = '{date: 2025-10-01, event: refusedNetwork}'
const notice = (date: string) => `{date: ${date}, event: noticeOfIndividualRoute}`
const interference = '{date: 2025-10-20, event: interference}'

test.each([
  ['no refusal', contract('inForceFrom: 2025-01-01'), 'supported', 'unknown'],
  ['told on the last day', log(`${refused}, ${notice('2025-10-31')}`), 'supported', 'unknown'],
  ['told a day late', log(`${refused}, ${notice('2025-11-01')}`), 'weak', 'unknown'],
  ['told before it refused', log(`${notice('2025-01-05')}, ${refused}`), 'supported', 'unknown'],
  ['not told', log(refused), 'absent', 'unknown'],
  [
    'refused lately, still in time',
    log('{date: 2026-05-31, event: refusedNetwork}'),
    'supported',
    'unknown',
  ],
  [
    'refused, a day too long ago',
    log('{date: 2026-05-30, event: refusedNetwork}'),
    'absent',
    'unknown',
  ],
  ['refused tomorrow', log('{date: 2026-07-01, event: refusedNetwork}'), 'supported', 'unknown'],
  [
    'told in the log of another contract with that payer',
    documents(log(refused), log(notice('2025-10-02')).replace('id: contract', 'id: other')),
    'supported',
    'unknown',
  ],
  ['interference', log(interference), 'contrary', 'contrary'],
  [
    'interference, the contract ended yesterday',
    log(interference, 'inForceFrom: 2025-01-01, inForceTo: 2026-06-29'),
    'supported',
    'unknown',
  ],
  ['interference in talks', event('payerBypassInterference'), 'contrary', 'contrary'],
  [
    'interference in talks that ended',
    event('payerBypassInterference', 'ended: 2026-06-29'),
    'supported',
    'unknown',
  ],
  [
    'contracted alone',
    log('{date: 2025-10-01, event: contractedIndividually}'),
    'supported',
    'unknown',
  ],
])('%s', (_name, records, whenClosed, whenOpen) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(payersCouldBypass, documents(text, closed)).outcome).toBe(whenClosed)
    expect(runRule(payersCouldBypass, text).outcome).toBe(whenOpen)
  }
})

test.each([
  ['on the last day attested', '2026-03-01', 'absent'],
  ['a day later', '2026-03-02', 'unknown'],
])('notice due %s, not given', (_name, refusal, outcome) => {
  const to = {to: '2026-03-31', date: '2026-04-10'}
  const text = documents(
    network(liveFor[24]),
    log(`{date: ${refusal}, event: refusedNetwork}`),
    attested(['negotiations', 'payerBypass'], to),
  )
  expect(runRule(payersCouldBypass, text).outcome).toBe(outcome)
})

test.each([
  [29, 'critical'],
  [30, 'gate'],
])('is a gate where shares reach the band: %d %%', (members, weight) => {
  const screen = `{kind: ServiceAreaScreen, id: s, title: S, asOf: 2026-01-01, counts: [{area: a, members: ${members}, all: 100, source: S}]}`
  expect(runRule(payersCouldBypass, documents(network(liveFor[24]), screen)).weight).toBe(weight)
  expect(runRule(payersCouldBypass, network(liveFor[24])).weight).toBe('gate')
})

test('past interference stays on record', () => {
  const past = log(interference, 'inForceFrom: 2025-01-01, inForceTo: 2026-06-29')
  const {adverse} = runRule(payersCouldBypass, documents(network(liveFor[24]), past, closed))
  expect(adverse).toMatchObject([{rule: 'J4', time: 'past', date: '2025-10-20'}])
})

test('points at the refusal', () => {
  expect(
    checkRule(payersCouldBypass, documents(network(liveFor[24]), log(refused), closed)),
  ).toEqual([
    'absent',
    '3:163 Unexpected refusal on `2025-10-01` without notice of the individual route, expected it by `2025-10-31`',
  ])
})
