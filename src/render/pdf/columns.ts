import type {DossierTable} from '../../model/dossier.ts'
import {cellText} from '../outcome-text.ts'
import {sourceText} from '../source-text.ts'
import type {Flow} from './flow.ts'
import {breakLines} from './lines.ts'
import {markWidth} from './outcome-mark.ts'
import {measureRow, type LaidCell, type LaidRow} from './row.ts'
import {styles, type TextStyle} from './style.ts'

export const padding = {x: 4, y: 3.5} as const
const gutter = 8
/** Words of more characters may be broken where a column is narrow. */
const ordinary = 14

export interface Column {
  readonly x: number
  /** Between the paddings. */
  readonly width: number
  readonly right: boolean
  readonly code: boolean
  /** Where a row came from is printed under this cell. */
  readonly source: boolean
}

type Cell = DossierTable['rows'][number]['cells'][number]

/** Reading every word of a long table is dear, and each table is laid out several times. */
const knownWidths = new WeakMap<DossierTable, readonly number[]>()

/** Columns in points, from their shares of the width; shares need not sum to 1. */
export function layColumns(flow: Flow, table: DossierTable): readonly Column[] {
  let widths = knownWidths.get(table)
  if (widths === undefined) knownWidths.set(table, (widths = columnWidths(flow, table)))
  const shares = widths
  const source = sourceColumn(table, shares)
  let x = flow.left
  return table.columns.map((it, index) => {
    const width = shares[index] ?? 0
    const right = it.align === 'right'
    // Numbers keep away from a column of words at their right.
    const apart = right && index < shares.length - 1 ? gutter : 0
    const column = {
      x: x + padding.x,
      width: width - 2 * padding.x - apart,
      right,
      code: it.style === 'code',
      source: index === source,
    }
    x += width
    return column
  })
}

/** Widths with the spaces around the text; a column gets its share, and room for its words. */
function columnWidths(flow: Flow, table: DossierTable): readonly number[] {
  const whole = flow.width
  const plain = table.columns.map(() => Math.min(24, whole / table.columns.length))
  const wordy = table.columns.map((_, index) => wordWidth(flow, table, index))
  const least = wordy.reduce((sum, it) => sum + it, 0) <= whole ? wordy : plain
  const shares = table.columns.map((it) => (it.width > 0 ? it.width : 0))
  const widened = new Set<number>()
  for (;;) {
    const taken = least.reduce((sum, it, index) => (widened.has(index) ? sum + it : sum), 0)
    const sum = shares.reduce((total, it, index) => (widened.has(index) ? total : total + it), 0)
    const widths = shares.map((it, index) =>
      widened.has(index) ? (least[index] ?? 0) : (it / sum) * (whole - taken),
    )
    // Where nothing is left to share out, the quotient is not a number.
    const narrow = widths.findIndex(
      (it, index) => !widened.has(index) && !(it >= (least[index] ?? 0)),
    )
    if (narrow < 0) return widths
    widened.add(narrow)
  }
}

/** Room for the widest word of ordinary length in a column, so that no date or name is broken. */
function wordWidth(flow: Flow, table: DossierTable, index: number): number {
  const column = table.columns[index]
  const {sansBold} = flow.faces
  const words = new Set((column?.title ?? '').split(/\s+/))
  let mark = 0
  for (const row of table.rows) {
    const cell = row.cells[index]
    if (cell === undefined) continue
    if (cell.outcome !== undefined) mark = markWidth
    if (column?.style !== 'code') for (const word of cellText(cell).split(/\s+/)) words.add(word)
  }
  let widest = 12
  for (const word of words)
    if (word.length <= ordinary)
      widest = Math.max(widest, ((sansBold.shape(word)?.width ?? 0) * styles.cell.size) / 1000)
  return widest + mark + 2 * padding.x + (column?.align === 'right' ? gutter : 0) + 0.1
}

export function layHeader(flow: Flow, columns: readonly Column[], table: DossierTable): LaidRow {
  const style = styles.columnTitle
  const cells = columns.map(({x, width, right}, index): LaidCell => {
    const text = table.columns[index]?.title ?? ''
    const lines = breakLines(flow.faces, [{text, style}], width)
    const tag = {type: 'TH', options: {scope: 'Column'}} as const
    return {x, width, right, outcome: undefined, style, lines, tag}
  })
  return measureRow(cells, padding.y)
}

/** @throws {RangeError} When a row has not as many cells as there are columns. */
export function layRow(
  flow: Flow,
  columns: readonly Column[],
  {cells, provenance}: DossierTable['rows'][number],
): LaidRow {
  if (cells.length !== columns.length)
    throw new RangeError(`Unexpected ${cells.length} cells in a row, expected ${columns.length}`)
  const laid = columns.map((column, index): LaidCell => {
    const {x, width, right} = column
    const cell = cells[index] ?? {text: ''}
    const style = cellStyle(column, cell)
    const room = width - (cell.outcome === undefined ? 0 : markWidth)
    const lines = breakLines(flow.faces, [{text: cellText(cell), style}], room)
    return {x, width, right, outcome: cell.outcome, style, lines, tag: {type: 'TD'}}
  })
  const at = columns.findIndex((it) => it.source)
  const source = at < 0 ? '' : sourceText(provenance)
  return source === '' ? measureRow(laid, padding.y) : withSource(flow, laid, at, source)
}

/** The source goes under its cell where that takes one line at most, or else below the row. */
function withSource(flow: Flow, cells: readonly LaidCell[], at: number, source: string): LaidRow {
  const text = [{text: source, style: styles.source}]
  const cell = cells[at]
  const inside = breakLines(flow.faces, text, cell?.width ?? flow.width)
  const tallest = Math.max(...cells.map((it) => it.lines.length))
  const lines = [...(cell?.lines ?? []), ...inside]
  if (
    cell !== undefined &&
    cell.outcome === undefined &&
    (inside.length === 1 || lines.length <= tallest)
  )
    return measureRow(cells.with(at, {...cell, lines}), padding.y)
  const below = breakLines(flow.faces, text, flow.width - 2 * padding.x)
  return measureRow(cells, padding.y, below)
}

function cellStyle({code}: Column, {strong}: Cell): TextStyle {
  if (code) return styles.cellCode
  return strong === true ? styles.cellStrong : styles.cell
}

/** The first column if it is wide enough, or else the widest; none where a column has sources. */
function sourceColumn(table: DossierTable, widths: readonly number[]): number {
  if (table.columns.at(-1)?.title === 'Source') return -1
  const left = widths.map((it, index) => (table.columns[index]?.align === 'right' ? 0 : it))
  return (left[0] ?? 0) >= 130 ? 0 : left.indexOf(Math.max(...left))
}
