import {expect, test} from 'vitest'
import {negotiatorNotPractising} from '../../../src/rules/ancillarity/negotiator-not-practising.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {
  attested,
  contract,
  documents,
  liveFor,
  negotiation,
  network,
  proposed,
} from '../../helpers/records.ts'

const inForce = contract('inForceFrom: 2025-01-01, negotiation: talks')
const person = (rest = '') => `{kind: Person, id: venn, name: V, roles: []${rest}}`
const by = (practises: boolean) =>
  negotiation(`negotiator: {person: venn, practisingParticipant: ${String(practises)}}`)

test.each([
  ['staff', documents(inForce, by(false), person()), 'supported'],
  ['without a person record', documents(inForce, by(false)), 'supported'],
  ['a member', documents(inForce, by(true), person()), 'contrary'],
  [
    'a member by the person record',
    documents(inForce, by(false), person(', participant: elm')),
    'contrary',
  ],
  ['negotiator not stated', documents(inForce, negotiation()), 'unknown'],
  ['negotiation not named', documents(contract('inForceFrom: 2025-01-01'), by(false)), 'unknown'],
  [
    'a member, and the contract ended yesterday',
    documents(
      by(true),
      contract('inForceFrom: 2025-01-01, inForceTo: 2026-06-29, negotiation: talks'),
      attested(['payerContracts']),
    ),
    'notApplicable',
  ],
  ['no contract, log open', by(true), 'unknown'],
])('%s', (_name, records, outcome) => {
  for (const line of [liveFor[0], liveFor[12], liveFor[23], liveFor[24]])
    expect(runRule(negotiatorNotPractising, documents(network(line), records)).outcome).toBe(
      outcome,
    )
})

test('a proposed line without a contract has none to judge', () => {
  expect(runRule(negotiatorNotPractising, network(proposed)).outcome).toBe('notApplicable')
})

test('points at the negotiator', () => {
  const text = documents(network(liveFor[24]), inForce, by(true))
  expect(checkRule(negotiatorNotPractising, text)).toEqual([
    'contrary',
    '5:91 Unexpected negotiator who practises in the network, expected someone who does not',
  ])
})
