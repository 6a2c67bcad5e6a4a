/** Dates are `YYYY-MM-DD` strings without a time zone; `Date` is used in this file alone, in UTC. */

const msPerDay = 86_400_000

/** Whether `text` is a real calendar date, `YYYY-MM-DD`. Years below 100 are no dates of ours. */
export function isDate(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  return year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Not a number where anything else stands. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01. @throws {RangeError} When `date` is not a real date. */
export function dayNumber(date: string): number {
  if (!isDate(date)) throw new RangeError(`Unexpected date \`${date}\`, expected YYYY-MM-DD`)
  return Date.parse(`${date}T00:00:00Z`) / msPerDay
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The date `days` days after `date`; `days` may be negative. */
export function addDays(date: string, days: number): string {
  return new Date((dayNumber(date) + days) * msPerDay).toISOString().slice(0, 10)
}

/**
 * The date a whole number of calendar months after another; `months` may be negative.
 *
 * Where the target month has no such day, its last day: 31 January plus 1 is 28 or 29 February,
 * as `Temporal.PlainDate#add` does with `overflow: 'constrain'`.
 *
 * @throws {RangeError} When `date` is not a real date or `months` is fractional.
 */
export function addMonths(date: string, months: number): string {
  if (!Number.isInteger(months))
    throw new RangeError(`Unexpected months \`${String(months)}\`, expected a whole number`)
  const start = new Date(dayNumber(date) * msPerDay)
  const [year, month, day] = [
    start.getUTCFullYear(),
    start.getUTCMonth() + months,
    start.getUTCDate(),
  ]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** Whole calendar months from `from` to `to`: 0 on the 30th day of a 31-day month. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((it) => it.split('-').map(Number)) as [number[], number[]]
  let months = ((b[0] ?? 0) - (a[0] ?? 0)) * 12 + (b[1] ?? 0) - (a[1] ?? 0)
  while (months > 0 && addMonths(from, months) > to) months -= 1
  while (months < 0 && addMonths(from, months) < to) months += 1
  return months
}

/** Calendar date in UTC of a Unix time in seconds. */
export function dateOf(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString().slice(0, 10)
}

/** Midnight in UTC, for libraries that ask for a `Date`. @throws {RangeError} As `dayNumber`. */
export function startOfDay(date: string): Date {
  return new Date(dayNumber(date) * msPerDay)
}
