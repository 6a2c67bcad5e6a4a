import {expect, test} from 'vitest'
import type {ScanHit} from '../../../src/model/source.ts'
import {noPrices} from '../../../src/rules/safeguards/no-prices.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {testScan} from '../../helpers/check-scan.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'

const hit = (kind: ScanHit['class'], file: string, line: number): ScanHit => ({
  class: kind,
  pattern: 'price-amount',
  location: {file, start: {line, column: 7}, end: {line, column: 12}},
})
const text = documents(network(liveFor[24]), '{kind: Participant, id: p, name: P}')

testScan(noPrices, 'price', 'a price')

test.each([proposed, liveFor[0], liveFor[24]])('nothing found, %s', (line) => {
  const {outcome, summary, evidence} = runRule(noPrices, network(line))
  expect(outcome).toBe('supported')
  expect(summary).toBe('Nothing that looks like a price: none found in 1 file read.')
  expect(evidence).toMatchObject([{kind: 'Network', strength: 'measured'}])
})

test('points at each place, says the pattern and never the text', () => {
  const hits = [hit('price', 'records.yaml', 3), hit('price', 'exhibits/minutes.txt', 12)]
  expect(checkRule(noPrices, text, {hits})).toEqual([
    'contrary',
    '3:7 Unexpected text that looks like a price (pattern `price-amount`) in `records.yaml`, expected none in any file',
    '12:7 Unexpected text that looks like a price (pattern `price-amount`) in `exhibits/minutes.txt`, expected none in any file',
  ])
})

test('names the record that holds it, else the network', () => {
  const hits = [hit('price', 'records.yaml', 3), hit('price', 'exhibits/minutes.txt', 12)]
  const {findings} = runRule(noPrices, text, {hits})
  expect(findings.map(({subject}) => `${subject.kind}/${subject.id}`)).toEqual([
    'Participant/p',
    'Network/net',
  ])
})

test.each(['identifier', 'narrative', 'privileged'] as const)('%s is no price', (kind) => {
  expect(runRule(noPrices, text, {hits: [hit(kind, 'records.yaml', 1)]}).outcome).toBe('supported')
})
