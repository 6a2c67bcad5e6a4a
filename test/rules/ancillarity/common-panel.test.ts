import {expect, test} from 'vitest'
import {commonPanel} from '../../../src/rules/ancillarity/common-panel.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const member = (id: string, rest = '') =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: ${id}-owner, productLines: [ppo]${rest}}`
const members = documents(member('elm'), member('oak'))
const inForce = (panel: string, rest = '') =>
  contract(`inForceFrom: 2025-01-01, panel: ${panel}${rest}`)
const agreement = (clauses: string) =>
  `{kind: ParticipationAgreement, id: a, title: A, version: v1, inForceFrom: 2024-01-01, clauses: {${clauses}}}`

test.each([
  ['everyone', inForce('{all: true, optOutByPrice: false}'), 'supported'],
  ['opt-out by price', inForce('{all: true, optOutByPrice: true}'), 'contrary'],
  ['opt-out not stated', inForce('{all: true}'), 'unknown'],
  ['panel not stated', contract('inForceFrom: 2025-01-01'), 'unknown'],
  ['not all', inForce('{all: false, optOutByPrice: false}'), 'absent'],
  ['both named', inForce('{participants: [elm, oak], optOutByPrice: false}'), 'supported'],
  ['one named', inForce('{participants: [elm], optOutByPrice: false}'), 'absent'],
  [
    'one of two contracts',
    documents(
      inForce('{all: true, optOutByPrice: false}'),
      inForce('{all: false}').replace('id: contract', 'id: other'),
    ),
    'weak',
  ],
  [
    'not all, but it ended yesterday',
    documents(
      inForce('{all: true, optOutByPrice: false}'),
      inForce('{all: false}', ', inForceTo: 2026-06-29').replace('id: contract', 'id: other'),
    ),
    'supported',
  ],
  [
    'ends today',
    inForce('{all: true, optOutByPrice: true}', ', inForceTo: 2026-06-30'),
    'contrary',
  ],
  ['no contract, log open', '', 'unknown'],
  ['no contract, log closed', attested(['payerContracts']), 'notApplicable'],
  [
    'the agreement lets members out by price',
    documents(inForce('{all: true, optOutByPrice: false}'), agreement('noPriceOptOut: false')),
    'contrary',
  ],
])('operating: %s', (_name, records, outcome) => {
  for (const line of [liveFor[0], liveFor[12], liveFor[23], liveFor[24]])
    expect(runRule(commonPanel, documents(network(line), members, records)).outcome).toBe(outcome)
})

test('a member who left is not missed', () => {
  const text = (left: string) =>
    documents(
      network(liveFor[24]),
      member('elm'),
      member('oak', `, left: ${left}`),
      inForce('{participants: [elm], optOutByPrice: false}'),
    )
  expect(runRule(commonPanel, text('2026-06-30')).outcome).toBe('supported')
  expect(runRule(commonPanel, text('2026-07-01')).outcome).toBe('absent')
})

test.each([
  ['no agreement', '', 'unknown'],
  ['bound', agreement('contractParticipation: true, noPriceOptOut: true'), 'supported'],
  ['opt-out not stated', agreement('contractParticipation: true'), 'unknown'],
  ['not bound', agreement('contractParticipation: false, noPriceOptOut: true'), 'absent'],
  ['opt-out', agreement('contractParticipation: true, noPriceOptOut: false'), 'contrary'],
])('proposed: %s', (_name, records, outcome) => {
  expect(runRule(commonPanel, documents(network(proposed), records)).outcome).toBe(outcome)
})

test('names the member that is missing', () => {
  const text = documents(
    network(liveFor[24]),
    members,
    inForce('{participants: [elm], optOutByPrice: false}'),
  )
  expect(checkRule(commonPanel, text)).toEqual([
    'absent',
    '7:161 Unexpected panel without `oak`, expected every member of the line',
  ])
})
