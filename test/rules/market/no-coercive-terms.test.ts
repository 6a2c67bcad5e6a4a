import {expect, test} from 'vitest'
import {noCoerciveTerms} from '../../../src/rules/market/no-coercive-terms.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const keys = ['mostFavouredNation', 'antiSteering', 'antiTiering', 'gag', 'tying', 'allOrNothing']
const clauses = (changed: Readonly<Record<string, string | undefined>> = {}) =>
  `clauses: {${keys
    .map((key) => [key, key in changed ? changed[key] : 'false'] as const)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`
const inForce = (rest: string, to = '') => contract(`inForceFrom: 2025-01-01${to}, ${rest}`)
const closed = attested(['payerContracts'])

test.each([
  ['none', inForce(clauses()), 'supported', 'unknown'],
  ['no contract', '', 'supported', 'unknown'],
  ['clauses left out', contract('inForceFrom: 2025-01-01'), 'unknown', 'unknown'],
  ...keys.flatMap((key) => [
    [key, inForce(clauses({[key]: 'true'})), 'contrary', 'contrary'],
    [`${key} left out`, inForce(clauses({[key]: undefined})), 'unknown', 'unknown'],
    [
      `${key}, ends today`,
      inForce(clauses({[key]: 'true'}), ', inForceTo: 2026-06-30'),
      'contrary',
      'contrary',
    ],
    [
      `${key}, ended yesterday`,
      inForce(clauses({[key]: 'true'}), ', inForceTo: 2026-06-29'),
      'supported',
      'unknown',
    ],
  ]),
  ['one common panel', inForce(`${clauses()}, panel: {all: true}`), 'supported', 'unknown'],
])('%s', (_name, records = '', whenClosed = '', whenOpen = '') => {
  for (const line of [proposed, liveFor[0], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(noCoerciveTerms, documents(text, closed)).outcome).toBe(whenClosed)
    expect(runRule(noCoerciveTerms, text).outcome).toBe(whenOpen)
  }
})

test('a term of a contract that ended is a past adverse fact', () => {
  const ended = inForce(clauses({gag: 'true'}), ', inForceTo: 2026-06-29')
  const {adverse} = runRule(noCoerciveTerms, documents(network(liveFor[24]), ended, closed))
  expect(adverse).toMatchObject([{rule: 'J8', time: 'past', date: '2025-01-01'}])
})

test('points at the clause', () => {
  const text = documents(network(liveFor[24]), inForce(clauses({gag: 'true'})), closed)
  expect(checkRule(noCoerciveTerms, text)).toEqual([
    'contrary',
    '3:237 Unexpected gag on prices or quality, expected none',
  ])
})
