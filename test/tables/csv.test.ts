import {describe, expect, test} from 'vitest'
import {readTable} from '../../src/tables/csv.ts'
import {fileOf} from '../validate/check.ts'
import {codes, columnsOf, entryOf, header, read, told} from './read.ts'

const row = 'M-0001,a1c,2026-01-01,2026-03-31,8,10,family\n'

test('counts are read as they stand', () => {
  const {table, diagnostics} = read(
    header + row + row.replace('M-0001', 'network').replace('family', ''),
  )
  expect(diagnostics).toEqual([])
  const count = {
    unit: 'M-0001',
    measure: 'a1c',
    periodStart: '2026-01-01',
    periodEnd: '2026-03-31',
    numerator: 8,
    denominator: 10,
    group: 'family',
  }
  const {group: _, ...whole} = {...count, unit: 'network'}
  expect(table).toEqual({status: 'read', counts: [count, whole], rows: []})
})

test('columns stand in any order; CRLF and a byte order mark change nothing', () => {
  const text =
    '\ufeffd,n,end,start,measure,unit,peers\r\n10,8,2026-03-31,2026-01-01,a1c,M-0001,\r\n'
  const {table, diagnostics} = read(text)
  expect(diagnostics).toEqual([])
  expect(table).toMatchObject({counts: [{unit: 'M-0001', numerator: 8, denominator: 10}]})
})

test.each([
  ['a missing column', 'unit,measure,start,end,n,peers\n', '1:1 table/missing-column'],
  ['a mistyped column', header.replace('measure', 'mesure'), '1:6 table/missing-column'],
  ['the same column twice', header.replace('peers', 'peers,n'), '1:34 table/duplicate-column'],
])('%s makes the table unreadable', (_, text, expected) => {
  const [status, first] = codes(text + row)
  expect([status, first]).toEqual(['unreadable', expected])
})

test('a column that the record does not declare is not read, and told', () => {
  const text = 'unit,measure,start,end,n,d,peers,fax\nM-0001,a1c,2026-01-01,2026-03-31,8,10,,12\n'
  expect(told(text)).toEqual([
    'read',
    'tables/counts.csv:1:34 table/extra-column Unexpected column `fax`, expected those that the record declares',
  ])
})

test.each([';', '\t', '|'])('a file with %j between cells is one mistake', (separator) => {
  expect(codes((header + row).replaceAll(',', separator))).toEqual([
    'unreadable',
    '1:1 table/separator',
  ])
})

describe('cells', () => {
  /** A row with one column replaced. */
  const cell = (index: number, text: string) =>
    header + row.trim().split(',').with(index, text).join(',') + '\n'

  test.each([
    ['a name for a pseudonym', 0, 'Jane Smith', '2:1 table/unit'],
    ['an NPI for a pseudonym', 0, '2000000002', '2:1 table/unit'],
    ['a measure in words', 1, 'HbA1c control', '2:8 table/value'],
    ['a date of the United States', 2, '01/01/2026', '2:12 table/date'],
    ['a day that does not exist', 3, '2026-02-30', '2:23 table/date'],
    ['an end before the start', 3, '2025-12-31', '2:23 table/period'],
    ['a thousands separator', 4, '"1,234"', '2:34 table/number'],
    ['a currency', 4, '$8', '2:34 table/number'],
    ['a percentage', 4, '80%', '2:34 table/number'],
    ['a fraction of a count', 4, '8.5', '2:34 table/number'],
    ['a word', 4, 'n/a', '2:34 table/number'],
    ['a space', 4, ' 8', '2:34 table/number'],
    ['a negative count', 4, '-1', '2:34 table/negative'],
    ['a rounded count', 4, '1.2E+05', '2:34 table/scientific'],
    ['a count too large to compute', 4, '9007199254740993', '2:34 table/number'],
    ['an empty count', 5, '', '2:36 table/empty-cell'],
    ['an empty unit', 0, '', '2:1 table/empty-cell'],
  ])('%s is an error, and the table unreadable', (_, index, text, expected) => {
    expect(codes(cell(index, text))).toEqual(['unreadable', expected])
  })

  test('what to write instead is said', () => {
    const help = (index: number, text: string) => read(cell(index, text)).diagnostics[0]?.help
    expect(help(4, '"1,234"')).toBe('Write `1234`, without thousands separators')
    expect(help(2, '07/01/2026')).toBe('Write `2026-07-01`, if the month stands first')
    expect(help(4, '$8')).toBe('Write digits alone, without a currency sign')
  })

  test.each(['=1+1', '@SUM(A1)', '+cmd', '-2+3+cmd'])('%s would run in a spreadsheet', (text) => {
    expect(codes(cell(6, text))).toEqual(['read', '2:39 table/formula'])
  })

  test.each(['-', '+1', '-5.2', 'a=b', ''])('%j would not', (text) => {
    expect(codes(cell(6, text))).toEqual(['read'])
  })

  test.each([
    ['0', '0'],
    ['10', '10'],
    ['0', '10'],
  ])('%s of %s is a ratio', (n, d) => {
    const text = header + row.replace('8,10', `${n},${d}`)
    expect(codes(text, {units: new Map([['a1c', 'ratio']])})).toEqual(['read'])
  })

  test('11 of 10 is none; per thousand it may be', () => {
    const text = header + row.replace('8,10', '11,10')
    expect(codes(text, {units: new Map([['a1c', 'ratio']])})).toEqual([
      'unreadable',
      '2:34 table/numerator',
    ])
    expect(codes(text, {units: new Map([['a1c', 'per1000']])})).toEqual(['read'])
    expect(codes(text)).toEqual(['read'])
  })

  test('a period outside that of the record is warned of', () => {
    expect(codes(cell(3, '2026-04-01'))).toEqual(['read', '2:23 table/period'])
    expect(codes(cell(2, '2025-12-31'))).toEqual(['read', '2:23 table/period'])
  })

  test('a cell may be long, and not endless', () => {
    expect(codes(cell(6, 'x'.repeat(32_767)))).toEqual(['read'])
    expect(codes(cell(6, 'x'.repeat(32_768)))).toEqual(['unreadable', '2:39 table/too-large'])
  })
})

test('a second row for one unit, measure and period names the first', () => {
  const {table, diagnostics} = read(header + row + row.replace('8,10', '7,9'))
  expect(table.status).toBe('unreadable')
  expect(diagnostics).toMatchObject([
    {
      code: 'table/duplicate-row',
      location: {start: {line: 3}},
      related: [{location: {start: {line: 2}}}],
    },
  ])
})

test.each([
  ['M-0001,a1c\n', '2:1 table/ragged'],
  [row.replace('\n', ',x\n'), '2:1 table/ragged'],
  ['"M-0001,a1c\n', '2:1 table/quote'],
  [row.replace('family', 'fam"ily'), '2:39 table/quote'],
])('%j is no row', (text, expected) => {
  expect(codes(header + text)).toEqual(['unreadable', expected])
})

test('empty lines are told in one note, wherever they stand', () => {
  const text = header + row + ',,,,,,\n'.repeat(3000) + '\n'
  const {table, diagnostics} = read(text)
  expect(table).toMatchObject({status: 'read', counts: [{unit: 'M-0001'}]})
  expect(diagnostics).toMatchObject([
    {
      code: 'table/empty-lines',
      severity: 'note',
      message: 'Unexpected 3001 empty lines, expected none',
      location: {start: {line: 3}},
    },
  ])
})

test('fifty findings are given, and the rest counted', () => {
  const bad = Array.from({length: 80}, (_, i) => `M-${1000 + i},a1c,2026-01-01,2026-03-31,x,10,\n`)
  const {table, diagnostics} = read(header + bad.join(''))
  expect(diagnostics).toHaveLength(51)
  expect(diagnostics.at(-1)).toMatchObject({
    code: 'table/more',
    severity: 'error',
    message: 'Unexpected number of findings, expected 50 at most: 30 more from here on',
    location: {start: {line: 52}},
  })
  expect(table).toEqual({
    status: 'unreadable',
    reason: '80 errors, the first in line 2 of tables/counts.csv',
  })
})

test('an error past the fiftieth finding still makes the table unreadable', () => {
  const warned = Array.from(
    {length: 60},
    (_, i) => `M-${1000 + i},a1c,2026-01-01,2026-03-31,1,10,=x\n`,
  )
  expect(read(header + warned.join('')).table.status).toBe('read')
  const {table, diagnostics} = read(header + warned.join('') + row.replace('8,10', 'x,10'))
  expect(table.status).toBe('unreadable')
  expect(diagnostics.at(-1)).toMatchObject({code: 'table/more', severity: 'error'})
})

describe('files', () => {
  test('an empty one, and one of names alone', () => {
    expect(codes('')).toEqual(['unreadable', '1:1 table/empty'])
    expect(codes(header)).toEqual(['read', '1:1 table/no-rows'])
  })

  test('bytes that are not UTF-8 are placed, not guessed at', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`${header}Fran`),
      0xe7,
      0x6f,
      0x69,
      0x73,
    ])
    expect(told(bytes)).toEqual([
      'unreadable',
      'tables/counts.csv:2:5 table/encoding Unexpected bytes that are not UTF-8, expected UTF-8',
    ])
    expect(codes(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toEqual([
      'unreadable',
      '1:1 table/encoding',
    ])
  })

  test.each(['parquet', 'xlsx', 'warehouse'] as const)(
    '%s has no reader, and says so',
    (format) => {
      const {table, diagnostics} = readTable(entryOf({record: {format}}), undefined)
      expect(table).toEqual({
        status: 'unreadable',
        reason: `no reader for ${format} in this version`,
      })
      expect(diagnostics.map(({code, severity}) => [code, severity])).toEqual([
        ['table/format', 'warning'],
      ])
    },
  )

  test('one that is not here, a pointer, an exhibit, and one of another hash', () => {
    const file = fileOf('tables/counts.csv', header + row)
    const sha256 = '0'.repeat(64)
    const status = (...given: Parameters<typeof readTable>) => readTable(...given).table.status
    expect(status(entryOf(), undefined)).toBe('missing')
    expect(status(entryOf(), {...file, pointer: true})).toBe('missing')
    const pointed = {...file, pointer: true, pointsTo: sha256}
    expect(status(entryOf({record: {sha256}}), pointed)).toBe('missing')
    expect(status(entryOf({record: {sha256: file.sha256}}), pointed)).toBe('hashMismatch')
    expect(status(entryOf(), {...file, use: 'exhibit'})).toBe('unreadable')
    expect(status(entryOf({record: {sha256}}), file)).toBe('hashMismatch')
    expect(status(entryOf({record: {sha256: file.sha256}}), file)).toBe('read')
  })

  test('one that is too large is not opened', () => {
    const limit = 64 * 1024 * 1024
    const file = fileOf('tables/counts.csv', header + row)
    const closed = () => {
      throw new Error('opened')
    }
    const large = readTable(entryOf(), {...file, bytes: limit + 1, read: closed})
    expect(large.diagnostics.map(({code}) => code)).toEqual(['table/too-large'])
    expect(large.table.status).toBe('unreadable')
    expect(readTable(entryOf(), {...file, bytes: limit}).table.status).toBe('read')
  })
})

test('what the record declares is checked before the file is opened', () => {
  const declared = (columns: string) =>
    read('', {columns: columnsOf(columns)}).diagnostics.map(({message}) => message)
  expect(declared('unit string unit, n integer numerator')).toEqual([
    'Unexpected columns without `measure`, `periodStart`, `periodEnd`, `denominator`, expected a column for each role of `counts`',
  ])
  const twice = read('', {
    grain: 'other',
    columns: columnsOf('a string name, b string name, a string'),
  })
  expect(twice.diagnostics.map(({code}) => code)).toEqual(['table/roles', 'table/duplicate-column'])
})
