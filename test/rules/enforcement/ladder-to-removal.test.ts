import {expect, test} from 'vitest'
import {ladderToRemoval} from '../../../src/rules/enforcement/ladder-to-removal.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {documents, liveFor, network, proposed, undatedLine} from '../../helpers/records.ts'

const policy = (ladder: string, rest = 'effective: 2024-01-01') =>
  `{kind: SanctionPolicy, id: policy, title: Policy, ${rest}, ladder: [${ladder}]}`
const coaching = '{step: coaching, signal: belowTarget, withinDays: 30}'
const removal = '{step: removal, trigger: Two plans not met, withinDays: 90}'
const full = `${coaching}, ${removal}`
const untimed = `${coaching}, {step: removal, signal: planOverdue}`

test.each([
  ['no policy, proposed', proposed, '', 'unknown'],
  ['no policy, month 0', liveFor[0], '', 'unknown'],
  ['no policy, month 12', liveFor[12], '', 'unknown'],
  ['no policy, month 23', liveFor[23], '', 'unknown'],
  ['no policy, month 24', liveFor[24], '', 'absent'],
  ['complete, proposed', proposed, policy(full), 'supported'],
  ['complete, month 24', liveFor[24], policy(full), 'supported'],
  ['a warning is mild too', liveFor[24], policy(full.replace('coaching', 'warning')), 'supported'],
  ['time missing, proposed', proposed, policy(untimed), 'weak'],
  ['time missing, month 0', liveFor[0], policy(untimed), 'weak'],
  ['time missing, month 12', liveFor[12], policy(untimed), 'weak'],
  ['time missing, month 23', liveFor[23], policy(untimed), 'weak'],
  ['time missing, month 24', liveFor[24], policy(untimed), 'absent'],
  ['time missing, live date not stated', undatedLine, policy(untimed), 'weak'],
  ['trigger missing', liveFor[12], policy(`${coaching}, {step: removal, withinDays: 9}`), 'weak'],
  ['no mild step', liveFor[12], policy(removal), 'weak'],
  ['no removal, proposed', proposed, policy(coaching), 'absent'],
  ['no removal, month 0', liveFor[0], policy(coaching), 'absent'],
  [
    'retired today',
    liveFor[24],
    policy(full, 'effective: 2024-01-01, retired: 2026-06-30'),
    'absent',
  ],
  [
    'retired tomorrow',
    liveFor[24],
    policy(full, 'effective: 2024-01-01, retired: 2026-07-01'),
    'supported',
  ],
  ['effective today', liveFor[24], policy(full, 'effective: 2026-06-30'), 'supported'],
  ['effective tomorrow, operating', liveFor[24], policy(full, 'effective: 2026-07-01'), 'absent'],
  ['effective tomorrow, proposed', proposed, policy(full, 'effective: 2026-07-01'), 'supported'],
  ['effective not stated, proposed', proposed, policy(full, 'adoptedAt: m'), 'supported'],
  ['effective not stated, month 12', liveFor[12], policy(full, 'adoptedAt: m'), 'weak'],
  [
    'of another line',
    liveFor[24],
    policy(full, 'effective: 2024-01-01, productLines: [hmo]'),
    'absent',
  ],
])('%s', (_name, line, records, outcome) => {
  expect(runRule(ladderToRemoval, documents(network(line), records)).outcome).toBe(outcome)
})

test('points at each step that lacks something', () => {
  const ladder = '{step: coaching, withinDays: 30}, {step: removal}'
  expect(checkRule(ladderToRemoval, documents(network(liveFor[12]), policy(ladder)))).toEqual([
    'weak',
    '3:83 Unexpected step `coaching` without `signal` or `trigger`, expected what sets it off and a time',
    '3:117 Unexpected step `removal` without `withinDays` and `signal` or `trigger`, expected what sets it off and a time',
  ])
})

test('the best of two policies decides', () => {
  const other = policy(coaching).replace('id: policy', 'id: draft')
  const text = documents(network(liveFor[24]), other, policy(full))
  expect(runRule(ladderToRemoval, text).outcome).toBe('supported')
})

test('what the ladder lacks is named, and would answer it', () => {
  const said = (ladder: string, rest?: string) => {
    const text = documents(network(liveFor[12]), policy(ladder, rest))
    const {summary, answeredBy} = runRule(ladderToRemoval, text)
    return [summary, answeredBy]
  }
  expect(said(full)).toEqual([
    'The ladder of Policy has 2 steps (coaching and removal); no gap was found.',
    undefined,
  ])
  expect(said('{step: coaching, withinDays: 30}, {step: removal}')).toEqual([
    'The ladder of Policy has 2 steps (coaching and removal); it lacks the trigger of the coaching step and the time and the trigger of the removal step.',
    'SanctionPolicy policy, with the trigger of the coaching step and the time and the trigger of the removal step',
  ])
  expect(said('{step: financial, signal: belowTarget, withinDays: 9}', 'adoptedAt: m')).toEqual([
    'The ladder of Policy has 1 step (financial sanction); it lacks a step of removal, a first step of coaching or a warning and the date from which it applies.',
    'SanctionPolicy policy, with a step of removal, a first step of coaching or a warning and the date from which it applies',
  ])
})
