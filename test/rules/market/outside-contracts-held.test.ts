import {expect, test} from 'vitest'
import {outsideContractsHeld} from '../../../src/rules/market/outside-contracts-held.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network} from '../../helpers/records.ts'

const practice = (id: string, rest: string, owner = id) =>
  `{kind: Participant, id: ${id}, name: N, type: practice, owner: ${owner}, ${rest}}`
const holds = (count: number, asOf = '2026-01-01') =>
  `outsideContracts: [{asOf: ${asOf}, count: ${count}}]`

test.each([
  ['no participants', '', 'unknown'],
  ['not counted', practice('p', 'joined: 2025-01-01'), 'unknown'],
  ['half', documents(practice('p', holds(1)), practice('q', holds(0))), 'supported'],
  [
    'under half',
    documents(practice('p', holds(1)), practice('q', holds(0)), practice('r', holds(0))),
    'weak',
  ],
  [
    'under half, one not known',
    documents(
      practice('p', holds(1)),
      practice('q', holds(0)),
      practice('r', 'joined: 2025-01-01'),
    ),
    'unknown',
  ],
  ['none', documents(practice('p', holds(0)), practice('q', holds(0))), 'contrary'],
  ['counted 18 months ago', practice('p', holds(1, '2024-12-30')), 'supported'],
  ['counted a day longer ago', practice('p', holds(1, '2024-12-29')), 'unknown'],
  [
    'one owner of two practices counts once',
    documents(practice('p', holds(3), 'o'), practice('q', holds(0), 'o')),
    'supported',
  ],
  [
    'a practice that left does not count',
    documents(practice('p', holds(1)), practice('q', `left: 2026-06-30, ${holds(0)}`)),
    'supported',
  ],
  [
    'a practice whose owner is not stated is not known, counted or not',
    documents(
      practice('p', holds(1)),
      practice('q', holds(0)),
      practice('r', holds(0)).replace(/owner: r, /, ''),
    ),
    'unknown',
  ],
  ['a hospital is no practice', practice('h', holds(3)).replace('practice', 'hospital'), 'unknown'],
])('%s', (_name, records, outcome) => {
  const text = documents(network(liveFor[24]), records)
  expect(runRule(outsideContractsHeld, text).outcome).toBe(outcome)
})

test('practices whose owner is not stated are counted apart from the owners', () => {
  const unstated = practice('r', holds(1)).replace(/owner: r, /, '')
  const {summary} = runRule(
    outsideContractsHeld,
    documents(network(liveFor[24]), practice('p', holds(1)), unstated),
  )
  expect(summary).toContain('1 of 1 owner and 1 practice whose owner is not stated on')
})
