import {expect, test} from 'vitest'
import {claimsMeasured} from '../../../src/rules/efficiency/claims-measured.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const claim = (rest: string, id = 'c') =>
  `{kind: EfficiencyClaim, id: ${id}, title: C, type: cost, benefit: B${rest}}`
const measure = (rest = '') => `{kind: Measure, id: m, title: M, steward: S, domain: cost${rest}}`
const baseline = '{value: 1, from: 2023-01-01, to: 2023-12-31, source: S}'
const whole = claim(`, measure: m, baseline: ${baseline}`)

// Judged as of 2026-06-30.
test.each<[string, readonly string[], string]>([
  ['measure and baseline', [measure(), whole], 'supported'],
  [
    'a baseline in the measure',
    [measure(`, baseline: ${baseline}`), claim(', measure: m')],
    'supported',
  ],
  ['one without a source', [measure(', baseline: {value: 1}'), claim(', measure: m')], 'absent'],
  [
    'a reason why there is none',
    [measure(', baseline: {whyNone: N}'), claim(', measure: m')],
    'absent',
  ],
  ['no baseline', [measure(), claim(', measure: m')], 'absent'],
  ['no measure', [measure(), claim(`, baseline: ${baseline}`)], 'absent'],
  ['a measure that is not on record', [whole], 'absent'],
  ['one of two', [measure(), whole, claim(', measure: m', 'd')], 'weak'],
  ['of another line', [measure(), whole, claim(', productLine: x', 'd')], 'supported'],
])('%s', (_name, documents, outcome) => {
  expect(judged(claimsMeasured, records(networkOf({live: '2024-01-01'}), ...documents))[0]).toBe(
    outcome,
  )
})

test('by stage: a proposed line has claims as well', () => {
  const states = ['unknown', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(claimsMeasured)).toEqual(states)
  expect(byStage(claimsMeasured, claim(''))).toEqual(states)
  expect(byStage(claimsMeasured, measure(), whole)).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
})
