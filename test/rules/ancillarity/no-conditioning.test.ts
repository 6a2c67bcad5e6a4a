import {expect, test} from 'vitest'
import {noConditioning} from '../../../src/rules/ancillarity/no-conditioning.ts'
import {testConduct} from '../../helpers/check-conduct.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents, liveFor, network} from '../../helpers/records.ts'

testConduct(
  noConditioning,
  ['hospitalLever'],
  'use of hospital contracts as a lever',
  ', clauses: {hospitalConditioned: false}',
)

const closed = attested(['negotiations'])

test.each([
  ['stated as free', '{hospitalConditioned: false}', 'supported'],
  ['conditioned', '{hospitalConditioned: true}', 'contrary'],
  ['not stated', '{gag: false}', 'unknown'],
])('a contract in force, %s', (_name, clauses, outcome) => {
  const text = documents(
    network(liveFor[24]),
    closed,
    contract(`inForceFrom: 2025-06-01, clauses: ${clauses}`),
  )
  expect(runRule(noConditioning, text).outcome).toBe(outcome)
})

test('a conditioned contract that ended is a past adverse fact', () => {
  const ended = contract(
    'inForceFrom: 2025-06-01, inForceTo: 2026-06-29, clauses: {hospitalConditioned: true}',
  )
  const {outcome, adverse} = runRule(noConditioning, documents(network(liveFor[24]), closed, ended))
  expect(outcome).toBe('supported')
  expect(adverse).toMatchObject([{time: 'past', date: '2025-06-01'}])
})
