import {expect, test} from 'vitest'
import {budgetAndActual} from '../../../src/rules/investment/budget-and-actual.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const infrastructure = '{title: I, class: infrastructure, budgetUsd: 10, actualUsd: 9}'
const budget = (from: string, to: string, lines = infrastructure, id = 'i') =>
  `{kind: Investment, id: ${id}, title: I, from: ${from}, to: ${to}, by: network, budget: [${lines}]}`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['a whole year', [budget('2025-01-01', '2025-12-31')], ['supported']],
  [
    'a day short of it',
    [budget('2025-01-02', '2025-12-31')],
    ['weak', 'Investment/i from: Unexpected 11 months of budget and actual, expected 12'],
  ],
  [
    'two halves',
    [budget('2025-01-01', '2025-06-30'), budget('2025-07-01', '2025-12-31', infrastructure, 'j')],
    ['supported'],
  ],
  [
    'two halves, a day apart',
    [budget('2025-01-01', '2025-06-30'), budget('2025-07-02', '2025-12-31', infrastructure, 'j')],
    ['weak', 'Investment/j from: Unexpected 5 months of budget and actual, expected 12'],
  ],
  [
    'ended 18 months ago',
    [budget('2024-01-01', '2024-12-30')].map((it) => it.replace('2024-01-01', '2023-12-31')),
    ['supported'],
  ],
  [
    'a day more',
    [budget('2023-12-01', '2024-12-29')],
    [
      'absent',
      'Investment/i to: Unexpected last accounts to 2024-12-29, expected some that end on 2024-12-30 or later',
    ],
  ],
  ['ends today', [budget('2025-07-01', '2026-06-30')], ['supported']],
  ['ends tomorrow: not over', [budget('2025-07-01', '2026-07-01')], ['absent']],
  [
    'no infrastructure line',
    [
      budget(
        '2025-01-01',
        '2025-12-31',
        '{title: S, class: qualityStaff, budgetUsd: 10, actualUsd: 9}',
      ),
    ],
    [
      'weak',
      'Investment/i budget: Unexpected budget without money spent on infrastructure, expected a line of class `infrastructure`',
    ],
  ],
  [
    'nothing spent on infrastructure',
    [
      budget(
        '2025-01-01',
        '2025-12-31',
        '{title: I, class: infrastructure, budgetUsd: 10, actualUsd: 0}',
      ),
    ],
    [
      'weak',
      'Investment/i budget: Unexpected budget without money spent on infrastructure, expected a line of class `infrastructure`',
    ],
  ],
  [
    'a line without actual',
    [
      budget(
        '2025-01-01',
        '2025-12-31',
        `${infrastructure}, {title: S, class: qualityStaff, budgetUsd: 10}`,
      ),
    ],
    [
      'weak',
      'Investment/i budget.1: Unexpected budget line `S` without actual in a period that ended on 2025-12-31, expected both',
    ],
  ],
  [
    'no actual at all',
    [budget('2025-01-01', '2025-12-31', '{title: I, class: infrastructure, budgetUsd: 10}')],
    [
      'absent',
      'Investment/i budget.0: Unexpected budget line `I` without actual in a period that ended on 2025-12-31, expected both',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(budgetAndActual, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(budgetAndActual)).toEqual(silent)
  expect(byStage(budgetAndActual, budget('2020-01-01', '2020-12-31'))).toEqual(silent)
  expect(byStage(budgetAndActual, budget('2025-01-01', '2025-12-31'))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'supported'),
  ])
})

test.each([
  [
    'an actual is missing',
    budget(
      '2025-01-01',
      '2025-12-31',
      `${infrastructure}, {title: S, class: qualityStaff, budgetUsd: 10}`,
    ),
    'Budget and actual are recorded for 12 months to 2025-12-31, with money spent on infrastructure, but 1 budget line of that time has no actual.',
    'Investment records with an actual of every budget line (records/investment/….yaml)',
  ],
  [
    'too short, nothing spent on infrastructure',
    budget(
      '2025-02-01',
      '2025-12-31',
      '{title: S, class: qualityStaff, budgetUsd: 10, actualUsd: 9}',
    ),
    'Budget and actual are recorded for 11 months to 2025-12-31, without money spent on infrastructure; expected 12 months without a break.',
    'Investment records with money spent on infrastructure and 12 months without a break (records/investment/….yaml)',
  ],
  [
    'too old',
    budget('2023-12-01', '2024-12-29'),
    'Budget and actual are recorded for 12 months to 2024-12-29, with money spent on infrastructure; expected accounts to 2024-12-30 or later.',
    'Investment records with accounts to 2024-12-30 or later (records/investment/….yaml)',
  ],
])('%s: the summary says so, and what would answer it', (_name, document, says, answer) => {
  const {summary, answeredBy} = judgeRule(budgetAndActual, records(live, document))
  expect([summary, answeredBy]).toEqual([says, answer])
})

test('the summary says for how long', () => {
  expect(
    judgeRule(budgetAndActual, records(live, budget('2025-01-01', '2025-12-31'))).summary,
  ).toBe(
    'Budget and actual are recorded for 12 months to 2025-12-31, with money spent on infrastructure.',
  )
})
