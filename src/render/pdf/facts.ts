import type {Facts} from '../../model/dossier.ts'
import {sourceText} from '../source-text.ts'
import type {Tag} from './canvas.ts'
import {baseline, flowLines, need, type Flow} from './flow.ts'
import {breakLines, type Styled} from './lines.ts'
import {colors, styles} from './style.ts'

const labelShare = 0.3
const gap = 12

/** Labels at the left, values at the right, a hairline between pairs. */
export function drawFacts(flow: Flow, parent: Tag, items: Facts['items']): void {
  const {canvas, faces} = flow
  const table = canvas.tag(parent, 'Table')
  const valueX = flow.left + flow.width * labelShare + gap
  const valueWidth = flow.left + flow.width - valueX
  for (const {label, text, provenance} of items) {
    const style = styles.factText
    const labelStyle = styles.factLabel
    const labels = breakLines(faces, [{text: label, style: labelStyle}], flow.width * labelShare)
    const source = sourceText(provenance)
    const value: Styled[] = [{text, style}]
    if (source !== '') value.push({text: ` ${source}`, style: styles.source})
    const lines = breakLines(faces, value, valueWidth)
    need(flow, Math.max(labels.length, Math.min(lines.length, 4)) * style.leading + 8)
    flow.y += 3
    const row = canvas.tag(table, 'TR')
    const head = canvas.tag(row, 'TH', {scope: 'Row'})
    const start = {page: flow.page, y: flow.y}
    canvas.content(head, () =>
      labels.forEach((line, index) =>
        canvas.line(line, flow.left, baseline(flow.y + index * labelStyle.leading, labelStyle)),
      ),
    )
    const cell = canvas.tag(row, 'TD')
    flowLines(flow, cell, lines, {x: valueX, style})
    if (flow.page === start.page)
      flow.y = Math.max(flow.y, start.y + labels.length * labelStyle.leading)
    canvas.finish(row)
    flow.y += 3
    canvas.artifact(() => canvas.rule(flow.left, flow.y, flow.width, 0.35, colors.hairline))
  }
  canvas.finish(table)
  flow.y += 12
}
