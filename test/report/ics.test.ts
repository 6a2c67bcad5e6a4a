import {describe, expect, test} from 'vitest'
import type {Due, Obligation} from '../../src/model/obligation.ts'
import {dueLines} from '../../src/report/due.ts'
import {calendarOf} from '../../src/report/ics.ts'

const place = {line: 4, column: 3}
const obligation = (rest: Partial<Obligation>): Obligation => ({
  id: 'protocolReview Protocol a1c',
  kind: 'protocolReview',
  nature: 'deadline',
  due: '2026-12-31',
  daysLate: -184,
  what: 'Protocol a1c is reviewed (review 2024-12-31)',
  who: {role: null, person: 'pat-doe'},
  record: {kind: 'Protocol', id: 'a1c'},
  location: {file: 'protocols/a1c.yaml', start: place, end: place},
  confidentiality: 'network',
  test: 'C3',
  threshold: {id: 'protocolReviewMonths', value: 24, unit: 'months'},
  ...rest,
})
const due = (...obligations: readonly Obligation[]): Due => ({
  asOf: '2026-06-30',
  until: '2027-06-30',
  obligations,
  standing: [],
  unknown: [],
})
const discreet = {network: 'northgate', toolVersion: '1.2.3', full: false, discreet: false}
const full = {...discreet, full: true}
const caseStep = obligation({
  id: 'planStep CorrectiveAction ca-7 0',
  kind: 'planStep',
  record: {kind: 'CorrectiveAction', id: 'ca-7'},
  what: 'The open step of case ca-7 (coaching) has a result',
  confidentiality: 'peerReview',
  test: 'E4',
  due: '2026-06-01',
  daysLate: 29,
})
const role = obligation({
  id: 'roleEnds Person pat-doe officer',
  kind: 'roleEnds',
  nature: 'ends',
  record: {kind: 'Person', id: 'pat-doe'},
  what: 'The role officer of pat-doe ends',
  test: null,
  threshold: null,
})

/** Lines as a parser unfolds them (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

test('a calendar, whole', () => {
  expect(unfolded(calendarOf(due(caseStep, obligation({})), discreet))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//cinch//cinch 1.2.3//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    expect.stringMatching(/^UID:[0-9a-f]{40}@cinch$/),
    'DTSTAMP:20260630T000000Z',
    'DTSTART;VALUE=DATE:20260601',
    'DTEND;VALUE=DATE:20260602',
    'SUMMARY:CorrectiveAction (E4)',
    'CATEGORIES:overdue',
    'CLASS:CONFIDENTIAL',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'BEGIN:VEVENT',
    expect.stringMatching(/^UID:[0-9a-f]{40}@cinch$/),
    'DTSTAMP:20260630T000000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Protocol a1c (C3)',
    'CATEGORIES:due',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
})

test('nothing due is a calendar without events', () => {
  expect(unfolded(calendarOf(due(), discreet))).toHaveLength(6)
})

describe('what a shared calendar may show', () => {
  test('no person, no case, no place', () => {
    const text = calendarOf(due(caseStep, role, obligation({})), discreet)
    expect(text).not.toMatch(/ca-7|coaching|pat-doe|a1c\.yaml|officer/)
  })

  test('in a build log not even an id', () => {
    const text = calendarOf(due(caseStep, obligation({})), {...discreet, discreet: true})
    expect(text.match(/^SUMMARY:.*$/gm)).toEqual([
      'SUMMARY:CorrectiveAction (E4)',
      'SUMMARY:Protocol (C3)',
    ])
  })

  test('all of it with --full', () => {
    const text = unfolded(calendarOf(due(caseStep, role), full)).join('\n')
    expect(text).toContain('SUMMARY:The open step of case ca-7 (coaching) has a result')
    expect(text).toContain('pat-doe')
    expect(text.match(/^CLASS:CONFIDENTIAL$/gm)).toHaveLength(2)
  })
})

test('the UID stays when the day moves, and differs between records and networks', () => {
  const uid = (it: Obligation, options = discreet) =>
    unfolded(calendarOf(due(it), options)).find((line) => line.startsWith('UID:'))
  const first = uid(obligation({}))
  expect(uid(obligation({due: '2027-03-01', daysLate: 3, what: 'Otherwise said'}))).toBe(first)
  expect(uid(obligation({id: 'protocolReview Protocol b'}))).not.toBe(first)
  expect(uid(obligation({}), {...discreet, network: 'other'})).not.toBe(first)
})

test.each([
  ['a'.repeat(200)],
  ['é'.repeat(100)],
  ['😀'.repeat(60)],
  ['one; two, three \\ four'],
  ['line\r\nEND:VCALENDAR\r\nX-EVIL:1'],
  ['\u001b[31mred\u202e'],
])('lines of at most 75 octets, whole characters, and nothing injected: %j', (what) => {
  const text = calendarOf(due(obligation({what})), full)
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(Buffer.from(line).toString()).not.toContain('\ufffd')
  }
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}|\u202e/u)
  expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1)
  expect(text).not.toMatch(/^X-EVIL/m)
})

test('a text is escaped once', () => {
  const lines = unfolded(calendarOf(due(obligation({what: 'a; b, c \\ d'})), full))
  expect(lines).toContain('SUMMARY:a\\; b\\, c \\\\ d')
})

describe('on a terminal', () => {
  const shown = (...several: readonly Obligation[]) => dueLines(due(...several), 80).join('\n')

  test('overdue first, with the days, the number and the place', () => {
    expect(dueLines(due(caseStep, obligation({})), 80).slice(0, 13)).toEqual([
      '1 overdue, 1 thing due up to 2027-06-30.',
      '',
      'Overdue (1)',
      '  2026-06-01  The open step of case ca-7 (coaching) has a result',
      '              overdue by 29 days · pat-doe · E4 · protocolReviewMonths 24 months',
      '              · peer review · protocols/a1c.yaml:4:3',
      '',
      '2026-12',
      '  2026-12-31  Protocol a1c is reviewed (review 2024-12-31)',
      '              in 184 days · pat-doe · C3 · protocolReviewMonths 24 months ·',
      '              protocols/a1c.yaml:4:3',
      '',
      expect.stringContaining('Told from the records that are there'),
    ])
  })

  test.each([
    [1, 'overdue by 1 day'],
    [0, 'due today'],
    [-1, 'in 1 day'],
  ])('%i days late: %s', (daysLate, words) => {
    expect(shown(obligation({daysLate}))).toContain(words)
  })

  test('those alike stand together', () => {
    const second = obligation({id: 'protocolReview Protocol b', what: 'Protocol b is reviewed'})
    expect(shown(obligation({}), second)).toContain('protocols/a1c.yaml:4:3 and 1 more place')
  })

  test('no line is wider than 80 columns, and no escape passes', () => {
    const lines = dueLines(due(obligation({what: '\u001b[2J word '.repeat(40)})), 80)
    expect(lines.filter((it) => it.length > 80)).toEqual([])
    expect(lines.join('')).not.toMatch(/\p{Cc}/u)
  })
})
