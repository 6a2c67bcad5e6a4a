import {isDate} from '../model/date.ts'
import type {DateOrder} from './layouts.ts'

const months =
  'january february march april may june july august september october november december'
    .split(' ')
    .map((it) => it.slice(0, 3))

type Read = {readonly date: string} | {readonly reason: string; readonly help: string}

const noDate = {
  reason: 'a text that is no date, expected `YYYY-MM-DD`',
  help: 'Write it such as 2026-03-31',
} as const

/**
 * A written date. `03/04/2025` is read only where the order of day and month is known; a year of two
 * digits and a bare day number of a spreadsheet never are.
 */
export function readDate(text: string, order: DateOrder | undefined): Read {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return real(text)
  const timed = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text)
  if (timed?.[1] !== undefined) return real(timed[1])
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text)
  if (yearFirst !== null) return real(joined(yearFirst[1], yearFirst[2], yearFirst[3]))
  const marked =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?)?$/i.exec(text)
  if (marked !== null)
    return ordered([Number(marked[1]), Number(marked[2])], marked[3] ?? '', order)
  const worded =
    /^(?:(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4}))$/i.exec(
      text,
    )
  if (worded !== null) {
    const name = (worded[2] ?? worded[4] ?? '').toLowerCase()
    const month = months.findIndex((it) => name.slice(0, 3) === it) + 1
    if (month === 0) return noDate
    return real(joined(worded[3] ?? worded[6], String(month), worded[1] ?? worded[5]))
  }
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text))
    return {reason: 'a year of two digits, expected four', help: 'Write the date as YYYY-MM-DD'}
  if (/^\d{5}(?:\.\d+)?$/.test(text))
    return {
      reason: 'a day number of a spreadsheet, expected a date',
      help: 'Format the column as a date before it is saved as CSV, or import the .xlsx',
    }
  return noDate
}

function ordered([a, b]: [number, number], year: string, order: DateOrder | undefined): Read {
  if (order === undefined && a <= 12 && b <= 12 && a !== b)
    return {
      reason: 'a date whose day and month cannot be told apart',
      help: 'Say the order: --date-order mdy (month first) or --date-order dmy',
    }
  const dayFirst = order === undefined ? a > 12 : order === 'dmy'
  const [day, month] = dayFirst ? [a, b] : [b, a]
  if (order !== undefined && month > 12 && day <= 12)
    return {
      reason: 'a date that is not in the order said',
      help: 'Write it as YYYY-MM-DD, and look at the other dates: the file mixes both orders',
    }
  return real(joined(year, String(month), String(day)))
}

function joined(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function real(date: string): Read {
  if (isDate(date)) return {date}
  return {reason: 'a day that the calendar does not have', help: 'Correct the day or the month'}
}
