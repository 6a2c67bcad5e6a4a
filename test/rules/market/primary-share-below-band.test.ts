import {expect, test} from 'vitest'
import type {Count, Table} from '../../../src/model/table.ts'
import {agreementNonExclusive} from '../../../src/rules/market/agreement-non-exclusive.ts'
import {primaryShareBelowBand} from '../../../src/rules/market/primary-share-below-band.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'

const practice = (id: string, owner: string) =>
  `{kind: Participant, id: ${id}, name: P, type: practice, owner: ${owner}, productLines: [ppo]}`
const area = (owner: string, zips = "'04901'", id = owner) =>
  `{id: ${id}, title: A, owner: ${owner}, zips: [${zips}]}`
const count = (id: string, members: number, all = 1000) =>
  `{area: ${id}, specialty: cardiology, members: ${members}, all: ${all}, source: S}`
const screen = (areas: readonly string[], counts: readonly string[], rest = '') =>
  `{kind: ServiceAreaScreen, id: s, title: S, asOf: 2026-01-01, areas: [${['{id: county, title: C}', ...areas].join(', ')}], counts: [${['{area: county, members: 1, all: 10, source: S}', ...counts].join(', ')}]${rest}}`
const one = practice('elm', 'x')
const two = documents(one, practice('oak', 'y'))

test.each([
  ['29.9 %', documents(one, screen([area('x')], [count('x', 299)])), 'supported', 'critical'],
  ['30 %', documents(one, screen([area('x')], [count('x', 300)])), 'weak', 'gate'],
  [
    'the larger of two counts',
    documents(one, screen([area('x')], [count('x', 1), count('x', 300)])),
    'weak',
    'gate',
  ],
  ['no area of the owner', documents(one, screen([], [])), 'unknown', 'gate'],
  [
    'an owner not stated',
    documents(one.replace('owner: x, ', ''), screen([area('x')], [count('x', 1)])),
    'unknown',
    'gate',
  ],
  ['an area without counts', documents(one, screen([area('x')], [])), 'unknown', 'gate'],
  ['nobody counted', documents(one, screen([area('x')], [count('x', 0, 0)])), 'unknown', 'gate'],
  ['one of two owners', documents(two, screen([area('x')], [count('x', 1)])), 'unknown', 'gate'],
  [
    'both owners',
    documents(two, screen([area('x'), area('y')], [count('x', 1), count('y', 2)])),
    'supported',
    'critical',
  ],
  [
    'two practices of one owner count once',
    documents(one, practice('oak', 'x'), screen([area('x')], [count('x', 1)])),
    'supported',
    'critical',
  ],
])('%s', (_name, records, outcome, weight) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(primaryShareBelowBand, text).outcome).toBe(outcome)
    // The interaction: the tests of real non-exclusivity take their weight from it.
    expect(runRule(agreementNonExclusive, text).weight).toBe(weight)
  }
})

const patients = (...counts: readonly (readonly [string, number])[]): Record<string, Table> => ({
  t: {
    status: 'read',
    rows: [],
    counts: counts.map(([group, numerator]): Count => ({
      unit: 'x',
      measure: 'patients',
      periodStart: '2025-01-01',
      periodEnd: '2025-12-31',
      numerator,
      denominator: 0,
      group,
    })),
  },
})
const registered =
  '{kind: EvidenceTable, id: t, title: T, format: csv, from: 2025-01-01, to: 2025-12-31, source: S, grain: counts, columns: []}'
const drawn = (...areas: readonly string[]) =>
  documents(
    network(liveFor[24]),
    one,
    registered,
    screen(
      areas.map((zips, index) => area('x', zips, `x${index}`)),
      areas.map((_, index) => count(`x${index}`, 100 + index)),
      ', table: t',
    ),
  )

test.each([
  ['the fewest', drawn("'04901'"), patients(['04901', 75], ['04902', 25]), 'supported'],
  ['one too many', drawn("'04901', '04902'"), patients(['04901', 75], ['04902', 25]), 'unknown'],
  ['one too few', drawn("'04901'"), patients(['04901', 74], ['04902', 26]), 'unknown'],
  [
    'a tie, drawn one way',
    drawn("'04901', '04902'"),
    patients(['04901', 60], ['04902', 20], ['04903', 20]),
    'unknown',
  ],
  [
    'a tie, drawn both ways',
    drawn("'04901', '04902'", "'04901', '04903'"),
    patients(['04901', 60], ['04902', 20], ['04903', 20]),
    'supported',
  ],
  ['no patients of the owner', drawn("'04901'"), patients(), 'unknown'],
  ['a table that is missing', drawn("'04901'"), {}, 'unknown'],
])('recomputed from the table: %s', (_name, text, tables, outcome) => {
  const result = runRule(primaryShareBelowBand, text, {tables})
  expect(result.outcome).toBe(outcome)
  if (outcome === 'supported') expect(result.evidence[0]?.strength).toBe('measured')
})

test('without a table the area is only declared', () => {
  const text = documents(network(liveFor[24]), one, screen([area('x')], [count('x', 1)]))
  expect(runRule(primaryShareBelowBand, text).evidence[0]?.strength).toBe('declared')
})
