import {expect, test} from 'vitest'
import {shareCountsRecent} from '../../../src/rules/market/share-counts-recent.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {judged} from '../../helpers/judge-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'

const screen = (asOf: string, id = 's') =>
  `{kind: ServiceAreaScreen, id: ${id}, title: S, asOf: ${asOf}}`

test.each([
  ['eighteen months', screen('2024-12-30'), 'supported'],
  ['a day more', screen('2024-12-29'), 'weak'],
  ['today', screen('2026-06-30'), 'supported'],
  ['tomorrow', screen('2026-07-01'), 'unknown'],
  ['an old and a new one', documents(screen('2020-01-01'), screen('2026-01-01', 't')), 'supported'],
])('%s', (_name, records, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]])
    expect(runRule(shareCountsRecent, documents(network(line), records)).outcome).toBe(outcome)
})

test('without a screen nothing is known', () => {
  expect(judged(shareCountsRecent, network(liveFor[24]))[0]).toBe('unknown')
})

test('points at the date', () => {
  expect(
    checkRule(shareCountsRecent, documents(network(liveFor[24]), screen('2024-12-29'))),
  ).toEqual([
    'weak',
    '3:50 Unexpected newest counts of `2024-12-29`, expected `2024-12-30` or later',
  ])
})
