import {expect, test} from 'vitest'
import {participatingAuthor} from '../../../src/rules/protocols/participating-author.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const protocol = (rest: string, id = 'p', specialties = 'family-medicine') =>
  `{kind: Protocol, id: ${id}, title: P, condition: C, specialties: [${specialties}]${rest}}`
const author = (specialty: string, participating: boolean, rest = '') =>
  `, authors: [{specialty: ${specialty}, role: reviewer, participating: ${String(participating)}${rest}}]`
const without = (place: string, id = 'p') =>
  `Protocol/${id} ${place}: Unexpected protocol \`${id}\` without a participating author or reviewer of a specialty it binds, expected one`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['of a specialty bound', [protocol(author('family-medicine', true))], ['supported']],
  ['of another specialty', [protocol(author('cardiology', true))], ['absent', without('authors')]],
  [
    'who takes no part',
    [protocol(author('family-medicine', false))],
    ['absent', without('authors')],
  ],
  [
    'whose practice left',
    [
      protocol(author('family-medicine', true, ', participant: elm')),
      '{kind: Participant, id: elm, name: E, type: practice, owner: e, left: 2025-01-01}',
    ],
    ['absent', without('authors')],
  ],
  ['no author', [protocol(', authors: []')], ['absent', without('authors')]],
  ['authors not stated', [protocol('')], ['unknown', without('')]],
  [
    'specialties not stated',
    [protocol(author('family-medicine', true), 'p', '')],
    ['unknown', without('authors')],
  ],
  [
    'one of two',
    [protocol(author('family-medicine', true)), protocol(', authors: []', 'q')],
    ['weak', without('authors', 'q')],
  ],
  ['retired today: not active', [protocol(', authors: [], retired: 2026-06-30')], ['unknown']],
  [
    'effective tomorrow: not active',
    [protocol(', authors: [], effective: 2026-07-01')],
    ['unknown'],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(participatingAuthor, records(live, ...documents))).toEqual(expected)
})

test('by stage: a proposed protocol counts before it takes effect', () => {
  const later = protocol(`${author('family-medicine', true)}, effective: 2026-07-01`)
  expect(byStage(participatingAuthor, later)).toEqual([
    'supported',
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ])
  expect(byStage(participatingAuthor)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
