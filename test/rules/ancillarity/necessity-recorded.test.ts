import {expect, test} from 'vitest'
import {necessityRecorded} from '../../../src/rules/ancillarity/necessity-recorded.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {
  contract,
  documents,
  liveFor,
  negotiation,
  network,
  proposed,
} from '../../helpers/records.ts'

const record = (rest: string, id = 'necessity') =>
  `{kind: NecessityRecord, id: ${id}, title: T, productLine: ppo, ${rest}}`
const full = (date: string, id?: string) =>
  record(
    `date: ${date}, privileged: false, conclusion: necessary, reasoning: R, alternatives: [{alternative: A, rejectedBecause: B}]`,
    id,
  )
const against = (date: string) =>
  record(`date: ${date}, privileged: false, conclusion: notNecessary`, 'against')
const memo = record('date: 2023-01-01, privileged: true', 'memo')
const talks = negotiation('firstPriceTalk: 2024-03-01')
const priced = contract('inForceFrom: 2024-09-01, negotiation: talks')

test.each([
  ['proposed, no record', proposed, '', 'unknown'],
  ['proposed, no record, contract in force', proposed, priced, 'absent'],
  ['operating today, no record', liveFor[0], '', 'absent'],
  ['operating, only a privileged memo', liveFor[24], documents(memo, priced), 'unknown'],
  [
    'undecided, proposed',
    proposed,
    record('date: 2023-01-01, privileged: false, conclusion: undecided'),
    'unknown',
  ],
  [
    'undecided, priced',
    liveFor[24],
    documents(record('date: 2023-01-01, privileged: false'), priced),
    'absent',
  ],
  ['not needed', liveFor[24], against('2023-01-01'), 'contrary'],
  [
    'not needed after it was needed',
    liveFor[24],
    documents(full('2023-01-01'), against('2023-01-02')),
    'contrary',
  ],
  [
    'both on one day',
    liveFor[24],
    documents(full('2023-01-02'), against('2023-01-02')),
    'contrary',
  ],
  [
    'needed after it was not',
    liveFor[24],
    documents(full('2023-01-03'), against('2023-01-02')),
    'weak',
  ],
  ['complete, proposed', proposed, full('2023-01-01'), 'supported'],
  [
    'complete, on the day of the first talk',
    liveFor[24],
    documents(full('2024-03-01'), talks, priced),
    'supported',
  ],
  [
    'the day after the first talk',
    liveFor[24],
    documents(full('2024-03-02'), talks, priced),
    'weak',
  ],
  ['a record of tomorrow', liveFor[24], full('2026-07-01'), 'absent'],
  ['a record of today', liveFor[24], full('2026-06-30'), 'supported'],
  [
    "another line's record",
    liveFor[24],
    full('2023-01-01').replace('productLine: ppo', 'productLine: hmo'),
    'absent',
  ],
])('%s', (_name, line, records, outcome) => {
  expect(runRule(necessityRecorded, documents(network(line), records)).outcome).toBe(outcome)
})

test.each([
  [
    'no alternatives',
    record('date: 2023-01-01, privileged: false, conclusion: necessary, reasoning: R'),
    '3:1 Unexpected record without alternatives, expected each that was considered and why it was rejected',
  ],
  [
    'no reasoning',
    record(
      'date: 2023-01-01, privileged: false, conclusion: necessary, alternatives: [{alternative: A, rejectedBecause: B}]',
    ),
    '3:1 Unexpected conclusion without `reasoning`, expected why joint pricing is needed',
  ],
])('%s: weak', (_name, records, finding) => {
  expect(checkRule(necessityRecorded, documents(network(liveFor[24]), records))).toEqual([
    'weak',
    finding,
  ])
})

test('where the first talk is not stated, the order is said to be unknown', () => {
  const {outcome, findings} = runRule(
    necessityRecorded,
    documents(network(liveFor[24]), full('2023-01-01'), contract('inForceFrom: 2024-09-01')),
  )
  expect(outcome).toBe('supported')
  expect(findings.map(({severity, message}) => [severity, message.slice(0, 60)])).toEqual([
    ['note', 'Unexpected contract whose first talk of price is not stated,'],
  ])
})

test('a verified exhibit makes the record documented', () => {
  const text = documents(network(proposed), full('2023-01-01').replace(/}$/, ', evidence: [memo]}'))
  const verified = {exhibits: {'Exhibit/memo': {status: 'verified' as const}}}
  expect(runRule(necessityRecorded, text, verified).evidence[0]?.strength).toBe('documented')
  expect(runRule(necessityRecorded, text).evidence[0]?.strength).toBe('declared')
})

test('a conclusion against it is an adverse fact, past once it was revised', () => {
  const facts = (records: string) =>
    runRule(necessityRecorded, documents(network(liveFor[24]), records)).adverse?.map(
      ({time, date}) => [time, date],
    )
  expect(facts(against('2023-01-02'))).toEqual([['current', '2023-01-02']])
  expect(facts(documents(full('2023-01-03'), against('2023-01-02')))).toEqual([
    ['past', '2023-01-02'],
  ])
})

const necessary = (rest = '') =>
  record(`date: 2023-01-01, privileged: false, conclusion: necessary${rest}`)
const source = ', provenance: [{standing: R, source: S}]'

test.each([
  [
    'complete',
    full('2023-01-01'),
    'A record dated 2023-01-01 says why joint pricing on `PPO` is needed. It names 1 rejected alternative.',
    undefined,
  ],
  [
    'no reasoning',
    necessary(),
    'A record dated 2023-01-01 concludes that joint pricing on `PPO` is needed, without saying why. It names no rejected alternative.',
    'NecessityRecord necessity, with the reasoning and the alternatives that were considered and why each was rejected',
  ],
  [
    'made from a source',
    necessary(`, reasoning: R${source}`),
    'A record dated 2023-01-01 states what a published source concluded: joint pricing on `PPO` is needed. It names no rejected alternative.',
    'NecessityRecord necessity, with the alternatives that were considered and why each was rejected',
  ],
  [
    'late',
    documents(full('2024-03-02'), talks, priced),
    'A record dated 2024-03-02 says why joint pricing on `PPO` is needed. It names 1 rejected alternative.',
    'NecessityRecord necessity, with an exhibit of an earlier record, made before the first talk of price',
  ],
])('%s: says what the record holds, and what it lacks', (_name, records, says, answer) => {
  const {summary, answeredBy} = runRule(necessityRecorded, documents(network(liveFor[24]), records))
  expect([summary, answeredBy]).toEqual([says, answer])
})

test("a conclusion of a source is not given as the network's own", () => {
  const facts = (rest: string) => {
    const text = against('2023-01-02').replace(/}$/, `${rest}}`)
    const {summary, adverse} = runRule(necessityRecorded, documents(network(liveFor[24]), text))
    return [summary, adverse?.[0]?.fact]
  }
  expect(facts('')).toEqual([
    'A record dated 2023-01-02 says that joint pricing on `PPO` is not needed.',
    'A record dated 2023-01-02 (against) says that joint pricing is not needed',
  ])
  expect(facts(source)).toEqual([
    'A record dated 2023-01-02 states that a published source concluded that joint pricing on `PPO` is not needed.',
    'A record dated 2023-01-02 (against) states that a published source concluded that joint pricing is not needed',
  ])
})
