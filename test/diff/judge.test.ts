import {expect, test} from 'vitest'
import {contextual} from '../../src/diff/contextual.ts'
import {judge} from '../../src/diff/judge.ts'
import type {ChangeRule, ContextualRule} from '../../src/model/change.ts'

type Rule = Parameters<typeof judge>[0]
const none = undefined
const letters = {
  s: 'strengthened',
  w: 'weakened',
  u: 'unclassified',
  c: 'clarified',
  r: 'recorded',
  a: 'administrative',
}

/** Rule, and the first letter of the class when a value is added, removed, raised and lowered. */
const ranks: readonly (readonly [Rule, unknown, unknown, string])[] = [
  ['administrative', 1, 2, 'aaaa'],
  ['clarification', 1, 2, 'cccc'],
  ['substantive', 1, 2, 'uuuu'],
  ['fact', 1, 2, 'ruuu'],
  ['adverse', 1, 2, 'wuuu'],
  ['adds', 1, 2, 'swuu'],
  ['removes', 1, 2, 'wsuu'],
  ['higher', 1, 2, 'swsw'],
  ['lower', 1, 2, 'swws'],
  ['later', '2025-01-31', '2025-02-01', 'swsw'],
  ['earlier', '2025-01-31', '2025-02-01', 'swws'],
  ['ends', '2025-01-31', '2025-02-01', 'wssw'],
  ['higher', 'a', 2, 'swuu'],
  [{order: ['low', 'high']}, 'low', 'high', 'uusw'],
  [{order: ['low', 'high']}, 'low', 'other', 'uuuu'],
  [none, 1, 2, 'uuuu'],
]

test.each(ranks)('%j from %j to %j: %s', (rule, low, high, expected) => {
  const classes = [
    judge(rule, {before: none, after: low}),
    judge(rule, {before: low, after: none}),
    judge(rule, {before: low, after: high}),
    judge(rule, {before: high, after: low}),
  ]
  expect(classes).toEqual(expected.split('').map((it) => letters[it as keyof typeof letters]))
})

/** From nothing, from false and from true, each to the other two. */
test.each([
  ['whenTrue', 'c', 's', 'u', 's', 'w', 'w'],
  ['whenFalse', 's', 'w', 'w', 'w', 'u', 's'],
] as const)('%s', (rule, ...expected) => {
  const pairs = [
    [none, false],
    [none, true],
    [false, none],
    [false, true],
    [true, none],
    [true, false],
  ]
  const classes = pairs.map(([before, after]) => judge(rule, {before, after}))
  expect(classes).toEqual(expected.map((it) => letters[it as keyof typeof letters]))
})

test('a word that nobody defined is unclassified', () => {
  expect(judge('toString' as never, {before: 1, after: 2})).toBe('unclassified')
})

const nothing = {
  records: {before: {}, after: {}},
  owners: {before: {}, after: {}},
  find: {before: () => none, after: () => none},
  keys: [],
  thresholds: [],
}

const cases: readonly (readonly [ContextualRule, unknown, unknown, string])[] = [
  ['lessFromNone', none, 0, 'c'],
  ['lessFromNone', none, 0.1, 'w'],
  ['lessFromNone', 0.1, 0.2, 'w'],
  ['lessFromNone', 0.2, 0.1, 's'],
  ['lessFromNone', 0.2, none, 'u'],
  ['lessFromNone', 0, none, 'c'],
  ['trueUnlessStated', none, false, 'w'],
  ['trueUnlessStated', true, false, 'w'],
  ['trueUnlessStated', false, none, 's'],
  ['trueUnlessStated', false, true, 's'],
  ['trueUnlessStated', none, true, 'c'],
  ['openUntilKnown', none, 'met', 'r'],
  ['openUntilKnown', 'open', 'notMet', 'r'],
  ['openUntilKnown', 'notMet', 'met', 'u'],
  ['openUntilKnown', 'open', none, 'u'],
  ['exclusivityClause', none, 'nonExclusive', 's'],
  ['exclusivityClause', 'nonExclusive', none, 'w'],
  ['exclusivityClause', 'partlyExclusive', 'exclusive', 'w'],
  ['exclusivityClause', 'exclusive', 'partlyExclusive', 's'],
  ['towardsTheBetter', 1, 2, 'u'],
  ['byMeasure', 1, 2, 'u'],
  ['threshold', 1, 2, 'u'],
]

test.each(cases)('by %s from %j to %j: %s', (by, before, after, expected) => {
  const rule: ChangeRule = {by}
  expect(contextual[rule.by]({before, after}, nothing)).toBe(
    letters[expected as keyof typeof letters],
  )
})

test.each([
  [{bound: 14, of: 14}, {bound: 13, of: 13}, 'recorded'],
  [{bound: 13, of: 13}, {bound: 13, of: 16}, 'weakened'],
  [{bound: 13, of: 16}, {bound: 14, of: 16}, 'strengthened'],
  [{bound: 0, of: 0}, {bound: 1, of: 1}, 'unclassified'],
])('a share of %j and of %j', (before, after, expected) => {
  const context = {...nothing, owners: {before, after}}
  expect(contextual.shareBound({before: before.bound, after: after.bound}, context)).toBe(expected)
})
