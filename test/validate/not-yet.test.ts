import {describe, expect, test} from 'vitest'
import {network, validated} from './check.ts'

const today = '2026-06-30'

/** `code path-in-message`, of what is dated after today. */
function notYet(record: string, isToday = true): readonly string[] {
  return validated({records: `${network}---\n${record}`}, {asOf: today, isToday})
    .diagnostics.filter(({code}) => code === 'record/not-yet')
    .map(({severity, message}) => `${severity} ${/for `([^`]*)`/.exec(message)?.[1] ?? ''}`)
}

const meeting = (more: string) =>
  `kind: GoverningBody\nid: board\ntitle: Board\ntype: board\n---\nkind: Meeting\nid: m\nbody: board\n${more}`

describe('a fact that is dated after today', () => {
  test.each([
    ['held: 2026-06-30', []],
    // The easternmost time zone is a day ahead.
    ['held: 2026-07-01', []],
    ['held: 2026-07-02', ['warning held']],
    ['held: 2026-06-01\nminutesDrafted: 2026-07-09', ['warning minutesDrafted']],
  ])('%s', (fields, expected) => {
    expect(notYet(meeting(`${fields}\n`))).toEqual(expected)
  })

  test('is found in a list, with its place', () => {
    const protocol = `kind: Protocol
id: asthma
title: Asthma
condition: Asthma
specialties: [pulmonology]
effective: 2027-01-01
reviews:
  - {date: 2026-06-01, result: kept}
  - {date: 2026-09-01, result: kept}
`
    // What it applies from may lie ahead.
    expect(notYet(protocol)).toEqual(['warning reviews[1].date'])
  })

  test('a plan, an appointment and a deadline may lie ahead', () => {
    const plan = `kind: CorrectiveAction
id: ca-001
participantRef: p-01
opened: 2026-06-01
hearing: 2026-09-01
steps:
  - {step: coaching, date: 2026-06-02, due: 2026-12-31}
`
    expect(notYet(plan)).toEqual([])
  })

  test('is normal where another date than today is judged at', () => {
    expect(notYet(meeting('held: 2027-07-02\n'), false)).toEqual([])
  })
})
