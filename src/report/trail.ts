import {dateOf} from '../model/date.ts'
import type {Commit, RecordTrail} from '../model/trail.ts'
import {signatureText} from './signatures.ts'
import {plural, safe} from './text.ts'

/** One row a record: identity, first and last commit, number of changes. */
export function trailOverview(records: readonly RecordTrail[]): string[] {
  const names = records.map(({kind, id}) => `${kind}/${safe(id)}`)
  const width = Math.min(44, Math.max(6, ...names.map((it) => it.length)))
  return [
    `${'record'.padEnd(width)}  first       last        changes`,
    ...records.map(
      ({first, last, changes}, index) =>
        `${(names[index] ?? '').padEnd(width)}  ${day(first)}  ${day(last)}  ${String(changes.length).padStart(7)}`,
    ),
    '',
    `${plural(records.length, 'record')}. Dates are committer dates, UTC: the committer's word.`,
    '',
  ]
}

/** Everything that git says of one record. */
export function trailOfRecord(record: RecordTrail): string[] {
  const {kind, id, file, changes, events} = record
  return [
    `${kind}/${safe(id)}  ${safe(file)}`,
    '',
    'Changes, oldest first',
    ...changes.flatMap(({commit, type, file: where}) => [
      `  ${day(commit)} ${commit.hash.slice(0, 12)} ${type.padEnd(8)}${safe(where)}`,
      `    ${safe(commit.subject)}`,
      `    author ${safe(commit.author.name)}; committer ${safe(commit.committer.name)}`,
      `    signature: ${signatureText(commit)}`,
    ]),
    '',
    'Dated events, and the lag to the committer date of the commit that first held them',
    ...(events.length === 0 ? ['  none'] : []),
    ...events.flatMap(({label, date, first, lagDays}) => [
      `  ${date} ${safe(label).padEnd(34)} ${first.hash.slice(0, 12)} ${day(first)} ${`${lagDays} d`.padStart(7)}`,
      ...authored(first),
    ]),
    '',
  ]
}

/** Said where it is another day: the author's date can be chosen freely, and a rebase keeps it. */
function authored(commit: Commit): readonly string[] {
  const date = dateOf(commit.author.at)
  return date === day(commit) ? [] : [`    author date ${date}`]
}

function day({committer}: Commit): string {
  return dateOf(committer.at)
}
