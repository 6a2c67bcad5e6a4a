import type {Facts} from '../../model/dossier.ts'
import {sourceText} from '../source-text.ts'
import type {Tag} from './canvas.ts'
import {need, type Flow} from './flow.ts'
import type {Styled} from './atoms.ts'
import {breakLines} from './lines.ts'
import {drawRow, measureRow, type LaidCell} from './row.ts'
import {styles} from './style.ts'

const labelShare = 0.3
const gap = 12
/** Facts that take up to this share of a page are not parted. */
const keptTogether = 0.25

/** Labels at the left, values at the right, a hairline below each pair. */
export function drawFacts(flow: Flow, parent: Tag, items: Facts['items']): void {
  const table = flow.canvas.tag(parent, 'Table')
  const rows = items.map((it) => measureRow(layFact(flow, it), 3))
  const height = rows.reduce((sum, it) => sum + it.height, 0)
  if (height <= (flow.bottom - flow.top) * keptTogether) need(flow, height)
  for (const row of rows) drawRow(flow, table, row)
  flow.canvas.finish(table)
  flow.y += 12
}

function layFact(flow: Flow, {label, text, provenance}: Facts['items'][number]): LaidCell[] {
  const {faces, left} = flow
  const width = flow.width * labelShare
  const plain = {right: false, outcome: undefined} as const
  const source = sourceText(provenance)
  const value: Styled[] = [{text, style: styles.factText}]
  if (source !== '') value.push({text: ` ${source}`, style: styles.source})
  const rest = flow.width - width - gap
  return [
    {
      ...plain,
      x: left,
      width,
      style: styles.factLabel,
      lines: breakLines(faces, [{text: label, style: styles.factLabel}], width),
      tag: {type: 'TH', options: {scope: 'Row'}},
    },
    {
      ...plain,
      x: left + width + gap,
      width: rest,
      style: styles.factText,
      lines: breakLines(faces, value, rest),
      tag: {type: 'TD'},
    },
  ]
}
