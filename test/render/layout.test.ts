import * as fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'

import type {DossierTable} from '../../src/model/dossier.ts'
import {drawFacts} from '../../src/render/pdf/facts.ts'
import {newPage} from '../../src/render/pdf/flow.ts'
import type {Faces} from '../../src/render/pdf/fonts.ts'
import {drawHeading} from '../../src/render/pdf/heading.ts'
import {breakLines} from '../../src/render/pdf/lines.ts'
import {drawList, drawParagraph} from '../../src/render/pdf/paragraph.ts'
import {contentWidth, page, styles} from '../../src/render/pdf/style.ts'
import {drawTable} from '../../src/render/pdf/table.ts'
import {drawTimeline} from '../../src/render/pdf/timeline.ts'
import {sourceText} from '../../src/render/source-text.ts'
import {visible} from '../../src/render/visible.ts'
import {numberedTable, record as recordSource} from './fixture.ts'
import {squeezed} from './read-pdf.ts'
import {facesOf, record, textOf, type Drawn} from './recorder.ts'

let faces: Faces
const latin = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefgABCfi 0123456789-–/\\.,;:_@()[]{}<>&áñüß €\n\t')),
  maxLength: 120,
})
const base = {class: 'network', provenance: []} as const

beforeAll(async () => {
  faces = await facesOf()
})

describe('lines', () => {
  const broken = (text: string, width: number, code = false) =>
    breakLines(faces, [{text, style: code ? styles.cellCode : styles.body}], width).map(textOf)

  test('break at spaces, keep line feeds, and drop neither word nor blank line', () => {
    expect(broken('one two three', 1000)).toEqual(['one two three'])
    expect(broken('one two three', 45)).toEqual(['one two', 'three'])
    expect(broken('one\n\ntwo\r\nthree', 1000)).toEqual(['one', '', 'two', 'three'])
    expect(broken('', 100)).toEqual([''])
    expect(broken('  a \t b  ', 100)).toEqual(['a b'])
  })

  test('break after a hyphen between letters and never inside a date', () => {
    expect(broken('rule-of-reason', 45)).toEqual(['rule-of-', 'reason'])
    expect(broken('see 2026-01-13', 60)).toEqual(['see', '2026-01-13'])
  })

  test('keep a number with its percent sign, and the hyphens of an option with its name', () => {
    expect(broken('at most 80 % of', 62)).toEqual(['at most', '80 % of'])
    expect(broken('at most 80 of', 62)).toEqual(['at most 80', 'of'])
    expect(broken('of %', 20)).toEqual(['of', '%'])
    expect(broken('git log --diff-filter=A', 60, true)).toEqual(['git log', '--diff-', 'filter=A'])
    expect(broken('cut -d', 25, true)).toEqual(['cut', '-d'])
  })

  test('break a word wider than the line, code where it stands', () => {
    expect(broken('aaaaaaaaaaaaaaaa', 30).join('')).toBe('aaaaaaaaaaaaaaaa')
    expect(broken('is 0123456789abcdef', 45, true)).toEqual(['is 0123456', '789abcdef'])
  })

  test('break a long name before its capitals', () => {
    expect(broken('operatingLookBackMonths', 60)).toEqual(['operating', 'LookBack', 'Months'])
  })

  test('keep runs without a space between them together', () => {
    const {body} = styles
    const strong = {...body, face: 'serifBold'} as const
    const text = [
      {text: 'some ', style: body},
      {text: 'bold', style: strong},
      {text: ', more', style: body},
    ]
    expect(breakLines(faces, text, 58).map(textOf)).toEqual(['some bold,', 'more'])
    expect(breakLines(faces, text, 45).map(textOf)).toEqual(['some', 'bold,', 'more'])
  })

  test('take a character from another face, or print its code point', () => {
    expect(broken('a中b', 1000)).toEqual(['a[U+4E2D]b'])
    const [line] = breakLines(faces, [{text: 'x → y', style: styles.body}], 1000)
    expect(line === undefined ? '' : textOf(line)).toBe('x → y')
  })

  test('lose nothing and fit the width, whatever the text', () => {
    fc.assert(
      fc.property(latin, fc.integer({min: 12, max: 400}), fc.boolean(), (text, width, code) => {
        const style = code ? styles.cellCode : styles.body
        const lines = breakLines(faces, [{text, style}], width)
        expect(squeezed(lines.map(textOf).join(''))).toBe(squeezed(visible(text)))
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.001)
      }),
      {numRuns: 300},
    )
  })

  test('are as wide as the font says, pairs kerned', () => {
    for (const text of ['AVATAR', 'Toyota', 'fluffy', 'WAVE', 'Yes']) {
      const {font, scale} = faces.serif.font
      const run = font.layout(text, {liga: false, clig: false, dlig: false, calt: false})
      const width = run.positions.reduce((sum, it) => sum + it.xAdvance, 0) * scale
      expect(faces.serif.shape(text)?.width).toBeCloseTo(width, 6)
    }
    expect(faces.serif.shape('AV')?.width).toBeLessThan(
      faces.serif.advance(65) + faces.serif.advance(86),
    )
  })
})

function expectInside(drawn: readonly Drawn[]): void {
  const [left, right] = [page.margin - 0.01, page.width - page.margin + 0.01]
  const outside = drawn.filter(
    ({x, y, width}) =>
      x < left || x + width > right || y < page.margin || y > page.height - page.margin,
  )
  expect(outside).toEqual([])
}

function drawnTable(table: DossierTable, start: number): readonly Drawn[] {
  const {flow, drawn} = record(faces)
  newPage(flow)
  flow.y += start
  drawTable(flow, null, table)
  return drawn
}

describe('tables', () => {
  const cell = fc.oneof(
    {weight: 6, arbitrary: latin},
    {weight: 1, arbitrary: latin.map((it) => `${it} word `.repeat(60))},
    {weight: 1, arbitrary: fc.constant('f'.repeat(2500))},
  )
  const table = fc
    .tuple(fc.integer({min: 1, max: 7}), fc.integer({min: 0, max: 25}))
    .chain(([columns, rows]) =>
      fc.record({
        columns: fc.array(
          fc.record({
            title: latin,
            width: fc.double({min: 0.05, max: 1, noNaN: true}),
            align: fc.constantFrom('left' as const, 'right' as const),
            style: fc.constantFrom('text' as const, 'code' as const),
          }),
          {minLength: columns, maxLength: columns},
        ),
        rows: fc.array(fc.array(cell, {minLength: columns, maxLength: columns}), {
          minLength: rows,
          maxLength: rows,
        }),
      }),
    )

  const source = recordSource('records/'.repeat(12).concat('a-protocol.yaml'), 12)

  test('lose no character of any cell or source and stay between the margins', () => {
    fc.assert(
      fc.property(table, fc.integer({min: 0, max: 600}), ({columns, rows}, start) => {
        const drawn = drawnTable(
          {
            ...base,
            type: 'table',
            caption: 'Caption',
            columns,
            rows: rows.map((texts) => ({
              cells: texts.map((text) => ({text})),
              provenance: [source],
            })),
          },
          start,
        )
        expectInside(drawn)
        const text = drawn.filter((it) => !it.artifact).map((it) => it.text)
        const wanted = ['Caption', ...columns.map((it) => it.title), ...rows.flat()]
        const count = (it: string) => squeezed(it).length
        for (const _ of rows) wanted.push(sourceText([source]))
        const none = rows.length === 0 ? count('No rows.') : 0
        expect(text.reduce((sum, it) => sum + count(it), 0)).toBe(
          wanted.reduce((sum, it) => sum + count(visible(it)), 0) + none,
        )
      }),
      {numRuns: 60},
    )
  })

  test('never part a row that fits a page, nor a caption from its first row', () => {
    for (let start = 0; start < 640; start += 37) {
      const drawn = drawnTable(numberedTable(40, 'word '.repeat(20)), start)
      const pageOf = (text: string) => drawn.find((it) => it.text.startsWith(text))?.page
      expect(pageOf('Table of 40 rows')).toBe(pageOf('Row-0'))
      for (let row = 0; row < 40; row += 1) {
        const count = drawn.filter((it) => it.text === `${row * 37}` && !it.artifact)
        expect(count.map((it) => it.page)).toEqual([pageOf(`Row-${row} word`)])
      }
    }
  })

  describe('columns', () => {
    const long = 'word '.repeat(60).trim()
    const linesOf = (texts: readonly string[], shares: readonly number[]) => {
      const drawn = drawnTable(
        {
          ...base,
          type: 'table',
          caption: 'Caption',
          columns: shares.map((width, index) => ({title: `T${index}`, width})),
          rows: [{cells: texts.map((text) => ({text})), provenance: []}],
        },
        0,
      )
      return drawn.filter((it) => !it.artifact)
    }
    const starts = (drawn: readonly Drawn[]) =>
      drawn.filter((it) => /^T\d$/.test(it.text)).map((it) => it.x - page.margin - 4)

    test('keep their shares where every cell is on one line', () => {
      const [a, b] = starts(linesOf(['yes', 'no'], [0.25, 0.75]))
      expect([a, b]).toEqual([0, contentWidth / 4])
    })

    test('give what no cell of theirs fills to one whose cell takes several lines', () => {
      const drawn = linesOf(['yes', long, 'no'], [1, 1, 1])
      const [, second = 0, third = 0] = starts(drawn)
      expect(second).toBeLessThan(40)
      expect(contentWidth - third).toBeLessThan(40)
      expect(drawn.filter((it) => it.text.includes('word')).length).toBeLessThan(5)
    })

    test('share what is left where more than one takes several lines', () => {
      const [, second = 0, third = 0] = starts(linesOf(['yes', long, long], [1, 1, 2]))
      const [narrow, wide] = [third - second, contentWidth - third]
      expect(wide).toBeGreaterThan(narrow)
      // Each keeps its third or so, and gets of what is left by its share.
      expect(wide / narrow).toBeCloseTo(2, 0)
    })

    test('fill the width once every cell is on one line', () => {
      const drawn = linesOf(['yes', 'a cell of some words', 'no'], [8, 1, 1])
      expect(drawn.map((it) => it.text)).toContain('a cell of some words')
      expect(Math.max(...starts(drawn))).toBeGreaterThan(contentWidth / 2)
    })
  })

  test('align numbers at the right', () => {
    const numbers = drawnTable(numberedTable(30), 0).filter((it) => /^\d{1,4}$/.test(it.text))
    const ends = new Set(numbers.map((it) => (it.x + it.width).toFixed(3)))
    expect(numbers).toHaveLength(30)
    expect(ends.size).toBe(1)
  })

  test('refuse a row with a cell too few', () => {
    const table = numberedTable(2)
    const rows = table.rows.map((it) => ({...it, cells: it.cells.slice(1)}))
    expect(() => drawnTable({...table, rows}, 0)).toThrow('Unexpected 3 cells in a row, expected 4')
  })
})

describe('paragraphs, lists and headings', () => {
  test('leave no line of a paragraph alone on a page', () => {
    const runs = [{text: 'The quick brown fox jumps over the lazy dog. '.repeat(12)}]
    for (let start = 0; start < 640; start += 11) {
      const {flow, drawn} = record(faces)
      newPage(flow)
      flow.y += start
      drawParagraph(flow, null, {...base, type: 'paragraph', style: 'body', runs})
      expectInside(drawn)
      const pages = [1, 2].map((it) => drawn.filter(({page}) => page === it).length)
      expect(pages).not.toContain(1)
    }
  })

  test('hang list items beside their label, on the same page', () => {
    const items = Array.from({length: 60}, (_, index) => ({
      runs: [{text: `Item ${index} ${'word '.repeat(40)}`}],
      provenance: [],
    }))
    const {flow, drawn} = record(faces)
    newPage(flow)
    drawList(flow, null, {...base, type: 'list', ordered: true, items})
    expectInside(drawn)
    items.forEach((_, index) => {
      const label = drawn.find((it) => it.text === `${index + 1}.`)
      const item = drawn.find((it) => it.text.startsWith(`Item ${index} `))
      expect([label?.page, label?.y]).toEqual([item?.page, item?.y])
    })
  })

  test('keep few facts on one page, and let many go over several', () => {
    const items = (count: number) =>
      Array.from({length: count}, (_, index) => ({
        label: `Label ${index}`,
        text: `Fact ${index}`,
        provenance: [],
      }))
    const pages = (count: number, start: number) => {
      const {flow, drawn} = record(faces)
      newPage(flow)
      flow.y += start
      drawFacts(flow, null, items(count))
      expectInside(drawn)
      return new Set(drawn.map((it) => it.page)).size
    }
    for (let start = 0; start < 640; start += 11) expect(pages(6, start)).toBe(1)
    expect(pages(12, 560)).toBe(2)
    expect(pages(80, 0)).toBe(3)
  })

  test('never leave a heading at the foot of a page', () => {
    for (let start = 0; start < 640; start += 7) {
      const {flow, drawn} = record(faces)
      newPage(flow)
      flow.y += start
      const heading = {...base, type: 'heading', level: 2, text: 'Heading', id: 'a'} as const
      drawHeading(flow, null, heading, 'a', 50)
      drawParagraph(flow, null, {...base, type: 'paragraph', style: 'body', runs: [{text: 'Text'}]})
      expect(drawn.map((it) => it.page)).toEqual([drawn[0]?.page, drawn[0]?.page])
    }
  })
})

describe('timelines', () => {
  test('stay on the page, however many lanes and events', () => {
    for (const count of [0, 1, 20, 90]) {
      const lanes = Array.from({length: count}, (_, index) => ({
        title: `Committee ${index} for the review of protocols`,
        events: [
          {date: '2025-01-01', label: 'first'},
          {date: '2025-12-31', label: 'last'},
          {date: '1999-01-01', label: 'before'},
        ],
      }))
      const {flow, drawn} = record(faces)
      newPage(flow)
      flow.y += 300
      const [from, to] = ['2025-01-01', '2025-12-31']
      const caption = 'A caption that goes on. '.repeat(20)
      drawTimeline(flow, null, {...base, type: 'timeline', caption, from, to, lanes})
      expectInside(drawn.filter((it) => !/^\d{4}-\d{2}$/.test(it.text)))
      const text = squeezed(drawn.map((it) => it.text).join(''))
      for (const {title} of lanes)
        expect(text).toContain(squeezed(`${title} 2025-01-01 first; 2025-12-31 last; 1999-01-01`))
    }
  })
})
