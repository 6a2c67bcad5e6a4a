import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseCsv, positionIn} from '../../src/tables/rfc4180.ts'

const cells = (text: string) => [...parseCsv(text)].map((it) => it.cells)

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['"a,b",c\n', [['a,b', 'c']]],
  ['"a ""quoted"" word"\n', [['a "quoted" word']]],
  ['"two\r\nlines",x\n', [['two\r\nlines', 'x']]],
  ['""\n', [['']]],
  ['a,\n', [['a', '']]],
  [',\n', [['', '']]],
  ['a\n\nb\n', [['a'], [''], ['b']]],
  ['a\n\r\nb\n', [['a'], [''], ['b']]],
  [' a , b \n', [[' a ', ' b ']]],
  ['', []],
])('%j', (text, expected) => expect(cells(text)).toEqual(expected))

test.each([
  ['"a', 'unterminated', 0],
  ['x,"a\nb', 'unterminated', 1],
  ['"a"b,c', 'afterQuote', 0],
  ['a,5" nail', 'bareQuote', 1],
])('%j is at fault: %s', (text, type, cell) => {
  expect([...parseCsv(text)][0]?.fault).toEqual({type, cell})
})

test('every cell has its line and column, across line breaks inside cells', () => {
  const text = 'a,"b\nb2",c\r\n"d\r\n\rd2",e\nf'
  const places = [...parseCsv(text)].flatMap((row) =>
    row.starts.map((at) => positionIn(text, row, at)).map(({line, column}) => `${line}:${column}`),
  )
  expect(places).toEqual(['1:1', '1:3', '2:5', '3:1', '5:5', '6:1'])
})

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const table = fc.integer({min: 2, max: 4}).chain((width) =>
  fc.array(
    fc.array(fc.oneof(fc.string(), fc.constantFrom('', '"', ',', '\n', '\r\n', 'a"b', '😀', ' ')), {
      minLength: width,
      maxLength: width,
    }),
    {minLength: 1, maxLength: 8},
  ),
)

test('what is written is read again, whatever the text and the line ends', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, last) => {
      const text = rows.map((row) => row.map(quote).join(',')).join(end) + (last ? end : '')
      expect(cells(text)).toEqual(rows)
    }),
  )
})

test('any text is read to its end, every character in one row', () => {
  const pieces = fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', '""', 'é')
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 40}), (parts) => {
      const text = parts.join('')
      const rows = [...parseCsv(text)]
      let at = 0
      for (const row of rows) {
        expect(row.start).toBe(at)
        expect(row.line).toBe(text.slice(0, at).split(/\r\n|\r|\n/).length)
        at = row.end
        if (text[at] === '\r') at += 1
        if (text[at] === '\n' && (at === row.end || text[at - 1] === '\r')) at += 1
      }
      expect(at).toBe(text.length)
    }),
  )
})

test('a million quotes take no longer than a million letters by much', () => {
  expect([...parseCsv('"'.repeat(1_000_001))]).toHaveLength(1)
})
