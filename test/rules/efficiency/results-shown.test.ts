import {expect, test} from 'vitest'
import {resultsShown} from '../../../src/rules/efficiency/results-shown.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network, proposed, undatedLine} from '../../helpers/records.ts'

const claim = (type: string, finding = 'shown', to = '2026-06-30', id = type) =>
  `{kind: EfficiencyClaim, id: ${id}, title: T, type: ${type}, benefit: B, result: {from: 2025-01-01, to: ${to}, value: 1, finding: ${finding}, source: S}}`
const both = documents(claim('cost'), claim('quality'))

test.each([
  ['proposed', proposed, '', 'notApplicable'],
  ['no result, month 0', liveFor[0], '', 'unknown'],
  ['no result, month 12', liveFor[12], '', 'unknown'],
  ['no result, month 23', liveFor[23], '', 'unknown'],
  ['no result, month 24', liveFor[24], '', 'absent'],
  ['no result, live date not stated', undatedLine, '', 'unknown'],
  ['one of two, month 11', liveFor[11], claim('cost'), 'unknown'],
  ['one of two, month 12', liveFor[12], claim('cost'), 'weak'],
  ['both, month 11', liveFor[11], both, 'supported'],
  ['both, month 24', liveFor[24], both, 'supported'],
  ['an outcome is quality', liveFor[24], documents(claim('cost'), claim('outcome')), 'supported'],
  ['access is neither', liveFor[24], documents(claim('cost'), claim('access')), 'weak'],
  ['mixed is not shown', liveFor[24], documents(claim('cost'), claim('quality', 'mixed')), 'weak'],
  [
    'a failed one beside both',
    liveFor[24],
    documents(both, claim('cost', 'notShown', '2026-06-30', 'failed')),
    'supported',
  ],
  ['all failed, month 11', liveFor[11], claim('cost', 'notShown'), 'unknown'],
  ['all failed, month 12', liveFor[12], claim('cost', 'notShown'), 'contrary'],
  [
    'period ends tomorrow',
    liveFor[24],
    documents(claim('cost'), claim('quality', 'shown', '2026-07-01')),
    'weak',
  ],
  [
    'period ended the day it went live',
    liveFor[12],
    documents(claim('cost'), claim('quality', 'shown', '2025-06-30')),
    'weak',
  ],
  [
    'period ended the day after',
    liveFor[12],
    documents(claim('cost'), claim('quality', 'shown', '2025-07-01')),
    'supported',
  ],
])('%s', (_name, line, records, outcome) => {
  expect(runRule(resultsShown, documents(network(line), records)).outcome).toBe(outcome)
})

test('names what is missing and the record to create', () => {
  const text = documents(network(liveFor[12]), claim('cost'))
  expect(checkRule(resultsShown, text)).toEqual([
    'weak',
    '1:57 Unexpected operating line without a result shown on quality, expected at least one',
  ])
  expect(runRule(resultsShown, text).findings[0]?.help).toContain('records/efficiencies/<id>.yaml')
})
