import {expect, test} from 'vitest'
import {conditionsCovered} from '../../../src/rules/protocols/conditions-covered.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const listed = (...protocols: string[]) =>
  `, conditions: [${protocols.map((it, index) => `{title: C${index}, prevalence: both, source: S${it === '' ? '' : `, protocols: [${it}]`}}`).join(', ')}]`
const protocol = (rest = '') =>
  `{kind: Protocol, id: p, title: P, condition: C, specialties: [cardiology]${rest}}`
const network = (rest: string) => networkOf({live: '2024-01-01'}, rest)
const bare = (index: number) =>
  `Network/n conditions.${index}: Unexpected condition \`C${index}\` without an active protocol, expected 50 % of all to have one`

test.each<[string, string, string, string[]]>([
  ['half', listed('p', ''), protocol(), ['supported']],
  ['one of three', listed('p', '', ''), protocol(), ['weak', bare(1), bare(2)]],
  ['none', listed(''), protocol(), ['absent', bare(0)]],
  [
    'by a protocol retired today',
    listed('p'),
    protocol(', retired: 2026-06-30'),
    ['absent', bare(0)],
  ],
  [
    'by a protocol that takes effect tomorrow',
    listed('p'),
    protocol(', effective: 2026-07-01'),
    ['absent', bare(0)],
  ],
  [
    'no list',
    '',
    protocol(),
    [
      'unknown',
      'Network/n productLines.0: Unexpected network without `conditions`, expected its high-cost and prevalent ones',
    ],
  ],
  [
    'an empty list',
    ', conditions: []',
    protocol(),
    [
      'unknown',
      'Network/n productLines.0: Unexpected network without `conditions`, expected its high-cost and prevalent ones',
    ],
  ],
])('%s', (_name, rest, document, expected) => {
  expect(judged(conditionsCovered, records(network(rest), document))).toEqual(expected)
})

test('says how many', () => {
  const {summary} = judgeRule(conditionsCovered, records(network(listed('p', '')), protocol()))
  expect(summary).toBe('1 of 2 high-cost or prevalent conditions have an active protocol.')
})

test('without a protocol or a list, by stage', () => {
  expect(byStage(conditionsCovered)).toEqual(Array.from({length: 5}, () => 'unknown'))
  expect(byStage(conditionsCovered, protocol())).toEqual(Array.from({length: 5}, () => 'unknown'))
})
