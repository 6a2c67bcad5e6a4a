import type {DossierTable} from '../../model/dossier.ts'
import {cellText} from '../outcome-text.ts'
import type {Face} from './face.ts'
import type {Flow} from './flow.ts'
import {markWidth} from './outcome-mark.ts'
import {styles} from './style.ts'

/** Around the text of a cell, in points. */
export const padding = {x: 4, y: 3.5} as const
/** Between numbers and a column of words at their right. */
export const gutter = 8
/** Words of more characters may be broken where a column is narrow; the first that fits is taken. */
const ordinary = [20, 14, 10] as const

/** Widths with the spaces around the text; a column gets its share, and room for its words. */
export function columnWidths(flow: Flow, table: DossierTable): readonly number[] {
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
    if (word.length <= most) widest = Math.max(widest, unkerned(sansBold, word))
  return widest + mark + 2 * padding.x + (column?.align === 'right' ? gutter : 0) + 0.1
}
