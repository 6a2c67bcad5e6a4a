import {expect, test} from 'vitest'
import {membersBound} from '../../../src/rules/protocols/members-bound.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const protocol = (counts: string, specialties = 'family-medicine') =>
  `{kind: Protocol, id: p, title: P, condition: C, specialties: [${specialties}]${counts}}`
const bound = (count: number, of: number) =>
  `, membersBound: [{specialty: family-medicine, bound: ${count}, of: ${of}}]`
const panel = (count: number) =>
  `{kind: Participant, id: elm, name: E, type: practice, owner: e, productLines: [ppo], declaredClinicians: [{role: primaryCare, specialty: family-medicine, count: ${count}}]}`
const short = (count: number, of: number) =>
  `Protocol/p membersBound.0: Unexpected ${count} of ${of} members of family-medicine bound, expected 80 %`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['80 %', [protocol(bound(80, 100))], ['supported']],
  ['79 %', [protocol(bound(79, 100))], ['weak', short(79, 100)]],
  ['40 %', [protocol(bound(40, 100))], ['weak', short(40, 100)]],
  ['39 %', [protocol(bound(39, 100))], ['absent', short(39, 100)]],
  ['none of none', [protocol(bound(0, 0))], ['absent', short(0, 0)]],
  ['the panel has no more than counted', [protocol(bound(8, 10)), panel(10)], ['supported']],
  ['the panel has more than counted', [protocol(bound(8, 10)), panel(11)], ['weak', short(8, 11)]],
  [
    'one specialty not counted',
    [protocol(bound(8, 10), 'family-medicine, cardiology')],
    [
      'unknown',
      'Protocol/p : Unexpected protocol `p` without `membersBound` for cardiology, expected a count',
    ],
  ],
  [
    'no specialty named',
    [protocol(bound(8, 10), '')],
    [
      'unknown',
      'Protocol/p specialties: Unexpected protocol `p` that names no specialty, expected those it binds',
    ],
  ],
  [
    'one of two specialties',
    [
      protocol(
        ', membersBound: [{specialty: family-medicine, bound: 1, of: 10}, {specialty: cardiology, bound: 5, of: 5}]',
        'family-medicine, cardiology',
      ),
    ],
    ['weak', short(1, 10)],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(membersBound, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  expect(byStage(membersBound, protocol(bound(8, 10)))).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(membersBound)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
