import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import type {Rule} from '../../src/model/rule.ts'
import {inputOf, partOf, ruleOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const outcomesOf = (...rules: readonly Rule[]) =>
  partOf(compile(inputOf(fullNetwork, {rules})), 'adverse-outcomes')

test.each([
  ['a contrary minor test', ruleOf('H2', 'contrary', 'Network', {weight: 'minor'}), true],
  ['an absent gate', ruleOf('B1', 'absent', 'Network', {weight: 'gate'}), true],
  ['an absent critical test', ruleOf('B1', 'absent'), true],
  ['an absent major test', ruleOf('B1', 'absent', 'Network', {weight: 'major'}), false],
  ['a weak gate', ruleOf('B1', 'weak', 'Network', {weight: 'gate'}), false],
  ['an unknown gate', ruleOf('B1', 'unknown', 'Network', {weight: 'gate'}), false],
])('among the adverse facts: %s', (_name, rule, listed) => {
  const part = outcomesOf(rule)
  expect(part.includes(`${rule.id} rests on`)).toBe(listed)
  expect(part.includes('No test came out contrary')).toBe(!listed)
})

test('gates come first, each with its outcome and the answer of the network', () => {
  const answered = ruleOf('A2', 'contrary')
  const withAnswer: Rule = {
    ...answered,
    check: (context) => {
      const result = answered.check(context)
      const adverse = result.adverse?.map((it) => ({...it, answer: 'It was stopped'}))
      return {...result, ...(adverse ? {adverse} : {})}
    },
  }
  const part = outcomesOf(withAnswer, ruleOf('L4', 'absent', 'Network', {weight: 'gate'}))
  expect(part.indexOf('L4 Title of L4 | gate | absent |')).toBeGreaterThan(0)
  expect(part.indexOf('A2 Title of A2 | critical | contrary |')).toBeGreaterThan(
    part.indexOf('L4 Title'),
  )
  expect(part).toContain('“It was stopped”')
  expect(part).toContain('No answer is recorded.')
})

test('an empty list is no all-clear', () => {
  const part = partOf(
    compile(inputOf(fullNetwork, {rules: [ruleOf('B1', 'unknown')]})),
    'adverse-facts',
  )
  expect(part).toContain('what is unknown may be against the network')
  expect(part).not.toContain('found no adverse fact')
})
