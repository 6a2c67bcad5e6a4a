import {expect, test} from 'vitest'
import {sharedRiskShown} from '../../../src/rules/ancillarity/shared-risk-shown.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const financial = networkOf({live: '2024-01-01', basis: 'financial'})
const contract = (model: string, rest = 'inForceFrom: 2025-01-01', id = 'c') =>
  `{kind: PayerContract, id: ${id}, title: C, payer: x, productLine: ppo, model: ${model}, jointlyPriced: true${rest === '' ? '' : `, ${rest}`}}`
const risk = (downside: boolean, substantial: boolean) =>
  `inForceFrom: 2025-01-01, risk: {downside: ${downside}, substantial: ${substantial}, basis: B}`
const finding = (words: string, path = 'model') =>
  `PayerContract/c ${path}: Unexpected ${words} on a line declared financial, expected substantial shared risk`
const none =
  'Network/n productLines.0.basis: Unexpected basis `financial` without a contract that shows it, expected substantial shared risk'

test.each<[string, string[], string[]]>([
  ['capitation', [contract('capitation')], ['supported']],
  ['two-sided', [contract('twoSided', risk(true, true))], ['supported']],
  ['bundled', [contract('bundled', risk(true, true))], ['supported']],
  [
    'two-sided without losses',
    [contract('twoSided', risk(false, true))],
    ['absent', finding('two-sided contract without shared losses', 'risk')],
  ],
  [
    'two-sided, not substantial',
    [contract('twoSided', risk(true, false))],
    ['absent', finding('two-sided contract with insubstantial risk', 'risk')],
  ],
  [
    'two-sided, not stated',
    [contract('twoSided')],
    ['unknown', finding('two-sided contract without a record of its risk')],
  ],
  [
    'upside only',
    [contract('sharedSavings', risk(true, true))],
    ['absent', finding('upside-only shared savings', 'risk')],
  ],
  ['fee for service', [contract('feeForService')], ['absent', finding('fee-for-service contract')]],
  [
    'one of two',
    [contract('capitation', 'inForceFrom: 2025-01-01', 'd'), contract('feeForServiceBonus')],
    ['absent', finding('fee-for-service contract with bonus')],
  ],
  ['no contract', [], ['unknown', none]],
  ['in force from today', [contract('capitation', 'inForceFrom: 2026-06-30')], ['supported']],
  [
    'in force from tomorrow',
    [contract('capitation', 'inForceFrom: 2026-07-01')],
    ['unknown', none],
  ],
  [
    'until today',
    [contract('capitation', 'inForceFrom: 2025-01-01, inForceTo: 2026-06-30')],
    ['supported'],
  ],
  [
    'until yesterday',
    [contract('capitation', 'inForceFrom: 2025-01-01, inForceTo: 2026-06-29')],
    ['unknown', none],
  ],
  ['start not stated', [contract('capitation', '')], ['unknown', none]],
])('%s', (_name, documents, expected) => {
  expect(judged(sharedRiskShown, records(financial, ...documents))).toEqual(expected)
})

test('a clinical line has no such test; a proposed one is judged by what is declared', () => {
  expect(byStage(sharedRiskShown, contract('capitation'))).toEqual(
    Array.from({length: 5}, () => 'notApplicable'),
  )
  const proposed = networkOf({stage: 'proposed', basis: 'financial'})
  expect(judged(sharedRiskShown, records(proposed, contract('capitation', '')))).toEqual([
    'supported',
  ])
})

test('the summary says which test the line takes', () => {
  const text = records(financial, contract('sharedSavings'))
  expect(judgeRule(sharedRiskShown, text).summary).toBe(
    '0 of 1 contract in force on the line shows substantial shared risk; the line takes the clinical test.',
  )
})
