import {expect, test} from 'vitest'
import {measuresPerSpecialty} from '../../../src/rules/protocols/measures-per-specialty.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const panel = (clinicians = '{role: primaryCare, specialty: family-medicine, count: 3}') =>
  `{kind: Participant, id: elm, name: E, type: practice, owner: e, productLines: [ppo], declaredClinicians: [${clinicians}]}`
const measure = (id: string, domain = 'process', rest = '') =>
  `{kind: Measure, id: ${id}, title: M, steward: S, domain: ${domain}${rest}}`
const many = (count: number) => Array.from({length: count}, (_, index) => measure(`m${index}`))
const short = (words: string) =>
  `Network/n productLines.0: Unexpected ${words}, expected 5 with one of cost or utilization`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  [
    'five with one of utilization',
    [panel(), ...many(4), measure('u', 'utilization')],
    ['supported'],
  ],
  ['five with one of cost', [panel(), ...many(4), measure('u', 'cost')], ['supported']],
  [
    'four',
    [panel(), ...many(3), measure('u', 'cost')],
    ['weak', short('4 measures of family-medicine')],
  ],
  [
    'five without one of cost',
    [panel(), ...many(5)],
    ['weak', short('5 measures of family-medicine and none of cost or utilization')],
  ],
  [
    'the fifth is retired today',
    [panel(), ...many(3), measure('u', 'cost'), measure('r', 'process', ', retired: 2026-06-30')],
    ['weak', short('4 measures of family-medicine')],
  ],
  [
    'the fifth is of another specialty',
    [
      panel(),
      ...many(3),
      measure('u', 'cost'),
      measure('r', 'process', ', specialties: [cardiology]'),
    ],
    ['weak', short('4 measures of family-medicine')],
  ],
  [
    'the domain of one is not stated',
    [panel(), ...many(4), measure('u', 'notStated')],
    ['unknown', short('5 measures of family-medicine and none of cost or utilization')],
  ],
  [
    'none in use',
    [panel(), measure('r', 'process', ', retired: 2026-06-30')],
    ['absent', short('0 measures of family-medicine and none of cost or utilization')],
  ],
  [
    'no specialty stated',
    [panel('{role: notStated, count: 3}'), ...many(5)],
    [
      'unknown',
      'Network/n productLines.0: Unexpected panel without a stated specialty, expected the specialties of its clinicians',
    ],
  ],
  [
    'one of two specialties',
    [
      panel(
        '{role: primaryCare, specialty: family-medicine, count: 3}, {role: specialist, specialty: urology, count: 1}',
      ),
      ...many(4),
      measure('u', 'cost', ', specialties: [urology]'),
    ],
    ['weak', short('4 measures of family-medicine and none of cost or utilization')],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(measuresPerSpecialty, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  const documents = [panel(), ...many(4), measure('u', 'cost')]
  expect(byStage(measuresPerSpecialty, ...documents)).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(measuresPerSpecialty)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
