import {expect, test} from 'vitest'
import {noFreeRiders} from '../../../src/rules/investment/no-free-riders.ts'
import type {Count, Row, Table} from '../../../src/model/table.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const plan = (rest = ', participationFloor: 12') =>
  `{kind: IncentivePlan, id: p, title: P${rest}, pools: [{id: q}]}`
const payment = (amount: string, below = '', member = 'M-0101') =>
  `{member: ${member}, pool: q, amount: '${amount}'${below === '' ? '' : `, belowFloor: ${below}`}}`
const distribution = (payments: string, paid = '2026-05-14', rest = '') =>
  `{kind: Distribution, id: d, plan: p, from: 2025-01-01, to: 2025-12-31, paid: ${paid}${rest}${payments === '' ? '' : `, payments: [${payments}]`}}`
const other = payment('10.00', 'false', 'M-0102')

// Judged as of 2026-06-30.
test.each<[string, readonly string[], string]>([
  ['nobody below', [plan(), distribution(other)], 'supported'],
  [
    'below, and nothing drawn',
    [plan(), distribution(`${payment('0.00', 'true')}, ${other}`)],
    'supported',
  ],
  [
    'below, and a cent drawn',
    [plan(), distribution(`${payment('0.01', 'true')}, ${other}`)],
    'weak',
  ],
  ['everyone below', [plan(), distribution(payment('1.00', 'true'))], 'absent'],
  ['not stated, log open', [plan(), distribution(payment('1.00'))], 'unknown'],
  [
    'not stated, log closed',
    [plan(), distribution(payment('1.00')), closes('distributions')],
    'supported',
  ],
  ['no floor', [plan(''), distribution(other)], 'unknown'],
  ['no payments', [plan(), distribution('')], 'unknown'],
  [
    'paid the day after the look-back begins',
    [plan(), distribution(payment('1.00', 'true'), '2025-07-01')],
    'absent',
  ],
  [
    'paid on its first day',
    [plan(), distribution(payment('1.00', 'true'), '2025-06-30')],
    'unknown',
  ],
  ['paid tomorrow', [plan(), distribution(payment('1.00', 'true'), '2026-07-01')], 'unknown'],
  [
    'a plan of another line',
    [plan(', productLine: x'), distribution(payment('1.00', 'true'))],
    'absent',
  ],
  ['nothing paid, log closed', [plan(), closes('distributions')], 'notApplicable'],
])('%s', (_name, documents, outcome) => {
  expect(judged(noFreeRiders, records(networkOf({live: '2024-01-01'}), ...documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(noFreeRiders)).toEqual(states)
})

const hours = (count: number): Count => ({
  unit: 'M-0101',
  measure: 'hours',
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
  numerator: count,
  denominator: 1,
})
const table = (counts: readonly Count[], rows: readonly Row[] = []): Table => ({
  status: 'read',
  counts,
  rows,
})
const log =
  '{kind: Investment, id: i, title: I, from: 2025-01-01, to: 2025-12-31, by: participants, hoursTable: hours}'

test.each<[string, number, string]>([
  ['at the floor', 12, 'supported'],
  ['below it, whatever the record says', 11, 'absent'],
])('computed from hours: %s', (_name, count, outcome) => {
  const text = records(
    networkOf({live: '2024-01-01'}),
    plan(),
    log,
    distribution(payment('1.00', 'false')),
  )
  const result = judgeRule(noFreeRiders, text, {tables: {hours: table([hours(count)])}})
  expect(result.outcome).toBe(outcome)
})

test.each<[string, readonly Row[], string]>([
  ['read', [{line: 2, cells: {unit: 'M-0101', numerator: '5.00'}}], 'supported'],
  ['without amounts', [{line: 2, cells: {unit: 'M-0101'}}], 'unknown'],
  ['empty', [], 'unknown'],
])('a table of payments, %s', (_name, rows, outcome) => {
  const text = records(
    networkOf({live: '2024-01-01'}),
    plan(),
    log,
    distribution('', '2026-05-14', ', table: paid'),
  )
  const tables = {hours: table([hours(12)]), paid: table([], rows)}
  const result = judgeRule(noFreeRiders, text, {tables})
  expect(result.outcome).toBe(outcome)
  expect(result.evidence.map(({strength}) => strength)).toEqual(
    outcome === 'supported' ? ['measured'] : [],
  )
})
