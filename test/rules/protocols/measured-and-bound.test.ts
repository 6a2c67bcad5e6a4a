import {expect, test} from 'vitest'
import {measuredAndBound} from '../../../src/rules/protocols/measured-and-bound.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const protocol = (rest: string, id = 'p') =>
  `{kind: Protocol, id: ${id}, title: T, condition: C, specialties: [], effective: 2024-01-01${rest === '' ? '' : `, ${rest}`}}`
const measure = (id = 'm', rest = '') =>
  `{kind: Measure, id: ${id}, title: M, steward: S, domain: outcome${rest}}`
const control = (rest: string) =>
  `{kind: UtilizationControl, id: k, title: K, manages: imaging, ${rest}}`
const loose = (id = 'p') =>
  `Protocol/${id} measures: Unexpected protocol \`${id}\` without a measure in use, expected one`
const unbound = (id = 'm') =>
  `Measure/${id} : Unexpected measure \`${id}\` bound to nothing, expected a protocol, program or control that uses it`

test.each<[string, string[], string[]]>([
  ['one of each', [protocol('measures: [m]'), measure()], ['supported']],
  [
    'through a control',
    [protocol('controls: [k]'), control('measure: m'), measure()],
    ['supported'],
  ],
  [
    'through a control that ended yesterday',
    [protocol('controls: [k]'), control('measure: m, ended: 2026-06-29'), measure()],
    ['unknown', loose(), unbound()],
  ],
  [
    'a control that ends today',
    [protocol('controls: [k]'), control('measure: m, ended: 2026-06-30'), measure()],
    ['supported'],
  ],
  [
    'a protocol without a measure',
    [protocol('measures: [m]'), protocol('', 'q'), measure()],
    ['weak', loose('q')],
  ],
  [
    'a measure without a protocol',
    [protocol('measures: [m]'), measure(), measure('o')],
    ['weak', unbound('o')],
  ],
  [
    'a measure bound to a care program',
    [
      protocol('measures: [m]'),
      measure(),
      measure('o'),
      '{kind: CareProgram, id: c, title: C, type: careManagement, measures: [o]}',
    ],
    ['supported'],
  ],
  [
    'a measure retired today',
    [protocol('measures: [m]'), measure('m', ', retired: 2026-06-30')],
    ['unknown', loose()],
  ],
  [
    'a measure retired tomorrow',
    [protocol('measures: [m]'), measure('m', ', retired: 2026-07-01')],
    ['supported'],
  ],
  [
    'only a control, and no protocol in force',
    [protocol('retired: 2026-06-30'), control('measure: m'), measure()],
    ['unknown'],
  ],
  [
    'a control that is not there',
    [protocol('controls: [z], measures: [m]'), measure()],
    ['supported'],
  ],
  [
    'a control without a measure',
    [protocol('controls: [k]'), control('cadence: monthly'), measure()],
    ['unknown', loose(), unbound()],
  ],
  ['nothing linked', [protocol(''), measure()], ['unknown', loose(), unbound()]],
])('%s', (_name, documents, expected) => {
  expect(judged(measuredAndBound, records(networkOf({live: '2024-01-01'}), ...documents))).toEqual(
    expected,
  )
})

test('a proposed protocol counts on a proposed line, before it takes effect', () => {
  const later = protocol('measures: [m]').replace('2024-01-01', '2027-01-01')
  expect(byStage(measuredAndBound, later, measure())[0]).toBe('supported')
  expect(byStage(measuredAndBound, protocol('measures: [m]'), measure())).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(measuredAndBound, measure())).toEqual(Array.from({length: 5}, () => 'unknown'))
})
