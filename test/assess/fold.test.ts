import {expect, test} from 'vitest'
import {effectOf, fold, readinessOf, type Weighed} from '../../src/assess/fold.ts'
import type {QuestionOutcome} from '../../src/model/assessment.ts'
import {weights, type Outcome} from '../../src/model/rule.ts'

const outcomes: readonly Outcome[] = [
  'supported',
  'weak',
  'absent',
  'contrary',
  'unknown',
  'notApplicable',
]
const all: readonly Weighed[] = weights.flatMap((weight) =>
  outcomes.map((outcome) => ({weight, outcome})),
)

/**
 * The text, sentence by sentence: a question fails if any of its gates is absent or contrary, or
 * any critical test is contrary. Else it is open if any gate is unknown or weak, or any critical
 * is absent or unknown. Else it is supported with noted weakness if any critical is weak or any
 * major is not supported; else supported.
 */
function oracle(tests: readonly Weighed[]): QuestionOutcome {
  const any = (weight: string, ...of: readonly Outcome[]) =>
    tests.some((it) => it.weight === weight && of.includes(it.outcome))
  if (tests.filter((it) => it.outcome !== 'notApplicable').length === 0) return 'notApplicable'
  if (any('gate', 'absent', 'contrary') || any('critical', 'contrary')) return 'fails'
  if (any('gate', 'unknown', 'weak') || any('critical', 'absent', 'unknown')) return 'open'
  if (any('critical', 'weak') || any('major', 'weak', 'absent', 'contrary', 'unknown'))
    return 'supportedWithNotedWeakness'
  return 'supported'
}

test('every list of up to three tests folds as the text says', () => {
  const lists: (readonly Weighed[])[] = [[]]
  for (const a of all) {
    lists.push([a])
    for (const b of all) {
      lists.push([a, b])
      for (const c of all) lists.push([a, b, c])
    }
  }
  expect(lists).toHaveLength(1 + 24 + 24 ** 2 + 24 ** 3)
  expect(lists.filter((list) => fold(list) !== oracle(list))).toEqual([])
})

test('the table of effects', () => {
  const table = weights.map((weight) =>
    [weight, ...outcomes.map((outcome) => effectOf({weight, outcome}))].join(' '),
  )
  // supported, weak, absent, contrary, unknown, notApplicable
  expect(table).toEqual([
    'gate none opens fails fails opens none',
    'critical none weakens opens fails opens none',
    'major none weakens weakens weakens weakens none',
    'minor none none none none none none',
  ])
})

test.each<[string, QuestionOutcome[], Weighed[], string]>([
  ['all supported', ['supported'], [], 'readyForCounselsReview'],
  ['weakness is noted', ['supportedWithNotedWeakness'], [], 'readyForCounselsReview'],
  ['not applicable', ['notApplicable'], [], 'readyForCounselsReview'],
  ['one open', ['supported', 'open'], [], 'conditionsOutstanding'],
  ['one fails', ['open', 'fails'], [], 'notReady'],
  ['L gate absent', ['supported'], [{weight: 'gate', outcome: 'absent'}], 'notReady'],
  ['L gate contrary', ['open'], [{weight: 'gate', outcome: 'contrary'}], 'notReady'],
  [
    'L gate unknown',
    ['supported'],
    [{weight: 'gate', outcome: 'unknown'}],
    'conditionsOutstanding',
  ],
  ['L gate weak', ['supported'], [{weight: 'gate', outcome: 'weak'}], 'conditionsOutstanding'],
  [
    'L gate supported',
    ['supported'],
    [{weight: 'gate', outcome: 'supported'}],
    'readyForCounselsReview',
  ],
  [
    'L critical contrary',
    ['supported'],
    [{weight: 'critical', outcome: 'contrary'}],
    'readyForCounselsReview',
  ],
])('readiness: %s', (_name, questions, integrity, expected) => {
  expect(readinessOf(questions, integrity)).toBe(expected)
})
