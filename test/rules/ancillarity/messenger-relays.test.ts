import {expect, test} from 'vitest'
import {messengerRelays} from '../../../src/rules/ancillarity/messenger-relays.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents} from '../../helpers/records.ts'

const line = (basis: string, stage = 'operating, programLive: 2024-01-01') =>
  `{kind: Network, id: net, legalName: Net, productLines: [{id: ppo, title: PPO, basis: ${basis}, jointPricing: false, stage: ${stage}}]}`
const talks = (rest: string) =>
  `{kind: Negotiation, id: talks, title: T, productLine: ppo, method: messenger, ${rest}}`
const offer = (rest: string, from = 'payer') => talks(`offers: [{from: ${from}, ${rest}}]`)
const closed = attested(['negotiations'])
const all = 'relayedTo: 24, of: 24'

test.each([
  ['in time', offer(`received: 2026-02-02, relayed: 2026-02-16, ${all}`), 'supported'],
  ['a day late', offer(`received: 2026-02-02, relayed: 2026-02-17, ${all}`), 'weak'],
  [
    'to all but one',
    offer('received: 2026-02-02, relayed: 2026-02-03, relayedTo: 23, of: 24'),
    'contrary',
  ],
  ['without counts', offer('received: 2026-02-02, relayed: 2026-02-03'), 'unknown'],
  ['of a member', offer('received: 2026-02-02, relayed: 2026-02-03', 'members'), 'supported'],
  ['not passed on, still in time', offer('received: 2026-06-16'), 'supported'],
  ['not passed on, a day too long', offer('received: 2026-06-15'), 'contrary'],
  ['received tomorrow', offer('received: 2026-07-01'), 'supported'],
  [
    'not passed on, talks ended',
    talks('ended: 2026-06-29, offers: [{from: payer, received: 2026-02-02}]'),
    'supported',
  ],
  [
    'not passed on, talks ended in a contract in force',
    documents(
      talks('ended: 2026-06-29, offers: [{from: payer, received: 2026-02-02}]'),
      contract('inForceFrom: 2026-06-30, negotiation: talks'),
    ),
    'contrary',
  ],
  ...['counterByAgent', 'offerWithheld', 'offersShared'].map((it) => [
    it,
    talks(`conduct: [{class: ${it}, date: 2026-02-02, description: D}]`),
    'contrary',
  ]),
  [
    'conduct of another kind',
    talks('conduct: [{class: nonRenewalNotice, date: 2026-02-02, description: D}]'),
    'supported',
  ],
])('%s', (_name, records = '', outcome = '') => {
  expect(runRule(messengerRelays, documents(line('messenger'), records, closed)).outcome).toBe(
    outcome,
  )
  const proposed = documents(line('messenger', 'proposed'), records, closed)
  expect(runRule(messengerRelays, proposed).outcome).toBe(outcome)
})

test('an open log is unknown, and what it holds still counts', () => {
  const good = offer(`received: 2026-02-02, relayed: 2026-02-03, ${all}`)
  expect(runRule(messengerRelays, documents(line('messenger'), good)).outcome).toBe('unknown')
  const bad = offer('received: 2026-02-02')
  expect(runRule(messengerRelays, documents(line('messenger'), bad)).outcome).toBe('contrary')
})

test('does not apply without a messenger, whatever the line is called', () => {
  expect(runRule(messengerRelays, line('clinical')).outcome).toBe('notApplicable')
  const hidden = documents(line('clinical'), offer('received: 2026-02-02'), closed)
  expect(runRule(messengerRelays, hidden).outcome).toBe('contrary')
})

test('a past fault stays on record', () => {
  const past = talks('ended: 2026-06-29, offers: [{from: payer, received: 2026-02-02}]')
  const {adverse} = runRule(messengerRelays, documents(line('messenger'), past, closed))
  expect(adverse).toMatchObject([{rule: 'I9', time: 'past', date: '2026-02-02'}])
})

test('points at the offer', () => {
  const text = documents(line('messenger'), offer('received: 2026-02-02'), closed)
  expect(checkRule(messengerRelays, text)).toEqual([
    'contrary',
    '3:88 Unexpected offer of `2026-02-02` not passed on, expected it passed on to all by `2026-02-16`',
  ])
})
