import {isDate} from './date.ts'

/** What is wrong with a value, in the two places of a diagnostic. */
export interface FormProblem {
  /** Ends the sentence `Unexpected …, expected …`. */
  readonly expected: string
  readonly help: string
}

/** Form of an identifier or a date, by the `format` of the schemas. */
export interface Form {
  /** Name of the thing, such as `NPI`. */
  readonly title: string
  /** What a value looks like, in general. */
  readonly expected: string
  readonly problem: (text: string) => FormProblem | undefined
  /** Takes every value that the form takes, and maybe more: what an editor can check. */
  readonly pattern: RegExp
}

/**
 * Check digit of a National Provider Identifier.
 *
 * Luhn over the prefix 80840 (health applications, United States) and the first nine digits.
 * Source: 45 CFR 162.406; CMS, "Requirements for National Provider Identifier and NPI Check Digit".
 *
 * @param nine - The first nine digits.
 * @returns One digit.
 */
export function npiCheckDigit(nine: string): string {
  let sum = 24 // What 80840 adds to every sum.
  for (const [index, digit] of Array.from(nine).entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return String((10 - (sum % 10)) % 10)
}

const states =
  'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY'
const stateCodes = new Set(states.split(' '))

/** State prefixes of county codes. Source: FIPS 5-2, with the territories. */
const countyStates = new Set(
  '01 02 04 05 06 08 09 10 11 12 13 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 44 45 46 47 48 49 50 51 53 54 55 56 60 66 69 72 78'.split(
    ' ',
  ),
)

/** A form that one pattern settles. */
function pattern(title: string, expected: string, form: RegExp, help: string): Form {
  return {
    title,
    expected,
    pattern: form,
    problem: (text) => (form.test(text) ? undefined : {expected, help}),
  }
}

const npi: Form = {
  title: 'NPI',
  expected: 'an NPI of ten digits',
  pattern: /^[12]\d{9}$/,
  problem(text) {
    if (!/^[12]\d{9}$/.test(text))
      return {
        expected: 'an NPI: ten digits, the first a 1 or a 2',
        help: 'Copy it from the NPPES registry, without spaces, and quote it',
      }
    const digit = npiCheckDigit(text.slice(0, 9))
    if (text.endsWith(digit)) return undefined
    return {
      expected: `an NPI whose check digit fits: after \`${text.slice(0, 9)}\` the last digit is \`${digit}\``,
      help: 'One digit at least is mistyped: compare it with the NPPES registry',
    }
  },
}

const calendarDate: Form = {
  title: 'date',
  expected: 'a calendar date, `YYYY-MM-DD`',
  pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  problem(text) {
    if (isDate(text)) return undefined
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return {
        expected: 'a day that the calendar has',
        help: 'Correct the month or the day; the order is year, month, day',
      }
    return {expected: 'a calendar date, `YYYY-MM-DD`', help: 'Write it such as `2026-03-31`'}
  },
}

const countyFips: Form = {
  title: 'county FIPS code',
  expected: 'a county FIPS code of five digits',
  pattern: /^\d{5}$/,
  problem(text) {
    if (!/^\d{5}$/.test(text))
      return {
        expected: 'a county FIPS code of five digits',
        help: "Keep the leading zero and quote it, such as `'04013'`",
      }
    if (countyStates.has(text.slice(0, 2)) && !text.endsWith('000')) return undefined
    return {
      expected: 'a code whose first two digits are a state and whose last three are a county',
      help: 'Look the county up in the list of FIPS codes of the Census Bureau',
    }
  },
}

const state: Form = {
  title: 'state',
  expected: 'a two-letter postal code of a state or territory',
  pattern: new RegExp(`^(?:${states.replaceAll(' ', '|')})$`),
  problem: (text) =>
    stateCodes.has(text)
      ? undefined
      : {
          expected: 'a two-letter postal code of a state or territory',
          help: stateCodes.has(text.toUpperCase())
            ? `Write \`${text.toUpperCase()}\``
            : 'Write it such as `ME`; the code of the Postal Service, in capitals',
        },
}

/** By `format`, as the schemas name them. A map, so that no name finds `constructor`. */
export const forms: ReadonlyMap<string, Form> = new Map([
  [
    'record-id',
    pattern(
      'id',
      'lower-case words joined by hyphens, 1 to 80 characters',
      /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'Write it such as `diabetes-a1c`: letters a to z, digits and single hyphens',
    ),
  ],
  ['calendar-date', calendarDate],
  [
    'calendar-month',
    pattern(
      'month',
      'a calendar month, `YYYY-MM`',
      /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/,
      'Write it such as `2026-03`',
    ),
  ],
  [
    'sha256',
    pattern(
      'SHA-256',
      'a SHA-256 of 64 lower-case hexadecimal digits',
      /^[0-9a-f]{64}$/,
      'Copy it whole from `sha256sum FILE`, and quote it',
    ),
  ],
  ['npi', npi],
  [
    'tin',
    pattern(
      'TIN',
      'a TIN of an entity, two digits, a hyphen and seven digits',
      /^\d{2}-\d{7}$/,
      "Write it such as `'12-3456789'`. A number of a person (123-45-6789) may not be kept here",
    ),
  ],
  [
    'ccn',
    pattern(
      'CCN',
      'a CCN of six characters: two digits for the state and four digits or capitals',
      /^\d{2}[0-9A-Z]{4}$/,
      "Keep the leading zero and quote it, such as `'010001'`",
    ),
  ],
  [
    'nucc',
    pattern(
      'taxonomy code',
      'a NUCC taxonomy code of ten characters, the last an X',
      /^[0-9A-Z]{9}X$/,
      'Copy it from the NUCC code set, such as `207RC0000X`',
    ),
  ],
  ['county-fips', countyFips],
  [
    'zip',
    pattern(
      'ZIP code',
      'a ZIP code of five digits',
      /^(?!00000)\d{5}$/,
      "Keep the leading zero, leave out the four digits after it, and quote it, such as `'04101'`",
    ),
  ],
  ['state', state],
  [
    'cbe',
    pattern(
      'CBE number',
      'a CBE number of four digits and perhaps a letter',
      /^\d{4}[A-Za-z]?$/,
      "Keep the leading zeros and quote it, such as `'0059'`",
    ),
  ],
  [
    'ecqm',
    pattern(
      'eCQM id',
      'an eCQM id such as `CMS122v13`, or `CMS122FHIR`',
      /^CMS\d{1,4}(?:v\d{1,3}|FHIR(?:v\d{1,3})?)$/,
      'Write the version too, as the eCQI Resource Center does',
    ),
  ],
  [
    'mips',
    pattern(
      'MIPS measure number',
      'a MIPS measure number of three digits',
      /^\d{3}$/,
      "Keep the leading zeros and quote it, such as `'001'`",
    ),
  ],
  [
    'pseudonym',
    pattern(
      'pseudonym',
      'a pseudonym: a letter, a hyphen and three to six digits',
      /^[A-Za-z]-\d{3,6}$/,
      'Write it such as `M-0413`; a name, an NPI or initials may not stand here',
    ),
  ],
])

/** Why `text` is not of the form that `format` names; undefined where it is. */
export function problemOf(format: string, text: string): FormProblem | undefined {
  return forms.get(format)?.problem(text)
}
