import type {DossierTable} from '../../model/dossier.ts'
import {cellText} from '../outcome-text.ts'
import {between} from './atoms.ts'
import type {Face} from './face.ts'
import type {Flow} from './flow.ts'
import {markWidth} from './outcome-mark.ts'
import {styles} from './style.ts'

/** Around the text of a cell, in points. */
export const padding = {x: 4, y: 3.5} as const
/** Between numbers and a column of words at their right. */
export const gutter = 8
/** A first column of this width holds where its rows came from. */
export const sourceWidth = 130
/** Words of more characters may be broken where a column is narrow; the first that fits is taken. */
const ordinary = [20, 14, 10] as const

/**
 * Widths with the spaces around the text: a column gets its share and room for its words, and what
 * no cell of it fills goes to the columns whose cells take several lines.
 */
export function columnWidths(flow: Flow, table: DossierTable): readonly number[] {
  const widths = sharedWidths(flow, table)
  const full = table.columns.map((_, index) => cellWidth(flow, table, index))
  const cited = table.rows.some((it) => it.provenance.length > 0)
  if (cited && (widths[0] ?? 0) >= sourceWidth) full[0] = Math.max(full[0] ?? 0, sourceWidth)
  const most = widths.map((it, index) => Math.min(it, full[index] ?? it))
  const shares = table.columns.map((it, index) => (wants(most, full, index) ? it.width : 0))
  if (!shares.some((it) => it > 0)) return widths
  let left = flow.width - most.reduce((a, b) => a + b, 0)
  while (left > 0.01) {
    const sum = shares.reduce((a, b) => a + b, 0)
    // Every cell is on one line: what is left is white wherever it goes.
    if (sum === 0) return most.map((it) => it + left / most.length)
    const each = left / sum
    most.forEach((it, index) => {
      const more = Math.min((shares[index] ?? 0) * each, (full[index] ?? 0) - it)
      most[index] = it + Math.max(0, more)
    })
    left = flow.width - most.reduce((a, b) => a + b, 0)
    shares.forEach((_, index) => {
      if (!wants(most, full, index)) shares[index] = 0
    })
  }
  return most
}

function wants(widths: readonly number[], full: readonly number[], index: number): boolean {
  return (widths[index] ?? 0) < (full[index] ?? 0) - 0.01
}

function sharedWidths(flow: Flow, table: DossierTable): readonly number[] {
  const whole = flow.width
  const plain = table.columns.map(() => Math.min(24, whole / table.columns.length))
  const least = ordinaryWidths(flow, table) ?? plain
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

/** Room for ordinary words in every column; null where there is not enough. */
function ordinaryWidths(flow: Flow, table: DossierTable): readonly number[] | null {
  for (const most of ordinary) {
    const widths = table.columns.map((_, index) => wordWidth(flow, table, index, most))
    if (widths.reduce((a, b) => a + b, 0) <= flow.width) return widths
  }
  return null
}

/** Shaping would ask the font for pairs that may never be drawn. */
function unkerned(face: Face, word: string): number {
  let width = 0
  for (const character of word) width += face.advance(character.codePointAt(0) ?? 0)
  return (width * styles.cell.size) / 1000
}

/** Room for the widest word of at most `most` characters in a column, so that no date or name is broken. */
function wordWidth(flow: Flow, table: DossierTable, index: number, most: number): number {
  const column = table.columns[index]
  const {sansBold} = flow.faces
  const words = new Set((column?.title ?? '').split(between))
  let mark = 0
  for (const row of table.rows) {
    const cell = row.cells[index]
    if (cell === undefined) continue
    if (cell.outcome !== undefined) mark = markWidth
    if (column?.style !== 'code') for (const word of cellText(cell).split(between)) words.add(word)
  }
  let widest = 12
  for (const word of words)
    if (word.length <= most) widest = Math.max(widest, unkerned(sansBold, word))
  return around(table, index, widest + mark)
}

/** Room for the longest cell of a column on one line, and for its title. */
function cellWidth({faces}: Flow, table: DossierTable, index: number): number {
  const column = table.columns[index]
  const code = column?.style === 'code'
  const digit = (faces.mono.advance(0x30) * styles.cellCode.size) / 1000
  let widest = unkerned(faces.sansBold, column?.title ?? '')
  for (const row of table.rows) {
    const cell = row.cells[index]
    if (cell === undefined) continue
    const mark = cell.outcome === undefined ? 0 : markWidth
    for (const line of cellText(cell).split('\n')) {
      const width = code ? line.length * digit : unkerned(faces.sansBold, line)
      widest = Math.max(widest, width + mark)
    }
  }
  return around(table, index, widest)
}

function around(table: DossierTable, index: number, width: number): number {
  return width + 2 * padding.x + (table.columns[index]?.align === 'right' ? gutter : 0) + 0.1
}
