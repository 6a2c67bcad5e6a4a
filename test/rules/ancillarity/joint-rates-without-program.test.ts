import {expect, test} from 'vitest'
import {judge} from '../../../src/assess/judge.ts'
import {rules} from '../../../src/rules/index.ts'
import {event} from '../../helpers/check-conduct.ts'
import {contract, documents} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

// The pattern of the Brown & Toland order: a line with shared risk beside one on which rates were
// set jointly before there was any program, and members were told to end their other contracts.
const text = documents(
  `{kind: Network, id: net, legalName: Net, productLines: [
    {id: ppo, title: PPO, basis: clinical, stage: proposed, jointPricing: true},
    {id: hmo, title: HMO, basis: financial, stage: operating, jointPricing: true}]}`,
  event('urgedToDropOutsideContracts').replace('conduct:', 'firstPriceTalk: 2025-01-05, conduct:'),
  contract('inForceFrom: 2025-06-01, negotiation: talks'),
  '{kind: PayerContract, id: capitated, title: C, payer: p, productLine: hmo, model: capitation, jointlyPriced: true, inForceFrom: 2020-01-01, risk: {downside: true, substantial: true, basis: Capitation}}',
)

function outcomes(line: number): Record<string, string> {
  const workspace = workspaceOf(text)
  const [network] = workspace.all('Network')
  if (network === undefined) throw new Error('Unexpected records without a Network')
  return Object.fromEntries(
    rules.map((rule) => [rule.id, judge(workspace, network, line, rule, rules).outcome]),
  )
}

test('the line without a program fails on necessity, on order and on urging', () => {
  expect(outcomes(0)).toMatchObject({I1: 'absent', I2: 'contrary', J3: 'contrary'})
})

test('the line with shared risk needs no clinical test, and is not charged with the other', () => {
  expect(outcomes(1)).toMatchObject({
    I13: 'supported',
    C1: 'notApplicable',
    E1: 'notApplicable',
    J3: 'unknown',
  })
})
