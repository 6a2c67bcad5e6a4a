import {expect, test} from 'vitest'
import {membersTakePart} from '../../../src/rules/governance/members-take-part.ts'
import {byStage, closes, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const live = networkOf({live: '2024-01-01'})
const body = (holders = '') =>
  `{kind: GoverningBody, id: c, title: C, type: clinicalCommittee${holders}}`
const practice = (id: string, count: number) =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: ${id}, productLines: [ppo], declaredClinicians: [{role: primaryCare, count: ${count}}]}`
const hours = (members: number, to = '2026-06-30', rest = ', body: c') =>
  `{kind: Investment, id: h, title: H, from: 2024-01-01, to: ${to}, by: participants, hours: [{participant: elm, activity: committee, members: ${members}, hours: 9${rest}}]}`
const attended = (held: string) =>
  `{kind: Meeting, id: m, body: c, held: ${held}, attendees: [elm]}`
const person = (id: string) => `{kind: Person, id: ${id}, name: N, participant: elm, roles: []}`
const closed = closes('meetings')

test.each<[string, string[], string]>([
  ['30 % by hours', [body(), practice('elm', 10), hours(3)], 'supported'],
  ['20 % in a closed log', [body(), practice('elm', 10), hours(2), closed], 'weak'],
  ['20 % in an open log', [body(), practice('elm', 10), hours(2)], 'unknown'],
  ['nobody in a closed log', [body(), practice('elm', 10), closed], 'absent'],
  [
    'hours that ended on the first day looked at',
    [body(), practice('elm', 10), hours(3, '2024-06-30'), closed],
    'absent',
  ],
  ['hours of no body', [body(), practice('elm', 10), hours(3, '2026-06-30', ''), closed], 'absent'],
  [
    'no more than the practice has',
    [body(), practice('elm', 1), practice('oak', 9), hours(5), closed],
    'weak',
  ],
  ['one who attended', [body(), practice('elm', 3), attended('2024-07-01')], 'supported'],
  [
    'attendance before the look-back',
    [body(), practice('elm', 3), attended('2024-06-30'), closed],
    'absent',
  ],
  [
    'two seats',
    [
      body(
        ', holders: [{person: a, from: 2023-01-01}, {person: b, from: 2023-01-01, to: 2024-07-01}]',
      ),
      person('a'),
      person('b'),
      practice('elm', 6),
    ],
    'supported',
  ],
  [
    'a seat given up before the look-back',
    [
      body(
        ', holders: [{person: a, from: 2023-01-01}, {person: b, from: 2023-01-01, to: 2024-06-30}]',
      ),
      person('a'),
      person('b'),
      practice('elm', 6),
      closed,
    ],
    'weak',
  ],
  [
    'a practice without known clinicians',
    [
      body(),
      practice('elm', 10),
      '{kind: Participant, id: oak, name: P, type: practice, owner: oak, productLines: [ppo]}',
      hours(9),
      closed,
    ],
    'unknown',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judgeRule(membersTakePart, records(live, ...documents)).outcome).toBe(outcome)
})

test('says how many, and what was expected', () => {
  const {summary, findings} = judgeRule(
    membersTakePart,
    records(live, body(), practice('elm', 10), hours(2), closed),
  )
  const words = '2 of 10 members on the panel served on a body or attended one since 2024-06-30'
  expect(summary).toBe(`At least ${words}.`)
  expect(findings.map(({message}) => message)).toEqual([
    `Unexpected ${words}, expected 30 % of a known panel`,
  ])
})

test('by stage', () => {
  expect(byStage(membersTakePart)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  expect(byStage(membersTakePart, body(), practice('elm', 10), hours(3))).toEqual([
    'notApplicable',
    ...Array.from({length: 4}, () => 'supported'),
  ])
})
