import {expect, test} from 'vitest'
import {notAllEmployed} from '../../../src/rules/membership/not-all-employed.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const participant = (id: string, rest = '', type = 'practice') =>
  `{kind: Participant, id: ${id}, name: ${id}, type: ${type}, owner: o, productLines: [ppo]${rest === '' ? '' : `, ${rest}`}}`
const hospital = (id: string, alone?: boolean) =>
  `{kind: Participant, id: ${id}, name: ${id}, type: hospital, owner: o${alone === undefined ? '' : `, couldActAlone: ${alone}`}}`
const employed = (id: string, path = 'employedBy') =>
  `Participant/${id} ${path}: Unexpected members employed by one who could act alone, expected an independent member on the panel`

test.each<[string, string[], string[]]>([
  ['one independent practice', [participant('p')], ['supported']],
  [
    'one independent among employed',
    [participant('p'), participant('q', 'employedBy: h'), hospital('h', true)],
    ['supported'],
  ],
  [
    'all employed by one who could act alone',
    [participant('q', 'employedBy: h'), hospital('h', true)],
    ['contrary', employed('q')],
  ],
  [
    'the same, said of the practice',
    [participant('q', 'employedBy: h, couldActAlone: true'), hospital('h')],
    ['contrary', employed('q', 'couldActAlone')],
  ],
  [
    'employed by one of several, each of whom could',
    [participant('q', 'employedByOneOf: [h, i]'), hospital('h', true), hospital('i', true)],
    ['contrary', employed('q', 'type')],
  ],
  [
    'one of several could not',
    [participant('q', 'employedByOneOf: [h, i]'), hospital('h', true), hospital('i', false)],
    [
      'weak',
      'Participant/q type: Unexpected members employed by one who could not act alone, expected an independent member on the panel',
    ],
  ],
  [
    'a hospital with clinicians of its own employs them',
    [
      participant(
        'h',
        'couldActAlone: true, declaredClinicians: [{role: primaryCare, count: 9}]',
        'hospital',
      ),
    ],
    ['contrary', employed('h', 'couldActAlone')],
  ],
  [
    'an employer who could not act alone',
    [
      participant('p', 'employedBy: h'),
      participant('q', 'employedBy: i'),
      hospital('h', true),
      hospital('i', false),
    ],
    [
      'weak',
      employed('p'),
      'Participant/q employedBy: Unexpected members employed by one who could not act alone, expected an independent member on the panel',
    ],
  ],
  [
    'not stated of the employer',
    [participant('q', 'employedBy: h'), hospital('h')],
    [
      'unknown',
      'Participant/q employedBy: Unexpected members whose employer is not stated to need the network, expected an independent member on the panel',
    ],
  ],
  [
    'a practice whose panel is not stated may be independent',
    [
      participant('q', 'employedBy: h'),
      hospital('h', true),
      '{kind: Participant, id: r, name: r, type: practice, owner: o}',
    ],
    ['unknown', employed('q')],
  ],
  [
    'a hospital with clinicians of its own, not stated',
    [participant('h', 'roster: r', 'hospital')],
    [
      'unknown',
      'Participant/h type: Unexpected members whose employer is not stated to need the network, expected an independent member on the panel',
    ],
  ],
  ['nobody on the panel', [hospital('h', true)], ['unknown']],
])('%s', (_name, documents, expected) => {
  expect(judged(notAllEmployed, records(networkOf({live: '2024-01-01'}), ...documents))).toEqual(
    expected,
  )
})

test.each([
  [
    'one of several',
    [participant('q', 'employedByOneOf: [h, i]'), hospital('h', true), hospital('i', true)],
    'Of 1 participant with clinicians on the panel, none is independent and 1 is employed by one of several, each of whom could act alone.',
  ],
  [
    'all sorts',
    [
      participant('p'),
      participant('q', 'employedBy: h'),
      participant('r', 'employedBy: h'),
      participant('s', 'employedBy: i'),
      participant('t', 'employedBy: j'),
      hospital('h', true),
      hospital('i', false),
      hospital('j'),
      '{kind: Participant, id: u, name: u, type: practice, owner: o}',
    ],
    'Of 5 participants with clinicians on the panel, 1 is independent, 2 are employed by one who could act alone, 1 is employed by one who could not act alone and 1 is employed by one who is not stated to need the network. Whether 1 more practice is on the panel is not stated.',
  ],
])('%s: the summary says who employs', (_name, documents, says) => {
  const text = records(networkOf({live: '2024-01-01'}), ...documents)
  expect(judgeRule(notAllEmployed, text).summary).toBe(says)
})

test('the stage changes nothing; without participants it is unknown', () => {
  const all = (outcome: string) => Array.from({length: 5}, () => outcome)
  expect(byStage(notAllEmployed, participant('p'))).toEqual(all('supported'))
  expect(byStage(notAllEmployed)).toEqual(all('unknown'))
})
