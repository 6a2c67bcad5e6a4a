import {expect, test} from 'vitest'
import {statisticsAggregated} from '../../../src/rules/safeguards/statistics-aggregated.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const floor = {thirdParty: 'true', oldestAllowedDays: '91', sources: '5', largestShare: '0.25'}
const aggregator = (changed: Partial<Record<keyof typeof floor, string>> = {}) =>
  `{kind: Safeguard, id: s, title: S, type: aggregator, aggregator: {${Object.entries({
    ...floor,
    ...changed,
  })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}}`

test.each([
  ['at the floor', aggregator(), 'supported'],
  ['no third party', aggregator({thirdParty: 'false'}), 'contrary'],
  ['90 days old', aggregator({oldestAllowedDays: '90'}), 'contrary'],
  ['four sources', aggregator({sources: '4'}), 'contrary'],
  ['one source with 25.1 %', aggregator({largestShare: '0.251'}), 'contrary'],
  ['age left out', aggregator({oldestAllowedDays: ''}), 'unknown'],
  ['sources left out', aggregator({sources: ''}), 'unknown'],
  ['largest share left out', aggregator({largestShare: ''}), 'unknown'],
  ['left out, and below', aggregator({sources: '', largestShare: '0.3'}), 'contrary'],
  ['nothing stated', '{kind: Safeguard, id: s, title: S, type: aggregator}', 'unknown'],
  ['no aggregator', '', 'unknown'],
  ['no aggregator in a closed log', attested(['safeguards']), 'notApplicable'],
  [
    'one that ended today',
    aggregator({sources: '1'}).replace('type:', 'retired: 2026-06-30, type:'),
    'unknown',
  ],
])('%s', (_name, records, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(statisticsAggregated, text).outcome).toBe(outcome)
  }
})

test('calls a floor that is met no protection', () => {
  const {summary} = runRule(statisticsAggregated, documents(network(liveFor[24]), aggregator()))
  expect(summary).toContain('floor met, which is not protection')
})

test('names what is below, and points there', () => {
  const text = documents(network(liveFor[24]), aggregator({sources: '4', oldestAllowedDays: '90'}))
  expect(checkRule(statisticsAggregated, text)).toEqual([
    'contrary',
    '3:66 Unexpected statistic below the floor (90 days old and 4 sources), expected a third party, older data, more sources and no large one',
  ])
})
