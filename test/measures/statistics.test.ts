import {readFileSync} from 'node:fs'
import {assert, double, integer, array, property} from 'fast-check'
import {expect, test} from 'vitest'
import {
  adjustBenjaminiHochberg,
  binomialLowerTail,
  binomialUpperTail,
} from '../../src/measures/statistics.ts'

interface Golden {
  readonly binomialTests: {x: number; n: number; p0: number; less: number; greater: number}[]
  readonly adjust: {p: number[]; BH: number[]}
}

const golden = JSON.parse(
  readFileSync(new URL('fixtures/statistics-r-4.2.2.json', import.meta.url), 'utf8'),
) as Golden

test.each(golden.binomialTests)('tails of $x of $n at $p0, as R', ({x, n, p0, less, greater}) => {
  expect(binomialLowerTail(x, n, p0)).toBeCloseTo(less, 12)
  expect(binomialUpperTail(x, n, p0)).toBeCloseTo(greater, 12)
})

test('p-values adjusted as R does', () => {
  const adjusted = adjustBenjaminiHochberg(golden.adjust.p)
  expect(adjusted).toHaveLength(golden.adjust.BH.length)
  for (const [index, value] of golden.adjust.BH.entries())
    expect(adjusted[index]).toBeCloseTo(value, 12)
})

test.each([
  [0, 10, 0, 1, 1],
  [1, 10, 0, 1, 0],
  [10, 10, 1, 1, 1],
  [9, 10, 1, 0, 1],
  [0, 0, 0.5, 1, 1],
])('%i of %i at the rate %d', (x, n, rate, lower, upper) => {
  expect(binomialLowerTail(x, n, rate)).toBe(lower)
  expect(binomialUpperTail(x, n, rate)).toBe(upper)
})

test.each([
  [-1, 10, 0.5],
  [1.5, 10, 0.5],
  [11, 10, 0.5],
  [1, 10, 1.1],
  [1, 10, Number.NaN],
])('refuses %d of %d at %d', (x, n, rate) => {
  expect(() => binomialLowerTail(x, n, rate)).toThrow(RangeError)
})

test('both tails overlap in one probability, and stay probabilities for large counts', () => {
  const counts = integer({min: 1, max: 3000}).chain((n) =>
    integer({min: 1, max: n}).map((x) => [x, n] as const),
  )
  assert(
    property(counts, double({min: 0.001, max: 0.999, noNaN: true}), ([x, n], rate) => {
      const total = binomialLowerTail(x - 1, n, rate) + binomialUpperTail(x, n, rate)
      expect(total).toBeCloseTo(1, 8)
    }),
  )
})

test('adjusting keeps the order and never lowers a p-value', () => {
  assert(
    property(array(double({min: 0, max: 1, noNaN: true}), {maxLength: 40}), (pValues) => {
      const adjusted = adjustBenjaminiHochberg(pValues)
      for (const [index, value] of pValues.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(value)
        for (const [other, larger] of pValues.entries())
          if (larger >= value) expect(adjusted[other]).toBeGreaterThanOrEqual(adjusted[index]!)
      }
    }),
  )
})

test('nothing to adjust', () => {
  expect(adjustBenjaminiHochberg([])).toEqual([])
})
