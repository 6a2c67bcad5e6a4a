import {expect, test} from 'vitest'
import {judge} from '../../../src/assess/judge.ts'
import type {Count} from '../../../src/model/table.ts'
import {smallCountsSuppressed} from '../../../src/rules/monitoring/small-counts-suppressed.ts'
import {fourth, measure, row, tableOf} from '../../helpers/counts.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

const table = (cells = ', smallCells: suppressed') =>
  `{kind: EvidenceTable, id: counts, title: T, format: csv, from: 2025-10-01, to: 2025-12-31, source: S, grain: counts, columns: []${cells}}`
const live = networkOf({live: '2024-01-01'})
const leaving = records(live, measure('unit: ratio'), table())
const of = (numerator: number, denominator: number, id = 'a1c'): Count =>
  row('M-0101', numerator, denominator, fourth, id)
const outcomeOf = (text: string, counts: readonly Count[]) =>
  judgeRule(smallCountsSuppressed, text, {tables: tableOf(counts)}).outcome

test.each<[string, Count, string]>([
  ['zero', of(0, 50), 'supported'],
  ['one', of(1, 50), 'contrary'],
  ['ten', of(10, 50), 'contrary'],
  ['eleven', of(11, 50), 'supported'],
  ['a rest of ten', of(40, 50), 'contrary'],
  ['a rest of eleven', of(39, 50), 'supported'],
  ['a rest of zero', of(50, 50), 'supported'],
  ['a whole of ten', of(0, 10), 'contrary'],
  ['a count that is not of patients', of(5, 8, 'hours'), 'supported'],
])('a table that leaves with %s', (_name, count, outcome) => {
  expect(outcomeOf(leaving, [of(30, 60), count])).toBe(outcome)
})

test('the same counts inside are whole, as scores need them', () => {
  const inside = records(live, measure('unit: ratio'), table(', smallCells: full'))
  expect(outcomeOf(inside, [of(1, 10)])).toBe('supported')
})

test('a table that does not say is unknown', () => {
  expect(judged(smallCountsSuppressed, records(live, table('')))).toEqual([
    'unknown',
    'EvidenceTable/counts smallCells: Unexpected table `counts` without `smallCells`, expected `full` inside or `suppressed` where it leaves',
  ])
})

test('a table that leaves and cannot be read is unknown', () => {
  expect(judged(smallCountsSuppressed, leaving)).toEqual([
    'unknown',
    'EvidenceTable/counts smallCells: Unexpected table `counts` that was not read, expected one to look for small counts in',
  ])
})

test('scores computed on a suppressed table', () => {
  const card =
    '{kind: Scorecard, id: s, title: S, from: 2025-10-01, to: 2025-12-31, issued: 2026-01-20, table: counts}'
  const {outcome, findings} = judgeRule(smallCountsSuppressed, records(leaving, card), {
    tables: tableOf([of(30, 60)]),
  })
  expect(outcome).toBe('absent')
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected scorecard computed on suppressed table `counts`, expected the full one inside',
  ])
})

test('says how many, and never which', () => {
  const {findings} = judgeRule(smallCountsSuppressed, leaving, {
    tables: tableOf([of(7, 60), of(3, 60), of(30, 60)]),
  })
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected table `counts` that leaves with 2 small counts of patients or of the rest, expected none',
  ])
})

const results = (numerator: number) =>
  measure(
    `results: [{from: 2025-10-01, to: 2025-12-31, value: 0.5, numerator: ${numerator}, denominator: 60}]`,
  )
const followUp = (followed: number) =>
  `{kind: CareProgram, id: c, title: C, type: careTransitions, followUp: [{from: 2025-10-01, to: 2025-12-31, withinDays: 7, followed: ${followed}, of: 60}]}`
const activity = (acted: number) =>
  `{kind: UtilizationControl, id: u, title: U, manages: imaging, activity: [{from: 2025-10-01, to: 2025-12-31, reviewed: 60, acted: ${acted}}]}`
const votes =
  '{kind: Meeting, id: m, body: b, held: 2026-01-01, present: 5, votes: [{on: X, for: 4, against: 1}]}'

test.each<[string, string, string, string]>([
  ['results of 10', results(10), 'notApplicable', 'contrary'],
  ['results of 11', results(11), 'notApplicable', 'supported'],
  ['follow-up of 10', followUp(10), 'notApplicable', 'contrary'],
  ['reviews of 50 and a rest of 10', activity(50), 'notApplicable', 'contrary'],
  ['votes', votes, 'notApplicable', 'notApplicable'],
])('%s: inside, then in a public root', (_name, document, inside, outside) => {
  const workspace = workspaceOf(records(live, document))
  const [network] = workspace.all('Network')
  if (network === undefined) throw new Error('Unexpected records without a Network')
  const roots = workspace.roots.map((it) => ({...it, class: 'public' as const}))
  const outcomes = [workspace, {...workspace, roots}].map(
    (it) => judge(it, network, 0, smallCountsSuppressed, [smallCountsSuppressed]).outcome,
  )
  expect(outcomes).toEqual([inside, outside])
})

test('by stage: nothing to suppress', () => {
  expect(byStage(smallCountsSuppressed)).toEqual(Array.from({length: 5}, () => 'notApplicable'))
})
