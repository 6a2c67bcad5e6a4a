import {expect, test} from 'vitest'
import {alternativesExist} from '../../../src/rules/market/alternatives-exist.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {judged} from '../../helpers/judge-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'

const screen = (rest: string, asOf = '2026-01-01', id = 's') =>
  `{kind: ServiceAreaScreen, id: ${id}, title: S, asOf: ${asOf}${rest}}`
const rival = (adequate: boolean) =>
  `, rivals: [{name: R, adequate: ${String(adequate)}, source: S}]`

test.each([
  ['adequate', screen(rival(true)), 'supported'],
  ['not adequate', screen(rival(false)), 'weak'],
  ['an empty list', screen(', rivals: []'), 'absent'],
  ['left out', screen(''), 'unknown'],
  [
    'adequate only in an older screen',
    documents(screen(rival(true), '2025-01-01'), screen(rival(false), '2026-01-01', 't')),
    'weak',
  ],
  ['a screen of today', screen(rival(true), '2026-06-30'), 'supported'],
  ['a screen of tomorrow', screen(rival(true), '2026-07-01'), 'unknown'],
])('%s', (_name, records, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]])
    expect(runRule(alternativesExist, documents(network(line), records)).outcome).toBe(outcome)
})

test('without a screen nothing is known', () => {
  expect(judged(alternativesExist, network(liveFor[24]))[0]).toBe('unknown')
})

test('points at the screen', () => {
  expect(
    checkRule(alternativesExist, documents(network(liveFor[24]), screen(rival(false)))),
  ).toEqual([
    'weak',
    '3:70 Unexpected screen without an adequate rival, expected a network or panel that a payer could market alone',
  ])
})
