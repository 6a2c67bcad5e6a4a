import {expect, test} from 'vitest'
import {bothRolesVote} from '../../../src/rules/governance/both-roles-vote.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const committee = (...seats: string[]) =>
  `{kind: GoverningBody, id: c, title: C, type: clinicalCommittee, seats: [${seats.join(', ')}]}`
const seat = (rest: string, vote = true) =>
  `{class: independentPhysician, count: 2, vote: ${String(vote)}${rest}}`
const primary = seat(', role: primaryCare')
const without = (roles: string) =>
  `GoverningBody/c seats: Unexpected committee \`c\` without a voting seat of ${roles}, expected one of each`

test.each<[string, string, string[]]>([
  ['both vote', committee(primary, seat(', role: specialist')), ['supported']],
  [
    'specialists sit without a vote',
    committee(primary, seat(', role: specialist', false)),
    ['absent', without('specialists')],
  ],
  [
    'primary care is missing',
    committee(seat(', role: specialist')),
    ['absent', without('primary care')],
  ],
  ['a seat without a role', committee(primary, seat('')), ['unknown', without('specialists')]],
  [
    'no seats stated',
    '{kind: GoverningBody, id: c, title: C, type: clinicalCommittee}',
    ['unknown', without('primary care and specialists').replace('seats:', ':')],
  ],
])('%s', (_name, body, expected) => {
  expect(judged(bothRolesVote, records(networkOf({live: '2024-01-01'}), body))).toEqual(expected)
})

test('by stage', () => {
  const body = committee(primary, seat(', role: specialist'))
  expect(byStage(bothRolesVote, body)).toEqual(Array.from({length: 5}, () => 'supported'))
  expect(byStage(bothRolesVote)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
