import {expect, test} from 'vitest'
import {measuresSpecified} from '../../../src/rules/protocols/measures-specified.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const parts = {
  numerator: 'N',
  denominator: 'D',
  exclusions: 'None',
  source: 'Registry',
  direction: 'higher',
  caseMix: '{method: Risk score}',
  minimumDenominator: '20',
  targets: '[{from: 2026-01-01, to: 2026-12-31, value: 0.8}]',
  benchmarks: '[{type: regional, value: 0.7, source: R, asOf: 2025-09-30}]',
}
const measure = (change: Readonly<Record<string, string | undefined>> = {}, id = 'm') =>
  `{kind: Measure, id: ${id}, title: M, steward: S, domain: process${Object.entries({
    ...parts,
    ...change,
  })
    .flatMap(([key, value]) => (value === undefined ? [] : [`, ${key}: ${value}`]))
    .join('')}}`
const without = (what: string) =>
  `Measure/m : Unexpected measure \`m\` without ${what}, expected a whole specification`
const live = networkOf({live: '2024-01-01'})

test('a whole specification; why there is no case mix is one too', () => {
  expect(judged(measuresSpecified, records(live, measure()))).toEqual(['supported'])
  const reason = measure({caseMix: '{whyNone: A process}'})
  expect(judged(measuresSpecified, records(live, reason))).toEqual(['supported'])
})

test.each(Object.keys(parts))('without %s', (part) => {
  const text = measure({[part]: undefined})
  expect(judged(measuresSpecified, records(live, text))).toEqual([
    'unknown',
    without(`\`${part}\``),
  ])
  expect(judged(measuresSpecified, records(live, measure({}, 'whole'), text))).toEqual([
    'weak',
    without(`\`${part}\``),
  ])
})

test.each([
  ['an empty list of targets', {targets: '[]'}, '`targets`'],
  ['an empty list of benchmarks', {benchmarks: '[]'}, '`benchmarks`'],
  ['a case mix that says nothing', {caseMix: '{}'}, '`caseMix`'],
])('%s is not stated', (_name, change, what) => {
  expect(judged(measuresSpecified, records(live, measure(change)))).toEqual([
    'unknown',
    without(what),
  ])
})

test('a bare measure beside a whole one is unknown; a retired one is not judged', () => {
  const bare = '{kind: Measure, id: b, title: M, steward: S, domain: process}'
  expect(judged(measuresSpecified, records(live, measure(), bare))[0]).toBe('unknown')
  const retired =
    '{kind: Measure, id: b, title: M, steward: S, domain: process, retired: 2026-06-30}'
  expect(judged(measuresSpecified, records(live, measure(), retired))).toEqual(['supported'])
})

test('by stage', () => {
  expect(byStage(measuresSpecified, measure())).toEqual(Array.from({length: 5}, () => 'supported'))
  expect(byStage(measuresSpecified)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
