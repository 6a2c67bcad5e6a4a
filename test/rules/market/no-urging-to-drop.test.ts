import {expect, test} from 'vitest'
import {noUrgingToDrop} from '../../../src/rules/market/no-urging-to-drop.ts'
import {testConduct} from '../../helpers/check-conduct.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network} from '../../helpers/records.ts'

testConduct(
  noUrgingToDrop,
  ['urgedToDropOutsideContracts'],
  'urging of members to drop outside contracts',
)

const practice = (id: string, owner: string, counts: string, joined = '2025-01-15') =>
  `{kind: Participant, id: ${id}, name: N, type: practice, owner: ${owner}, joined: ${joined}, outsideContracts: [${counts}]}`
const pair = (before: number, after: number) =>
  `{asOf: 2025-01-15, count: ${before}}, {asOf: 2026-06-30, count: ${after}}`
const closed = attested(['negotiations', 'outsideContracts'])

test.each([
  ['level', practice('p', 'o', pair(5, 5)), 'supported'],
  ['one less', practice('p', 'o', pair(5, 4)), 'weak'],
  ['counted once', practice('p', 'o', '{asOf: 2026-01-01, count: 5}'), 'unknown'],
  [
    'the second count is of tomorrow',
    practice('p', 'o', pair(5, 4).replace('2026-06-30', '2026-07-01')),
    'unknown',
  ],
  [
    'fell before joining, not after',
    practice('p', 'o', `{asOf: 2024-01-01, count: 9}, ${pair(5, 5)}`),
    'supported',
  ],
  [
    'two practices of one owner make up for each other',
    documents(practice('p', 'o', pair(5, 4)), practice('q', 'o', pair(2, 3))),
    'supported',
  ],
  [
    'two owners do not',
    documents(practice('p', 'o', pair(5, 4)), practice('q', 'r', pair(2, 3))),
    'weak',
  ],
])('%s', (_name, records, outcome) => {
  const text = documents(network(liveFor[24]), records, closed)
  expect(runRule(noUrgingToDrop, text).outcome).toBe(outcome)
})

test.each([
  ['negotiations', 'outside contracts'],
  ['outsideContracts', 'negotiations'],
])('with only the %s log closed it is unknown', (log, other) => {
  const text = documents(network(liveFor[24]), practice('p', 'o', pair(5, 5)), attested([log]))
  const {outcome, answeredBy} = runRule(noUrgingToDrop, text)
  expect(outcome).toBe('unknown')
  expect(answeredBy).toContain(other)
})

test('owners who are not counted twice are not told of as a count of none', () => {
  const text = documents(network(liveFor[24]), practice('p', 'o', '{asOf: 2026-01-01, count: 5}'))
  expect(runRule(noUrgingToDrop, text).summary).toBe(
    "Urging in force: none found in 0 records read. No owner's outside contracts are counted twice or more, of 1 owner on the line. Not attested complete from 2024-06-30 to 2026-03-22: negotiations and outside contracts.",
  )
})
