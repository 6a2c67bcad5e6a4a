import {expect, test} from 'vitest'
import type {Count} from '../../../src/model/table.ts'
import {measuresImprove} from '../../../src/rules/monitoring/measures-improve.ts'
import {countTable, row, tableOf} from '../../helpers/counts.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const quarters = [
  {periodStart: '2025-04-01', periodEnd: '2025-06-30'},
  {periodStart: '2025-07-01', periodEnd: '2025-09-30'},
  {periodStart: '2025-10-01', periodEnd: '2025-12-31'},
  {periodStart: '2026-01-01', periodEnd: '2026-03-31'},
]
const measure = (values: readonly number[], rest = '', id = 'm', direction = 'higher') =>
  `{kind: Measure, id: ${id}, title: M, steward: S, domain: process, direction: ${direction}${rest}, results: [${values
    .map(
      (value, index) =>
        `{from: ${quarters[index]?.periodStart ?? ''}, to: ${quarters[index]?.periodEnd ?? ''}, value: ${value}}`,
    )
    .join(', ')}]}`
const target = (value: number) => `, targets: [{from: 2025-01-01, to: 2026-12-31, value: ${value}}]`
const better = measure([0.5, 0.4, 0.4, 0.51])
const worse = measure([0.5, 0.6, 0.6, 0.49], '', 'w')
const went = (words: string, id = 'm') =>
  `Measure/${id} results: Unexpected measure \`${id}\` that went ${words} from 2025-06-30 to 2026-03-31, expected improvement or its target held`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['last better than first', [better], ['supported']],
  ['last the same as first', [measure([0.5, 0.6, 0.6, 0.5])], ['absent', went('0.5 to 0.5')]],
  ['lower is better', [measure([0.5, 0.6, 0.6, 0.49], '', 'm', 'lower')], ['supported']],
  [
    'lower is better, and it rose',
    [measure([0.5, 0.4, 0.4, 0.51], '', 'm', 'lower')],
    ['absent', went('0.5 to 0.51')],
  ],
  ['worse, but at target in all four', [measure([0.9, 0.8, 0.8, 0.8], target(0.8))], ['supported']],
  [
    'worse, and under target once',
    [measure([0.9, 0.79, 0.8, 0.8], target(0.8))],
    ['absent', went('0.9 to 0.8')],
  ],
  [
    'lower is better, at target',
    [measure([0.1, 0.2, 0.2, 0.2], target(0.2), 'm', 'lower')],
    ['supported'],
  ],
  ['half of them', [better, worse], ['supported']],
  [
    'one of three',
    [better, worse, measure([0.5, 0.5, 0.5, 0.5], '', 'v')],
    ['weak', went('0.5 to 0.49', 'w'), went('0.5 to 0.5', 'v')],
  ],
  ['three periods: not judged', [measure([0.5, 0.6, 0.7])], ['absent']],
  [
    'retired today: not judged',
    [better, worse, measure([1, 0, 0, 0], ', retired: 2026-06-30', 'r')],
    ['supported'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(measuresImprove, records(live, ...documents))).toEqual(expected)
})

test('values come from the counts of members where none is declared', () => {
  const counts: Count[] = quarters.flatMap((period, index) => [
    row('M-0101', 40 + index, 50, period, 'm'),
    row('M-0102', 30, 50, period, 'm'),
  ])
  const text = records(
    live,
    '{kind: Measure, id: m, title: M, steward: S, domain: process, direction: higher}',
    countTable,
  )
  const {outcome, evidence} = judgeRule(measuresImprove, text, {tables: tableOf(counts)})
  expect([outcome, evidence[0]?.strength]).toEqual(['supported', 'measured'])
  expect(evidence[0]?.shows).toBe('0.7 to 0.73 from 2025-06-30 to 2026-03-31')
})

test('declared values are measured only where the counts give the same', () => {
  const counts = (shift: number) =>
    quarters.map((period, index) =>
      row('M-0101', [50, 40, 40, 51][index]! + (index === 3 ? shift : 0), 100, period, 'm'),
    )
  const strength = (shift: number) =>
    judgeRule(measuresImprove, records(live, better, countTable), {
      tables: tableOf(counts(shift)),
    }).evidence[0]?.strength
  expect([strength(0), strength(1)]).toEqual(['measured', 'declared'])
})

test('by stage', () => {
  expect(byStage(measuresImprove)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  expect(byStage(measuresImprove, better)).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'supported'),
  ])
})
