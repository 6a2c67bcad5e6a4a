import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {beforeAll, expect, test} from 'vitest'
import {replayUnchecked} from '../../src/dev/replay.ts'
import {csvOf} from '../../src/export/csv.ts'
import {flatExport, type FlatTable} from '../../src/export/flat.ts'
import {xlsxOf} from '../../src/export/xlsx.ts'
import {targetNames} from '../../src/import/targets.ts'
import {readTextFile} from '../../src/import/text-file.ts'
import {readValue} from '../../src/import/values.ts'
import {readWorkbookFile} from '../../src/import/workbook-file.ts'
import {exportRecords} from '../../src/pipeline/export.ts'
import {flatKind} from '../../src/pipeline/import.ts'
import {open} from '../../src/pipeline/open.ts'
import {parseCsv} from '../../src/tables/rfc4180.ts'
import {importInto} from '../import/reading.ts'

const root = join(mkdtempSync(join(tmpdir(), 'cinch-export-')), 'northgate')
beforeAll(() => replayUnchecked('examples/northgate', root))

async function exported(what: string, include: readonly 'peerReview'[] = []) {
  const opened = await open({
    root,
    overlays: [],
    at: 'worktree',
    asOf: '2026-06-30',
    history: false,
  })
  return exportRecords(opened, what, new Set(include))
}

const csv = ({header, rows}: FlatTable) => new TextEncoder().encode(csvOf([header, ...rows]))

test.each(targetNames)('importing what was exported as %s changes nothing', async (what) => {
  const {tables} = await exported(what, ['peerReview'])
  expect(tables[0]?.rows.length).toBeGreaterThan(2)
  const book = await importInto(root, what, await xlsxOf(tables), {file: 'a.xlsx'})
  expect([book.records, book.rejected, book.missing, book.files]).toEqual([[], [], [], []])
  expect(book.rows.unchanged).toBe(tables.reduce((sum, {rows}) => sum + rows.length, 0))
  for (const table of tables) {
    const one = await importInto(root, what, csv(table))
    expect([one.records, one.rejected, one.files]).toEqual([[], [], []])
    expect(one.rows.unchanged).toBe(table.rows.length)
  }
})

test('one changed specialty in the roster is one changed record', async () => {
  const {tables} = await exported('roster')
  const [first] = tables
  if (first === undefined) throw new Error('Expected a table')
  const [npi, specialty] = ['clinicians.npi', 'clinicians.specialty'].map((it) =>
    first.header.indexOf(it),
  ) as [number, number]
  const rows = first.rows.map((cells) =>
    cells[npi] === '2000900425' ? cells.with(specialty, 'cardiology') : cells,
  )
  const prepared = await importInto(root, 'roster', await xlsxOf([{...first, rows}]), {
    file: 'roster.xlsx',
  })
  expect(prepared.records).toHaveLength(1)
  expect(prepared.records[0]).toMatchObject({
    id: 'harbor-primary-care',
    changes: [{path: ['clinicians', 0, 'specialty'], value: 'cardiology'}],
  })
})

test('classes above network are withheld and counted', async () => {
  const {tables, withheld} = await exported('decisions')
  expect(tables[0]?.header).not.toContain('member')
  expect(withheld).toEqual({values: 3, records: 0})
  const open = await exported('decisions', ['peerReview'])
  expect(open.tables[0]?.header).toContain('member')
  expect(open.withheld).toEqual({values: 0, records: 0})
  const cases = await exported('CorrectiveAction')
  expect(cases.tables[0]?.header).toEqual(['kind'])
  expect(cases.withheld.values).toBeGreaterThan(0)
})

test('records of a root above network are withheld whole', async () => {
  const flat = await flatKind('Measure')
  const value = {kind: 'Measure', id: 'a', title: 'A', steward: 'S', domain: 'cost'}
  const records = [{value, rootClass: 'privileged' as const}]
  const closed = flatExport({flat, records, include: new Set()})
  expect(closed.tables[0]?.rows).toEqual([])
  expect(closed.withheld).toEqual({values: 0, records: 1})
  const open = flatExport({flat, records, include: new Set(['privileged'])})
  expect(open.tables[0]?.rows).toHaveLength(1)
})

test('the same records give the same bytes', async () => {
  const {tables} = await exported('roster')
  const [a, b] = [await xlsxOf(tables), await xlsxOf(tables)]
  expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true)
})

test('numbers that look like numbers stay text', async () => {
  const [table] = (await exported('roster')).tables
  if (table === undefined) throw new Error('Expected a table')
  const {sheets} = await readWorkbookFile(await xlsxOf([table]))
  const npi = table.header.indexOf('clinicians.npi')
  expect(sheets[0]?.rows[0]?.cells[npi]?.text).toMatch(/^2\d{9}$/)
})

const naughty = [
  '=1+1',
  "'=1+1",
  "''",
  "'plain",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\uff1d1',
  ' lead and trail ',
  'a,b;c|d\te',
  '"quoted"',
  'line\nbreak',
  'line\r\nbreak',
  '_x000D_ _x005F_',
  '&lt;&amp;',
  '["a"]',
  '__proto__',
  '#N/A',
  'TRUE',
  '1e5',
  '04101',
  '中文 🙂 e\u0301',
  '\u202eright\u202c',
  'kind',
]
const characters = Array.from('=+-@"\t\r\n,;|[]_x0D é&#a\'🙂')
const texts = fc.oneof(
  fc.constantFrom(...naughty),
  fc.string({unit: fc.constantFrom(...characters), minLength: 1}),
)

/** Values of a text column and of a list column, through a file and back. */
async function throughFile(
  values: readonly {readonly title: string; readonly criteria: readonly string[]}[],
  read: (table: FlatTable) => Promise<readonly (readonly {readonly text: string}[])[]>,
) {
  const flat = {
    ...(await flatKind('Measure')),
    columns: ['title', 'criteria'].map((name) => ({
      name,
      path: [name],
      type: 'string' as const,
      many: name === 'criteria',
      required: false,
      class: 'network' as const,
    })),
  }
  const records = values.map((value) => ({value, rootClass: 'network' as const}))
  const [table] = flatExport({flat, records, include: new Set()}).tables
  if (table === undefined) throw new Error('Expected a table')
  const rows = await read(table)
  return rows.map((cells) =>
    Object.fromEntries(
      flat.columns.map((column, index) => {
        const cell = cells[index + 1] ?? {text: ''}
        const options = {restoreZeros: false, own: true, resolve: () => undefined}
        const found = readValue(column, cell, options)
        return [column.name, 'value' in found ? found.value : found.reason]
      }),
    ),
  )
}

const records = fc.array(
  fc.record({title: texts, criteria: fc.array(texts, {minLength: 1, maxLength: 3})}),
  {minLength: 1, maxLength: 5},
)
const distinct = (it: readonly {title: string; criteria: readonly string[]}[]) =>
  it.map(({title, criteria}) => ({title, criteria: [...new Set(criteria)]}))

test('any text comes back from CSV as it was', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (values) => {
      const back = await throughFile(distinct(values), (table) => {
        const [sheet] = readTextFile(csv(table), parseCsv).sheets
        return Promise.resolve((sheet?.rows ?? []).map(({cells}) => cells))
      })
      expect(back).toEqual(distinct(values))
    }),
    {numRuns: 300},
  )
})

/** The library reads CR LF in a workbook as LF; CR CR LF would leave another CR LF behind. */
const withLf = (text: string) => text.replaceAll(/\r+\n/g, '\n')

test('any text comes back from a workbook as it was, line ends as LF', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (given) => {
      const values = given.map(({title, criteria}) => ({
        title: withLf(title),
        criteria: criteria.map(withLf),
      }))
      const back = await throughFile(distinct(values), async (table) => {
        const {sheets} = await readWorkbookFile(await xlsxOf([table]))
        return (sheets[0]?.rows ?? []).map(({cells}) => cells)
      })
      expect(back).toEqual(distinct(values))
    }),
    {numRuns: 60},
  )
})

test('no cell of a CSV begins as a formula does', () => {
  fc.assert(
    fc.property(fc.array(texts, {minLength: 1}), (cells) => {
      const [row] = parseCsv(csvOf([cells]))
      for (const cell of row?.cells ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }),
  )
})

test('a text too long for a cell is refused with a way out', async () => {
  await expect(xlsxOf([{name: 'a', header: ['a'], rows: [['x'.repeat(32_768)]]}])).rejects.toThrow(
    'at most 32767',
  )
})
