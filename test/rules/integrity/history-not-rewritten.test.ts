import {expect, test} from 'vitest'
import {historyNotRewritten} from '../../../src/rules/integrity/history-not-rewritten.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {judgeRule} from '../../helpers/judge-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'
import {trailOf} from '../../helpers/trail.ts'

const hold = (date: string) =>
  `{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: c, scope: S, removals: [{path: p, date: ${date}, instructedBy: c, reason: R}]}`

test.each([
  ['nothing found: there is no seal to compare with', undefined, 'unknown'],
  ['grafts', {grafts: true, replaced: 0}, 'contrary'],
  ['a replaced object', {grafts: false, replaced: 1}, 'contrary'],
])('%s', (_name, overridden, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[24]]) {
    const trails = [trailOf([], overridden)]
    expect(runRule(historyNotRewritten, network(line), {trails}).outcome).toBe(outcome)
  }
})

test('a removal on instruction is shown and not held against the network', () => {
  const shown = (date: string) =>
    runRule(historyNotRewritten, documents(network(liveFor[24]), hold(date)), {trails: [trailOf()]})
  expect(shown('2026-06-30').outcome).toBe('unknown')
  expect(shown('2026-06-30').summary).toContain('1 removal on the instruction of counsel')
  expect(shown('2026-07-01').summary).not.toContain('removal')
})

test('without history nothing is known', () => {
  expect(judgeRule(historyNotRewritten, network(liveFor[24])).outcome).toBe('unknown')
})

test('says what was found', () => {
  const trails = [trailOf([], {grafts: true, replaced: 2})]
  expect(checkRule(historyNotRewritten, network(liveFor[24]), {trails})).toEqual([
    'contrary',
    '1:1 Unexpected file of grafts and 2 replaced objects in root `main`, expected the history as it was made',
  ])
})
