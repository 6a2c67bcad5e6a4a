import {expect, test} from 'vitest'
import type {Count} from '../../../src/model/table.ts'
import {notToppedOut} from '../../../src/rules/protocols/not-topped-out.ts'
import {countTable, fourth, measure, row, tableOf, third} from '../../helpers/counts.ts'
import {byStage, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const inPeriod = (period: typeof third, ...numerators: readonly number[]): Count[] =>
  numerators.map((it, index) => row(`M-010${index}`, it, 100, period))
const text = (direction: string) =>
  records(networkOf({live: '2024-01-01'}), measure(`direction: ${direction}`), countTable)
const outcomeOf = (counts: readonly Count[], direction = 'higher') =>
  judgeRule(notToppedOut, text(direction), {tables: tableOf(counts)})

test.each<[string, string, Count[], string]>([
  [
    'median 99 % twice',
    'higher',
    [...inPeriod(third, 99, 100, 9), ...inPeriod(fourth, 99, 99, 9)],
    'weak',
  ],
  [
    '98 % in the last',
    'higher',
    [...inPeriod(third, 99, 100, 9), ...inPeriod(fourth, 98, 100, 9)],
    'supported',
  ],
  [
    '98 % in the first',
    'higher',
    [...inPeriod(third, 98, 100, 9), ...inPeriod(fourth, 99, 100, 9)],
    'supported',
  ],
  [
    'two members at 98 and 100 %',
    'higher',
    [...inPeriod(third, 98, 100), ...inPeriod(fourth, 98, 100)],
    'weak',
  ],
  ['one period alone', 'higher', inPeriod(fourth, 99, 100), 'unknown'],
  [
    '1 % where lower is better',
    'lower',
    [...inPeriod(third, 1, 0, 90), ...inPeriod(fourth, 1, 1, 90)],
    'weak',
  ],
  [
    '2 % where lower is better',
    'lower',
    [...inPeriod(third, 1, 0, 90), ...inPeriod(fourth, 2, 1, 90)],
    'supported',
  ],
])('%s', (_name, direction, counts, outcome) => {
  expect(outcomeOf(counts, direction).outcome).toBe(outcome)
})

test('names the measure and its medians', () => {
  const {findings, summary} = outcomeOf([...inPeriod(third, 100), ...inPeriod(fourth, 99)])
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected measure `a1c` with a median of 100 % to 2025-09-30, 99 % to 2025-12-31, expected one that tells members apart',
  ])
  expect(summary).toBe('1 measure of 1 with counts for 2 periods is at the ceiling.')
})

test('members below the minimum denominator are left out', () => {
  const minimum = records(
    networkOf({live: '2024-01-01'}),
    measure('direction: higher, minimumDenominator: 101'),
    countTable,
  )
  const counts = [...inPeriod(third, 100), ...inPeriod(fourth, 100)]
  const {outcome} = judgeRule(notToppedOut, minimum, {tables: tableOf(counts)})
  expect(outcome).toBe('unknown')
})

test('a table that cannot be read leaves it open', () => {
  const {outcome, findings} = judgeRule(notToppedOut, text('higher'))
  expect(outcome).toBe('unknown')
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected table that was not read (no table counts), expected counts',
  ])
})

test('by stage', () => {
  expect(byStage(notToppedOut, measure('direction: higher'))).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
