import {daysBetween} from '../model/date.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {ValuePath} from '../model/location.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import type {TrailThresholds} from './thresholds.ts'

/** What a record says was decided, when, and at which meeting. */
interface Decision {
  readonly entry: Entry
  /** Of the date. */
  readonly path: ValuePath
  readonly date: string
  readonly meeting: string
}

type Records = Pick<Workspace, 'all' | 'find' | 'asOf'>

/**
 * Decisions that are dated before the meeting that is said to have made them, or whose minutes were
 * made long after them. The dates are those that the records state.
 */
export function checkMinutes(
  records: Records,
  {minutesDays}: TrailThresholds,
): readonly Diagnostic[] {
  return decisionsIn(records).flatMap((decision) => {
    const {entry, path, date, meeting: id} = decision
    const meeting = records.find('Meeting', id)
    if (meeting === undefined || date > records.asOf) return []
    const what = `\`${path.join(' ')}\` ${date} of ${entry.kind} \`${entry.value.id}\``
    const {held, minutes} = meeting.value
    const place = {location: entry.locate(path), related: [related(meeting)]}
    if (held > date)
      return {
        code: 'trail/decided-before-meeting',
        severity: 'warning',
        message: `Unexpected ${what}, expected none before the meeting \`${id}\` that made it, held ${held}`,
        why: 'Minutes of a later meeting ratify a decision; they do not show that it was made on its date',
        help: 'Correct the date, or name the meeting that first decided',
        ...place,
      }
    const exhibit = minutes === undefined ? undefined : records.find('Exhibit', minutes)
    const made = exhibit?.value.made ?? meeting.value.minutesDrafted
    const lag = made === undefined ? 0 : daysBetween(date, made)
    if (lag <= minutesDays) return []
    return {
      code: 'trail/minutes-after-decision',
      severity: 'note',
      message: `Unexpected minutes of ${made} for ${what}, ${lag} days after it, expected at most ${minutesDays}`,
      why: 'What was decided is proved by minutes of the time',
      help: 'Point the meeting at notes that were made at the time',
      ...place,
    }
  })
}

function related(meeting: Entry<'Meeting'>) {
  return {message: 'The meeting is here', location: meeting.locate(['held'])}
}

function decisionsIn({all}: Records): readonly Decision[] {
  const found: Decision[] = []
  const add = (entry: Entry, path: ValuePath, date?: string, meeting?: string) => {
    if (date !== undefined && meeting !== undefined) found.push({entry, path, date, meeting})
  }
  for (const it of all('MembershipDecision')) add(it, ['date'], it.value.date, it.value.meeting)
  for (const it of all('NecessityRecord')) add(it, ['date'], it.value.date, it.value.adoptedAt)
  for (const it of [...all('MembershipCriterion'), ...all('SanctionPolicy')])
    add(it, ['effective'], it.value.effective, it.value.adoptedAt)
  for (const it of all('Protocol')) {
    const {adoption, reviews = []} = it.value
    add(it, ['adoption', 'date'], adoption?.date, adoption?.meeting)
    reviews.forEach(({date, meeting}, index) => add(it, ['reviews', index, 'date'], date, meeting))
  }
  return found
}
