import {expect, test} from 'vitest'
import {noFeePoll} from '../../../src/rules/ancillarity/no-fee-poll.ts'
import {testConduct} from '../../helpers/check-conduct.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, negotiation, network} from '../../helpers/records.ts'

testConduct(noFeePoll, ['feePoll', 'feeVote'], 'poll of members on fees')

// The look-back runs from 2024-06-30; a period that ended on 2026-03-22 is 100 days old.
test.each([
  ['from the first day', {from: '2024-06-30'}, 'supported'],
  ['from the day after', {from: '2024-07-01'}, 'unknown'],
  ['to 100 days ago', {to: '2026-03-22'}, 'supported'],
  ['to 101 days ago', {to: '2026-03-21'}, 'unknown'],
  ['signed before the period ended', {date: '2026-06-29'}, 'unknown'],
])('log closed %s', (_name, period, outcome) => {
  const text = documents(network(liveFor[24]), negotiation(), attested(['negotiations'], period))
  expect(runRule(noFeePoll, text).outcome).toBe(outcome)
})

test.each([
  ['without a gap', '2025-01-01', 'supported'],
  ['with a gap of a day', '2025-01-02', 'unknown'],
])('two attestations %s', (_name, from, outcome) => {
  const second = attested(['negotiations'], {from}).split('---\n')[1]?.replace('id: a0', 'id: a1')
  const text = documents(
    network(liveFor[24]),
    attested(['negotiations'], {to: '2024-12-31', date: '2025-01-15'}),
    second,
  )
  expect(runRule(noFeePoll, text).outcome).toBe(outcome)
})

test('a network formed within the look-back answers from its formation', () => {
  const young = network(liveFor[0], 'formed: 2026-01-01')
  const text = documents(young, attested(['negotiations'], {from: '2026-01-01'}))
  expect(runRule(noFeePoll, text).outcome).toBe('supported')
})

test('a network may set a shorter look-back', () => {
  const text = documents(network(liveFor[24]), attested(['negotiations'], {from: '2025-06-30'}))
  const thresholds = {conductLookBackMonths: {value: 12, reason: 'R', setBy: 'board'}}
  expect(runRule(noFeePoll, text).outcome).toBe('unknown')
  expect(runRule(noFeePoll, text, {config: {thresholds}}).outcome).toBe('supported')
})

test('one formed after the last day that counts answers for its first day', () => {
  const youngest = documents(network(liveFor[0], 'formed: 2026-06-01'), negotiation())
  expect(runRule(noFeePoll, youngest).summary).toContain('from 2026-06-01 to 2026-06-01')
  const closed = documents(youngest, attested(['negotiations'], {from: '2026-06-01'}))
  expect(runRule(noFeePoll, closed).outcome).toBe('supported')
})
