import {dateOf, dayNumber} from '../model/date.ts'
import {compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import {startOf, type Location, type ValuePath} from '../model/location.ts'
import type {Commit, DatedEvent, RecordTrail, Trail} from '../model/trail.ts'
import {bulkOf, type BulkThresholds} from './bulk.ts'
import {canBeLate, isFact} from './facts.ts'

type Complete = Extract<Trail, {status: 'complete'}>

/** Numbers that decide what is worth a second look. All are house defaults, none is law. */
export interface TrailThresholds extends BulkThresholds {
  /** Days from an event to its commit above which the entry is late. */
  readonly lateDays: number
  /** Days by which a fact may be committed before its date. */
  readonly aheadDays: number
  /** Days by which the author's date may precede the committer's without a note. */
  readonly authorDays: number
  /** Seconds by which a commit may be dated before its parent: clocks of two machines differ. */
  readonly clockSeconds: number
}

export const trailThresholds: TrailThresholds = {
  // A quarter: what a quarterly audit would have entered.
  lateDays: 90,
  // The date in the easternmost time zone is a day ahead of UTC, in which lags are counted.
  aheadDays: 1,
  // Two months: longer than a change waits for its review.
  authorDays: 60,
  // Five minutes: what an unsynchronised clock loses in weeks.
  clockSeconds: 300,
  // Domain guide, L5: over 30 % of a period's evidence in one week near a deadline.
  bulkShare: 0.3,
  bulkDays: 7,
  // Half a quarter: evidence of a quarter is entered while the next one runs.
  bulkAfterDays: 45,
  // With fewer events one meeting's minutes are a bulk.
  bulkLeast: 10,
}

export interface VerifyOptions {
  /** Date judged at: commits after it are no concern. `YYYY-MM-DD`. */
  readonly asOf: string
  readonly thresholds?: Partial<TrailThresholds>
  /**
   * Whether the root is marked as reconstructed from a published matter: its history says nothing
   * of when facts were recorded, so only the order of commits is checked.
   */
  readonly reconstruction?: boolean
  /** Where a value of a record stands; default the first line of its file. */
  readonly locate?: (kind: string, id: string, path: ValuePath) => Location | undefined
}

/**
 * What a careful reader of the history would ask about: dates that run backwards, events entered
 * late, in bulk, or before they happened. None of it proves anything; all of it needs an answer.
 */
export function verifyTrail(trail: Trail, options: VerifyOptions): readonly Diagnostic[] {
  if (trail.status !== 'complete') return []
  const thresholds = {...trailThresholds, ...options.thresholds}
  const late = options.reconstruction === true ? [] : entries(trail, thresholds, options)
  return [
    ...overridden(trail),
    ...trail.commits.flatMap((it) => authorDate(trail, it, thresholds)),
    ...backwards(trail, thresholds),
    ...late,
  ].sort(compareDiagnostics)
}

/** A finding about the history as a whole points at the root's configuration. */
function ofRoot({root}: Complete): Location {
  return startOf('cinch.yaml', root === 'main' ? undefined : root)
}

function overridden(trail: Complete): readonly Diagnostic[] {
  const {grafts = false, replaced = 0} = trail.overridden ?? {}
  const found = [
    ...(grafts ? ['a file of grafts'] : []),
    ...(replaced > 0 ? [`${replaced} replaced ${replaced === 1 ? 'object' : 'objects'}`] : []),
  ]
  return found.map((what) => ({
    code: 'trail/overridden',
    severity: 'warning',
    message: `Unexpected ${what} in the repository, expected none`,
    location: ofRoot(trail),
    why: 'It shows another history to git than the one recorded; it was not followed here',
    help: 'Find out who made it; see `git replace --list` and the file `info/grafts`',
  }))
}

function backwards(trail: Complete, {clockSeconds}: TrailThresholds): readonly Diagnostic[] {
  const byHash = new Map(trail.commits.map((it) => [it.hash, it]))
  return trail.commits.flatMap((commit) => {
    const {at} = commit.committer
    const parent = commit.parents
      .map((it) => byHash.get(it))
      .find((it) => it !== undefined && it.committer.at - at > clockSeconds)
    if (parent === undefined) return []
    return {
      code: 'trail/backwards',
      severity: 'warning',
      message: `Unexpected date ${dayOf(at)} of commit \`${short(commit)}\`, expected none before its parent \`${short(parent)}\` of ${dayOf(parent.committer.at)}`,
      location: ofRoot(trail),
      why: 'A commit is made after its parent: one of the two clocks was wrong, or was set',
      help: 'Explain it in a record; dates in git are the word of whoever commits',
    }
  })
}

function authorDate(
  trail: Complete,
  commit: Commit,
  {authorDays, clockSeconds}: TrailThresholds,
): readonly Diagnostic[] {
  const {author, committer} = commit
  const ahead = author.at - committer.at
  if (ahead <= clockSeconds && -ahead <= authorDays * 86_400) return []
  const relation = ahead > 0 ? 'none after' : `one within ${authorDays} days before`
  return [
    {
      code: 'trail/author-date',
      severity: 'note',
      message: `Unexpected author date ${dayOf(author.at)} of commit \`${short(commit)}\`, expected ${relation} its committer date ${dayOf(committer.at)}`,
      location: ofRoot(trail),
      why: 'Lags are counted to the committer date; the author date can be chosen freely',
    },
  ]
}

/** Events committed late, before they happened, or many at once. */
function entries(
  trail: Complete,
  thresholds: TrailThresholds,
  {asOf, locate}: VerifyOptions,
): readonly Diagnostic[] {
  const place = ({kind, id, file}: RecordTrail, path: ValuePath) =>
    locate?.(kind, id, path) ?? startOf(file, trail.root === 'main' ? undefined : trail.root)
  const dated = trail.records.flatMap((record) =>
    record.events
      .filter((it) => canBeLate(it.label) && it.date <= asOf && committedDay(it) <= dayNumber(asOf))
      .map((event) => ({record, event})),
  )
  return [
    ...dated.flatMap(({record, event}) =>
      entry(record, event, thresholds).map((it) => ({...it, location: place(record, event.path)})),
    ),
    ...bulkOf(
      dated.map(({event}) => event),
      thresholds,
    ).map((it) => ({...it, location: ofRoot(trail)})),
  ]
}

function entry(
  {kind, id}: RecordTrail,
  {label, date, lagDays, first}: DatedEvent,
  {lateDays, aheadDays}: TrailThresholds,
): readonly Omit<Diagnostic, 'location'>[] {
  const what = `\`${label}\` ${date} of ${kind} \`${id}\``
  const when = `first committed ${dayOf(first.committer.at)} (\`${short(first)}\`)`
  if (lagDays > lateDays)
    return [
      {
        code: 'trail/late-entry',
        severity: 'warning',
        message: `Unexpected lag of ${lagDays} days for ${what}, ${when}, expected at most ${lateDays}`,
        why: 'What is entered long after it happened is not contemporaneous evidence',
        help: 'Point the record at an exhibit that was made at the time',
      },
    ]
  if (-lagDays <= aheadDays || !isFact(label)) return []
  return [
    {
      code: 'trail/before-event',
      severity: 'warning',
      message: `Unexpected ${what}, ${when}, ${-lagDays} days before, expected no earlier than the event`,
      why: 'A record of what happened cannot be older than what happened',
      help: 'Correct the date, or record the plan as a plan',
    },
  ]
}

function committedDay({first}: DatedEvent): number {
  return Math.floor(first.committer.at / 86_400)
}

function short({hash}: Commit): string {
  return hash.slice(0, 10)
}

/** Largest Unix time that a `YYYY-MM-DD` can show: a commit may claim a later one. */
const lastSecond = 253_402_300_799

function dayOf(at: number): string {
  return at > lastSecond ? 'after 9999-12-31' : dateOf(Math.max(at, 0))
}
