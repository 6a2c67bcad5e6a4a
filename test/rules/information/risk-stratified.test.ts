import {expect, test} from 'vitest'
import {riskStratified} from '../../../src/rules/information/risk-stratified.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const program = (rest: string, type = 'riskStratification') =>
  `{kind: CareProgram, id: tiers, title: Tiers, type: ${type}${rest}}`

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['in use by a method', program(', riskInUse: true, riskMethod: M'), 'supported'],
  ['in use without a method', program(', riskInUse: true'), 'weak'],
  ['not in use', program(', riskInUse: false, riskMethod: M'), 'absent'],
  ['ended yesterday', program(', riskInUse: true, riskMethod: M, ended: 2026-06-29'), 'absent'],
  ['ends today', program(', riskInUse: true, riskMethod: M, ended: 2026-06-30'), 'supported'],
  ['another program', program(', riskInUse: true, riskMethod: M', 'careManagement'), 'absent'],
])('%s', (_name, documents, outcome) => {
  expect(judged(riskStratified, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(riskStratified)).toEqual(states)
  expect(byStage(riskStratified, program(''))).toEqual(states)
  expect(byStage(riskStratified, program(', riskInUse: false'))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'absent'),
  ])
})
