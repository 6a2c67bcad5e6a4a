import {isDate} from '../model/date.ts'
import {nearestWord} from '../model/distance.ts'
import {problemOf} from '../model/forms.ts'
import {quoted} from '../model/show.ts'
import {specialties} from '../model/specialties.ts'
import type {PlacedColumn} from './columns.ts'
import type {TableLog} from './log.ts'
import type {CsvRow} from './rfc4180.ts'

/** Says what is wrong with a cell; undefined where nothing is. */
type Problem =
  | {
      readonly code: string
      readonly expected: string
      readonly help: string
      readonly severity?: 'warning'
    }
  | undefined

/** Longest cell that is read, in characters: more is no cell of evidence. */
const longest = 32_767

/** Good values remembered for each column: most columns of counts repeat a few. */
const mostRemembered = 10_000

/** Checks the cells of one column by its type and role. */
export class CellCheck {
  readonly #column: PlacedColumn
  readonly #isNeeded: boolean
  readonly #log: TableLog
  readonly #good = new Set<string>()

  constructor(column: PlacedColumn, isNeeded: boolean, log: TableLog) {
    this.#column = column
    this.#isNeeded = isNeeded
    this.#log = log
  }

  /** Logs what is wrong with this column's cell of a row. */
  check(row: CsvRow): void {
    const text = row.cells[this.#column.index] ?? ''
    if (this.#good.has(text)) return
    const problem = text === '' ? emptyProblem(this.#isNeeded) : cellProblem(this.#column, text)
    if (problem !== undefined) logProblem(row, this.#column, text, problem, this.#log)
    else if (this.#good.size < mostRemembered) this.#good.add(text)
  }
}

function logProblem(
  row: CsvRow,
  column: PlacedColumn,
  text: string,
  problem: NonNullable<Problem>,
  log: TableLog,
): void {
  const {code, expected, help, severity} = problem
  log.cell(row, column.index, {
    code,
    message: `Unexpected ${text === '' ? 'empty cell' : quoted(text)} in column ${quoted(column.name)}, expected ${expected}`,
    help,
    ...(severity === undefined ? {} : {severity}),
  })
}

function emptyProblem(isNeeded: boolean): Problem {
  if (!isNeeded) return undefined
  const help = 'Write the value, or take the row out where it is not known'
  return {code: 'table/empty-cell', expected: 'a value in every row', help}
}

function cellProblem(column: PlacedColumn, text: string): Problem {
  if (text.length > longest)
    return {code: 'table/too-large', expected: `${longest} characters at most`, help: 'Shorten it'}
  const identifier = identifierOf(column)
  if (identifier !== undefined) return identifierProblem(identifier, text)
  const type = typeOf(column)
  if (type === 'integer' || type === 'number') return numberProblem(type, column.role, text)
  if (type === 'date') return dateProblem(text)
  if (type === 'yearmonth') {
    const problem = problemOf('calendar-month', text)
    return problem === undefined ? undefined : {code: 'table/date', ...problem}
  }
  if (type === 'string') return roleProblem(column, text) ?? textProblem(text)
  if (text === 'true' || text === 'false') return undefined
  const help = 'Write the word in lower case'
  return {code: 'table/value', expected: '`true` or `false`', help}
}

/** Declared type, but what a role says goes before it: a numerator is a number. */
function typeOf({type, role}: PlacedColumn): PlacedColumn['type'] {
  if (role === 'periodStart' || role === 'periodEnd') return 'date'
  if (role === 'numerator' || role === 'denominator') return type === 'integer' ? type : 'number'
  return type
}

/** Form of the identifier that a column holds: by its role, or by the name that such columns have. */
function identifierOf({role, name}: PlacedColumn): string | undefined {
  if (role === 'npi' || role === 'zip') return role
  if (role !== undefined && role !== 'other') return undefined
  if (/\bnpi\b/i.test(name)) return 'npi'
  if (/\bzip\b|^zip/i.test(name)) return 'zip'
  if (/\bccn\b|^facility.?id$|^provider.?number$/i.test(name)) return 'ccn'
  if (/\bfips\b/i.test(name)) return 'county-fips'
  return undefined
}

const widths: Readonly<Record<string, number>> = {npi: 10, zip: 5, ccn: 6, 'county-fips': 5}

function identifierProblem(form: string, text: string): Problem {
  const problem = problemOf(form, text)
  if (problem === undefined) return undefined
  if (/^\d+(?:\.\d+)?e\+?\d+$/i.test(text)) return scientific
  const width = widths[form] ?? 0
  const padded = text.padStart(width, '0')
  const isShort = /^\d+$/.test(text) && text.length < width && text.length >= width - 3
  if (isShort && (problemOf(form, padded) === undefined || form === 'npi'))
    return {
      code: 'table/lost-zero',
      expected: `${width} digits`,
      help: `A spreadsheet took leading zeros away: write ${quoted(padded)}, from a column formatted as text`,
    }
  if (form === 'zip' && /^\d{8}$/.test(text))
    return {
      code: 'table/lost-zero',
      expected: 'a ZIP code of five digits',
      help: `A spreadsheet took a leading zero away: write ${quoted(`0${text.slice(0, 4)}`)}, without the four digits after it`,
    }
  return {code: 'table/form', ...problem}
}

const scientific = {
  code: 'table/scientific',
  expected: 'all its digits',
  help: 'A spreadsheet rounded it: export again from a column formatted as text; the digits are lost here',
}

function numberProblem(
  type: 'integer' | 'number',
  role: PlacedColumn['role'],
  text: string,
): Problem {
  if (/^-\d/.test(text) && (role === 'numerator' || role === 'denominator'))
    return {
      code: 'table/negative',
      expected: 'a count of 0 or more',
      help: 'Correct it at its source',
    }
  const plain = type === 'integer' ? /^-?\d+$/ : /^-?\d+(?:\.\d+)?$/
  if (plain.test(text)) {
    if (Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER) return undefined
    const expected = `${Number.MAX_SAFE_INTEGER} at most`
    return {code: 'table/number', expected, help: 'Larger numbers cannot be computed exactly'}
  }
  if (/^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) return scientific
  const expected = type === 'integer' ? 'a whole number in digits' : 'a number in digits'
  return {code: 'table/number', expected, help: numberHelp(text)}
}

function numberHelp(text: string): string {
  if (/[$€£¥]|usd/i.test(text)) return 'Write digits alone, without a currency sign'
  if (/^-?\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/.test(text))
    return `Write ${quoted(text.replaceAll(/[,' ]/g, ''))}, without thousands separators`
  if (text.endsWith('%')) return 'Write the numerator and the denominator, not a percentage'
  if (/^\s|\s$/.test(text)) return 'Remove the spaces around it'
  return 'Write digits alone; leave the cell empty where the number is not known'
}

function dateProblem(text: string): Problem {
  if (isDate(text)) return undefined
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const help = isDate(iso)
    ? `Write ${quoted(iso)}, if the month stands first`
    : 'Write it such as `2026-03-31`'
  return {code: 'table/date', expected: 'a calendar date, `YYYY-MM-DD`', help}
}

const clinicianRoles = ['primaryCare', 'specialist', 'notStated']

function roleProblem({role}: PlacedColumn, text: string): Problem {
  if (role === 'unit') return unitProblem(text)
  if (role === 'specialty') return choiceProblem(text, specialties, 'a specialty of the schemas')
  if (role === 'clinicianRole')
    return choiceProblem(text, clinicianRoles, '`primaryCare`, `specialist` or `notStated`')
  if (
    (role === 'measure' || role === 'participant') &&
    problemOf('record-id', text) !== undefined
  ) {
    const what = role === 'measure' ? 'a Measure' : 'a Participant'
    const help = 'Write the id as the record has it: lower-case words joined by hyphens'
    return {code: 'table/value', expected: `the id of ${what}`, help}
  }
  return undefined
}

/** A member stands under a pseudonym: a name or an NPI would tell who. */
function unitProblem(text: string): Problem {
  if (problemOf('pseudonym', text) === undefined) return undefined
  const isNpi = problemOf('npi', text) === undefined
  if (!isNpi && problemOf('record-id', text) === undefined) return undefined
  return {
    code: 'table/unit',
    expected: 'a pseudonym such as `M-0413`, the id of a Participant, or `network`',
    help: 'Keep the key that joins pseudonyms to people outside this repository',
  }
}

function choiceProblem(text: string, values: readonly string[], expected: string): Problem {
  if (values.includes(text)) return undefined
  const near = nearestWord(text, values)
  const help =
    near === undefined
      ? '`cinch schema Participant` lists the values'
      : `Did you mean ${quoted(near)}?`
  return {code: 'table/value', expected, help}
}

/** A cell that a spreadsheet would run. */
function textProblem(text: string): Problem {
  if (!/^[=+\-@\t\r]/.test(text) || /^[+-]?(?:\d[\d.,]*)?$/.test(text)) return undefined
  return {
    code: 'table/formula',
    severity: 'warning',
    expected: 'text that no spreadsheet takes for a formula',
    help: 'Put the text without its first character there, or a word before it',
  }
}
