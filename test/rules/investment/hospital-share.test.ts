import {expect, test} from 'vitest'
import {hospitalShare} from '../../../src/rules/investment/hospital-share.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const investment = (rest: string, by = 'network', period = 'from: 2025-07-01, to: 2026-06-30') =>
  `{kind: Investment, id: i, title: I, ${period}, by: ${by}, ${rest}}`
const line = (usd: number, payer = '', actual = `, actualUsd: ${usd}`) =>
  `{title: L, class: other, budgetUsd: ${usd}${actual}${payer === '' ? '' : `, payer: ${payer}`}}`
const budget = (...lines: readonly string[]) => `budget: [${lines.join(', ')}]`
const capital = (by: string, usd: number, date: string) =>
  `capital: [{by: ${by}, date: ${date}, amountUsd: ${usd}}]`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['nine tenths', investment(budget(line(90, 'hospital'), line(10, 'physicians'))), 'supported'],
  ['more', investment(budget(line(91, 'hospital'), line(9, 'physicians'))), 'weak'],
  ['all of it', investment(budget(line(100, 'hospital'))), 'absent'],
  ['none of it', investment(budget(line(100, 'grant'))), 'supported'],
  ['not stated, and decisive', investment(budget(line(90, 'hospital'), line(10))), 'unknown'],
  [
    'not stated, and not decisive',
    investment(budget(line(80, 'hospital'), line(10, 'physicians'), line(10))),
    'supported',
  ],
  [
    'actual counts before budget',
    investment(budget(line(91, 'hospital', ', actualUsd: 50'), line(9, 'physicians'))),
    'supported',
  ],
  [
    'budget where no actual is recorded',
    investment(budget(line(91, 'hospital', ''), line(9, 'physicians'))),
    'weak',
  ],
  ['put in by the hospital', investment(budget(line(100)), 'hospital'), 'absent'],
  ['put in by participants', investment(budget(line(100)), 'participants'), 'supported'],
  [
    'ends tomorrow: a plan',
    investment(budget(line(1, 'payer')), 'network', 'from: 2025-07-01, to: 2026-07-01'),
    'absent',
  ],
  ['capital of yesterday', investment(capital('physicians', 1, '2026-06-29')), 'supported'],
  ['capital of tomorrow', investment(capital('physicians', 1, '2026-07-01')), 'absent'],
  ['capital before the look-back', investment(capital('physicians', 1, '2025-06-30')), 'absent'],
  ['capital of the hospital', investment(capital('hospital', 1, '2026-06-29')), 'absent'],
])('%s', (_name, documents, outcome) => {
  expect(judged(hospitalShare, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage; no amount is printed', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(hospitalShare)).toEqual(states)
  expect(byStage(hospitalShare, investment(budget(line(0, 'hospital'))))).toEqual(states)
  const text = records(networkOf({live: '2024-01-01'}), investment(budget(line(98765, 'hospital'))))
  expect(judged(hospitalShare, text).join()).not.toContain('98765')
})
