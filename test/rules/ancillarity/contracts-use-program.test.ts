import {expect, test} from 'vitest'
import {contractsUseProgram} from '../../../src/rules/ancillarity/contracts-use-program.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const inForce = (rest: string, id = 'contract') =>
  contract(`inForceFrom: 2025-01-01, ${rest}`).replace('id: contract', `id: ${id}`)
const used = inForce('usesProgram: true, measures: [a1c]')

test.each([
  ['used', used, 'supported'],
  ['not used', inForce('usesProgram: false, measures: [a1c]'), 'absent'],
  ['not stated', inForce('measures: [a1c]'), 'unknown'],
  ['used, measures not named', inForce('usesProgram: true'), 'unknown'],
  ['used, no measure', inForce('usesProgram: true, measures: []'), 'unknown'],
  ['one of two', documents(used, inForce('usesProgram: false', 'other')), 'weak'],
  [
    'not used, ended yesterday',
    documents(used, inForce('usesProgram: false, inForceTo: 2026-06-29', 'other')),
    'supported',
  ],
  [
    'not used, ends today',
    documents(used, inForce('usesProgram: false, inForceTo: 2026-06-30', 'other')),
    'weak',
  ],
  ['not jointly priced', used.replace('jointlyPriced: true', 'jointlyPriced: false'), 'unknown'],
  ['no contract, log open', '', 'unknown'],
  ['no contract, log closed', attested(['payerContracts']), 'notApplicable'],
])('%s', (_name, records, outcome) => {
  for (const line of [liveFor[0], liveFor[12], liveFor[23], liveFor[24]])
    expect(runRule(contractsUseProgram, documents(network(line), records)).outcome).toBe(outcome)
})

test('a proposed line without a contract has none to judge', () => {
  expect(runRule(contractsUseProgram, network(proposed)).outcome).toBe('notApplicable')
})

test('points at what is left out', () => {
  const text = documents(network(liveFor[24]), inForce('usesProgram: true'))
  expect(checkRule(contractsUseProgram, text)).toEqual([
    'unknown',
    '3:1 Unexpected contract that leaves out `measures`, expected its use of the program and of its measures',
  ])
})
