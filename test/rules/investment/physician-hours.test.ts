import {expect, test} from 'vitest'
import type {Count, Table} from '../../../src/model/table.ts'
import {physicianHours} from '../../../src/rules/investment/physician-hours.ts'
import {byStage, closes, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const practice = (id: string, count: number) =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: o, productLines: [ppo], declaredClinicians: [{role: specialist, count: ${count}}]}`
const investment = (rest: string, from = '2025-07-01', to = '2026-06-30') =>
  `{kind: Investment, id: i, title: I, from: ${from}, to: ${to}, by: participants, ${rest}}`
const row = (participant: string, members: number, hours = 10) =>
  `{participant: ${participant}, activity: committee, members: ${members}, hours: ${hours}}`
const rows = (...all: readonly string[]) => `hours: [${all.join(', ')}]`
const live = networkOf({live: '2024-01-01'})
const panel = [practice('p', 40), practice('q', 60)]

test.each<[string, string[], string, string]>([
  ['30 %', [investment(rows(row('p', 30)))], 'supported', '30 of 100 members'],
  ['29 %', [investment(rows(row('p', 29)))], 'weak', '29 of 100 members'],
  ['15 %: half of it', [investment(rows(row('p', 15)))], 'weak', '15 of 100 members'],
  ['14 %', [investment(rows(row('p', 14)))], 'absent', '14 of 100 members'],
  [
    'two rows of a practice count once',
    [investment(rows(row('p', 20), row('p', 29)))],
    'weak',
    '29 of 100 members',
  ],
  [
    'two practices',
    [investment(rows(row('p', 10), row('q', 20)))],
    'supported',
    '30 of 100 members',
  ],
  [
    'no more than the practice has',
    [investment(rows(row('p', 50), row('q', 1)))],
    'supported',
    '41 of 100 members',
  ],
  [
    'a practice that is not on the panel',
    [investment(rows(row('r', 90)))],
    'absent',
    '0 of 100 members',
  ],
  ['no hours', [investment(rows(row('p', 30, 0)))], 'absent', '0 of 100 members'],
  [
    'before the look-back',
    [investment(rows(row('p', 30)), '2024-07-01', '2025-06-30')],
    'absent',
    '0 of 100 members',
  ],
  [
    'a day into it',
    [investment(rows(row('p', 30)), '2024-07-01', '2025-07-01')],
    'supported',
    '30 of 100 members',
  ],
])('%s', (_name, documents, outcome, summary) => {
  const result = judgeRule(physicianHours, records(live, ...panel, ...documents))
  expect([result.outcome, result.summary.slice(0, summary.length)]).toEqual([outcome, summary])
})

test('the finding names the line and the floor', () => {
  const {findings, summary} = judgeRule(
    physicianHours,
    records(live, ...panel, investment(rows(row('p', 29)))),
  )
  expect(summary).toBe('29 of 100 members on the panel logged hours since 2025-06-30 (29 %).')
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected 29 of 100 members with hours since 2025-06-30, expected 30 % of a known panel',
  ])
})

test('a panel that is not known leaves it unknown', () => {
  const open = '{kind: Participant, id: r, name: R, type: practice, owner: o, productLines: [ppo]}'
  const text = records(live, ...panel, open, investment(rows(row('p', 40))))
  expect(judgeRule(physicianHours, text).outcome).toBe('unknown')
  expect(
    judgeRule(physicianHours, records(live, open, investment(rows(row('r', 9))))).outcome,
  ).toBe('absent')
})

const counts = (units: number, change: Partial<Count> = {}): Count[] =>
  Array.from({length: units}, (_, index) => ({
    unit: `m${100 + index}`,
    measure: 'hours',
    periodStart: '2026-01-01',
    periodEnd: '2026-03-31',
    numerator: 2,
    denominator: 1,
    ...change,
  }))

test.each<[string, Count[], string]>([
  ['30 members', counts(30), 'supported'],
  ['29 members', counts(29), 'weak'],
  ['the same member twice', [...counts(29), ...counts(29)], 'weak'],
  ['no hours', counts(30, {numerator: 0}), 'absent'],
  ['another measure', counts(30, {measure: 'visits'}), 'absent'],
  ['before the look-back', counts(30, {periodEnd: '2025-06-30'}), 'absent'],
  ['after the as-of date', counts(30, {periodEnd: '2026-07-01'}), 'absent'],
  ['a total for the network', counts(30, {unit: 'network'}), 'absent'],
])('a table: %s', (_name, read, outcome) => {
  const tables: Record<string, Table> = {t: {status: 'read', counts: read, rows: []}}
  const text = records(live, ...panel, investment('hoursTable: t'))
  const result = judgeRule(physicianHours, text, {tables})
  expect(result.outcome).toBe(outcome)
  if (outcome !== 'absent')
    expect(result.evidence.map(({strength}) => strength)).toEqual(['measured'])
})

test('a table that cannot be read is a finding, not zero hours unsaid', () => {
  const text = records(live, ...panel, investment('hoursTable: t'))
  const tables: Record<string, Table> = {t: {status: 'hashMismatch', reason: 'another file'}}
  const {outcome, findings} = judgeRule(physicianHours, text, {tables})
  expect([outcome, findings[0]?.message]).toEqual([
    'absent',
    'Unexpected table `t` (hashMismatch), expected one that can be read',
  ])
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(physicianHours)).toEqual(silent)
  expect(byStage(physicianHours, ...panel, investment('budget: []'))).toEqual(silent)
  expect(
    byStage(physicianHours, ...panel, investment('budget: []'), closes('physicianHours')),
  ).toEqual(['notApplicable', ...Array.from({length: 4}, () => 'absent')])
})
