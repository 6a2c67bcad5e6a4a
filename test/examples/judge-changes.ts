import {expect} from 'vitest'
import type {TestResult} from '../../src/model/assessment.ts'
import {differences, type Judged} from './changed-northgate.ts'
import type {Change, Expected, HistoryChange, Outcomes} from './changes/change.ts'
import {changes} from './changes/index.ts'
import {history} from './changes/history.ts'

/** Exactly what the change is said to do, on both lines, and every finding of it located. */
export function expectExactly(change: Change | HistoryChange, before: Judged, after: Judged): void {
  const {becomes, medicare = shared(becomes), errors = []} = change
  expect(after.errors.filter((it) => !before.errors.includes(it))).toEqual(errors)
  expect(differences(before.said, after.said, 'commercial-ppo')).toEqual(becomes)
  expect(differences(before.said, after.said, 'medicare-advantage')).toEqual(medicare)
  for (const [line, outcomes] of [
    ['commercial-ppo', becomes],
    ['medicare-advantage', medicare],
  ] as const)
    for (const [id, outcome] of Object.entries(outcomes)) {
      if (outcome === 'supported' || outcome === 'notApplicable') continue
      const {findings, summary} = resultOf(after, line, id)
      expect(findings, `${id}: ${summary}`).not.toEqual([])
      for (const {location} of findings)
        expect(location.file, id).toMatch(/\.(yaml|txt|csv)$|^commit /)
    }
  for (const id of change.keeps ?? []) expectKept(id, change, before, after)
  if (change.found !== undefined) expect(places(after)).toContain(change.found)
}

function expectKept(id: string, change: Change | HistoryChange, before: Judged, after: Judged) {
  const line = appliesTo(before, id)
  const [was, is] = [resultOf(before, line, id), resultOf(after, line, id)]
  expect([was.outcome, is.outcome], id).toEqual(['supported', 'supported'])
  const seen = words(was) !== words(is) || twins(change).some((it) => turns(it, id))
  expect(seen, `${id} says the same as before, and no change of the same words turns it`).toBe(true)
}

/** The first line to which the test applies; the commercial one where it applies to none. */
function appliesTo({said}: Judged, id: string): string {
  const [line = 'commercial-ppo'] =
    Object.entries(said).find(([, results]) => results[id]?.outcome !== 'notApplicable') ?? []
  return line
}

/** Changes that put the same words of the same file, or the same step, otherwise. */
function twins(change: Change | HistoryChange): readonly (Change | HistoryChange)[] {
  const place = placeOf(change)
  return [...changes, ...history].filter((it) => it !== change && placeOf(it) === place)
}

function placeOf(change: Change | HistoryChange): string {
  if (!('file' in change)) return Object.keys(change.days ?? {}).join(' ') || change.what
  const what = 'from' in change ? String(change.from) : 'gone' in change ? 'gone' : change.what
  return `${change.file} ${what}`
}

/** Whether a test is not supported after the change, and was not so before it. */
function turns({becomes, medicare = {}}: Expected, id: string): boolean {
  const after = [becomes[id], medicare[id]].filter((it) => it !== undefined)
  return after.some((it) => it !== 'supported' && it !== 'notApplicable')
}

/** Those of the tests that judge records of both lines. */
function shared(becomes: Outcomes): Outcomes {
  const ofBoth = /^(H|I12|J(?!4|8)|K|L)/
  return Object.fromEntries(Object.entries(becomes).filter(([rule]) => ofBoth.test(rule)))
}

function resultOf({said}: Judged, line: string, id: string): TestResult {
  const result = said[line]?.[id]
  if (result === undefined) throw new Error(`Unexpected test ${id} of ${line}`)
  return result
}

/** What a test says, without the places: they move when lines are added above. */
function words({summary, evidence, findings, adverse = []}: TestResult): string {
  return JSON.stringify([
    summary,
    evidence.map(({kind, id, strength, shows}) => [kind, id, strength, shows]),
    findings.map(({message}) => message),
    adverse.map(({time, date, fact, answer}) => [time, date, fact, answer]),
  ])
}

/** Every finding with its place, as a log shows it. */
function places({said}: Judged): string[] {
  return Object.values(said)
    .flatMap((results) => Object.values(results))
    .flatMap(({rule, findings}) =>
      findings.map(({location: {file, start}}) => `${rule} ${file}:${start.line}:${start.column}`),
    )
}
