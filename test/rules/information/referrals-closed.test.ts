import {expect, test} from 'vitest'
import {referralsClosed} from '../../../src/rules/information/referrals-closed.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const system = (to: string, closed: number, made = 10) =>
  `{kind: InformationSystem, id: hie, title: HIE, type: ehr, goLive: 2024-01-01, referrals: [{from: 2024-01-01, to: ${to}, made: ${made}, closed: ${closed}}]}`
const measure = (identifiers: string, counts = ', numerator: 6, denominator: 10') =>
  `{kind: Measure, id: loop, title: L, steward: S, domain: process, identifiers: {${identifiers}}, results: [{from: 2026-01-01, to: 2026-03-31, value: 0.6${counts}}]}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['one closed', system('2026-03-31', 1), 'supported'],
  ['none closed', system('2026-03-31', 0), 'absent'],
  ['a period that ended today', system('2026-06-30', 1), 'supported'],
  ['a period that ends tomorrow', system('2026-07-01', 1), 'absent'],
  ['the day after the look-back begins', system('2025-07-01', 1), 'supported'],
  ['on its first day', system('2025-06-30', 1), 'absent'],
  ['nothing referred', system('2026-03-31', 0, 0), 'absent'],
  ['the MIPS measure', measure("mips: '374'"), 'supported'],
  ['the eCQM, any version', measure('ecqm: CMS50v13'), 'supported'],
  ['another measure', measure("mips: '001'"), 'absent'],
  ['another eCQM', measure('ecqm: CMS501v1'), 'absent'],
  ['the measure without counts', measure("mips: '374'", ''), 'absent'],
])('%s', (_name, documents, outcome) => {
  expect(judged(referralsClosed, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(referralsClosed)).toEqual(states)
  expect(byStage(referralsClosed, system('2026-03-31', 0))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'absent'),
  ])
})
