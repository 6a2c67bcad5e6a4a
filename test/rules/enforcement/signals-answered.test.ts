import {expect, test} from 'vitest'
import type {Table} from '../../../src/model/table.ts'
import {signalsAnswered} from '../../../src/rules/enforcement/signals-answered.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {countTable, fourth, measure, quarters, row, tableOf, third} from '../../helpers/counts.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const action = (rest: string) =>
  `{kind: CorrectiveAction, id: case, member: M-0104, trigger: {signal: outlier, reason: quality}, ${rest}}`
const low = tableOf(quarters([20, 20]))

/** With signals of M-0104 in both quarters. */
const run = (line: string, records: string, tables: Readonly<Record<string, Table>> = low) =>
  runRule(signalsAnswered, documents(network(line), measure(), countTable, records), {tables})

// Period two ended on 2025-12-31, was known 45 days later, on 2026-02-14, and is due by 2026-04-15.
test.each([
  ['opened on the last day', action('opened: 2026-04-15'), 'supported'],
  ['opened a day late', action('opened: 2026-04-16'), 'weak'],
  ['opened tomorrow', action('opened: 2026-07-01'), 'absent'],
  ['no case', '', 'absent'],
  [
    'declined on the last day',
    action('declined: {date: 2026-04-15, reason: caseMix}'),
    'supported',
  ],
  ['declined a day late', action('declined: {date: 2026-04-16, reason: caseMix}'), 'weak'],
  [
    'declined after the first signal',
    action('declined: {date: 2025-10-01, reason: caseMix}'),
    'supported',
  ],
  ['declined before it', action('declined: {date: 2025-09-30, reason: caseMix}'), 'absent'],
  ['a case already open', action('opened: 2025-03-01'), 'supported'],
  [
    'closed on the day period two ended',
    action('opened: 2025-03-01, closed: 2025-12-31'),
    'supported',
  ],
  ['closed the day before', action('opened: 2025-03-01, closed: 2025-12-30'), 'absent'],
  ['a case of another member', action('opened: 2026-03-01').replace('M-0104', 'M-0101'), 'absent'],
  [
    'a case over another measure',
    action('opened: 2026-03-01').replace('quality', 'quality, measure: eye'),
    'absent',
  ],
  [
    'a case over this measure',
    action('opened: 2026-03-01').replace('quality', 'quality, measure: a1c'),
    'supported',
  ],
])('%s', (_name, records, outcome) => {
  expect(run(liveFor[24], records).outcome).toBe(outcome)
})

test.each([
  ['month 0', liveFor[0], '', 'unknown'],
  ['month 12', liveFor[12], '', 'unknown'],
  ['month 23', liveFor[23], '', 'unknown'],
  ['month 24', liveFor[24], '', 'absent'],
  ['month 12, in a closed log', liveFor[12], attested(['correctiveActions']), 'absent'],
])('a missing case, %s', (_name, line, records, outcome) => {
  expect(run(line, records).outcome).toBe(outcome)
})

test.each([
  ['issued on 2026-01-10, due 2026-03-11', '2026-01-10', '2026-03-11', 'supported'],
  ['issued on 2026-01-10, a day late', '2026-01-10', '2026-03-12', 'weak'],
  ['issued late: the 45 days count', '2026-06-01', '2026-04-16', 'weak'],
])('scorecard %s', (_name, issued, opened, outcome) => {
  const card = `{kind: Scorecard, id: card, title: C, from: 2025-10-01, to: 2025-12-31, issued: ${issued}}`
  const records = documents(card, action(`opened: ${opened}`))
  expect(run(liveFor[24], records).outcome).toBe(outcome)
})

const without = (counts: ReturnType<typeof quarters>) => tableOf(counts)

test.each([
  ['a signal in one period only', without(quarters([20, 43])), 'supported'],
  ['one period only', without(quarters([20, 20], {periods: [third]})), 'absent'],
  ['a denominator of 20', without(quarters([5, 5], {of: 20})), 'absent'],
  ['a denominator of 19', without(quarters([5, 5], {of: 19})), 'supported'],
  [
    'a period that ends tomorrow',
    without(quarters([20, 20], {periods: [third, {...fourth, periodEnd: '2026-07-01'}]})),
    'absent',
  ],
  [
    'practices and the network are no members',
    without([row('practice-one', 1, 50, third), row('network', 1, 50, fourth)]),
    'absent',
  ],
])('%s', (_name, tables, outcome) => {
  expect(run(liveFor[24], '', tables).outcome).toBe(outcome)
})

test('a smaller number of peers than two is not compared', () => {
  const pair = [third, fourth].flatMap((it) => [
    row('M-0101', 43, 50, it),
    row('M-0104', 10, 50, it),
  ])
  expect(run(liveFor[12], '', tableOf(pair)).summary).toContain('0 comparisons made')
  const three = [...pair, row('M-0102', 43, 50, third), row('M-0102', 43, 50, fourth)]
  expect(run(liveFor[12], '', tableOf(three)).summary).toContain('in 6 comparisons')
})

test('members are compared within their group', () => {
  const groups = quarters([20, 20]).map((it) => ({
    ...it,
    group: it.unit === 'M-0104' ? 'cardiology' : 'internal-medicine',
  }))
  // Alone in its group, nobody can say that it is worse than its peers.
  expect(run(liveFor[24], '', tableOf(groups)).summary).toMatch(
    /^0 pairs of member and measure .* in 6 /,
  )
})

test('where lower is better the other side is looked at', () => {
  const high = [third, fourth].flatMap((period) => [
    ...['M-0101', 'M-0102', 'M-0103'].map((unit) => row(unit, 0, 50, period)),
    row('M-0104', 12, 50, period),
  ])
  const text = (direction: string) =>
    documents(network(liveFor[24]), measure(`direction: ${direction}`), countTable)
  const named = (direction: string) =>
    runRule(signalsAnswered, text(direction), {tables: tableOf(high)}).findings.filter(
      ({message}) => message.includes('M-0104'),
    )
  expect(named('lower')).toHaveLength(1)
  expect(named('higher')).toHaveLength(0)
})

test('within time nothing is missing yet', () => {
  const recent = [fourth, {periodStart: '2026-01-01', periodEnd: '2026-03-31'}]
  const {outcome, summary} = run(liveFor[24], '', tableOf(quarters([20, 20], {periods: recent})))
  expect(outcome).toBe('supported')
  expect(summary).toContain('1 still within time')
})

test.each([
  ['without a direction', 'unit: ratio', 'warning', 'unknown'],
  ['of dollars', 'direction: lower, unit: usd', 'note', 'supported'],
])('a measure %s is named, not dropped', (_name, rest, severity, outcome) => {
  const tables = tableOf([...quarters([43, 43]), ...quarters([20, 20], {id: 'other'})])
  const text = documents(network(liveFor[24]), measure(), measure(rest, 'other'), countTable)
  const result = runRule(signalsAnswered, text, {tables})
  expect(result.outcome).toBe(outcome)
  expect(result.findings).toMatchObject([{severity, subject: {kind: 'Measure', id: 'other'}}])
})

test('counts that are no part of a whole, and counts of no measure, are named', () => {
  const tables = tableOf([
    ...quarters([43, 43]),
    row('M-0101', 51, 50, third, 'other'),
    row('M-0101', 1, 50, third, 'unheard-of'),
  ])
  const text = documents(network(liveFor[24]), measure(), measure(undefined, 'other'), countTable)
  expect(checkRule(signalsAnswered, text, {tables})).toEqual([
    'unknown',
    '7:1 Unexpected counts of `other` that are not whole parts of a whole, expected 0 to the denominator',
    '7:1 Unexpected counts of `unheard-of`, expected the id of a Measure',
  ])
})

test('a table that cannot be read is no empty one', () => {
  const {outcome, findings} = run(liveFor[24], '', {})
  expect(outcome).toBe('unknown')
  expect(findings.map(({message}) => message)).toContain(
    'Unexpected table that was not read (no table counts), expected counts',
  )
})

test('the same row in two tables counts once; one that differs is a gap', () => {
  const second = countTable.replace('id: counts', 'id: again')
  const judge = (counts: ReturnType<typeof quarters>) =>
    runRule(signalsAnswered, documents(network(liveFor[24]), measure(), countTable, second), {
      tables: {...tableOf(quarters([43, 43])), again: {status: 'read', counts, rows: []}},
    })
  expect(judge(quarters([43, 43]))).toMatchObject({outcome: 'supported', findings: []})
  expect(judge(quarters([43, 42])).outcome).toBe('unknown')
})

test('rows of one member in one table are added up', () => {
  const split = quarters([20, 20]).flatMap((it) => [
    {...it, numerator: it.numerator - 3, denominator: 30},
    {...it, numerator: 3, denominator: it.denominator - 30},
  ])
  expect(run(liveFor[24], '', tableOf(split)).summary).toBe(run(liveFor[24], '').summary)
})

test("a table that only another line's scorecard names is not read", () => {
  const card =
    '{kind: Scorecard, id: card, title: C, from: 2025-10-01, to: 2025-12-31, issued: 2026-01-10, table: counts, productLines: [hmo]}'
  expect(run(liveFor[12], card).summary).toContain('0 tables of counts read')
})

test('proposed: not applicable without tables', () => {
  expect(runRule(signalsAnswered, network(proposed)).outcome).toBe('notApplicable')
})

test('names the member by pseudonym, the date due and the record to create', () => {
  const {findings, evidence} = run(liveFor[24], '')
  expect(findings.map(({message}) => message)).toEqual([
    'Unexpected signal of member `M-0104` on `a1c` in two periods up to `2025-12-31` without a case, expected one opened or declined by `2026-04-15`',
  ])
  // The fix is what a build log shows: it names nobody.
  expect(findings[0]?.help).not.toContain('M-0104')
  expect(evidence).toMatchObject([{kind: 'EvidenceTable', strength: 'measured'}])
})

test('of two cases the earlier one answers', () => {
  const second = action('opened: 2026-03-01').replace('id: case', 'id: other')
  const {outcome, evidence} = run(liveFor[24], documents(action('opened: 2026-06-01'), second))
  expect(outcome).toBe('supported')
  expect(evidence.map(({id}) => id)).toEqual(['counts', 'other'])
})

test('three quarters with a signal are one member who was not answered', () => {
  const second = {periodStart: '2025-04-01', periodEnd: '2025-06-30'}
  const tables = tableOf([...quarters([20, 20], {periods: [second]}), ...quarters([20, 20])])
  const {findings} = run(liveFor[24], '', tables)
  expect(findings).toHaveLength(1)
  expect(findings[0]?.message).toContain('up to `2025-09-30`')
})
