import {expect, test} from 'vitest'
import {daysBetween} from '../../../src/model/date.ts'
import type {Trail} from '../../../src/model/trail.ts'
import {notEnteredInBulk} from '../../../src/rules/integrity/not-entered-in-bulk.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {judgeRule} from '../../helpers/judge-rule.ts'
import {liveFor, network, proposed} from '../../helpers/records.ts'
import {commitOn, trailOf} from '../../helpers/trail.ts'

/** A history of events of the first quarter of 2026, each committed on the day given for it. */
const eventsOn = (...days: readonly string[]): Trail =>
  trailOf([
    {
      root: 'main',
      kind: 'Meeting',
      id: 'm',
      file: 'm.yaml',
      first: commitOn('2026-01-01'),
      last: commitOn('2026-01-01'),
      changes: [],
      events: days.map((day) => ({
        path: ['held'],
        label: 'held',
        date: '2026-02-02',
        first: commitOn(day),
        lagDays: daysBetween('2026-02-02', day),
      })),
    },
  ])
const times = (count: number, day: string) => Array.from({length: count}, () => day)
const inTime = (count: number) => times(count, '2026-02-03')
const text = network(liveFor[24])

test.each([
  ['30 %, late', [...inTime(7), ...times(3, '2026-05-16')], 'supported'],
  ['40 %, late', [...inTime(6), ...times(4, '2026-05-16')], 'weak'],
  ['40 % on the last day of ordinary work', [...inTime(6), ...times(4, '2026-05-15')], 'supported'],
  [
    '40 % in seven days',
    [...inTime(6), ...times(2, '2026-05-20'), ...times(2, '2026-05-26')],
    'weak',
  ],
  [
    '40 % in eight days',
    [...inTime(6), ...times(2, '2026-05-20'), ...times(2, '2026-05-27')],
    'supported',
  ],
  ['nine events', times(9, '2026-05-20'), 'unknown'],
  ['ten events', times(10, '2026-05-20'), 'weak'],
  ['committed after the as-of date', [...inTime(10), ...times(10, '2026-07-01')], 'supported'],
  ['no event', [], 'unknown'],
])('%s', (_name, days, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[24]])
    expect(runRule(notEnteredInBulk, network(line), {trails: [eventsOn(...days)]}).outcome).toBe(
      outcome,
    )
})

test('without history nothing is known', () => {
  expect(judgeRule(notEnteredInBulk, text).outcome).toBe('unknown')
  const shallow: Trail = {status: 'shallow', root: 'main', reason: 'R'}
  expect(runRule(notEnteredInBulk, text, {trails: [shallow]}).outcome).toBe('unknown')
})

test('a reconstruction has no history of its own', () => {
  const config = {reconstruction: {matter: 'M', statement: 'S'}}
  const trails = [eventsOn(...times(10, '2026-05-20'))]
  expect(runRule(notEnteredInBulk, text, {config, trails}).outcome).toBe('notApplicable')
})

test('names the quarter and the days', () => {
  expect(
    checkRule(notEnteredInBulk, text, {trails: [eventsOn(...times(10, '2026-05-20'))]}),
  ).toEqual([
    'weak',
    '1:1 Unexpected 10 of 10 dated events of 2026-Q1 committed from 2026-05-20 to 2026-05-20, expected at most 30 % at once',
  ])
})
