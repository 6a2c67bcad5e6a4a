import {expect, test} from 'vitest'
import {outcomesCompared} from '../../../src/rules/efficiency/outcomes-compared.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const measure = (domain: string, to = '2025-12-31', type = 'regional', asOf = '2026-06-30') =>
  `{kind: Measure, id: m, title: M, steward: S, domain: ${domain}, results: [{from: 2023-01-01, to: ${to}, value: 1}], benchmarks: [{type: ${type}, value: 1, source: S, asOf: ${asOf}}]}`
const claim = (domain: string, comparator = 'regional') =>
  `{kind: EfficiencyClaim, id: c, title: C, type: outcome, benefit: B, domain: ${domain}, comparator: {type: ${comparator}, source: S}, result: {from: 2025-01-01, to: 2025-12-31, value: 1, finding: notShown, source: S}}`

// Judged as of 2026-06-30, on a line live since 2024-01-01.
test.each<[string, string, string]>([
  ['an outcome', measure('outcome'), 'supported'],
  ['patient experience', measure('patientExperience'), 'supported'],
  ['a process', measure('process'), 'absent'],
  ['a cost', measure('cost'), 'absent'],
  ['a national benchmark', measure('outcome', '2025-12-31', 'national'), 'weak'],
  ['a benchmark of tomorrow', measure('outcome', '2025-12-31', 'regional', '2026-07-01'), 'weak'],
  ['ended before the program', measure('outcome', '2024-01-01'), 'absent'],
  ['ended the day after', measure('outcome', '2024-01-02'), 'supported'],
  ['ends today', measure('outcome', '2026-06-30'), 'supported'],
  ['ends tomorrow', measure('outcome', '2026-07-01'), 'absent'],
  ['a claim on readmission, though not shown', claim('readmission'), 'supported'],
  ['a claim on mortality', claim('mortality'), 'supported'],
  ['a claim on cost', claim('cost'), 'absent'],
  ['a claim beside peers', claim('readmission', 'peer'), 'weak'],
  ['one of each', records(claim('readmission', 'peer'), measure('outcome')), 'supported'],
])('%s', (_name, documents, outcome) => {
  expect(judged(outcomesCompared, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  expect(byStage(outcomesCompared)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
