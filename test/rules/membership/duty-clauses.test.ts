import {expect, test} from 'vitest'
import {dutyClauses} from '../../../src/rules/membership/duty-clauses.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const duties = ['protocols', 'data', 'measurement', 'sanctions', 'contractParticipation']
const agreement = (without = '', instead = '', span = 'inForceFrom: 2025-07-01') =>
  `{kind: ParticipationAgreement, id: a, title: A, version: '1', ${span}, clauses: {${duties
    .flatMap((it) => (it === without ? (instead === '' ? [] : `${it}: ${instead}`) : `${it}: true`))
    .join(', ')}}}`
const live = networkOf({live: '2024-01-01'})

test('every duty', () => {
  expect(judged(dutyClauses, records(live, agreement()))).toEqual(['supported'])
})

test.each([
  ['protocols', 'to follow the protocols'],
  ['data', 'to supply data'],
  ['measurement', 'to be measured'],
  ['sanctions', 'to accept consequences'],
  ['contractParticipation', 'to take part in the joint contracts'],
])('without %s: weak; where it is not stated: unknown', (key, duty) => {
  expect(judged(dutyClauses, records(live, agreement(key, 'false')))).toEqual([
    'weak',
    `ParticipationAgreement/a clauses.${key}: Unexpected agreement \`a\` without a duty ${duty}, expected one`,
  ])
  expect(judged(dutyClauses, records(live, agreement(key)))).toEqual([
    'unknown',
    `ParticipationAgreement/a : Unexpected agreement \`a\` that does not state a duty ${duty}, expected one`,
  ])
})

test('no duty at all is absent', () => {
  const none = `{kind: ParticipationAgreement, id: a, title: A, version: '1', inForceFrom: 2025-07-01, clauses: {${duties.map((it) => `${it}: false`).join(', ')}}}`
  expect(judgeRule(dutyClauses, records(live, none)).outcome).toBe('absent')
})

test.each<[string, string, string]>([
  ['its last day', 'inForceFrom: 2024-01-01, inForceTo: 2026-06-30', 'supported'],
  ['ended yesterday', 'inForceFrom: 2024-01-01, inForceTo: 2026-06-29', 'unknown'],
  ['begins tomorrow', 'inForceFrom: 2026-07-01', 'unknown'],
])('in force: %s', (_name, span, outcome) => {
  expect(judgeRule(dutyClauses, records(live, agreement('', '', span))).outcome).toBe(outcome)
})

test('by stage', () => {
  expect(byStage(dutyClauses, agreement())).toEqual(Array.from({length: 5}, () => 'supported'))
  expect(byStage(dutyClauses)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
