import fc from 'fast-check'
import {expect, test} from 'vitest'
import {fewestReaching, isFewest} from '../../src/measures/service-area.ts'

const of = (...counts: number[]) => new Map(counts.map((it, index) => [`0490${index}`, it]))

test.each([
  ['nobody', of(), [], [], 0],
  ['one ZIP code', of(4), [], ['04900'], 1],
  ['exactly three quarters', of(75, 25), [], ['04900'], 1],
  ['just short of it', of(74, 26), ['04900'], ['04901'], 1],
  ['a tie for the last place', of(60, 20, 20), ['04900'], ['04901', '04902'], 1],
  ['a tie of which both are needed', of(50, 25, 25), ['04900'], ['04901', '04902'], 1],
  ['all alike', of(1, 1, 1, 1), [], ['04900', '04901', '04902', '04903'], 3],
  ['without patients', of(80, 0, 20), [], ['04900'], 1],
])('%s', (_name, patients, core, tied, need) => {
  expect(fewestReaching(patients, 0.75)).toEqual({core, tied, need})
})

test('any of the tied will do, and no other', () => {
  const fewest = fewestReaching(of(60, 20, 20), 0.75)
  expect(isFewest(['04900', '04901'], fewest)).toBe(true)
  expect(isFewest(['04902', '04900'], fewest)).toBe(true)
  expect(isFewest(['04900'], fewest)).toBe(false)
  expect(isFewest(['04901', '04902'], fewest)).toBe(false)
  expect(isFewest(['04900', '04901', '04902'], fewest)).toBe(false)
  expect(isFewest(['04900', '04901', '04999'], fewest)).toBe(false)
})

test('they reach the share, and one fewer would not', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), {minLength: 1, maxLength: 12}), (counts) => {
      const patients = of(...counts)
      const {core, tied, need} = fewestReaching(patients, 0.75)
      const sum = (zips: readonly string[]) =>
        zips.reduce((total, zip) => total + (patients.get(zip) ?? 0), 0)
      const goal = 0.75 * counts.reduce((a, b) => a + b, 0) - 1e-9
      expect(sum([...core, ...tied.slice(0, need)])).toBeGreaterThanOrEqual(goal)
      if (need > 0) expect(sum([...core, ...tied.slice(0, need - 1)])).toBeLessThan(goal)
    }),
  )
})
