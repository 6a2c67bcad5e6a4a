import {expect, test} from 'vitest'
import {outsideBusinessPolicy} from '../../../src/rules/safeguards/outside-business-policy.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {attested, documents, liveFor, network, proposed} from '../../helpers/records.ts'

const policy = (rest: string) =>
  `{kind: Safeguard, id: s, title: S, type: outsideBusinessPolicy${rest}}`

test.each([
  ['in words', policy(', text: Alone.'), 'supported'],
  ['as an exhibit', policy(', evidence: [x]'), 'supported'],
  ['neither', policy(''), 'weak'],
  ['none', '', 'unknown'],
  ['none in a closed log', attested(['safeguards']), 'absent'],
  ['from today', policy(', text: Alone., effective: 2026-06-30'), 'supported'],
  ['from tomorrow', policy(', text: Alone., effective: 2026-07-01'), 'unknown'],
  ['ended today', policy(', text: Alone., retired: 2026-06-30'), 'unknown'],
])('%s', (_name, records, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]]) {
    const text = documents(network(line), records)
    expect(runRule(outsideBusinessPolicy, text).outcome).toBe(outcome)
  }
})

test('says what is missing', () => {
  const text = documents(network(liveFor[24]), attested(['safeguards']))
  expect(checkRule(outsideBusinessPolicy, text)).toEqual([
    'absent',
    '1:1 Unexpected network without a policy for business outside the network, expected a Safeguard of type `outsideBusinessPolicy`',
  ])
})
