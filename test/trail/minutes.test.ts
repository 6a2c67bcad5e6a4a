import {expect, test} from 'vitest'
import {checkMinutes} from '../../src/trail/minutes.ts'
import {trailThresholds} from '../../src/trail/thresholds.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const meeting = (held: string, more = '') =>
  `kind: Meeting\nid: jan\nbody: board\nheld: ${held}\n${more}`

/** `code severity path message` of what is found in a decision and its meeting. */
function found(decision: string, ofMeeting: string, asOf = '2026-06-30'): readonly string[] {
  const records = workspaceOf(`${ofMeeting}---\n${decision}`, {asOf})
  return checkMinutes(records, trailThresholds).map(
    ({code, severity, location, message}) =>
      `${code} ${severity} ${location.start.line} ${message}`,
  )
}

const codes = (decision: string, ofMeeting: string, asOf?: string) =>
  found(decision, ofMeeting, asOf).map((it) => it.split(' ')[0])

const protocol = (date: string) =>
  `kind: Protocol\nid: a1c\nadoption:\n  date: ${date}\n  meeting: jan\n`

test.each([
  ['2026-01-09', ['trail/decided-before-meeting']],
  ['2026-01-10', []],
  ['2026-01-11', []],
])('a protocol adopted on %s at a meeting of 2026-01-10', (date, expected) => {
  expect(codes(protocol(date), meeting('2026-01-10'))).toEqual(expected)
})

test('says both dates, the record and the place', () => {
  expect(found(protocol('2026-01-09'), meeting('2026-01-10'))).toEqual([
    'trail/decided-before-meeting warning 9 Unexpected `adoption date` 2026-01-09 of Protocol `a1c`, expected none before the meeting `jan` that made it, held 2026-01-10',
  ])
})

test.each([
  ['MembershipDecision', 'date: 2026-01-09\nmeeting: jan\n'],
  ['NecessityRecord', 'date: 2026-01-09\nadoptedAt: jan\n'],
  ['MembershipCriterion', 'effective: 2026-01-09\nadoptedAt: jan\n'],
  ['SanctionPolicy', 'effective: 2026-01-09\nadoptedAt: jan\n'],
  ['Protocol', 'reviews:\n  - {date: 2026-01-09, meeting: jan}\n'],
])('a %s decided before its meeting', (kind, rest) => {
  const decision = `kind: ${kind}\nid: x\n${rest}`
  expect(codes(decision, meeting('2026-01-10'))).toEqual(['trail/decided-before-meeting'])
  expect(codes(decision, meeting('2026-01-09'))).toEqual([])
})

test.each([
  ['2026-02-09', []],
  ['2026-02-10', ['trail/minutes-after-decision']],
])('minutes drafted on %s for a decision of 2026-01-10', (drafted, expected) => {
  const ofMeeting = meeting('2026-01-10', `minutesDrafted: ${drafted}\n`)
  expect(codes(protocol('2026-01-10'), ofMeeting)).toEqual(expected)
})

test('the exhibit tells when minutes were made, whatever the meeting says', () => {
  const ofMeeting = meeting('2026-01-10', 'minutesDrafted: 2026-01-12\nminutes: file\n')
  const exhibit = '---\nkind: Exhibit\nid: file\nmade: 2026-06-01\n'
  expect(found(`${protocol('2026-01-10')}${exhibit}`, ofMeeting)).toEqual([
    'trail/minutes-after-decision note 11 Unexpected minutes of 2026-06-01 for `adoption date` 2026-01-10 of Protocol `a1c`, 142 days after it, expected at most 30',
  ])
})

test('says nothing of what is decided later, or at a meeting that is not on record', () => {
  expect(codes(protocol('2026-07-01'), meeting('2026-08-01'))).toEqual([])
  expect(codes(protocol('2026-07-01'), meeting('2026-08-01'), '2026-07-01')).toHaveLength(1)
  expect(codes(protocol('2026-01-09'), meeting('2026-01-10').replace('jan', 'feb'))).toEqual([])
})
