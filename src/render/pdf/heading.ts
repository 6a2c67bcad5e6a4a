import type {Heading} from '../../model/dossier.ts'
import {visible} from '../visible.ts'
import type {Tag} from './canvas.ts'
import {baseline, need, newPage, type Flow} from './flow.ts'
import {breakLines, type Line} from './lines.ts'
import {colors, styles} from './style.ts'

const above = {1: 0, 2: 16, 3: 10} as const
const below = {1: 16, 2: 5, 3: 3} as const

export function headingTitle({number, text}: Heading): string {
  return visible(number === undefined ? text : `${number}  ${text}`)
}

function headingLines(flow: Flow, heading: Heading): readonly Line[] {
  const style = styles[`heading${heading.level}`]
  return breakLines(flow.faces, [{text: headingTitle(heading), style}], flow.width)
}

/** Height of a heading with the space around it. */
export function headingHeight(flow: Flow, heading: Heading): number {
  const {leading} = styles[`heading${heading.level}`]
  return above[heading.level] + headingLines(flow, heading).length * leading + below[heading.level]
}

/**
 * Draws a heading together with the beginning of what follows.
 *
 * @param following Points that must fit below it on the same page.
 */
export function drawHeading(
  flow: Flow,
  parent: Tag,
  heading: Heading,
  anchor: string,
  following: number,
): void {
  const {canvas} = flow
  const style = styles[`heading${heading.level}`]
  const lines = headingLines(flow, heading)
  if (heading.level === 1) newPage(flow)
  else {
    need(flow, headingHeight(flow, heading) + following)
    if (flow.y > flow.top) flow.y += above[heading.level]
  }
  canvas.anchor(anchor, flow.y)
  if (heading.level < 3) canvas.bookmark(heading.level as 1 | 2, headingTitle(heading), flow.y)
  const tag = canvas.tag(parent, `H${heading.level}`)
  canvas.content(tag, () => {
    for (const line of lines) {
      canvas.line(line, flow.left, baseline(flow.y, style))
      flow.y += style.leading
    }
  })
  canvas.finish(tag)
  if (heading.level === 1)
    canvas.artifact(() => canvas.rule(flow.left, flow.y + 5, flow.width, 0.75, colors.accent))
  flow.y += below[heading.level]
}
