import {dateOf} from '../model/date.ts'
import type {Commit, RecordTrail} from '../model/trail.ts'
import {signatureText} from './signatures.ts'
import {hang, plural, rooted, safe} from './text.ts'

/** Lines are made for this many columns, as terminals and pages have them. */
const columns = 80
/** What stands to the right of a name in the overview. */
const besideName = '  2026-06-30  2026-06-30  changes'.length

/** One row a record: identity, first and last commit, number of changes. */
export function trailOverview(records: readonly RecordTrail[]): string[] {
  const names = records.map(({kind, id}) => `${kind}/${safe(id)}`)
  const width = Math.min(columns - besideName, Math.max(6, ...names.map((it) => it.length)))
  return [
    `${'record'.padEnd(width)}  first       last        changes`,
    ...records.flatMap(({first, last, changes}, index) => {
      const name = names[index] ?? ''
      const rest = `  ${day(first)}  ${day(last)}  ${String(changes.length).padStart(7)}`
      return name.length > width
        ? [name, `${' '.repeat(width)}${rest}`]
        : [`${name.padEnd(width)}${rest}`]
    }),
    '',
    `${plural(records.length, 'record')}. Dates are committer dates, UTC: the committer's word.`,
    '',
  ]
}

/** Everything that git says of one record. */
export function trailOfRecord(record: RecordTrail): string[] {
  const {root, kind, id, file, changes, events} = record
  return [
    ...hang('', `${kind}/${safe(id)}  ${rooted(file, root)}`, columns),
    '',
    'Changes, oldest first',
    ...changes.flatMap(({commit, type, file: where}) => [
      `  ${day(commit)} ${commit.hash.slice(0, 12)} ${type.padEnd(8)}${rooted(where, root)}`,
      ...hang('    ', safe(commit.subject), columns),
      ...hang(
        '    ',
        `author ${safe(commit.author.name)}; committer ${safe(commit.committer.name)}`,
        columns,
      ),
      ...hang('    signature: ', signatureText(commit), columns),
    ]),
    '',
    'Dated events, and the lag to the commit that first held each (committer date)',
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
