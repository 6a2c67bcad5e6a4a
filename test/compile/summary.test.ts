import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import type {Rule} from '../../src/model/rule.ts'
import {inputOf, partOf, ruleOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const summaryOf = (rules: readonly Rule[]) =>
  partOf(compile(inputOf(fullNetwork, {rules})), 'summary')

test.each(['contrary', 'absent', 'unknown'] as const)(
  'a test of integrity that is %s is a condition, though it changes no readiness',
  (outcome) => {
    const part = summaryOf([
      ruleOf('B1', 'supported'),
      ruleOf('L4', outcome, 'Exhibit', {weight: 'major'}),
    ])
    expect(part).toContain('1 condition is outstanding')
    expect(part).toContain(`L4 | ${outcome} | L4 rests on`)
    expect(part).toContain('do not change the word of readiness')
    expect(part).not.toContain('No condition is outstanding')
  },
)

test('no condition is said to be outstanding only where integrity is in order too', () => {
  const part = summaryOf([ruleOf('B1', 'supported'), ruleOf('L4', 'supported')])
  expect(part).toContain('No condition is outstanding on the tests of this rule set, integrity')
})

test.each([
  [12, 'B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11 and B12'],
  [13, 'B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, B12 and 1 more'],
])('of %i tests that decide a question at most 12 are named', (number, named) => {
  const rules = Array.from({length: number}, (_, index) => ruleOf(`B${index + 1}`, 'unknown'))
  const part = summaryOf(rules)
  expect(part).toContain(`Integration | open | ${named}`)
  expect(part).toContain(`Integration is open on ${named}.`)
})

test('a question that does not apply says why, one that does how many of its tests do not', () => {
  expect(summaryOf([ruleOf('B1', 'notApplicable')])).toContain(
    'Integration | not applicable | None of its 1 test applies. B1 rests on 1 records of Network.',
  )
  expect(summaryOf([ruleOf('K1', 'supported'), ruleOf('J1', 'notApplicable')])).toContain(
    'Market power and spillover | supported | K1. 1 test does not apply to this line.',
  )
})

test('unknown tests are named in their order, C2 before C10', () => {
  const rules = ['C10', 'C2', 'C1'].map((id) => ruleOf(id, 'unknown'))
  expect(partOf(compile(inputOf(fullNetwork, {rules})), 'unknowns')).toContain(
    'of 3 tests: C1, C2 and C10.',
  )
})

test.each([
  [12, 12],
  [13, 0],
])('a bracket cites all of %i tests or, where they are too many, none', (number, cited) => {
  const rules = Array.from({length: number}, (_, index) => ruleOf(`B${index + 1}`, 'unknown'))
  const {blocks} = compile(inputOf(fullNetwork, {rules}))
  const readiness = blocks.find(
    (it) => it.type === 'paragraph' && it.runs[0]?.text === 'Readiness: ',
  )
  expect(readiness?.provenance.filter(({type}) => type === 'test')).toHaveLength(cited)
})
