import type {Heading} from '../../model/dossier.ts'
import type {Tag} from './canvas.ts'
import {baseline, need, newPage, type Flow} from './flow.ts'
import {headingTitle, layHeading} from './heading.ts'
import {breakLines} from './lines.ts'
import {colors, styles} from './style.ts'

export interface Entry {
  readonly heading: Heading
  readonly anchor: string
  /** Null while pages are being counted. */
  readonly page: number | null
}

const numberWidth = 34

/** Headings of levels 1 and 2 with their pages, each a link. */
export function drawContents(flow: Flow, parent: Tag, entries: readonly Entry[]): void {
  if (entries.length === 0) return
  const {canvas, faces} = flow
  newPage(flow)
  const title = canvas.tag(parent, 'H1')
  const [word] = breakLines(faces, [{text: 'Contents', style: styles.heading1}], flow.width)
  canvas.content(title, () => {
    if (word !== undefined) canvas.line(word, flow.left, baseline(flow.y, styles.heading1))
  })
  canvas.finish(title)
  flow.y += styles.heading1.leading
  canvas.artifact(() => canvas.rule(flow.left, flow.y + 5, flow.width, 0.75, colors.accent))
  flow.y += 14
  const list = canvas.tag(parent, 'TOC')
  for (const entry of entries) drawEntry(flow, list, entry)
  canvas.finish(list)
}

function drawEntry(flow: Flow, list: Tag, {heading, anchor, page}: Entry): void {
  const {canvas, faces} = flow
  const first = heading.level === 1
  const style = first ? styles.contents1 : styles.contents2
  const indent = first ? 0 : 20
  const title = headingTitle(heading)
  const width = flow.width - indent - numberWidth
  const {
    number: label,
    indent: hang,
    lines,
  } = layHeading(flow, heading, style, width, first ? 20 : 26)
  const before = first ? 3 : 0
  // A section's entry stays with the first entry below it.
  need(flow, before + lines.length * style.leading + (first ? styles.contents2.leading : 0))
  if (flow.y > flow.top) flow.y += before
  const item = canvas.tag(list, 'TOCI')
  const link = canvas.tag(item, 'Link')
  const top = flow.y
  const right = flow.left + flow.width
  const [number] = breakLines(faces, [{text: String(page ?? ''), style}], numberWidth)
  canvas.content(link, () => {
    if (label !== undefined) canvas.line(label, flow.left + indent, baseline(flow.y, style))
    for (const line of lines) {
      canvas.line(line, flow.left + indent + hang, baseline(flow.y, style))
      flow.y += style.leading
    }
    if (number !== undefined && page !== null)
      canvas.line(number, right - number.width, baseline(flow.y - style.leading, style))
  })
  const area = {x: flow.left, y: top, width: flow.width, height: flow.y - top}
  canvas.link(link, area, anchor, title)
  canvas.finish(item)
  const from = flow.left + indent + hang + (lines.at(-1)?.width ?? 0) + 6
  const y = baseline(flow.y - style.leading, style) - 0.5
  const to = right - (number?.width ?? 0) - 5
  if (to > from)
    canvas.artifact(() =>
      canvas.path(
        `${colors.grey} RG 0.6 w [0.6 3] 0 d ${Math.ceil(from / 3.6) * 3.6} ${y} m ${to} ${y} l S [] 0 d`,
      ),
    )
}
