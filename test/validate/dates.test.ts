import {expect, test} from 'vitest'
import {dateOrders} from '../../src/validate/dates.ts'
import {schemaAt} from '../../src/validate/schemas.ts'
import {network, validated} from './check.ts'

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
  for (const {kind, within, earlier, later} of dateOrders) {
    const place = within.map((it) => (it === '*' ? 0 : it))
    for (const key of [earlier, later])
      expect(schemaAt(kind, [...place, key]).format, `${kind} ${within.join('.')} ${key}`).toBe(
        'calendar-date',
      )
  }
})
