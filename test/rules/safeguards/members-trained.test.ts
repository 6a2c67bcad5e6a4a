import {expect, test} from 'vitest'
import {membersTrained} from '../../../src/rules/safeguards/members-trained.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {byStage} from '../../helpers/judge-rule.ts'
import {attested, documents, liveFor, network} from '../../helpers/records.ts'

const training = (...sessions: readonly string[]) =>
  `{kind: Safeguard, id: s, title: S, type: training, training: [${sessions.map((it) => `{${it}}`).join(', ')}]}`
const session = (trained: number, date = '2026-01-01', of = 1000) =>
  `date: ${date}, trained: ${trained}, of: ${of}`

test.each([
  ['95 %', training(session(950)), 'supported'],
  ['94.9 %', training(session(949)), 'weak'],
  ['nobody to be trained', training(session(0, '2026-01-01', 0)), 'unknown'],
  ['24 months ago', training(session(1000, '2024-06-30')), 'supported'],
  ['a day longer ago', training(session(1000, '2024-06-29')), 'absent'],
  ['tomorrow', training(session(1000, '2026-07-01')), 'absent'],
  ['the newest decides', training(session(1000, '2025-01-01'), session(1, '2026-01-01')), 'weak'],
  ['no training', '', 'absent'],
])('%s', (_name, records, outcome) => {
  expect(runRule(membersTrained, documents(network(liveFor[24]), records)).outcome).toBe(outcome)
})

test('by stage: silence is unknown until the line has operated for 24 months', () => {
  expect(byStage(membersTrained)).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
  const few = training(session(1))
  expect(byStage(membersTrained, few)).toEqual(['notApplicable', 'weak', 'weak', 'weak', 'weak'])
})

test('in a closed log silence is absent at once', () => {
  const text = documents(network(liveFor[0]), attested(['safeguards']))
  expect(runRule(membersTrained, text).outcome).toBe('absent')
})

test('points at the session', () => {
  expect(
    checkRule(membersTrained, documents(network(liveFor[24]), training(session(949)))),
  ).toEqual(['weak', '3:63 Unexpected training of 949 of 1000, expected 95 % or more'])
})
