import {dateOf} from '../model/date.ts'
import {lateableEvents} from '../model/facts.ts'
import {compareText} from '../model/location.ts'
import type {Trail} from '../model/trail.ts'
import type {AuditedCommit, LateEntry, Period} from '../model/workpaper.ts'

type CompleteTrail = Extract<Trail, {status: 'complete'}>

/** Commits dated in the period, oldest first, with how many records each touched. */
export function commitsIn({commits, records}: CompleteTrail, period: Period): AuditedCommit[] {
  const touched = new Map<string, number>()
  for (const {commit} of records.flatMap(({changes}) => changes))
    touched.set(commit.hash, (touched.get(commit.hash) ?? 0) + 1)
  return commits
    .map(({hash, committer, signature}) => ({
      hash,
      date: dateOf(committer.at),
      signature,
      records: touched.get(hash) ?? 0,
    }))
    .filter(({date}) => isIn(date, period))
}

/** Facts entered in the period more than `lateDays` after they happened, longest first. */
export function lateEntriesIn(
  {records}: CompleteTrail,
  period: Period,
  {asOf, lateDays}: {readonly asOf: string; readonly lateDays: number},
): LateEntry[] {
  return lateableEvents(records, asOf)
    .map(({record: {kind, id}, event: {label, date, first, lagDays}}) => ({
      kind,
      id,
      label,
      date,
      committed: dateOf(first.committer.at),
      lagDays,
    }))
    .filter(({committed, lagDays}) => lagDays > lateDays && isIn(committed, period))
    .toSorted((a, b) => b.lagDays - a.lagDays || compareText(a.id, b.id))
}

function isIn(date: string, {from, to}: Period): boolean {
  return date >= from && date <= to
}
