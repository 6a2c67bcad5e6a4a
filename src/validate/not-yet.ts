import {dayNumber, isDate} from '../model/date.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {isFact} from '../model/facts.ts'
import {quoted} from '../model/show.ts'
import {datePatterns} from './far-dates.ts'
import {valuesAt} from './paths.ts'
import type {Checked} from './records.ts'
import {pathText} from './words.ts'

/** Days by which a fact may lie ahead: the easternmost time zone is a day ahead of UTC. */
const aheadDays = 1

/**
 * Facts, such as a meeting held, a vote or a case opened, that are dated after today: nobody can know
 * them yet. Deadlines, appointments and days from which something applies may lie ahead.
 *
 * @param today - Where another date is judged at, records newer than it are normal: not called then.
 */
export function checkNotYet(records: readonly Checked[], today: string): Diagnostic[] {
  const last = dayNumber(today) + aheadDays
  return records.flatMap(({kind, source, faulty}) =>
    (kind === null ? [] : datePatterns(kind))
      .filter((pattern) => isFact(pattern.at(-1) ?? ''))
      .flatMap((pattern) =>
        valuesAt(source.value, pattern).flatMap(({path, value}): Diagnostic[] => {
          if (typeof value !== 'string' || !isDate(value) || faulty.has(pathText(path))) return []
          if (dayNumber(value) <= last) return []
          return [
            {
              code: 'record/not-yet',
              severity: 'warning',
              message: `Unexpected date ${quoted(value)} for ${quoted(pathText(path))}, which tells what has happened, expected ${quoted(today)} or earlier`,
              location: source.locate(path),
              why: 'A plan is not a fact: what is written down before it happens shows nothing, and counts as soon as its day comes',
              help: 'Correct the date, or record it once it has happened',
            },
          ]
        }),
      ),
  )
}
