import {expect, test} from 'vitest'
import {physicianMajority} from '../../../src/rules/governance/physician-majority.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const board = (independent: number, hospital: number, rest = ', reservedPowers: []') =>
  `{kind: GoverningBody, id: b, title: B, type: board, seats: [${independent === 0 ? '' : `{class: independentPhysician, count: ${independent}, vote: true}, `}{class: hospital, count: ${hospital}, vote: true}, {class: hospital, count: 9, vote: false}]${rest}}`
const power = (overrides: boolean) =>
  `, reservedPowers: [{holder: H, power: Veto, overridesPhysicians: ${String(overrides)}}]`

test.each<[string, string, string[]]>([
  ['half of the voting seats', board(3, 3), ['supported']],
  [
    'one seat less',
    board(3, 4),
    [
      'weak',
      'GoverningBody/b seats: Unexpected 3 of 7 voting seats held by independent physicians, expected 50 %',
    ],
  ],
  [
    'half of half',
    board(1, 3),
    [
      'weak',
      'GoverningBody/b seats: Unexpected 1 of 4 voting seats held by independent physicians, expected 50 %',
    ],
  ],
  [
    'less than that',
    board(1, 4),
    [
      'absent',
      'GoverningBody/b seats: Unexpected 1 of 5 voting seats held by independent physicians, expected 50 %',
    ],
  ],
  [
    'no seat at all',
    board(0, 4),
    [
      'absent',
      'GoverningBody/b seats: Unexpected 0 of 4 voting seats held by independent physicians, expected 50 %',
    ],
  ],
  ['a power that overrides nobody', board(3, 3, power(false)), ['supported']],
  [
    'a power that overrides them',
    board(9, 1, power(true)),
    [
      'contrary',
      'GoverningBody/b reservedPowers.0: Unexpected reserved power of H (Veto) that overrides the physicians, expected none',
    ],
  ],
  [
    'powers not stated',
    board(3, 3, ''),
    [
      'unknown',
      'GoverningBody/b : Unexpected board `b` without `reservedPowers`, expected them, or an empty list',
    ],
  ],
  [
    'seats not stated',
    '{kind: GoverningBody, id: b, title: B, type: board, reservedPowers: []}',
    [
      'unknown',
      'GoverningBody/b : Unexpected board `b` without voting seats, expected `seats` by class',
    ],
  ],
  ['no board', '{kind: GoverningBody, id: c, title: C, type: clinicalCommittee}', ['unknown']],
])('%s', (_name, body, expected) => {
  expect(judged(physicianMajority, records(networkOf({live: '2024-01-01'}), body))).toEqual(
    expected,
  )
})

test('by stage', () => {
  expect(byStage(physicianMajority, board(3, 3))).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(physicianMajority)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
