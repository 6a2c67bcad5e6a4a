import {expect, test} from 'vitest'
import {noDominantOwnerBound} from '../../../src/rules/market/no-dominant-owner-bound.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {contract, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const agreement = (clauses: string) =>
  `{kind: ParticipationAgreement, id: a, title: A, version: v1, inForceFrom: 2024-01-01, clauses: {${clauses}}}`
const free = agreement('exclusivity: nonExclusive, firstRefusal: false')
const bound = agreement('exclusivity: exclusive, firstRefusal: false')
const silent = agreement('exclusivity: nonExclusive')
const screen = (members: number, rest = '') =>
  `{kind: ServiceAreaScreen, id: s, title: S, asOf: 2026-01-01, counts: [{area: a, members: ${members}, all: 100, source: S${rest}}]}`
const largest = (members: number) => screen(90, `, largestOwner: {owner: x, members: ${members}}`)

test.each([
  ['free, one owner above half', free, largest(51), 'supported'],
  ['bound, one owner above half', bound, largest(51), 'contrary'],
  ['bound, one owner at half', bound, largest(50), 'supported'],
  ['bound, the network at half', bound, screen(50), 'supported'],
  ['bound, the network above half, owner not stated', bound, screen(51), 'unknown'],
  [
    'first refusal',
    agreement('exclusivity: nonExclusive, firstRefusal: true'),
    largest(51),
    'contrary',
  ],
  [
    'bound by a contract',
    documents(free, contract('inForceFrom: 2025-01-01, clauses: {exclusivity: true}')),
    largest(51),
    'contrary',
  ],
  [
    'bound by a contract that ended',
    documents(
      free,
      contract('inForceFrom: 2025-01-01, inForceTo: 2026-06-29, clauses: {exclusivity: true}'),
    ),
    largest(51),
    'supported',
  ],
  ['a clause not stated', silent, largest(51), 'unknown'],
  ['a clause not stated, at half', silent, largest(50), 'supported'],
  ['no agreement', '', largest(51), 'unknown'],
  [
    'bound, nobody counted',
    bound,
    '{kind: ServiceAreaScreen, id: s, title: S, asOf: 2026-01-01}',
    'unknown',
  ],
])('%s', (_name, agreements, counts, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), agreements, counts)
    expect(runRule(noDominantOwnerBound, text).outcome).toBe(outcome)
  }
})

test('points at the count', () => {
  expect(
    checkRule(noDominantOwnerBound, documents(network(liveFor[24]), bound, largest(51))),
  ).toEqual([
    'contrary',
    '5:71 Unexpected owner with 51 % whose practices are bound to the network, expected them free',
  ])
})
