import {expect, test} from 'vitest'
import {dateOrders} from '../../src/validate/dates.ts'
import {schemaAt} from '../../src/validate/schemas.ts'
import {checked, network, validated} from './check.ts'

const meeting = (held: string, drafted: string, adopted: string) => `---
kind: Meeting
id: m
body: board
held: ${held}
minutesDrafted: ${drafted}
minutesAdopted: ${adopted}
`

const dates = (record: string) =>
  validated({records: network + record})
    .diagnostics.filter(({code}) => code === 'record/dates')
    .map(({message, location, related}) => [
      message,
      location.start.line,
      related?.[0]?.location.start.line,
    ])

test('dates in their order, and all on one day, are possible', () => {
  expect(dates(meeting('2026-01-13', '2026-01-20', '2026-02-10'))).toEqual([])
  expect(dates(meeting('2026-01-13', '2026-01-13', '2026-01-13'))).toEqual([])
})

test('minutes adopted the day before the meeting are not', () => {
  expect(dates(meeting('2026-01-13', '2026-01-13', '2026-01-12'))).toEqual([
    ['Unexpected date `2026-01-12` for `minutesAdopted`, expected `2026-01-13` or later', 12, 10],
  ])
})

test('rows of a list are checked one by one', () => {
  const record = `---
kind: Participant
id: harbor
name: Harbor
type: practice
owner: harbor
clinicians:
  - {npi: "2000000002", specialty: cardiology, role: specialist, joined: 2024-01-01, left: 2024-01-01}
  - {npi: "2000000010", specialty: cardiology, role: specialist, joined: 2024-01-02, left: 2024-01-01}
`
  expect(dates(record)).toEqual([
    [
      'Unexpected date `2024-01-01` for `clinicians[1].left`, expected `2024-01-02` or later',
      14,
      14,
    ],
  ])
})

test('a day that does not exist is told once, as that', () => {
  const {diagnostics} = validated({
    records: network + meeting('2026-01-13', '2026-02-30', '2026-03-01'),
  })
  expect(diagnostics.filter(({code}) => code === 'record/dates')).toEqual([])
})

test('every order names dates that the schemas have', () => {
  expect(dateOrders.length).toBeGreaterThan(40)
  for (const {kind, within, earlier, isOfRecord, later} of dateOrders) {
    const place = within.map((it) => (it === '*' ? 0 : it))
    for (const key of [earlier, later])
      expect(
        schemaAt(kind, isOfRecord && key === earlier ? [key] : [...place, key]).format,
        `${kind} ${within.join('.')} ${key}`,
      ).toBe('calendar-date')
  }
})

const corrective = (opened: string, step: string) => `---
kind: CorrectiveAction
id: ca-1
member: M-0001
opened: ${opened}
trigger: {signal: measure, reason: quality}
steps:
  - {step: coaching, date: ${step}}
`

test('a step of a case is not taken before the case was opened', () => {
  expect(dates(corrective('2026-02-01', '2026-02-01'))).toEqual([])
  expect(dates(corrective('2026-02-01', '2025-02-11'))).toEqual([
    ['Unexpected date `2025-02-11` for `steps[0].date`, expected `2026-02-01` or later', 13, 10],
  ])
})

const participant = (joined: string, rest = '') =>
  `---\nkind: Participant\nid: harbor\nname: Harbor\ntype: practice\nowner: harbor\njoined: ${joined}\n${rest}`
const agreement = (inForceTo: string) =>
  `---\nkind: ParticipationAgreement\nid: pa\nversion: "1"\ninForceFrom: 2026-01-01\ninForceTo: ${inForceTo}\n`

const far = (record: string, asOf = '2026-06-30') =>
  checked({records: network + record}, {asOf})
    .filter((it) => it.includes('record/far-date'))
    .map((it) => it.replace(/ record\/far-date Unexpected date/, ''))

test('a date further than five years ahead, or before 1900, is warned of', () => {
  expect(far(participant('2031-06-30'))).toEqual([])
  expect(far(participant('2031-07-01'))).toEqual([
    'records.yaml:12:9 `2031-07-01` for `joined`, expected `2031-06-30` or earlier',
  ])
  expect(far(participant('1900-01-01'))).toEqual([])
  expect(far(participant('1899-12-31'))).toEqual([
    'records.yaml:12:9 `1899-12-31` for `joined`, expected `1900-01-01` or later',
  ])
  expect(far(participant('2031-02-29'))).toEqual([])
})

test('an end may be set a lifetime ahead', () => {
  expect(far(agreement('2126-06-30'))).toEqual([])
  expect(far(agreement('2205-01-01'))).toEqual([
    'records.yaml:11:12 `2205-01-01` for `inForceTo`, expected `2126-06-30` or earlier',
  ])
})

test('where a past date is judged at, records of their own time are not far', () => {
  const clinician = (index: number) =>
    `  - {npi: "200000000${index}", specialty: cardiology, role: specialist, joined: 2026-01-0${index}}\n`
  const many = `clinicians:\n${[1, 2, 3, 4].map(clinician).join('')}`
  expect(far(participant('2026-01-01', many), '2000-06-30')).toEqual([])
  expect(far(participant('2205-01-01', many), '2000-06-30')).toEqual([
    'records.yaml:12:9 `2205-01-01` for `joined`, expected `2031-01-03` or earlier',
  ])
  expect(far(participant('2026-01-01'), '2000-06-30')).toHaveLength(1)
  expect(far(participant('9999-12-31'), '9998-06-30')).toEqual([])
})
