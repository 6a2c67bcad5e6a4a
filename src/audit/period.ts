import {addDays, addMonths, isDate} from '../model/date.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {Period} from '../model/workpaper.ts'

/**
 * A period as an officer names it: `2026Q1`, `2026H2`, `2026-03`, `2026`, or two dates
 * `2026-01-01..2026-03-31`, both days included.
 *
 * @throws {CannotRun} When it is none of these.
 */
export function periodOf(text: string): Period {
  const [, year = '', part = '', number = ''] =
    /^([12]\d{3})(?:(Q|H|-)(\d{1,2}))?$/.exec(text) ?? []
  const months = part === 'Q' ? 3 : part === 'H' ? 6 : part === '-' ? 1 : 12
  const index = number === '' ? 1 : Number(number)
  const written = part === '-' ? number.length === 2 : number.length <= 1
  if (year !== '' && written && index >= 1 && index * months <= 12) {
    const from = addMonths(`${year}-01-01`, (index - 1) * months)
    return {name: text, from, to: addDays(addMonths(from, months), -1)}
  }
  const [from = '', to = '', ...rest] = text.split('..')
  if (rest.length === 0 && isDate(from) && isDate(to) && from <= to)
    return {name: `${from}_${to}`, from, to}
  throw new CannotRun(
    `Unexpected --period \`${text.replaceAll(/[\p{Cc}\p{Cf}`]/gu, '\uFFFD').slice(0, 40)}\`, expected a quarter, half-year, month, year or two dates`,
    'Write it as 2026Q1, 2026H1, 2026-03, 2026, or 2026-01-01..2026-03-31',
  )
}
