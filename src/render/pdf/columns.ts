import type {DossierTable} from '../../model/dossier.ts'
import {cellText} from '../outcome-text.ts'
import {sourceText} from '../source-text.ts'
import type {Flow} from './flow.ts'
import type {Styled} from './atoms.ts'
import {breakLines} from './lines.ts'
import {markWidth} from './outcome-mark.ts'
import {measureRow, type LaidCell, type LaidRow} from './row.ts'
import {styles, type TextStyle} from './style.ts'

export const padding = {x: 4, y: 3.5} as const

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

/** Columns in points, from their shares of the width; shares need not sum to 1. */
export function layColumns(flow: Flow, table: DossierTable): readonly Column[] {
  const shares = table.columns.map((it) => (it.width > 0 ? it.width : 0.01))
  const sum = shares.reduce((a, b) => a + b, 0)
  const source = sourceColumn(table, shares, sum * (130 / flow.width))
  let x = flow.left
  return table.columns.map((it, index) => {
    const width = ((shares[index] ?? 0) / sum) * flow.width
    const column = {
      x: x + padding.x,
      width: width - 2 * padding.x,
      right: it.align === 'right',
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
  {cells, provenance}: DossierTable['rows'][number],
): LaidRow {
  if (cells.length !== columns.length)
    throw new RangeError(`Unexpected ${cells.length} cells in a row, expected ${columns.length}`)
  const laid = columns.map((column, index): LaidCell => {
    const {x, width, right} = column
    const cell = cells[index] ?? {text: ''}
    const style = cellStyle(column, cell)
    const text: Styled[] = [{text: cellText(cell), style}]
    const source = column.source ? sourceText(provenance) : ''
    if (source !== '') text.push({text: `\n${source}`, style: styles.source})
    const room = width - (cell.outcome === undefined ? 0 : markWidth)
    const lines = breakLines(flow.faces, text, room)
    return {x, width, right, outcome: cell.outcome, style, lines, tag: {type: 'TD'}}
  })
  return measureRow(laid, padding.y)
}

function cellStyle({code}: Column, {strong}: Cell): TextStyle {
  if (code) return styles.cellCode
  return strong === true ? styles.cellStrong : styles.cell
}

/** The first column if it is `enough` wide, or else the widest; none where a column has sources. */
function sourceColumn(table: DossierTable, shares: readonly number[], enough: number): number {
  if (table.columns.at(-1)?.title === 'Source') return -1
  const left = shares.map((it, index) => (table.columns[index]?.align === 'right' ? 0 : it))
  return (left[0] ?? 0) >= enough ? 0 : left.indexOf(Math.max(...left))
}
