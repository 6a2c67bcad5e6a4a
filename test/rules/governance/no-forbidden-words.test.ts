import {expect, test} from 'vitest'
import {forbiddenUses} from '../../../src/model/forbidden.ts'
import {noForbiddenWords} from '../../../src/rules/governance/no-forbidden-words.ts'
import {byStage, closes, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const said = (text: string) =>
  `, publicStatements: [{date: 2026-01-15, where: Website, text: '${text}'}]`
const closed = closes('publicStatements')
const network = (rest: string) => networkOf({live: '2024-01-01'}, rest)
const word = (place: string, it: string) =>
  `${place}: Unexpected word "${it}" about the network, expected none that claims a standing`

test.each<[string, string, string]>([
  ['a safe harbor', 'We are within the safe harbor', 'safe harbor'],
  ['compliant', 'An antitrust-compliant network', 'compliant'],
  ['certified', 'A certified network', 'certified'],
  ['approved', 'FTC-approved contracting', 'approved'],
  ['guaranteed', 'Savings are guaranteed', 'guaranteed'],
])('%s is contrary, log closed or not', (_name, text, it) => {
  const expected = ['contrary', word('Network/n publicStatements.0.text', it)]
  expect(judged(noForbiddenWords, network(said(text)))).toEqual(expected)
  expect(judged(noForbiddenWords, records(network(said(text)), closed))).toEqual(expected)
})

test.each([
  ['a denial', 'There is no safe harbor for what we do'],
  ['a quotation', 'A brochure said "a certified network"; it was withdrawn'],
  ['another meaning', 'Board-certified physicians on a certified EHR'],
  ['plain words', 'Members share protocols and data'],
])('%s is allowed', (_name, text) => {
  expect(judged(noForbiddenWords, records(network(said(text)), closed))).toEqual(['supported'])
})

test.each<[string, string, string]>([
  [
    'legal name',
    networkOf({}, '').replace('legalName: N', 'legalName: Certified Care'),
    'Network/n legalName',
  ],
  [
    'efficiency claim',
    records(
      networkOf({}),
      '{kind: EfficiencyClaim, id: e, title: T, type: cost, benefit: Certified savings}',
    ),
    'EfficiencyClaim/e benefit',
  ],
  [
    'necessity record',
    records(
      networkOf({}),
      '{kind: NecessityRecord, id: r, title: T, productLine: ppo, date: 2024-01-01, privileged: false, reasoning: A certified need}',
    ),
    'NecessityRecord/r reasoning',
  ],
])('reads the %s', (_name, text, place) => {
  expect(judged(noForbiddenWords, text)).toEqual(['contrary', word(place, 'certified')])
})

test('silence is unknown at every stage until an officer attests the log', () => {
  expect(byStage(noForbiddenWords)).toEqual(Array.from({length: 5}, () => 'unknown'))
  expect(byStage(noForbiddenWords, closed)).toEqual(Array.from({length: 5}, () => 'supported'))
  const {summary} = judgeRule(noForbiddenWords, network(''))
  expect(summary).toBe(
    'None found in 2 fields read; the log of public statements is not attested complete from 2024-06-30 to 2026-03-22.',
  )
})

test('its own voice quotes the words, and says none of them', () => {
  const {docs, title} = noForbiddenWords
  const {findings, summary} = judgeRule(noForbiddenWords, network(said('A certified network')))
  const texts = [title, summary, ...Object.values(docs), ...findings.map(({message}) => message)]
  expect(texts.flatMap(forbiddenUses)).toEqual([])
})
