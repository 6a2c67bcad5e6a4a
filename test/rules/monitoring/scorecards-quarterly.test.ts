import {expect, test} from 'vitest'
import {addDays} from '../../../src/model/date.ts'
import {scorecardsQuarterly} from '../../../src/rules/monitoring/scorecards-quarterly.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const card = (to: string, rest = '', issued = to) =>
  `{kind: Scorecard, id: s-${to}, title: S, from: ${addDays(to, -89)}, to: ${to}, issued: ${issued}${rest}}`
/** Cards whose periods end this many days before 2026-06-30. */
const ending = (...daysAgo: readonly number[]) =>
  daysAgo.map((days) => card(addDays('2026-06-30', -days)))
const live = networkOf({live: '2024-01-01'})
const gap = (at: string, days: number, from: number, to: number) =>
  `${at}: Unexpected ${days} days without a scored period (${addDays('2026-06-30', -from)} to ${addDays('2026-06-30', -to)}), expected at most 100`
const scorecard = (daysAgo: number) => `Scorecard/s-${addDays('2026-06-30', -daysAgo)} to`

// The look-back of 12 months began 365 days ago.
test.each<[string, number[], string[]]>([
  ['each quarter', [0, 91, 182, 273, 364], ['supported']],
  ['gaps of 100 days', [65, 165, 265], ['supported']],
  ['one of 101 days between', [64, 165, 265], ['weak', gap(scorecard(64), 101, 165, 64)]],
  ['the last 100 days ago', [100, 200, 300], ['supported']],
  ['the last 101 days ago', [101, 200, 300], ['weak', gap(scorecard(101), 101, 101, 0)]],
  ['the first 100 days into the look-back', [0, 90, 180, 265], ['supported']],
  ['the first 101 days into it', [0, 90, 180, 264], ['weak', gap(scorecard(264), 101, 365, 264)]],
  ['counted from the last before the look-back', [0, 90, 180, 270, 370], ['supported']],
  ['200 days are late', [0, 200, 300], ['weak', gap(scorecard(0), 200, 200, 0)]],
  [
    '201 days are a program that stopped',
    [0, 201, 300],
    ['absent', gap(scorecard(0), 201, 201, 0)],
  ],
  ['none within the look-back', [365], ['absent', gap(scorecard(365), 365, 365, 0)]],
])('%s', (_name, daysAgo, expected) => {
  expect(judged(scorecardsQuarterly, records(live, ...ending(...daysAgo)))).toEqual(expected)
})

test('issued tomorrow, or for a period that ends tomorrow: not counted', () => {
  const rest = ending(91, 182, 273)
  const outcome = (last: string) =>
    judgeRule(scorecardsQuarterly, records(live, ...rest, last)).evidence.length
  expect(outcome(card('2026-06-30'))).toBe(4)
  expect(outcome(card('2026-06-30', '', '2026-07-01'))).toBe(3)
  expect(outcome(card('2026-07-01', '', '2026-06-30'))).toBe(3)
})

test('a card of another line does not count', () => {
  const other = ending(0, 91, 182, 273).map((it) => it.replace(/}$/, ', productLines: [hmo]}'))
  expect(judgeRule(scorecardsQuarterly, records(live, ...other)).outcome).toBe('absent')
})

test('by stage', () => {
  expect(byStage(scorecardsQuarterly)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  // Live today: a card of before is no evidence of this program.
  expect(byStage(scorecardsQuarterly, ...ending(0, 91, 182, 273))).toEqual([
    'notApplicable',
    'unknown',
    'supported',
    'supported',
    'supported',
  ])
  expect(byStage(scorecardsQuarterly, ...ending(400))).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  expect(byStage(scorecardsQuarterly, ...ending(700), closes('scorecards')).slice(2)).toEqual([
    'absent',
    'absent',
    'absent',
  ])
})

test('a program live for 90 days is judged since it went live', () => {
  const network = networkOf({live: addDays('2026-06-30', -100)})
  expect(judged(scorecardsQuarterly, records(network, ...ending(10)))).toEqual(['supported'])
  const older = networkOf({live: addDays('2026-06-30', -111)})
  expect(judged(scorecardsQuarterly, records(older, ...ending(10)))).toEqual([
    'weak',
    gap(scorecard(10), 101, 111, 10),
  ])
})

test('strength: measured with the table, corroborated when attested by an outsider', () => {
  const cards = [0, 91, 182, 273].map((it) => card(addDays('2026-06-30', -it), ', table: t'))
  const strengths = (...more: string[]) => {
    const {evidence} = judgeRule(scorecardsQuarterly, records(live, ...cards, ...more), {
      tables: {t: {status: 'read', counts: [], rows: []}},
    })
    return [...new Set(evidence.map(({strength}) => strength))]
  }
  expect(strengths()).toEqual(['measured'])
  expect(strengths(closes('scorecards'))).toEqual(['corroborated'])
  const insider = closes('scorecards').replace('name: O', 'name: O, participant: p')
  expect(strengths(insider)).toEqual(['measured'])
  expect(judgeRule(scorecardsQuarterly, records(live, ...cards)).evidence[0]?.strength).toBe(
    'declared',
  )
})
