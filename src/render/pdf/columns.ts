import type {DossierTable} from '../../model/dossier.ts'
import {cellText} from '../outcome-text.ts'
import {rowSourceText} from '../source-text.ts'
import type {Flow} from './flow.ts'
import type {Faces} from './fonts.ts'
import {breakLines} from './lines.ts'
import {markWidth} from './outcome-mark.ts'
import {measureRow, type LaidCell, type LaidRow} from './row.ts'
import {styles, type TextStyle} from './style.ts'
import {columnWidths, gutter, padding, sourceWidth} from './widths.ts'

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

/**
 * Reading every word of a long table is dear, and each table is laid out several times. Kept for
 * one document only: what was shaped before decides how glyphs are numbered in the file.
 */
const knownWidths = new WeakMap<Faces, WeakMap<DossierTable, readonly number[]>>()

function widthsOf(flow: Flow, table: DossierTable): readonly number[] {
  const known = knownWidths.get(flow.faces) ?? new WeakMap<DossierTable, readonly number[]>()
  knownWidths.set(flow.faces, known)
  const widths = known.get(table) ?? columnWidths(flow, table)
  known.set(table, widths)
  return widths
}

/** Columns in points, from their shares of the width; shares need not sum to 1. */
export function layColumns(flow: Flow, table: DossierTable): readonly Column[] {
  const widths = widthsOf(flow, table)
  const source = sourceColumn(table, widths)
  let x = flow.left
  return table.columns.map((it, index) => {
    const width = widths[index] ?? 0
    const right = it.align === 'right'
    // Numbers keep away from a column of words at their right.
    const apart = right && index < widths.length - 1 ? gutter : 0
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
  row: DossierTable['rows'][number],
): LaidRow {
  const {cells} = row
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
  const source = at < 0 ? '' : rowSourceText(row)
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
  return (left[0] ?? 0) >= sourceWidth ? 0 : left.indexOf(Math.max(...left))
}
