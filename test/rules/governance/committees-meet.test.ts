import {expect, test} from 'vitest'
import {committeesMeet} from '../../../src/rules/governance/committees-meet.ts'
import {byStage, closes, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const body = (established = '2023-12-01', type = 'clinicalCommittee') =>
  `{kind: GoverningBody, id: c, title: C, type: ${type}, established: ${established}}`
const meeting = (held: string, rest = ', quorum: true') =>
  `{kind: Meeting, id: m${held}, body: c, held: ${held}${rest}}`
const three = ['2025-09-01', '2025-12-01', '2026-06-30'].map((it) => meeting(it))
const short = (held: string) =>
  `GoverningBody/c : Unexpected committee \`c\` with ${held} with a quorum since 2025-06-30, expected 4`
const live = networkOf({live: '2025-01-01'})
const closed = closes('meetings')

test.each<[string, string[], string[]]>([
  ['four in the look-back', [body(), ...three, meeting('2025-07-01')], ['supported']],
  [
    'the fourth on the day before it',
    [body(), ...three, meeting('2025-06-30'), closed],
    ['weak', short('3 meetings')],
  ],
  [
    'the fourth tomorrow',
    [body(), ...three, meeting('2026-07-01'), closed],
    ['weak', short('3 meetings')],
  ],
  [
    'the fourth without a quorum',
    [body(), ...three, meeting('2025-07-01', ', quorum: false'), closed],
    ['weak', short('3 meetings')],
  ],
  [
    'the quorum of the fourth not stated',
    [body(), ...three, meeting('2025-07-01', ''), closed],
    ['unknown', short('3 meetings')],
  ],
  ['two in a closed log', [body(), ...three.slice(1), closed], ['weak', short('2 meetings')]],
  ['one in a closed log', [body(), ...three.slice(2), closed], ['absent', short('1 meeting')]],
  ['three in an open log', [body(), ...three], ['unknown', short('3 meetings')]],
  ['established a year ago', [body('2025-06-30'), ...three, closed], ['weak', short('3 meetings')]],
  ['established a day later: not judged', [body('2025-07-01'), ...three, closed], ['unknown']],
  ['a board is no committee', [body('2023-12-01', 'board'), ...three, closed], ['unknown']],
])('%s', (_name, documents, expected) => {
  expect(judged(committeesMeet, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(committeesMeet)).toEqual(silent)
  expect(byStage(committeesMeet, body(), ...three)).toEqual([...silent.slice(0, 4), 'weak'])
})
