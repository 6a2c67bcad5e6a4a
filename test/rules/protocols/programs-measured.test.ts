import {expect, test} from 'vitest'
import {programsMeasured} from '../../../src/rules/protocols/programs-measured.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const program = (measures: string, rest = '', id = 'c') =>
  `{kind: CareProgram, id: ${id}, title: C, type: careManagement${measures}${rest}}`
const measure = (id: string, domain: string, rest = '') =>
  `{kind: Measure, id: ${id}, title: M, steward: S, domain: ${domain}${rest}}`
const quality = measure('q', 'outcome')
const use = measure('u', 'utilization')
const both = program(', measures: [q, u]')
const without = (sides: string, place = 'measures') =>
  `CareProgram/c ${place}: Unexpected program \`c\` without a measure of ${sides}, expected one of each side`
const live = networkOf({live: '2024-01-01'})

test.each<[string, string[], string[]]>([
  ['both sides', [both, quality, use], ['supported']],
  ['cost for utilization', [both, quality, measure('u', 'cost')], ['supported']],
  ['patient experience for quality', [both, measure('q', 'patientExperience'), use], ['supported']],
  [
    'quality alone',
    [program(', measures: [q]'), quality, use],
    ['weak', without('utilization or cost')],
  ],
  ['utilization alone', [program(', measures: [u]'), quality, use], ['weak', without('quality')]],
  [
    'a measure retired today',
    [both, measure('q', 'outcome', ', retired: 2026-06-30'), use],
    ['weak', without('quality')],
  ],
  [
    'no measure at all',
    [program(', measures: []'), quality, use],
    ['absent', without('quality and utilization or cost')],
  ],
  ['a domain not stated', [both, measure('q', 'notStated'), use], ['unknown', without('quality')]],
  [
    'measures not stated',
    [program(''), quality, use],
    ['unknown', without('quality and utilization or cost', '')],
  ],
  ['ended yesterday: not running', [program('', ', ended: 2026-06-29'), quality, use], ['unknown']],
  [
    'ends today: running',
    [program(', measures: [q, u]', ', ended: 2026-06-30'), quality, use],
    ['supported'],
  ],
  [
    'risk stratification is not judged',
    [both, quality, use, '{kind: CareProgram, id: r, title: R, type: riskStratification}'],
    ['supported'],
  ],
  [
    'one of two',
    [both, quality, use, program(', measures: [q]', '', 'd')],
    [
      'weak',
      without('utilization or cost')
        .replaceAll('CareProgram/c', 'CareProgram/d')
        .replace('`c`', '`d`'),
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(programsMeasured, records(live, ...documents))).toEqual(expected)
})

test('by stage', () => {
  expect(byStage(programsMeasured, both, quality, use)).toEqual(
    Array.from({length: 5}, () => 'supported'),
  )
  expect(byStage(programsMeasured)).toEqual(Array.from({length: 5}, () => 'unknown'))
})
