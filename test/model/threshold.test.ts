import {expect, test} from 'vitest'
import {basisText, thresholdProblem} from '../../src/model/threshold.ts'

test.each([
  ['ratio', 'lower', [0, 0.3, 1], [-0.1, 1.1, NaN, Infinity], 'a share from 0 to 1'],
  ['months', 'higher', [0, 12], [-1, 1.5, NaN, Infinity], 'whole months, 0 or more'],
  ['months', 'lower', [1, 12], [0, -1, 1.5], 'whole months, 1 or more'],
  ['days', 'lower', [0, 30], [-1, 0.5], 'whole days, 0 or more'],
  ['count', 'lower', [0, 3], [-1, 2.5], 'whole numbers, 0 or more'],
  ['hours', 'higher', [0, 1.5], [-1, NaN, Infinity], 'hours, 0 or more'],
] as const)('a threshold in %s, looser when %s', (unit, looser, good, bad, expected) => {
  const threshold = {id: 'x', value: 1, unit, looser}
  for (const value of good) expect(thresholdProblem(threshold, value)).toBeUndefined()
  for (const value of bad) expect(thresholdProblem(threshold, value)).toBe(expected)
})

test.each([
  ['house', 'House default', 'house default'],
  ['house', 'House default; leaves room for rounding', 'house default; leaves room for rounding'],
  ['law', '45 CFR 164.514', 'law: 45 CFR 164.514'],
  ['withdrawnPolicy', 'A zone of 1996', 'withdrawn policy statement: A zone of 1996'],
])('a default of basis %s and source %s rests on %s', (basis, source, text) => {
  expect(basisText({basis, source})).toBe(text)
})
