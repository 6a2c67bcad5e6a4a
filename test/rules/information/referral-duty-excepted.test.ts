import {expect, test} from 'vitest'
import {referralDutyExcepted} from '../../../src/rules/information/referral-duty-excepted.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const agreement = (clause: string, rest = 'inForceFrom: 2024-01-01', id = 'a') =>
  `{kind: ParticipationAgreement, id: ${id}, title: A, version: '1', ${rest}${clause === '' ? '' : `, clauses: {inNetworkReferral: {${clause}}}`}}`
const three = 'exceptions: [patientChoice, payerDetermination, medicalJudgment]'
const whole = agreement(`required: true, ${three}`)

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['all three', whole, 'supported'],
  ['two', agreement('required: true, exceptions: [patientChoice, medicalJudgment]'), 'weak'],
  ['one', agreement('required: true, exceptions: [patientChoice]'), 'weak'],
  ['none', agreement('required: true, exceptions: []'), 'contrary'],
  ['exceptions not stated', agreement('required: true'), 'unknown'],
  ['no duty', agreement('required: false'), 'absent'],
  ['clause not stated', agreement(''), 'unknown'],
  [
    'in force from today',
    agreement(`required: true, ${three}`, 'inForceFrom: 2026-06-30'),
    'supported',
  ],
  [
    'in force from tomorrow',
    agreement(`required: true, ${three}`, 'inForceFrom: 2026-07-01'),
    'unknown',
  ],
  [
    'to yesterday',
    agreement(`required: true, ${three}`, 'inForceFrom: 2024-01-01, inForceTo: 2026-06-29'),
    'unknown',
  ],
  [
    'the gravest of two in force',
    records(whole, agreement('required: true, exceptions: []', 'inForceFrom: 2024-01-01', 'b')),
    'contrary',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judged(referralDutyExcepted, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage: a proposed agreement counts before it is in force', () => {
  const undated = agreement(`required: true, ${three}`, 'productLines: [ppo]')
  expect(byStage(referralDutyExcepted, undated)).toEqual([
    'supported',
    ...Array.from({length: 4}, () => 'unknown'),
  ])
  expect(byStage(referralDutyExcepted)).toEqual(Array.from({length: 5}, () => 'unknown'))
  expect(byStage(referralDutyExcepted, whole)).toEqual(Array.from({length: 5}, () => 'supported'))
})
