import {expect, test} from 'vitest'
import {recordsAudited} from '../../../src/rules/monitoring/records-audited.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const card = (on?: string, sampled = 120, agreed = 114) =>
  `{kind: Scorecard, id: s, title: S, from: 2026-01-01, to: 2026-03-31, issued: 2026-04-20${on === undefined ? '' : `, recordAudit: {on: ${on}, sampled: ${sampled}, agreed: ${agreed}}`}}`
const live = networkOf({live: '2024-01-01'})
const missing =
  'Network/n productLines.0: Unexpected product line without an audit of medical records since 2025-06-30, expected one a year'
const bad = (words: string) =>
  `Scorecard/s recordAudit: Unexpected audit on 2026-05-20 in which ${words} agreed, expected a sample above zero and no more that agree`

test.each<[string, string[], string[]]>([
  ['within a year', [card('2025-07-01')], ['supported']],
  ['a year ago', [card('2025-06-30')], ['absent', missing]],
  ['tomorrow', [card('2026-07-01')], ['absent', missing]],
  ['none', [card()], ['absent', missing]],
  ['a sample of none', [card('2026-05-20', 0, 0)], ['absent', bad('0 of 0 records')]],
  ['more that agreed than sampled', [card('2026-05-20', 5, 6)], ['absent', bad('6 of 5 records')]],
  ['none that agreed is printed, not judged', [card('2026-05-20', 5, 0)], ['supported']],
])('%s', (_name, documents, expected) => {
  expect(judged(recordsAudited, records(live, ...documents))).toEqual(expected)
})

test.each<[string, string, string]>([
  ['live for a year', '2025-06-30', 'absent'],
  ['a month short of a year', '2025-07-01', 'unknown'],
])('no audit in a closed log, %s', (_name, start, outcome) => {
  const text = records(networkOf({live: start}), card(), closes('scorecards'))
  expect(judgeRule(recordsAudited, text).outcome).toBe(outcome)
})

test('by stage', () => {
  const silent = ['notApplicable', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(recordsAudited)).toEqual(silent)
  expect(byStage(recordsAudited, card())).toEqual(silent)
})
