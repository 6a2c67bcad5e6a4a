import {expect, test} from 'vitest'
import {conflictsDisclosed} from '../../../src/rules/governance/conflicts-disclosed.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const body = (year: number, received: number, of = 5, established = '2023-12-01', id = 'c') =>
  `{kind: GoverningBody, id: ${id}, title: C, type: board, established: ${established}, conflictDisclosures: [{year: ${year}, received: ${received}, of: ${of}}]}`

test.each<[string, string[], string[]]>([
  ['all of last year', [body(2025, 5)], ['supported']],
  [
    'one short',
    [body(2025, 4)],
    [
      'weak',
      'GoverningBody/c conflictDisclosures.0: Unexpected 4 of 5 disclosures in 2025, expected all that were due',
    ],
  ],
  [
    'fewer than half',
    [body(2025, 2)],
    [
      'absent',
      'GoverningBody/c conflictDisclosures.0: Unexpected 2 of 5 disclosures in 2025, expected all that were due',
    ],
  ],
  [
    'none due',
    [body(2025, 0, 0)],
    [
      'absent',
      'GoverningBody/c conflictDisclosures.0: Unexpected 0 of 0 disclosures in 2025, expected all that were due',
    ],
  ],
  [
    'the year before last only',
    [body(2024, 5)],
    [
      'unknown',
      'GoverningBody/c : Unexpected body `c` without `conflictDisclosures` of 2025, expected a count',
    ],
  ],
  ['established on the first day of last year', [body(2025, 5, 5, '2025-01-01')], ['supported']],
  ['a younger body answers for this year', [body(2026, 5, 5, '2025-01-02')], ['supported']],
  [
    'one of two',
    [body(2025, 5), body(2025, 4, 5, '2023-12-01', 'd')],
    [
      'weak',
      'GoverningBody/d conflictDisclosures.0: Unexpected 4 of 5 disclosures in 2025, expected all that were due',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(
    judged(conflictsDisclosed, records(networkOf({live: '2024-01-01'}), ...documents)),
  ).toEqual(expected)
})

test('by stage', () => {
  expect(byStage(conflictsDisclosed)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})
