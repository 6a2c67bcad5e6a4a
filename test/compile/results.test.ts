import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {inputOf, partOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const resultsOf = (direction: string, results: string, target = 0.2) =>
  partOf(
    compile(
      inputOf(`${fullNetwork}---
kind: Measure
id: readings
title: Readings
domain: outcome
unit: ratio
${direction}
targets: [{from: 2024-01-01, to: 2025-12-31, value: ${target}, set: 2023-11-05}]
results: [${results}]
`),
    ),
    'measure-results',
  )
const result = (from: string, to: string, value: number) =>
  `{from: ${from}, to: ${to}, value: ${value}, numerator: 100, denominator: 500}`
const first = (value: number) => result('2024-01-01', '2024-03-31', value)

test.each([
  ['direction: lower', 0.2, 'lower is better', 'met'],
  ['direction: lower', 0.201, 'lower is better', 'not met'],
  ['direction: higher', 0.2, 'higher is better', 'met'],
  ['direction: higher', 0.199, 'higher is better', 'not met'],
  ['', 0.2, 'direction not stated', 'not known'],
])('%s, result %d: %s, %s', (direction, value, says, outcome) => {
  const part = resultsOf(direction, first(value))
  expect(part).toContain(`Readings: ${says}; unit: ratio`)
  expect(part).toContain(`| 0.2 | ${outcome}`)
})

test('a result outside the span of a target has none', () => {
  const part = resultsOf('direction: lower', result('2026-01-01', '2026-03-31', 0.1))
  expect(part).toContain('| not stated | no target')
})

test('a quarter without a result is shown, one that follows at once is not a gap', () => {
  const part = resultsOf(
    'direction: lower',
    [
      result('2024-10-01', '2024-12-31', 0.1),
      first(0.1),
      result('2024-04-01', '2024-06-30', 0.15),
    ].join(', '),
  )
  expect(part.match(/no result \|/g)).toHaveLength(1)
  expect(part).toContain('2024-07-01 to 2024-09-30 | no result |')
  expect(part).toContain('0.10 |')
})

test('a missing scorecard is shown', () => {
  const text = `${fullNetwork}---
kind: Scorecard
id: q3
title: Third quarter
from: 2026-07-01
to: 2026-09-30
issued: 2026-10-20
`
  expect(partOf(compile(inputOf(text)), 's6')).toContain('no scorecard | 2026-04-01 to 2026-06-30')
})

test("physicians' hours stand in rows, with the sum of each practice", () => {
  const part = partOf(compile(inputOf(fullNetwork)), 's10')
  expect(part).toContain('Lakeside Cardiology | 31')
  expect(part).toContain(
    '2025-01-01 to 2025-12-31 | Lakeside Cardiology | committee | Board of Managers | 2 | 31 | not stated',
  )
})
