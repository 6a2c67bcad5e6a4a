import type {List, Paragraph, Provenance, Run} from '../../model/dossier.ts'
import {sourceText} from '../source-text.ts'
import type {Tag} from './canvas.ts'
import {baseline, flowLines, need, type Flow} from './flow.ts'
import type {Styled} from './atoms.ts'
import {breakLines} from './lines.ts'
import {colors, styles, type TextStyle} from './style.ts'

const indent = 12
const hanging = 18

/** Runs in the style of their block, and where they came from, small and grey, after them. */
function styled(
  runs: readonly Run[],
  base: TextStyle,
  provenance: readonly Provenance[],
): readonly Styled[] {
  const text = runs.map((run): Styled => ({text: run.text, style: styleOf(run, base)}))
  const source = sourceText(provenance)
  return source === '' ? text : [...text, {text: ` ${source}`, style: styles.source}]
}

function styleOf(run: Run, base: TextStyle): TextStyle {
  switch (run.style) {
    case undefined:
      return base
    case 'strong':
      return {...base, face: 'serifBold'}
    case 'emphasis':
      return {...base, face: 'serifItalic'}
    case 'code':
      return {...base, face: 'mono', size: base.size * 0.88, code: true}
    default:
      return run.style satisfies never
  }
}

export function drawParagraph(flow: Flow, parent: Tag, block: Paragraph): void {
  const style = styles[block.style]
  const callout = block.style === 'callout'
  const x = flow.left + (callout ? indent : 0)
  const lines = breakLines(
    flow.faces,
    styled(block.runs, style, block.provenance),
    flow.width - (callout ? indent : 0),
  )
  const tag = flow.canvas.tag(parent, 'P')
  flowLines(flow, tag, lines, {
    x,
    style,
    ...(callout ? {beside: (y, height) => drawCalloutRule(flow, y, height)} : {}),
  })
  flow.canvas.finish(tag)
  flow.y += style.leading * (callout ? 0.75 : 0.55)
}

function drawCalloutRule(flow: Flow, y: number, height: number): void {
  flow.canvas.artifact(() => flow.canvas.box(flow.left, y, 2, height, colors.accent))
}

export function drawList(flow: Flow, parent: Tag, block: List): void {
  const style = styles.body
  const list = flow.canvas.tag(parent, 'L')
  block.items.forEach((item, index) => {
    const lines = breakLines(
      flow.faces,
      styled(item.runs, style, item.provenance),
      flow.width - hanging,
    )
    need(flow, style.leading * Math.min(2, lines.length))
    const entry = flow.canvas.tag(list, 'LI')
    const label = flow.canvas.tag(entry, 'Lbl')
    const body = flow.canvas.tag(entry, 'LBody')
    flowLines(flow, body, lines, {
      x: flow.left + hanging,
      style,
      label: (y) => drawLabel(flow, label, block.ordered ? `${index + 1}.` : '•', y),
    })
    flow.canvas.finish(entry)
    flow.y += 3
  })
  flow.canvas.finish(list)
  flow.y += style.leading * 0.4
}

function drawLabel(flow: Flow, tag: Tag, text: string, y: number): void {
  const style = styles.body
  const [line] = breakLines(flow.faces, [{text, style}], flow.width)
  if (line === undefined) return
  const x = flow.left + Math.max(0, hanging - 6 - line.width)
  flow.canvas.content(tag, () => flow.canvas.line(line, x, baseline(y, style)))
}
