import {expect, test} from 'vitest'
import {payerFeedsStated} from '../../../src/rules/monitoring/payer-feeds-stated.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const contract = (payer: string, rest = '') =>
  `{kind: PayerContract, id: c-${payer}, title: C, payer: ${payer}, productLine: ppo, model: feeForService, jointlyPriced: true, inForceFrom: 2025-01-01${rest}}`
const system = (...feeds: string[]) =>
  `{kind: InformationSystem, id: s, title: S, type: analytics, payerFeeds: [${feeds.join(', ')}]}`
const feed = (payer: string, asOf = '2026-04-30', rest = ', lagDays: 40, completeness: 0.97') =>
  `{payer: ${payer}, asOf: ${asOf}${rest}}`
const unmet = (words: string, index = 0) =>
  `InformationSystem/s payerFeeds.${index}: Unexpected feed of \`a\` ${words}, expected lag and completeness since 2025-06-30`
const none = (payer: string) =>
  `Network/n productLines.0: Unexpected payer \`${payer}\` without a data feed on record, expected its lag and completeness`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['both stated', [contract('a'), system(feed('a'))], ['supported']],
  [
    'a lag of zero is stated',
    [contract('a'), system(feed('a', '2026-04-30', ', lagDays: 0, completeness: 1'))],
    ['supported'],
  ],
  [
    'no lag',
    [contract('a'), system(feed('a', '2026-04-30', ', completeness: 1'))],
    ['absent', unmet('without `lagDays`')],
  ],
  [
    'no completeness',
    [contract('a'), system(feed('a', '2026-04-30', ', lagDays: 4'))],
    ['absent', unmet('without `completeness`')],
  ],
  ['stated within a year', [contract('a'), system(feed('a', '2025-07-01'))], ['supported']],
  [
    'stated a year ago',
    [contract('a'), system(feed('a', '2025-06-30'))],
    ['absent', unmet('stated last on 2025-06-30')],
  ],
  [
    'the newest counts',
    [contract('a'), system(feed('a', '2026-04-30'), feed('a', '2026-05-31', ', lagDays: 4'))],
    ['absent', unmet('without `completeness`', 1)],
  ],
  [
    'a statement of tomorrow does not',
    [contract('a'), system(feed('a'), feed('a', '2026-07-01', ''))],
    ['supported'],
  ],
  ['one of two payers', [contract('a'), contract('b'), system(feed('a'))], ['weak', none('b')]],
  [
    'a contract that ended yesterday',
    [contract('a', ', inForceTo: 2026-06-29'), contract('b'), system(feed('b'))],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(payerFeedsStated, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(payerFeedsStated)).toEqual(silent)
  expect(byStage(payerFeedsStated, contract('a'), system())).toEqual(silent)
  expect(byStage(payerFeedsStated, system())).toEqual(silent)
})
