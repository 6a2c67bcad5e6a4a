import {expect, test} from 'vitest'
import type {Table} from '../../../src/model/table.ts'
import {specialtyBreadth} from '../../../src/rules/membership/specialty-breadth.ts'
import {byStage, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const practice = (rest: string, id = 'p') =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: o, productLines: [ppo], ${rest}}`
const declared = (...counts: readonly string[]) =>
  practice(`declaredClinicians: [${counts.map((it) => `{${it}}`).join(', ')}]`)
const family = 'specialty: family-medicine, role: primaryCare, count: 4'
const cardiology = 'specialty: cardiology, role: specialist, count: 2'
const orthopedics = 'specialty: orthopedics, role: specialist, count: 1'
const network = networkOf({live: '2024-01-01'})

test.each<[string, string, string]>([
  ['three specialties', declared(family, cardiology, orthopedics), 'supported'],
  ['two specialties', declared(family, cardiology), 'weak'],
  ['specialists of one specialty', declared(cardiology), 'weak'],
  [
    'one specialist, a hundred in primary care',
    declared(
      'specialty: pediatrics, role: primaryCare, count: 100',
      family,
      'specialty: urology, role: specialist, count: 1',
    ),
    'supported',
  ],
  [
    'primary care only, in three specialties',
    declared(
      family,
      'specialty: pediatrics, role: primaryCare, count: 2',
      'specialty: geriatrics, role: primaryCare, count: 2',
    ),
    'contrary',
  ],
  [
    'primary care only, specialties not stated',
    declared('role: primaryCare, count: 192, approximate: true'),
    'contrary',
  ],
  [
    'specialists counted as zero',
    declared(family, 'specialty: cardiology, role: specialist, count: 0'),
    'contrary',
  ],
  [
    'many specialties, not named',
    declared('role: primaryCare, count: 100', 'role: specialist, count: 300'),
    'unknown',
  ],
  ['roles not stated', declared('role: notStated, count: 432'), 'unknown'],
  [
    'two specialties and primary care not named: three at least',
    declared('role: primaryCare, count: 9', cardiology, orthopedics),
    'supported',
  ],
  [
    'two specialties beside an unnamed one',
    declared(family, cardiology, 'role: specialist, count: 1'),
    'unknown',
  ],
  [
    '`other` is no stated specialty',
    declared(family, cardiology, 'specialty: other, role: specialist, count: 1'),
    'unknown',
  ],
  [
    'a count of a later date does not count',
    declared(family, cardiology, `${orthopedics}, asOf: 2026-07-01`),
    'weak',
  ],
  ['no clinicians known', practice('joined: 2024-01-01'), 'unknown'],
  [
    'primary care only, and a practice not known',
    records(declared(family), practice('joined: 2024-01-01', 'q')),
    'unknown',
  ],
  [
    'two specialties, and a practice not known',
    records(declared(family, cardiology), practice('joined: 2024-01-01', 'q')),
    'unknown',
  ],
])('%s', (_name, documents, expected) => {
  expect(judgeRule(specialtyBreadth, records(network, documents)).outcome).toBe(expected)
})

test('clinicians who left today do not count; who leave tomorrow do', () => {
  const listed = (left: string) =>
    records(
      network,
      practice(
        `clinicians: [{npi: '1', specialty: family-medicine, role: primaryCare}, {npi: '2', specialty: cardiology, role: specialist}, {npi: '3', specialty: urology, role: specialist, left: ${left}}]`,
      ),
    )
  expect(judgeRule(specialtyBreadth, listed('2026-07-01')).outcome).toBe('supported')
  expect(judgeRule(specialtyBreadth, listed('2026-06-30')).outcome).toBe('weak')
})

test('a roster counts where it was read, and is a gap where it was not', () => {
  const rows = ['family-medicine', 'cardiology', 'urology'].map((specialty, index) => ({
    line: index + 2,
    cells: {
      npi: String(index),
      specialty,
      clinicianRole: index === 0 ? 'primaryCare' : 'specialist',
    },
  }))
  const text = records(network, practice('roster: r'))
  const judge = (table: Table) => judgeRule(specialtyBreadth, text, {tables: {r: table}})
  const read = judge({status: 'read', counts: [], rows})
  expect([read.outcome, ...read.evidence.map(({strength}) => strength)]).toEqual([
    'supported',
    'measured',
  ])
  const unread = judge({status: 'hashMismatch', reason: 'another file'})
  expect([unread.outcome, ...unread.findings.map(({message}) => message)]).toEqual([
    'unknown',
    'Unexpected participant `p` without known clinicians, expected their specialties',
  ])
})

test('a role that a roster does not give is not stated', () => {
  const rows = [{line: 2, cells: {npi: '1', specialty: ''}}]
  const {outcome, summary, findings} = judgeRule(
    specialtyBreadth,
    records(network, practice('roster: r')),
    {tables: {r: {status: 'read', counts: [], rows}}},
  )
  expect([outcome, summary, findings[0]?.subject.path]).toEqual([
    'unknown',
    '1 clinician on the panel: none stated to be a specialist and 1 of no stated role; no specialty is stated.',
    ['roster'],
  ])
})

test('what is said of counts without specialties', () => {
  const text = records(
    network,
    declared('role: primaryCare, count: 100', 'role: specialist, count: 300'),
  )
  const {summary, findings, evidence} = judgeRule(specialtyBreadth, text)
  expect(summary).toBe(
    '400 clinicians on the panel: 100 in primary care and 300 specialists; no specialty is stated.',
  )
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected 100 clinicians in primary care without a stated specialty and 300 specialists without a stated specialty, expected specialists of several specialties on the panel',
  ])
  expect(evidence.map(({strength}) => strength)).toEqual(['declared'])
})

test.each([
  [
    'contrary',
    declared('role: primaryCare, count: 192'),
    '192 clinicians on the panel: 192 in primary care and none stated to be a specialist; no specialty is stated.',
  ],
  [
    'unknown',
    declared('role: notStated, count: 192'),
    '192 clinicians on the panel: none stated to be a specialist and 192 of no stated role; no specialty is stated.',
  ],
  [
    'weak',
    declared(family, cardiology),
    '6 clinicians on the panel: 4 in primary care and 2 specialists; 2 stated specialties (cardiology and family medicine).',
  ],
  [
    'unknown',
    declared(family, cardiology, 'role: specialist, count: 1'),
    '7 clinicians on the panel: 4 in primary care and 3 specialists; 2 stated specialties (cardiology and family medicine); the specialty of 1 is not stated.',
  ],
])('%s: the summary says what decided it', (expected, document, says) => {
  const {outcome, summary} = judgeRule(specialtyBreadth, records(network, document))
  expect([outcome, summary]).toEqual([expected, says])
})

test('the stage changes nothing', () => {
  expect(byStage(specialtyBreadth, declared(family))).toEqual(
    Array.from({length: 5}, () => 'contrary'),
  )
})

test('the number of specialties is a threshold', () => {
  const config = {
    thresholds: {minimumSpecialties: {value: 2, reason: 'Small county', setBy: 'Board'}},
  }
  const text = records(network, declared(family, cardiology))
  expect(judgeRule(specialtyBreadth, text, {config}).outcome).toBe('supported')
})
