import {expect, test} from 'vitest'
import {reminderAtMeetings} from '../../../src/rules/safeguards/reminder-at-meetings.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {byStage} from '../../helpers/judge-rule.ts'
import {documents, liveFor, network} from '../../helpers/records.ts'

const meeting = (reminder: boolean | null, held = '2026-01-01', id = 'm') =>
  `{kind: Meeting, id: ${id}, body: b, held: ${held}${reminder === null ? '' : `, antitrustReminder: ${String(reminder)}`}}`

test.each([
  ['read', meeting(true), 'supported'],
  ['not read', meeting(false), 'absent'],
  ['not stated', meeting(null), 'unknown'],
  ['read at one of two', documents(meeting(true), meeting(false, '2026-02-01', 'n')), 'weak'],
  [
    'not read 12 months ago',
    documents(meeting(true), meeting(false, '2025-06-30', 'n')),
    'supported',
  ],
  ['not read a day later', documents(meeting(true), meeting(false, '2025-07-01', 'n')), 'weak'],
  ['not read today', documents(meeting(true), meeting(false, '2026-06-30', 'n')), 'weak'],
  ['not read tomorrow', documents(meeting(true), meeting(false, '2026-07-01', 'n')), 'supported'],
])('%s', (_name, records, outcome) => {
  expect(runRule(reminderAtMeetings, documents(network(liveFor[24]), records)).outcome).toBe(
    outcome,
  )
})

test.each([
  ['no meeting at all', undefined],
  ['no meeting within a year', meeting(true, '2025-01-01')],
])('by stage: %s', (_name, records) => {
  expect(byStage(reminderAtMeetings, ...(records === undefined ? [] : [records]))).toEqual([
    'notApplicable',
    'unknown',
    'unknown',
    'unknown',
    'absent',
  ])
})

test('points at the meeting', () => {
  expect(checkRule(reminderAtMeetings, documents(network(liveFor[24]), meeting(false)))).toEqual([
    'absent',
    '3:70 Unexpected meeting of `2026-01-01` without the antitrust reminder, expected it read',
  ])
})
