import {expect, test} from 'vitest'
import {readTextFile} from '../../src/import/text-file.ts'
import {parseCsv} from '../../src/tables/rfc4180.ts'

const read = (bytes: Uint8Array) => readTextFile(bytes, parseCsv)
const cells = (bytes: Uint8Array) => {
  const {sheets, remarks} = read(bytes)
  const [sheet] = sheets
  return {
    rows: [sheet?.header, ...(sheet?.rows ?? [])].map((it) => [
      it?.row,
      ...(it?.cells ?? []).map(({text}) => text),
    ]),
    remarks,
  }
}
const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return swap ? bytes.swap16() : bytes
}

test.each([
  ['UTF-8', Buffer.from('a,b\né,2\n'), []],
  ['a byte order mark', Buffer.from('\ufeffa,b\né,2\n'), []],
  ['UTF-16', utf16('a,b\né,2\n', false), ['Read as UTF-16']],
  ['UTF-16, high byte first', utf16('a,b\né,2\n', true), ['Read as UTF-16, high byte first']],
  [
    'Windows-1252',
    Buffer.from('a,b\n\xe9,2\n', 'latin1'),
    ['Not UTF-8: read as Windows-1252; check letters with accents'],
  ],
  ['semicolons', Buffer.from('a;b\né;2\n'), ['Cells are separated by semicolons']],
  ['tabs', Buffer.from('a\tb\né\t2\n'), ['Cells are separated by tabs']],
  ['CRLF', Buffer.from('a,b\r\né,2\r\n'), []],
  ['CR', Buffer.from('a,b\ré,2\r'), []],
])('%s', (_, bytes, remarks) => {
  expect(cells(bytes)).toEqual({
    rows: [
      [1, 'a', 'b'],
      [2, 'é', '2'],
    ],
    remarks,
  })
})

test('a line break in a cell moves the lines after it, and empty ones are told once', () => {
  expect(cells(Buffer.from('\n,\na,"b;\nc"\n,,\n1,2\n,,\n'))).toEqual({
    rows: [
      [3, 'a', 'b;\nc'],
      [6, '1', '2'],
    ],
    remarks: ['4 empty lines passed over'],
  })
})

test('lines of one cell above the header are its title, told and passed over', () => {
  expect(cells(Buffer.from('Roster of May\n\nas sent\nName;NPI\nLee;2\n'))).toEqual({
    rows: [
      [4, 'Name', 'NPI'],
      [5, 'Lee', '2'],
    ],
    remarks: [
      'Cells are separated by semicolons',
      '1 empty line passed over',
      'The header is in row 4: 2 lines of one cell above it passed over',
    ],
  })
})

test.each([
  ['one column', 'NPI\n2000000002\n2000000010\n', ['NPI']],
  ['a row that is too long', 'NPI\n2000000002,Lee\n', ['NPI']],
  ['a title too far above', `${'Roster\n'.repeat(11)}Name,NPI\nLee,2\n`, ['Roster']],
  ['a title just near enough', `${'Roster\n'.repeat(10)}Name,NPI\nLee,2\n`, ['Name', 'NPI']],
])('the header of %s', (_, text, header) => {
  expect(cells(Buffer.from(text)).rows[0]?.slice(1)).toEqual(header)
})

test.each([
  ['', 'Unexpected empty file'],
  ['\n,,\n', 'Unexpected empty file'],
  ['a,b\n1,\0\n', 'Unexpected bytes that are no text'],
])('%j is refused', (text, message) => {
  expect(() => read(Buffer.from(text))).toThrow(message)
})
