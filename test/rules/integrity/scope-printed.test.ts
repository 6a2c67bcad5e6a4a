import {expect, test} from 'vitest'
import {scopePrinted} from '../../../src/rules/integrity/scope-printed.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {liveFor, network, proposed} from '../../helpers/records.ts'

test.each([
  ['stated', 'states: [ME]', 'supported'],
  ['an empty list', 'states: []', 'unknown'],
  ['left out', '', 'unknown'],
])('%s', (_name, more, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]])
    expect(runRule(scopePrinted, network(line, more)).outcome).toBe(outcome)
})

test('says what is missing', () => {
  expect(checkRule(scopePrinted, network(proposed))).toEqual([
    'unknown',
    '1:1 Unexpected network without `states`, expected the states that the scope statement covers',
  ])
})
