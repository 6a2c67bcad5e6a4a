import {expect, test} from 'vitest'
import {protocolsSpanCare} from '../../../src/rules/information/protocols-span-care.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const protocol = (id: string, specialties: string, rest = 'effective: 2024-01-01') =>
  `{kind: Protocol, id: ${id}, title: T, condition: C, specialties: [${specialties}], ${rest}}`
const both = 'family-medicine, cardiology'
const protocols = (count: number, specialties = both, rest?: string) =>
  records(
    protocol('x', 'family-medicine'),
    ...Array.from({length: count}, (_, index) => protocol(`p${index}`, specialties, rest)),
  )
const practice = (...groups: readonly string[]) =>
  `{kind: Participant, id: p, name: P, type: practice, owner: o, productLines: [ppo], declaredClinicians: [${groups.map((it) => `{${it}}`).join(', ')}]}`
const family = 'specialty: family-medicine, role: primaryCare, count: 9'
const heart = 'specialty: cardiology, role: specialist, count: 2'
const internist = 'specialty: internal-medicine, role: specialist, count: 2'

// Judged as of 2026-06-30, on a line live for less than 24 months.
test.each<[string, string, string]>([
  ['three', protocols(3), 'supported'],
  ['two', protocols(2), 'weak'],
  ['none', protocols(0), 'unknown'],
  ['retired today', protocols(3, both, 'retired: 2026-06-30'), 'unknown'],
  ['retired tomorrow', protocols(3, both, 'retired: 2026-07-01'), 'supported'],
  ['two specialties of primary care', protocols(3, 'family-medicine, pediatrics'), 'unknown'],
  ['two of specialists', protocols(3, 'cardiology, urology'), 'unknown'],
  ['three that do not say whom they bind', protocols(3, ''), 'unknown'],
  ['two, and one that does not say', records(protocols(2), protocol('silent', '')), 'unknown'],
  ['one, and one that does not say', records(protocols(1), protocol('silent', '')), 'weak'],
  ['three on a panel of both', records(protocols(3), practice(family, heart)), 'supported'],
  ['a panel of primary care alone', records(protocols(3), practice(family)), 'absent'],
  [
    'a panel whose roles are not stated',
    records(protocols(3), practice('role: notStated, count: 400')),
    'supported',
  ],
  [
    'a specialty that nobody on a known panel practises',
    records(protocols(3, 'family-medicine, urology'), practice(family, heart)),
    'unknown',
  ],
  [
    'internists who are specialists here',
    records(protocols(3, 'family-medicine, internal-medicine'), practice(family, internist)),
    'supported',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judged(protocolsSpanCare, records(networkOf({live: '2025-06-30'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage: a proposed line is judged on what it has adopted so far', () => {
  expect(byStage(protocolsSpanCare, protocols(3, both, 'effective: 2027-01-01'))[0]).toBe(
    'supported',
  )
  expect(byStage(protocolsSpanCare, protocols(3))).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(protocolsSpanCare, protocols(0))).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
