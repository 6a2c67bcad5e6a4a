import {expect, test} from 'vitest'
import {programStaff} from '../../../src/rules/investment/program-staff.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const investment = (
  staff: readonly [string, number][],
  period = 'from: 2025-07-01, to: 2026-06-30',
  id = 'i',
) =>
  `{kind: Investment, id: ${id}, title: I, ${period}, by: network, staff: [${staff.map(([role, posts]) => `{role: ${role}, fullTimeEquivalents: ${posts}}`).join(', ')}]}`
const both: [string, number][] = [
  ['quality', 0.1],
  ['careManagement', 0.1],
]

// Judged as of 2026-06-30.
test.each<[string, string, string]>([
  ['a tenth of a post each', investment(both), 'supported'],
  [
    'quality alone',
    investment([
      ['quality', 3],
      ['careManagement', 0],
    ]),
    'weak',
  ],
  ['care management alone', investment([['careManagement', 3]]), 'weak'],
  ['management alone', investment([['management', 3]]), 'absent'],
  ['ended before the look-back', investment(both, 'from: 2024-07-01, to: 2025-06-30'), 'absent'],
  ['reaches into it', investment(both, 'from: 2024-07-01, to: 2025-07-01'), 'supported'],
  ['begins tomorrow', investment(both, 'from: 2026-07-01, to: 2027-06-30'), 'absent'],
  [
    'the newest counts',
    records(
      investment([['quality', 3]], 'from: 2026-01-01, to: 2026-12-31'),
      investment(both, 'from: 2025-01-01, to: 2025-12-31', 'old'),
    ),
    'weak',
  ],
])('%s', (_name, documents, outcome) => {
  expect(judged(programStaff, records(networkOf({live: '2024-01-01'}), documents))[0]).toBe(outcome)
})

test('by stage', () => {
  const states = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  const silent =
    '{kind: Investment, id: i, title: I, from: 2025-07-01, to: 2026-06-30, by: network}'
  expect(byStage(programStaff)).toEqual(states)
  expect(byStage(programStaff, silent)).toEqual(states)
})
