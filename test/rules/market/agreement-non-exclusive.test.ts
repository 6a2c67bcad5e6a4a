import {expect, test} from 'vitest'
import {agreementNonExclusive} from '../../../src/rules/market/agreement-non-exclusive.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {contract, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const agreement = (clauses: string, rest = 'inForceFrom: 2024-01-01') =>
  `{kind: ParticipationAgreement, id: agreement, title: Agreement, version: v1, ${rest}, clauses: {${clauses}}}`
const free = 'exclusivity: nonExclusive, firstRefusal: false'
const bound = 'exclusivity: exclusive, firstRefusal: false'

test.each([
  ['no agreement', '', 'unknown'],
  ['free', agreement(free), 'supported'],
  ['exclusive', agreement(bound), 'contrary'],
  ['exclusive in part', agreement('exclusivity: partlyExclusive, firstRefusal: false'), 'contrary'],
  ['first refusal', agreement('exclusivity: nonExclusive, firstRefusal: true'), 'contrary'],
  ['first refusal not stated', agreement('exclusivity: nonExclusive'), 'unknown'],
  ['exclusivity not stated', agreement('firstRefusal: false'), 'unknown'],
  [
    'exclusive, ended yesterday',
    agreement(bound, 'inForceFrom: 2024-01-01, inForceTo: 2026-06-29'),
    'unknown',
  ],
  [
    'exclusive, ends today',
    agreement(bound, 'inForceFrom: 2024-01-01, inForceTo: 2026-06-30'),
    'contrary',
  ],
  ['exclusive, without a first day', agreement(bound, 'signatures: []'), 'contrary'],
  ['exclusive, from tomorrow', agreement(bound, 'inForceFrom: 2026-07-01'), 'unknown'],
  [
    'free, but a contract binds',
    documents(agreement(free), contract('inForceFrom: 2025-01-01, clauses: {exclusivity: true}')),
    'contrary',
  ],
  [
    'free, and the contract that bound ended',
    documents(
      agreement(free),
      contract('inForceFrom: 2025-01-01, inForceTo: 2026-06-29, clauses: {exclusivity: true}'),
    ),
    'supported',
  ],
])('operating: %s', (_name, records, outcome) => {
  const text = documents(network(liveFor[24]), records)
  expect(runRule(agreementNonExclusive, text).outcome).toBe(outcome)
})

test.each([
  ['free, from tomorrow', agreement(free, 'inForceFrom: 2026-07-01'), 'supported'],
  ['exclusive, from tomorrow', agreement(bound, 'inForceFrom: 2026-07-01'), 'contrary'],
])('proposed: %s', (_name, records, outcome) => {
  const text = documents(network(proposed), records)
  expect(runRule(agreementNonExclusive, text).outcome).toBe(outcome)
})

test('points at the clause', () => {
  expect(checkRule(agreementNonExclusive, documents(network(proposed), agreement(bound)))).toEqual([
    'contrary',
    '3:126 Unexpected exclusivity `exclusive`, expected `nonExclusive`',
  ])
})

test('an exclusive version that was replaced is a past adverse fact', () => {
  const old = agreement(bound, 'inForceFrom: 2022-01-01, inForceTo: 2023-12-31')
  const text = documents(
    network(liveFor[24]),
    old,
    agreement(free).replace('id: agreement', 'id: next'),
  )
  const {outcome, adverse} = runRule(agreementNonExclusive, text)
  expect(outcome).toBe('supported')
  expect(adverse).toMatchObject([{time: 'past', date: '2022-01-01'}])
})

test('so is a contract that bound members and has ended', () => {
  const ended = contract(
    'inForceFrom: 2024-02-01, inForceTo: 2026-06-29, clauses: {exclusivity: true}',
  )
  const text = documents(network(liveFor[24]), agreement(free), ended)
  const {outcome, adverse} = runRule(agreementNonExclusive, text)
  expect(outcome).toBe('supported')
  expect(adverse).toMatchObject([{time: 'past', date: '2024-02-01'}])
})
