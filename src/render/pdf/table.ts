import type {Cell, DossierTable} from '../../model/dossier.ts'
import {cellText} from '../outcome-text.ts'
import {sourceText} from '../source-text.ts'
import type {Tag} from './canvas.ts'
import {baseline, need, newPage, room, type Flow} from './flow.ts'
import {breakLines, type Line, type Styled} from './lines.ts'
import {markWidth, outcomeMark} from './outcome-mark.ts'
import {colors, styles, type TextStyle} from './style.ts'

const padding = {x: 4, y: 3.5} as const

interface Column {
  readonly x: number
  /** Between the paddings. */
  readonly width: number
  readonly right: boolean
  readonly code: boolean
  /** Where a row came from is printed under this cell. */
  readonly source: boolean
}

interface LaidCell {
  readonly cell: Cell
  readonly column: Column
  readonly style: TextStyle
  readonly lines: readonly Line[]
}

interface LaidRow {
  readonly cells: readonly LaidCell[]
  /** Of the tallest cell, in lines. */
  readonly lines: number
  readonly height: number
}

type Row = DossierTable['rows'][number]

/** Height of caption, header and first row: what must not be parted. */
export function tableStart(flow: Flow, table: DossierTable): number {
  const columns = layColumns(flow, table)
  const [first] = table.rows
  const row = first === undefined ? styles.cell.leading : layRow(flow, columns, table, first).height
  return captionHeight(flow, table) + layHeader(flow, columns, table).height + Math.min(row, 200)
}

/** Draws a table: the header again on each page, rows whole unless taller than a page. */
export function drawTable(flow: Flow, parent: Tag, table: DossierTable): void {
  const {canvas} = flow
  const columns = layColumns(flow, table)
  const header = layHeader(flow, columns, table)
  need(flow, tableStart(flow, table))
  const tag = canvas.tag(parent, 'Table')
  drawCaption(flow, tag, table)
  drawHeader(flow, tag, header)
  for (const row of table.rows) {
    const laid = layRow(flow, columns, table, row)
    const whole = flow.bottom - flow.top - header.height
    if (laid.height > room(flow) && (laid.height <= whole || room(flow) < 60)) {
      newPage(flow)
      drawHeader(flow, null, header)
    }
    drawRow(flow, tag, laid, header)
  }
  if (table.rows.length === 0) drawNoRows(flow, tag, columns)
  canvas.finish(tag)
  flow.y += 14
}

function layColumns(flow: Flow, table: DossierTable): readonly Column[] {
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

function layHeader(flow: Flow, columns: readonly Column[], table: DossierTable): LaidRow {
  const style = styles.columnTitle
  const cells = columns.map((column, index): LaidCell => {
    const text = table.columns[index]?.title ?? ''
    const lines = breakLines(flow.faces, [{text, style}], column.width)
    return {cell: {text}, column, style, lines}
  })
  return measured(cells)
}

function layRow(flow: Flow, columns: readonly Column[], table: DossierTable, row: Row): LaidRow {
  if (row.cells.length !== columns.length)
    throw new RangeError(
      `Unexpected ${row.cells.length} cells in table \`${table.caption}\`, expected ${columns.length}`,
    )
  const cells = columns.map((column, index): LaidCell => {
    const cell = row.cells[index] ?? {text: ''}
    const style = column.code
      ? styles.cellCode
      : cell.strong === true
        ? styles.cellStrong
        : styles.cell
    const width = column.width - (cell.outcome === undefined ? 0 : markWidth)
    const text: Styled[] = [{text: cellText(cell), style}]
    const source = column.source ? sourceText(row.provenance) : ''
    if (source !== '') text.push({text: `\n${source}`, style: styles.source})
    return {cell, column, style, lines: breakLines(flow.faces, text, width)}
  })
  return measured(cells)
}

/** The first column if it is `enough` wide, or else the widest; none where a column has sources. */
function sourceColumn(table: DossierTable, shares: readonly number[], enough: number): number {
  if (table.columns.at(-1)?.title === 'Source') return -1
  const left = shares.map((it, index) => (table.columns[index]?.align === 'right' ? 0 : it))
  return (left[0] ?? 0) >= enough ? 0 : left.indexOf(Math.max(...left))
}

function measured(cells: readonly LaidCell[]): LaidRow {
  const lines = Math.max(1, ...cells.map((it) => it.lines.length))
  const {leading} = cells[0]?.style ?? styles.cell
  return {cells, lines, height: lines * leading + 2 * padding.y}
}

function captionHeight(flow: Flow, table: DossierTable): number {
  return captionLines(flow, table).length * styles.caption.leading + 3
}

function captionLines(flow: Flow, table: DossierTable): readonly Line[] {
  return breakLines(flow.faces, [{text: table.caption, style: styles.caption}], flow.width)
}

function drawCaption(flow: Flow, table: Tag, block: DossierTable): void {
  const {canvas} = flow
  const tag = canvas.tag(table, 'Caption')
  canvas.content(tag, () => {
    for (const line of captionLines(flow, block)) {
      canvas.line(line, flow.left, baseline(flow.y, styles.caption))
      flow.y += styles.caption.leading
    }
  })
  canvas.finish(tag)
  flow.y += 3
}

/** @param table Null for a header repeated on a later page, which is no part of the text. */
function drawHeader(flow: Flow, table: Tag, header: LaidRow): void {
  const {canvas} = flow
  const top = flow.y
  if (table === null) canvas.artifact(() => header.cells.forEach((it) => drawCell(flow, it, top)))
  else {
    const row = canvas.tag(table, 'TR')
    for (const cell of header.cells) {
      const tag = canvas.tag(row, 'TH', {scope: 'Column'})
      canvas.content(tag, () => drawCell(flow, cell, top))
      canvas.finish(tag)
    }
    canvas.finish(row)
  }
  flow.y += header.height
  canvas.artifact(() => {
    canvas.rule(flow.left, top, flow.width, 0.5, colors.accent)
    canvas.rule(flow.left, flow.y, flow.width, 0.9, colors.accent)
  })
}

/** Lines `from` to `to` of a cell whose row begins at `top`. */
function drawCell(flow: Flow, laid: LaidCell, top: number, from = 0, to = Infinity): void {
  const {cell, column, style, lines} = laid
  const indent = cell.outcome === undefined ? 0 : markWidth
  lines.slice(from, to).forEach((line, index) => {
    const x = column.right ? column.x + column.width - line.width : column.x + indent
    const y = top + padding.y + index * style.leading
    flow.canvas.line(line, x, baseline(y, style))
  })
  if (cell.outcome !== undefined && from === 0)
    flow.canvas.path(outcomeMark(cell.outcome, column.x, top + padding.y + style.leading / 2))
}

/** Draws a row in one piece, or in as many as it takes pages. */
function drawRow(flow: Flow, table: Tag, row: LaidRow, header: LaidRow): void {
  const {canvas} = flow
  const {leading} = styles.cell
  const tag = canvas.tag(table, 'TR')
  const cells = row.cells.map((it) => ({laid: it, tag: canvas.tag(tag, 'TD')}))
  let from = 0
  while (from < row.lines) {
    const most = Math.max(1, Math.floor((room(flow) - 2 * padding.y) / leading))
    const to = Math.min(row.lines, from + most)
    const top = flow.y
    for (const {laid, tag} of cells)
      if (laid.lines.length > from) canvas.content(tag, () => drawCell(flow, laid, top, from, to))
    flow.y += (to - from) * leading + 2 * padding.y
    from = to
    if (from < row.lines) {
      drawRowRule(flow)
      newPage(flow)
      drawHeader(flow, null, header)
    }
  }
  canvas.finish(tag)
  drawRowRule(flow)
}

function drawRowRule(flow: Flow): void {
  flow.canvas.artifact(() => flow.canvas.rule(flow.left, flow.y, flow.width, 0.35, colors.hairline))
}

function drawNoRows(flow: Flow, table: Tag, columns: readonly Column[]): void {
  const {canvas} = flow
  const row = canvas.tag(table, 'TR')
  const tag = canvas.tag(row, 'TD')
  const style: TextStyle = {...styles.cell, color: colors.grey}
  const lines = breakLines(flow.faces, [{text: 'No rows.', style}], flow.width)
  canvas.content(tag, () => {
    const [line] = lines
    if (line !== undefined)
      canvas.line(line, columns[0]?.x ?? flow.left, baseline(flow.y + padding.y, style))
  })
  canvas.finish(row)
  flow.y += style.leading + 2 * padding.y
  drawRowRule(flow)
}
