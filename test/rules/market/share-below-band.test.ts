import {expect, test} from 'vitest'
import {agreementNonExclusive} from '../../../src/rules/market/agreement-non-exclusive.ts'
import {outsideContractsHeld} from '../../../src/rules/market/outside-contracts-held.ts'
import {shareBelowBand} from '../../../src/rules/market/share-below-band.ts'
import {runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network} from '../../helpers/records.ts'

const screen = (rest: string, asOf = '2026-01-01', id = 's') =>
  `{kind: ServiceAreaScreen, id: ${id}, title: S, asOf: ${asOf}, ${rest}}`
const counts = (...pairs: (readonly [number, number])[]) =>
  `counts: [${pairs.map(([members, all]) => `{area: a, specialty: cardiology, members: ${members}, all: ${all}, source: S}`).join(', ')}]`
const band = (...words: string[]) =>
  `declaredShares: [${words.map((it) => `{band: ${it}}`).join(', ')}]`

test.each([
  ['29.9 %', screen(counts([299, 1000], [1, 10])), 'supported', 'critical'],
  ['30 %', screen(counts([300, 1000], [1, 10])), 'weak', 'gate'],
  ['nobody is counted', screen(counts([0, 0])), 'unknown', 'gate'],
  ['nobody is counted in one area', screen(counts([1, 10], [0, 0])), 'unknown', 'gate'],
  ['called low', screen(band('low')), 'supported', 'critical'],
  ['called low, and some', screen(band('low', 'some')), 'unknown', 'gate'],
  ['called high', screen(band('high')), 'weak', 'gate'],
  ['called a substantial majority', screen(band('substantialMajority')), 'weak', 'gate'],
  ['counted low, called high', screen(`${counts([1, 10])}, ${band('high')}`), 'weak', 'gate'],
  ['neither counted nor called', screen('entry: Easy'), 'unknown', 'gate'],
  ['a screen of tomorrow', screen(counts([1, 10]), '2026-07-01'), 'unknown', 'gate'],
  [
    'the newest of two decides',
    documents(screen(counts([5, 10]), '2025-01-01'), screen(counts([1, 10]), '2026-06-30', 't')),
    'supported',
    'critical',
  ],
  [
    'the older one is not read',
    documents(screen(counts([1, 10]), '2025-01-01'), screen(counts([5, 10]), '2026-06-30', 't')),
    'weak',
    'gate',
  ],
])('%s: %s', (_name, records, outcome, weight) => {
  const text = documents(network(liveFor[24]), records)
  expect(runRule(shareBelowBand, text).outcome).toBe(outcome)
  // The interaction: the tests of real non-exclusivity take their weight from it.
  expect(runRule(agreementNonExclusive, text).weight).toBe(weight)
  expect(runRule(outsideContractsHeld, text).weight).toBe(weight)
})

test('a network may set another band', () => {
  const thresholds = {shareBand: {value: 0.35, reason: 'R', setBy: 'board'}}
  const text = documents(network(liveFor[24]), screen(counts([30, 100])))
  expect(runRule(shareBelowBand, text, {config: {thresholds}}).outcome).toBe('supported')
})
