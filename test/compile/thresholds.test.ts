import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {inputOf, partOf, ruleOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const threshold = {
  id: 'measuresPerSpecialty',
  value: 5,
  unit: 'count',
  basis: 'publishedPractice',
  source: 'Published practice of one network',
  description: 'd',
  looser: 'lower',
} as const

const rules = [ruleOf('C6', 'supported', 'Network', {thresholds: [threshold]})]

test('a default is printed with what it rests on', () => {
  expect(partOf(compile(inputOf(fullNetwork, {rules})), 'thresholds')).toContain(
    'measuresPerSpecialty) | C6 | 5 | 5 | count | published practice of one network | the rule set',
  )
})

test('what the network set never borrows the basis of the default', () => {
  const config = {
    thresholds: {measuresPerSpecialty: {value: 2, reason: 'Few doctors', setBy: 'Board'}},
  }
  expect(partOf(compile(inputOf(fullNetwork, {rules, config})), 'thresholds')).toContain(
    'measuresPerSpecialty) | C6 | 2 | 5 | count | set by the network; the default: published practice of one network | Board: Few doctors',
  )
})
