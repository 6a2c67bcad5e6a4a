import {expect, test} from 'vitest'
import {careManagementReach} from '../../../src/rules/information/care-management-reach.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const practice = (id: string, lines = ', productLines: [ppo]', type = 'practice') =>
  `{kind: Participant, id: ${id}, name: N, type: ${type}, owner: o-${id}${lines}}`
const four = ['a', 'b', 'c', 'd'].map((id) => practice(id))
const program = (rest: string, type = 'careManagement') =>
  `{kind: CareProgram, id: care, title: Care, type: ${type}, ${rest}}`
const declared = (served: number, of: number, asOf = '2026-06-30') =>
  program(`declaredPractices: {served: ${served}, of: ${of}, asOf: ${asOf}}`)

// Judged as of 2026-06-30.
test.each<[string, readonly string[], string]>([
  ['half', [...four, program('practicesServed: [a, b]')], 'supported'],
  ['a quarter', [...four, program('practicesServed: [a]')], 'weak'],
  ['none', [...four, program('practicesServed: []')], 'absent'],
  ['practices that are on no panel', [...four, program('practicesServed: [x, y]')], 'absent'],
  [
    'disease management',
    [...four, program('practicesServed: [a, b]', 'diseaseManagement')],
    'supported',
  ],
  [
    'transitions do not count',
    [...four, program('practicesServed: [a, b]', 'careTransitions')],
    'absent',
  ],
  ['ended yesterday', [...four, program('ended: 2026-06-29, practicesServed: [a, b]')], 'absent'],
  ['ends today', [...four, program('ended: 2026-06-30, practicesServed: [a, b]')], 'supported'],
  ['begins tomorrow', [...four, program('started: 2026-07-01, practicesServed: [a, b]')], 'absent'],
  [
    'a hospital is no practice',
    [
      ...four,
      practice('h', ', productLines: [ppo]', 'hospital'),
      program('practicesServed: [a, b]'),
    ],
    'supported',
  ],
  [
    'one practice whose panel is not stated',
    [...four, practice('e', ''), program('practicesServed: [a, b]')],
    'unknown',
  ],
  [
    'which would not change it',
    [...four, practice('e', ''), program('practicesServed: [a, b, c]')],
    'supported',
  ],
  ['declared, half', [declared(2, 4)], 'supported'],
  ['declared of fewer than are on the panel', [...four, practice('e'), declared(2, 4)], 'weak'],
  ['declared tomorrow', [...four, declared(2, 4, '2026-07-01')], 'absent'],
  ['no list and no count', [...four, program('panel: 9')], 'absent'],
])('%s', (_name, documents, outcome) => {
  expect(
    judged(careManagementReach, records(networkOf({live: '2024-01-01'}), ...documents))[0],
  ).toBe(outcome)
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(careManagementReach)).toEqual(states)
  expect(byStage(careManagementReach, ...four, program('panel: 9'))).toEqual(states)
})
