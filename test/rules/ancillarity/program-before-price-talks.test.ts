import {expect, test} from 'vitest'
import {programBeforePriceTalks} from '../../../src/rules/ancillarity/program-before-price-talks.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {
  attested,
  contract,
  documents,
  liveFor,
  negotiation,
  network,
  proposed,
  undatedLine,
} from '../../helpers/records.ts'

const talks = (date: string) => negotiation(`firstPriceTalk: ${date}`)
const priced = (from: string, to = '') =>
  contract(`inForceFrom: ${from}, negotiation: talks${to === '' ? '' : `, inForceTo: ${to}`}`)

// The program of liveFor[24] went live on 2024-06-30.
test.each([
  ['proposed, no contract', proposed, '', 'notApplicable'],
  ['proposed, contract in force from today', proposed, priced('2026-06-30'), 'contrary'],
  ['proposed, contract from tomorrow', proposed, priced('2026-07-01'), 'notApplicable'],
  [
    'proposed, contract ended yesterday',
    proposed,
    priced('2024-01-01', '2026-06-29'),
    'notApplicable',
  ],
  ['proposed, contract without dates', proposed, contract(), 'unknown'],
  ['operating, no contract recorded', liveFor[24], '', 'unknown'],
  ['operating, none in a closed log', liveFor[24], attested(['payerContracts']), 'notApplicable'],
  [
    'talks on the day it went live',
    liveFor[24],
    documents(talks('2024-06-30'), priced('2024-09-01')),
    'supported',
  ],
  [
    'talks the day before',
    liveFor[24],
    documents(talks('2024-06-29'), priced('2024-09-01')),
    'contrary',
  ],
  [
    'contract began before, talks not stated',
    liveFor[24],
    contract('inForceFrom: 2024-06-29'),
    'contrary',
  ],
  [
    'contract began that day, talks not stated',
    liveFor[24],
    contract('inForceFrom: 2024-06-30'),
    'unknown',
  ],
  [
    'talks said to follow the contract',
    liveFor[24],
    documents(talks('2024-10-01'), priced('2024-09-01')),
    'unknown',
  ],
  [
    'live date not stated',
    undatedLine,
    documents(talks('2024-06-30'), priced('2024-09-01')),
    'unknown',
  ],
  [
    'live today, talks before',
    liveFor[0],
    documents(talks('2026-06-29'), priced('2026-06-30')),
    'contrary',
  ],
  [
    'contract ended yesterday',
    liveFor[24],
    documents(talks('2020-01-01'), priced('2021-01-01', '2026-06-29')),
    'unknown',
  ],
  [
    'contract ends today',
    liveFor[24],
    documents(talks('2020-01-01'), priced('2021-01-01', '2026-06-30')),
    'contrary',
  ],
  [
    'contract without dates',
    liveFor[24],
    documents(talks('2024-06-30'), contract('negotiation: talks')),
    'unknown',
  ],
  [
    'only the order of events is known',
    undatedLine,
    documents(negotiation('beforeProgram: true'), contract('negotiation: talks')),
    'contrary',
  ],
  [
    'said not to be before the program, no dates',
    undatedLine,
    documents(negotiation('beforeProgram: false'), contract('negotiation: talks')),
    'unknown',
  ],
  [
    'the order of events, for a contract that ended',
    undatedLine,
    documents(
      negotiation('beforeProgram: true'),
      contract('negotiation: talks, inForceTo: 2026-06-29'),
    ),
    'unknown',
  ],
])('%s', (_name, line, records, outcome) => {
  expect(runRule(programBeforePriceTalks, documents(network(line), records)).outcome).toBe(outcome)
})

test('an individually priced contract does not count', () => {
  const single = priced('2021-01-01').replace('jointlyPriced: true', 'jointlyPriced: false')
  expect(runRule(programBeforePriceTalks, documents(network(proposed), single)).outcome).toBe(
    'notApplicable',
  )
})

test('points at the talk, and keeps an ended contract as a past adverse fact', () => {
  const now = documents(network(liveFor[24]), talks('2024-06-29'), priced('2024-09-01'))
  expect(checkRule(programBeforePriceTalks, now)).toEqual([
    'contrary',
    '3:95 Unexpected first talk of price on `2024-06-29`, expected it on or after `2024-06-30`, when the program went live',
  ])
  const then = documents(
    network(liveFor[24]),
    talks('2020-01-01'),
    priced('2021-01-01', '2023-12-31'),
    attested(['payerContracts']),
  )
  const {outcome, adverse} = runRule(programBeforePriceTalks, then)
  expect(outcome).toBe('notApplicable')
  expect(adverse?.map(({time, date}) => [time, date])).toEqual([['past', '2020-01-01']])
})

test('the order of events alone is a current adverse fact while a contract does not say it ended', () => {
  const told = documents(
    network(undatedLine),
    negotiation('beforeProgram: true'),
    contract('negotiation: talks'),
  )
  const {adverse, summary} = runRule(programBeforePriceTalks, told)
  expect(adverse?.map(({time, date}) => [time, date])).toEqual([['current', undefined]])
  expect(summary).toContain('before it for 1, and it cannot be told for 0.')
})
