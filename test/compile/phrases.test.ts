import {assert, integer, property} from 'fast-check'
import {expect, test} from 'vitest'
import {count, figure, join, percent, period, phrase} from '../../src/compile/phrases.ts'
import {patientCounts} from '../../src/compile/suppression.ts'

test.each([
  ['limitedLiabilityCompany', 'limited liability company'],
  ['internal-medicine', 'internal medicine'],
  ['nonExclusive', 'non-exclusive'],
  ['constructor', 'constructor'],
  [undefined, 'not stated'],
])('%s is read as %s', (code, words) => {
  expect(phrase(code)).toBe(words)
})

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.25, '1,234,567.25'],
  [-12345, '-12,345'],
  [0.1234567, '0.1234567'],
])('%d is printed as %s', (number, text) => {
  expect(figure(number)).toBe(text)
})

test('a figure reads back as the number it was', () => {
  assert(
    property(integer({min: -1e12, max: 1e12}), (number) => {
      expect(Number(figure(number).replaceAll(',', ''))).toBe(number)
    }),
  )
})

test.each([
  [5 / 38, '13.2 %'],
  [0.9999, '99.99 %'],
  [1, '100 %'],
  [Number.NaN, 'not stated'],
  [undefined, 'not stated'],
])('%d is %s', (ratio, text) => {
  expect(percent(ratio)).toBe(text)
})

test('words are put together', () => {
  expect(join([])).toBe('not stated')
  expect(join(['a', 'b', 'c'])).toBe('a, b and c')
  expect(count(1, 'body', 'bodies')).toBe('1 body')
  expect(count(2000, 'body', 'bodies')).toBe('2,000 bodies')
  expect(period('2025-01-01', undefined)).toBe('from 2025-01-01, no end stated')
  expect(period(undefined, undefined)).toBe('not stated')
})

test.each([
  [0, 0, '0', '0'],
  [0, 11, '0', '11'],
  [1, 100, 'suppressed', '100'],
  [10, 100, 'suppressed', '100'],
  [11, 100, '11', '100'],
  // The rest of the total would tell.
  [90, 100, 'suppressed', '100'],
  [89, 100, '89', '100'],
  [100, 100, '100', '100'],
  [0, 10, 'suppressed', 'suppressed'],
])('%d of %d patients prints as %s of %s', (numerator, denominator, first, second) => {
  const printed = patientCounts(numerator, denominator)
  expect([printed.numerator, printed.denominator]).toEqual([first, second])
})

test('no count of 1 to 10, no complement and no rate that reveals one is ever printed', () => {
  assert(
    property(integer({min: 0, max: 60}), integer({min: 0, max: 60}), (a, b) => {
      const [part, whole] = [Math.min(a, b), Math.max(a, b)]
      const printed = patientCounts(part, whole)
      const small = [part, whole, whole - part].some((it) => it >= 1 && it <= 10)
      expect(printed.small).toBe(small)
      if (small) expect([printed.numerator, printed.ratio]).toEqual(['suppressed', 'suppressed'])
    }),
  )
})
