import {assert, array, property, string} from 'fast-check'
import {expect, test} from 'vitest'
import {table, tool, type Column} from '../../src/compile/blocks.ts'

const columns: readonly Column[] = [
  ['Text', 8],
  ['Date', 0.2],
  ['Hash', 1, 'code'],
]
const widths = (cells: readonly string[]) =>
  table('Caption', columns, [{cells, sources: []}])[0]?.columns.map((it) => it.width) ?? []

test('a date has room on one line, and a hash may break', () => {
  const [text = 0, date = 0, hash = 0] = widths(['a few words', '2025-01-31', 'f'.repeat(64)])
  expect(date).toBeCloseTo(12 / 100, 9)
  expect(hash).toBeLessThan(date)
  expect(text + date + hash).toBeCloseTo(1, 9)
})

test('widths sum to one and none is zero, whatever the cells hold', () => {
  assert(
    property(array(string(), {minLength: 3, maxLength: 3}), (cells) => {
      const all = widths(cells)
      expect(all.reduce((sum, it) => sum + it, 0)).toBeCloseTo(1, 9)
      for (const width of all) expect(width).toBeGreaterThan(0)
    }),
  )
})

test('no rows, no table; no text, `not stated`; no source, the tool', () => {
  expect(table('Caption', columns, [])).toEqual([])
  const [made] = table('Caption', columns, [{cells: ['', 'a', 'b'], sources: []}])
  expect(made?.rows[0]?.cells[0]).toEqual({text: 'not stated'})
  expect(made?.provenance).toEqual([tool.provenance])
})
