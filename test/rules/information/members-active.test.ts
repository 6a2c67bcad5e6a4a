import {expect, test} from 'vitest'
import {membersActive} from '../../../src/rules/information/members-active.ts'
import type {Count} from '../../../src/model/table.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const system = (use: string, rest = 'dutyToUse: true', id = 'hie') =>
  `{kind: InformationSystem, id: ${id}, title: HIE, type: ehr, goLive: 2024-01-01, ${rest}${use === '' ? '' : `, use: [${use}]`}}`
const month = (active: number, of = 100, name = '2026-05') =>
  `{month: ${name}, active: ${active}, of: ${of}}`
const panel = (count: number) =>
  `{kind: Participant, id: p, name: P, type: practice, owner: o, productLines: [ppo], declaredClinicians: [{role: primaryCare, count: ${count}}]}`

// Judged as of 2026-06-30: the ninety days begin on 2026-04-01.
test.each<[string, string, string]>([
  ['eighty of a hundred', system(month(80)), 'supported'],
  ['seventy-nine of a hundred', system(month(79)), 'weak'],
  ['half of the floor', system(month(40)), 'weak'],
  ['below half of the floor', system(month(39)), 'absent'],
  ['nobody', system(month(0)), 'absent'],
  ['the best month counts', system(`${month(50)}, ${month(90, 100, '2026-04')}`), 'supported'],
  ['a month that ended before', system(month(90, 100, '2026-03')), 'absent'],
  ['a month to come', system(month(90, 100, '2026-07')), 'absent'],
  ['a panel larger than counted', records(system(month(80)), panel(101)), 'weak'],
  ['a panel as large', records(system(month(80)), panel(100)), 'supported'],
  ['no member at all', system(month(0, 0)), 'absent'],
  [
    'one of two with a duty',
    records(system(month(90)), system(month(50), 'dutyToUse: true', 'b')),
    'weak',
  ],
  [
    'one of two without use',
    records(system(month(90)), system('', 'dutyToUse: true', 'b')),
    'weak',
  ],
  [
    'one without a duty does not count beside one with',
    records(system(month(90)), system(month(1), 'dutyToUse: false', 'b')),
    'supported',
  ],
  ['without any duty, use counts', system(month(85), 'twoWay: true'), 'supported'],
  ['without duty and use', system('', 'twoWay: true'), 'absent'],
])('%s', (_name, documents, outcome) => {
  expect(judged(membersActive, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  expect(byStage(membersActive, system(month(0)))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'absent'),
  ])
  for (const missing of [[], [system('')], [system('', 'twoWay: true')]])
    expect(byStage(membersActive, ...missing)).toEqual([
      'notApplicable',
      'unknown',
      'unknown',
      'unknown',
      'absent',
    ])
})

test('points at the month', () => {
  const text = records(networkOf({live: '2024-01-01'}), system(month(79)))
  expect(judged(membersActive, text)[1]).toBe(
    'InformationSystem/hie use.0: Unexpected 79 of 100 members active in 2026-05 (79 %) in `HIE`, expected 80 %',
  )
})

const count = (unit: string, numerator: number, periodEnd = '2026-06-30'): Count => ({
  unit,
  measure: 'use',
  periodStart: '2026-04-01',
  periodEnd,
  numerator,
  denominator: 1,
})
const four = ['M-0101', 'M-0102', 'M-0103', 'M-0104'].map((unit) => count(unit, 3))

test.each<[string, readonly Count[], string, string | undefined]>([
  ['four of five', [...four, count('M-0105', 0)], 'supported', 'measured'],
  ['four of six', [...four, count('M-0105', 0), count('M-0106', 0)], 'weak', undefined],
  [
    'the network is no member',
    [...four, count('M-0105', 0), count('network', 0)],
    'supported',
    'measured',
  ],
  [
    'one member in two periods',
    [...four, count('M-0105', 0), count('M-0105', 0, '2026-05-31')],
    'supported',
    'measured',
  ],
  [
    'use that ended before: the record speaks',
    [count('M-0101', 3, '2026-04-01')],
    'weak',
    undefined,
  ],
])('a table of use: %s', (_name, counts, outcome, strength) => {
  const text = records(
    networkOf({live: '2024-01-01'}),
    system(month(50), 'dutyToUse: true, useTable: t'),
  )
  const result = judgeRule(membersActive, text, {tables: {t: {status: 'read', counts, rows: []}}})
  expect(result.outcome).toBe(outcome)
  expect(result.evidence[0]?.strength).toBe(strength)
})

test('a table that cannot be read leaves what the record declares', () => {
  const text = records(networkOf({live: '2024-01-01'}), system(month(90), 'useTable: t'))
  const {outcome, evidence, findings} = judgeRule(membersActive, text)
  expect([outcome, evidence[0]?.strength]).toEqual(['supported', 'declared'])
  expect(findings.map(({subject}) => subject.path)).toEqual([['useTable']])
})
