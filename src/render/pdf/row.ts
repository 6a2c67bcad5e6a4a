import type {Outcome} from '../../model/rule.ts'
import type {Tag} from './canvas.ts'
import {baseline, newPage, room, type Flow} from './flow.ts'
import type {Line} from './lines.ts'
import {markWidth, outcomeMark} from './outcome-mark.ts'
import type {TagOptions} from './structure.ts'
import {colors, styles, type TextStyle} from './style.ts'

export interface LaidCell {
  readonly x: number
  /** In points; right-aligned lines end there. */
  readonly width: number
  readonly right: boolean
  readonly outcome: Outcome | undefined
  readonly style: TextStyle
  readonly lines: readonly Line[]
  readonly tag: {readonly type: 'TH' | 'TD'; readonly options?: TagOptions}
}

/** Cells side by side; all of one row have the same leading. */
export interface LaidRow {
  readonly cells: readonly LaidCell[]
  /** Of the tallest cell, in lines. */
  readonly lines: number
  readonly leading: number
  /** Above and below the lines, in points. */
  readonly padding: number
  /** Below all cells, as wide as the row: where it came from. */
  readonly source: readonly Line[]
  readonly height: number
}

export function measureRow(
  cells: readonly LaidCell[],
  padding: number,
  source: readonly Line[] = [],
): LaidRow {
  const lines = Math.max(1, ...cells.map((it) => it.lines.length))
  const leading = cells[0]?.style.leading ?? 0
  const height = lines * leading + source.length * styles.source.leading + 2 * padding
  return {cells, lines, leading, padding, source, height}
}

/** Lines `from` to `to` of every cell of a row that begins at `top`, outside the structure. */
export function drawCells(flow: Flow, row: LaidRow, top: number): void {
  for (const cell of row.cells) drawCell(flow, row, cell, top, 0, row.lines)
}

/**
 * Draws a row in one piece, or in as many as it takes pages.
 *
 * @param below Height taken at the top of each new page by `again`, such as a repeated header.
 */
export function drawRow(flow: Flow, table: Tag, row: LaidRow, below = 0, again?: () => void): void {
  const {canvas} = flow
  const {lines, leading, padding, height} = row
  const next = () => {
    newPage(flow)
    again?.()
  }
  const whole = flow.bottom - flow.top - below
  if (height > room(flow) && flow.y > flow.top && (height <= whole || room(flow) < 60)) next()
  const tag = canvas.tag(table, 'TR')
  const cells = row.cells.map((cell) => ({
    cell,
    tag: canvas.tag(tag, cell.tag.type, cell.tag.options),
  }))
  let from = 0
  while (from < lines) {
    const most = Math.max(1, Math.floor((room(flow) - 2 * padding + 0.01) / leading))
    const to = Math.min(lines, from + most)
    const [top, first] = [flow.y, from]
    for (const {cell, tag} of cells)
      if (cell.lines.length > first)
        canvas.content(tag, () => drawCell(flow, row, cell, top, first, to))
    flow.y += (to - from) * leading + 2 * padding
    from = to
    if (from < lines) {
      drawRowRule(flow)
      next()
    }
  }
  drawSource(flow, cells[0]?.tag ?? null, row, next)
  canvas.finish(tag)
  drawRowRule(flow)
}

/** Belongs to the first cell in the structure, so that it is read within the row. */
function drawSource(flow: Flow, cell: Tag, row: LaidRow, next: () => void): void {
  const {leading} = styles.source
  const x = row.cells[0]?.x ?? flow.left
  if (row.source.length > 0) flow.y -= row.padding
  for (const line of row.source) {
    if (leading + row.padding > room(flow)) {
      drawRowRule(flow)
      next()
    }
    const y = baseline(flow.y, styles.source)
    flow.canvas.content(cell, () => flow.canvas.line(line, x, y))
    flow.y += leading
  }
  if (row.source.length > 0) flow.y += row.padding
}

export function drawRowRule(flow: Flow): void {
  flow.canvas.artifact(() => flow.canvas.rule(flow.left, flow.y, flow.width, 0.35, colors.hairline))
}

function drawCell(
  flow: Flow,
  {leading, padding}: LaidRow,
  cell: LaidCell,
  top: number,
  from: number,
  to: number,
): void {
  const {x, width, right, outcome, style, lines} = cell
  const indent = outcome === undefined ? 0 : markWidth
  lines.slice(from, to).forEach((line, index) => {
    const start = right ? x + width - line.width : x + indent
    flow.canvas.line(line, start, baseline(top + padding + index * leading, style))
  })
  if (outcome !== undefined && from === 0)
    flow.canvas.path(outcomeMark(outcome, x, top + padding + leading / 2))
}
