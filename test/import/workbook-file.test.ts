import {deflateRawSync} from 'node:zlib'
import {utils, write, type WorkBook} from '@e965/xlsx'
import {expect, test} from 'vitest'
import {readWorkbookFile} from '../../src/import/workbook-file.ts'
import {imported, reasons} from './reading.ts'

function bytesOf(change: (book: WorkBook) => void, rows: unknown[][] = [['a'], ['1']]): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'First')
  change(book)
  return new Uint8Array(
    write(book, {type: 'array', bookType: 'xlsx', compression: true}) as ArrayBuffer,
  )
}

async function texts(bytes: Uint8Array, sheet?: string) {
  const {sheets, remarks} = await readWorkbookFile(bytes, sheet)
  return {rows: sheets.map(({rows}) => rows.map(({cells}) => cells.map(({text}) => text))), remarks}
}

test('numbers, zeros kept by a format, truth, dates and errors', async () => {
  const bytes = bytesOf(({Sheets}) => {
    Sheets['First'] = {
      '!ref': 'A1:F2',
      A1: {t: 's', v: 'npi'},
      A2: {t: 'n', v: 2000000002, z: '0.00E+00'},
      B2: {t: 'n', v: 4101, z: '00000'},
      C2: {t: 'b', v: true},
      D2: {t: 'n', v: 45720, z: 'm/d/yy'},
      E2: {t: 'e', v: 42},
      F2: {t: 'n', v: 60, z: 'yyyy-mm-dd'},
    }
  })
  const {sheets} = await readWorkbookFile(bytes)
  expect(sheets[0]?.rows[0]?.cells).toEqual([
    {text: '2000000002'},
    {text: '04101'},
    {text: 'true'},
    {text: '2025-03-04', isDate: true},
    {text: '#N/A', isError: true},
    // The day that Lotus invented: no date of ours, and rejected as one.
    {text: '1900-02-29', isDate: true},
  ])
})

test('days are counted from 1904 where the workbook says so', async () => {
  const bytes = bytesOf((book) => {
    book.Workbook = {WBProps: {date1904: true}}
    book.Sheets['First'] = {
      '!ref': 'A1:A2',
      A1: {t: 's', v: 'd'},
      A2: {t: 'n', v: 44258, z: 'm/d/yy'},
    }
  })
  const read = await texts(bytes)
  expect(read.rows).toEqual([[['2025-03-04']]])
  expect(read.remarks).toContain('Dates counted from 1904, as the workbook says')
})

test('formulas, merged cells and hidden sheets are told', async () => {
  const bytes = bytesOf((book) => {
    utils.book_append_sheet(book, utils.aoa_to_sheet([['secret'], ['2']]), 'Hidden')
    book.Workbook = {Sheets: [{Hidden: 0}, {Hidden: 1}]}
    book.Sheets['First'] = {
      '!ref': 'A1:A3',
      A1: {t: 's', v: 'a'},
      A2: {t: 'n', v: 3, f: '1+2'},
      '!merges': [{s: {r: 1, c: 0}, e: {r: 2, c: 0}}],
    }
  })
  const read = await texts(bytes)
  expect(read.rows).toEqual([[['3']]])
  expect(read.remarks).toEqual([
    'Hidden sheets not read: 1; --sheet reads one by its name',
    'Cells with a formula: 1; the value stored with each was read',
    'Merged ranges: 1; only the first cell of each holds a value',
  ])
  expect((await texts(bytes, 'Hidden')).rows).toEqual([[['2']]])
  await expect(texts(bytes, 'hidden')).rejects.toMatchObject({
    message: 'Unexpected --sheet `hidden`, expected one of the workbook: `First`, `Hidden`',
    help: 'Did you mean `Hidden`?',
  })
})

test('a rejected cell is named as the spreadsheet names it', async () => {
  const bytes = bytesOf(() => undefined, [['NPI', 'Specialty'], [], ['2000000003', 'cardiology']])
  const prepared = await imported('roster', bytes, {file: 'a/roster.xlsx'})
  expect(reasons(prepared)).toEqual([
    'roster.xlsx First!A3 a value that is not an NPI whose check digit fits',
  ])
})

/** A zip of one part, with whatever it says of itself. */
function zipOf(
  content: Uint8Array,
  said: {unpacked?: number; twice?: boolean; flags?: number} = {},
) {
  const packed = deflateRawSync(content)
  const name = Buffer.from('[Content_Types].xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(said.flags ?? 0, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(said.unpacked ?? content.length, 24)
  entry.writeUInt16LE(name.length, 28)
  const body = Buffer.concat([local, name, packed])
  const entries = Array.from({length: said.twice === true ? 2 : 1}, () => [entry, name]).flat()
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length / 2, 10)
  end.writeUInt32LE(body.length, 16)
  return new Uint8Array(Buffer.concat([body, ...entries, end]))
}

const bomb = Buffer.alloc(300 * 1024 * 1024)

test.each([
  ['that unpacks to too much', zipOf(bomb), 'size when unpacked'],
  ['of too many tags', zipOf(Buffer.alloc(9_000_000, '<')), 'number of tags'],
  ['that lies about its size', zipOf(bomb, {unpacked: 10}), 'part'],
  [
    'whose parts overlap',
    zipOf(Buffer.from('x'), {twice: true}),
    'parts that lie over one another',
  ],
  ['with a password', zipOf(Buffer.from('x'), {flags: 1}), 'password'],
  ['cut short', zipOf(Buffer.from('x')).slice(0, 40), 'end'],
  ['that is no workbook', zipOf(Buffer.from('x')), 'content'],
])('a zip %s is refused', async (_, bytes, what) => {
  await expect(readWorkbookFile(bytes)).rejects.toThrow(`Unexpected ${what}`)
})

test('a sheet that reaches far is refused', async () => {
  const bytes = bytesOf(({Sheets}) => {
    Sheets['First'] = {'!ref': 'A1:ZZZ1', A1: {t: 's', v: 'a'}, ZZZ1: {t: 's', v: 'b'}}
  })
  await expect(readWorkbookFile(bytes)).rejects.toThrow('Unexpected number of columns')
})
