import {expect, test} from 'vitest'
import type {Evidence} from '../../src/model/rule.ts'
import {counted, listed, outcomeOf} from '../../src/rules/outcome.ts'

test('counts agree with their noun', () => {
  expect([counted(0, 'case'), counted(1, 'case'), counted(2, 'case')]).toEqual([
    '0 cases',
    '1 case',
    '2 cases',
  ])
  expect(counted(2, 'specialty', 'specialties')).toBe('2 specialties')
  expect([counted(999, 'case'), counted(1425, 'case')]).toEqual(['999 cases', '1,425 cases'])
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as `%s`', (words, text) => {
  expect(listed(words)).toBe(text)
})

test('all, some, none, nothing to judge', () => {
  const met = [{kind: 'K', id: 'i'} as Evidence]
  expect([
    outcomeOf(met, []),
    outcomeOf(met, [1]),
    outcomeOf([], [1]),
    outcomeOf([], [1], 'unknown'),
    outcomeOf([], []),
  ]).toEqual(['supported', 'weak', 'absent', 'unknown', 'unknown'])
})
