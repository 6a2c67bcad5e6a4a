import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {distance, nearestWord} from '../../src/model/distance.ts'
import {forms, npiCheckDigit, problemOf} from '../../src/model/forms.ts'
import {quoted} from '../../src/model/show.ts'

const date = ['2026-03-31', '2024-02-29', '0100-01-01']
const accepted: Readonly<Record<string, readonly string[]>> = {
  'record-id': ['a', 'diabetes-a1c', 'x'.repeat(80), '2026-q1'],
  'calendar-date': date,
  'calendar-month': ['2026-03', '2026-12'],
  sha256: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  // The example of the CMS specification, and numbers of the synthetic range.
  npi: ['1234567893', '2000000002', '1003005174'],
  tin: ['12-3456789', '00-1234567'],
  ccn: ['450001', '010001', '45T001', '21003F'],
  nucc: ['207RC0000X', '363A00000X'],
  'county-fips': ['23005', '01001', '72001'],
  zip: ['04101', '00501', '99950'],
  state: ['ME', 'DC', 'PR'],
  cbe: ['0059', '0018e', '3620'],
  ecqm: ['CMS122v13', 'CMS2v15', 'CMS1056v3', 'CMS122FHIR'],
  mips: ['001', '438'],
  pseudonym: ['M-041', 'M-0413', 'c-041399'],
}
const refused: Readonly<Record<string, readonly string[]>> = {
  'record-id': ['', 'Diabetes', 'a_b', '-a', 'a-', 'a--b', 'x'.repeat(81), 'ä', 'a\n', 'a b'],
  'calendar-date': ['2026-02-29', '2026-13-01', '2026-1-1', '31.3.2026', '2026-03-31T00:00', ''],
  'calendar-month': ['2026-00', '2026-13', '2026-3', '2026', '0000-01'],
  sha256: ['E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855', 'e3b0', ''],
  npi: ['1234567890', '2000000003', '123456789', '12345678933', '3000000000', '0000000000', ''],
  tin: ['123456789', '123-45-6789', '12-345678', '1-23456789'],
  ccn: ['10001', '45001', '4500011', '45t001', 'AB0001'],
  nucc: ['207RC0000', '207RC00000', '207rc0000x', '207RC0000XX'],
  'county-fips': ['03001', '23000', '2305', '99001', '230050'],
  zip: ['4101', '04101-1234', '00000', '041012', 'O4101'],
  state: ['me', 'XX', 'Maine', ''],
  cbe: ['59', '00590', '0059ee', 'N/A'],
  ecqm: ['122v13', 'cms122v13', 'CMS122', 'CMSv13'],
  mips: ['1', '0001', '1a2'],
  pseudonym: ['M0413', 'M-04', 'M-0413999', 'Dr-0413', 'M-O413', ''],
}

describe.each([...forms.keys()])('%s', (format) => {
  test.each([...(accepted[format] ?? [])])('%s is one', (text) => {
    expect(problemOf(format, text)).toBeUndefined()
  })
  test.each([...(refused[format] ?? [])])(
    '%s is none, and the help says how to write it',
    (text) => {
      const problem = problemOf(format, text)
      expect(problem?.expected).toMatch(/^(?:a|an|lower-case|two) /u)
      expect(problem?.help).toMatch(/^[A-Z].*[^.]$/)
    },
  )
  test('has both sides here', () => {
    expect(accepted[format]?.length).toBeGreaterThan(0)
    expect(refused[format]?.length).toBeGreaterThan(0)
  })
})

test('the check digit of an NPI is named', () => {
  expect(problemOf('npi', '1234567890')?.expected).toBe(
    'an NPI whose check digit fits: after `123456789` the last digit is `3`',
  )
  expect(problemOf('state', 'me')?.help).toBe('Write `ME`')
  expect(problemOf('calendar-date', '2026-02-29')?.expected).toBe('a day that the calendar has')
})

const nine = fc
  .tuple(
    fc.constantFrom('1', '2'),
    fc.array(fc.integer({min: 0, max: 9}), {minLength: 8, maxLength: 8}),
  )
  .map(([first, rest]) => first + rest.join(''))

test('one changed digit of an NPI always shows', () => {
  fc.assert(
    fc.property(nine, fc.nat(9), fc.integer({min: 1, max: 9}), (start, at, by) => {
      const npi = start + npiCheckDigit(start)
      expect(problemOf('npi', npi)).toBeUndefined()
      const digit = String((Number(npi[at]) + by) % 10)
      expect(problemOf('npi', npi.slice(0, at) + digit + npi.slice(at + 1))).toBeDefined()
    }),
  )
})

test('exactly one last digit fits', () => {
  fc.assert(
    fc.property(nine, (start) => {
      const fitting = Array.from('0123456789').filter(
        (it) => problemOf('npi', start + it) === undefined,
      )
      expect(fitting).toEqual([npiCheckDigit(start)])
    }),
  )
})

test('a date is one exactly where the calendar has it', () => {
  const days = fc.date({
    min: new Date('0100-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(days, (day) => {
      expect(problemOf('calendar-date', day.toISOString().slice(0, 10))).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(fc.integer({min: 100, max: 9999}), fc.integer({min: 1, max: 12}), (year, month) => {
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
      const text = (day: number) =>
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`
      expect(problemOf('calendar-date', text(last))).toBeUndefined()
      expect(problemOf('calendar-date', text(last + 1))).toBeDefined()
    }),
  )
})

test('distance is the same both ways, and nothing only between equal words', () => {
  fc.assert(
    fc.property(fc.string({maxLength: 20}), fc.string({maxLength: 20}), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, b) === 0).toBe(a === b)
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

test.each([
  ['protocl', 'protocol', 1],
  ['nmae', 'name', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%s and %s are %i apart', (a, b, edits) => expect(distance(a, b)).toBe(edits))

test('the nearest word is suggested, and a far one is not', () => {
  expect(nearestWord('Adopted', ['adapter', 'adopted'])).toBe('adopted')
  expect(nearestWord('abc', ['xyz', 'abd'])).toBe('abd')
  expect(nearestWord('abc', ['xyz'])).toBeUndefined()
  expect(nearestWord('x'.repeat(5000), ['y'.repeat(5000)])).toBeUndefined()
})

test('quoted text is short, on one line, and keeps its backticks', () => {
  expect(quoted('a`b')).toBe("`a'b`")
  expect(quoted(`${'a'.repeat(59)}😀b`)).toBe(`\`${'a'.repeat(59)}…\``)
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 200}), (text) => {
      expect(quoted(text)).toMatch(/^`[^`\p{Cc}\p{Cf}]*`$/u)
    }),
  )
})
