import type {DossierTable} from '../../model/dossier.ts'
import type {Tag} from './canvas.ts'
import {layColumns, layHeader, layRow} from './columns.ts'
import {baseline, flowLines, need, type Flow} from './flow.ts'
import {breakLines, type Line} from './lines.ts'
import {drawCells, drawRow, drawRowRule, type LaidRow} from './row.ts'
import {colors, styles, type TextStyle} from './style.ts'
import {padding} from './widths.ts'

/** Height of caption, header and first row: what must not be parted. */
export function tableStart(flow: Flow, table: DossierTable): number {
  const columns = layColumns(flow, table)
  const [first] = table.rows
  const row = first === undefined ? 20 : layRow(flow, columns, first).height
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
  for (const row of table.rows)
    drawRow(flow, tag, layRow(flow, columns, row), header.height, () => repeatHeader(flow, header))
  if (table.rows.length === 0) drawNoRows(flow, tag)
  canvas.finish(tag)
  flow.y += 14
}

function captionLines(flow: Flow, table: DossierTable): readonly Line[] {
  return breakLines(flow.faces, [{text: table.caption, style: styles.caption}], flow.width)
}

function captionHeight(flow: Flow, table: DossierTable): number {
  return captionLines(flow, table).length * styles.caption.leading + 3
}

function drawCaption(flow: Flow, table: Tag, block: DossierTable): void {
  const tag = flow.canvas.tag(table, 'Caption')
  flowLines(flow, tag, captionLines(flow, block), {x: flow.left, style: styles.caption})
  flow.canvas.finish(tag)
  flow.y += 3
}

function drawHeader(flow: Flow, table: Tag, header: LaidRow): void {
  const top = flow.y
  drawRow(flow, table, header)
  drawHeaderRules(flow, top)
}

/** On a later page, as an artifact: read aloud, it would come again and again between rows. */
function repeatHeader(flow: Flow, header: LaidRow): void {
  const top = flow.y
  flow.canvas.artifact(() => drawCells(flow, header, top))
  flow.y += header.height
  drawHeaderRules(flow, top)
}

function drawHeaderRules(flow: Flow, top: number): void {
  const {canvas, left, width} = flow
  canvas.artifact(() => {
    canvas.rule(left, top, width, 0.5, colors.accent)
    canvas.rule(left, flow.y, width, 0.9, colors.accent)
  })
}

function drawNoRows(flow: Flow, table: Tag): void {
  const {canvas} = flow
  const row = canvas.tag(table, 'TR')
  const tag = canvas.tag(row, 'TD')
  const style: TextStyle = {...styles.cell, color: colors.grey}
  const [line] = breakLines(flow.faces, [{text: 'No rows.', style}], flow.width)
  canvas.content(tag, () => {
    if (line !== undefined)
      canvas.line(line, flow.left + padding.x, baseline(flow.y + padding.y, style))
  })
  canvas.finish(row)
  flow.y += style.leading + 2 * padding.y
  drawRowRule(flow)
}
