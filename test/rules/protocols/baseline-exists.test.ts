import {expect, test} from 'vitest'
import {baselineExists} from '../../../src/rules/protocols/baseline-exists.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const measure = (baseline?: string, rest = '') =>
  `{kind: Measure, id: m, title: M, steward: S, domain: process${baseline === undefined ? '' : `, baseline: ${baseline}`}${rest}}`
const ending = (to: string) => `{value: 0.6, from: 2023-01-01, to: ${to}, source: Registry}`
const without = (place: string) =>
  `Measure/m ${place}: Unexpected measure \`m\` without a whole baseline, expected value, period and source, or \`whyNone\``
const live = networkOf({live: '2024-01-01'})

test.each<[string, string, string[]]>([
  ['a baseline', measure(ending('2023-12-31')), ['supported']],
  ['ends today', measure(ending('2026-06-30')), ['supported']],
  [
    'ends tomorrow',
    measure(ending('2026-07-01')),
    [
      'absent',
      'Measure/m baseline.to: Unexpected baseline of `m` that ends on 2026-07-01, expected a period that is over',
    ],
  ],
  ['a reason why none', measure('{whyNone: New in 2026}'), ['supported']],
  ['a value of zero counts', measure(ending('2023-12-31').replace('0.6', '0')), ['supported']],
  ['a value alone', measure('{value: 0.6}'), ['unknown', without('baseline')]],
  ['nothing', measure(), ['unknown', without('')]],
  ['retired today: not in use', measure(undefined, ', retired: 2026-06-30'), ['unknown']],
])('%s', (_name, document, expected) => {
  expect(judged(baselineExists, records(live, document))).toEqual(expected)
})

test('by stage', () => {
  expect(byStage(baselineExists, measure(ending('2023-12-31')))).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(baselineExists)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
