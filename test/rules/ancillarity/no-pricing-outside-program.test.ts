import {expect, test} from 'vitest'
import {noPricingOutsideProgram} from '../../../src/rules/ancillarity/no-pricing-outside-program.ts'
import {testConduct} from '../../helpers/check-conduct.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {attested, contract, documents, liveFor, network} from '../../helpers/records.ts'

testConduct(
  noPricingOutsideProgram,
  ['pricingOutsideProgram'],
  'joint pricing outside the program',
  ', outsideProgram: false',
)

test.each([
  ['inside', 'outsideProgram: false', 'supported'],
  ['outside', 'outsideProgram: true', 'contrary'],
  ['not stated', 'lives: 9', 'unknown'],
  ['outside, ended yesterday', 'outsideProgram: true, inForceTo: 2026-06-29', 'supported'],
  ['outside, ends today', 'outsideProgram: true, inForceTo: 2026-06-30', 'contrary'],
])('a contract, %s', (_name, rest, outcome) => {
  const text = documents(
    network(liveFor[24]),
    attested(['negotiations']),
    contract(`inForceFrom: 2025-06-01, ${rest}`),
  )
  expect(runRule(noPricingOutsideProgram, text).outcome).toBe(outcome)
})

test('a contract priced by each member alone has no joint prices to misuse', () => {
  const alone = contract('inForceFrom: 2025-06-01').replace(
    'jointlyPriced: true',
    'jointlyPriced: false',
  )
  const text = documents(network(liveFor[24]), attested(['negotiations']), alone)
  expect(runRule(noPricingOutsideProgram, text).outcome).toBe('supported')
})
