import {assert, integer, property} from 'fast-check'
import {expect, test} from 'vitest'
import {percent} from '../../src/model/percent.ts'

test.each([
  [0, 1, '0 %'],
  [5, 38, '13.2 %'],
  [14, 118, '11.9 %'],
  [58, 60, '96.7 %'],
  [4, 24, '16.7 %'],
  [1, 3, '33.3 %'],
  // Half up, though 0.145 * 100 is 14.499999999999998.
  [29, 200, '14.5 %'],
  [29, 2000, '1.5 %'],
  [29, 100, '29 %'],
  [1, 1, '100 %'],
])('%d of %d is %s', (part, whole, text) => {
  expect(percent(part / whole)).toBe(text)
})

test.each([
  ['a floor of 90 %', 899, 1000, '89.9 %'],
  ['a floor of 90 %', 8996, 10_000, '89.96 %'],
  ['a floor of 90 %', 9, 10, '90 %'],
  ['a band of 30 %', 3004, 10_000, '30.04 %'],
  ['a band of 30 %', 299_999, 1_000_000, '29.9999 %'],
  ['none', 1, 10_000, '0.01 %'],
  ['all', 9999, 10_000, '99.99 %'],
])('against %s, %d of %d is %s', (_mark, part, whole, text) => {
  expect(percent(part / whole)).toBe(text)
})

test('what is printed is within half of its last decimal, and whole only where the share is', () => {
  assert(
    property(integer({min: 0, max: 100_000}), integer({min: 1, max: 100_000}), (part, whole) => {
      const [figure = ''] = percent(part / whole).split(' ')
      const decimals = figure.split('.')[1]?.length ?? 0
      expect(Math.abs(Number(figure) - (part / whole) * 100)).toBeLessThanOrEqual(
        0.5 / 10 ** Math.max(decimals, 1) + 1e-9,
      )
      expect(decimals === 0).toBe((part * 100) % whole === 0)
    }),
  )
})
