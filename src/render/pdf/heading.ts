import type {Heading} from '../../model/dossier.ts'
import {visible} from '../visible.ts'
import type {Tag} from './canvas.ts'
import {baseline, need, newPage, room, type Flow} from './flow.ts'
import {breakLines, type Line} from './lines.ts'
import {colors, styles, type TextStyle} from './style.ts'

const above = {1: 0, 2: 16, 3: 10} as const
const below = {1: 16, 2: 5, 3: 3} as const

/** Number and text in one line, for bookmarks and links. */
export function headingTitle({number, text}: Heading): string {
  return visible(number === undefined ? text : `${number} ${text}`).replaceAll('\n', ' ')
}

interface LaidHeading {
  readonly number: Line | undefined
  /** Where the text begins, in points from the left edge. */
  readonly indent: number
  readonly lines: readonly Line[]
}

/** The number stands before the text, which hangs beside it; at least `column` points wide. */
export function layHeading(
  flow: Flow,
  heading: Heading,
  style: TextStyle,
  width: number,
  column = 0,
): LaidHeading {
  const {faces} = flow
  const {number, text} = heading
  const [label, more] = breakLines(faces, [{text: number ?? '', style}], width / 4)
  const indent = Math.max(column, (label?.width ?? 0) + style.size * 0.7)
  if (number === undefined || label === undefined)
    return {number: undefined, indent: 0, lines: breakLines(faces, [{text, style}], width)}
  if (more === undefined)
    return {number: label, indent, lines: breakLines(faces, [{text, style}], width - indent)}
  const whole = headingTitle(heading)
  return {number: undefined, indent: 0, lines: breakLines(faces, [{text: whole, style}], width)}
}

/** Height of a heading with the space around it. */
export function headingHeight(flow: Flow, heading: Heading): number {
  const style = styles[`heading${heading.level}`]
  return (
    above[heading.level] +
    layHeading(flow, heading, style, flow.width).lines.length * style.leading +
    below[heading.level]
  )
}

/** Points above a section that does not begin a page. */
const betweenSections = 30

/**
 * Parts begin a page. Of the numbered sections the first does, and those for which less than two
 * fifths of a page are left: many are short, and a page for each would be mostly white.
 */
function startsPage(flow: Flow, {level, number}: Heading): boolean {
  if (level !== 1) return false
  return number === undefined || number === '1' || room(flow) < (flow.bottom - flow.top) * 0.4
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
  const {number, indent, lines} = layHeading(flow, heading, style, flow.width)
  if (startsPage(flow, heading)) newPage(flow)
  else if (heading.level === 1) flow.y += betweenSections
  else {
    need(flow, headingHeight(flow, heading) + following)
    if (flow.y > flow.top) flow.y += above[heading.level]
  }
  canvas.anchor(anchor, flow.y)
  if (heading.level < 3) canvas.bookmark(heading.level as 1 | 2, headingTitle(heading), flow.y)
  const tag = canvas.tag(parent, `H${heading.level}`)
  canvas.content(tag, () => {
    if (number !== undefined) canvas.line(number, flow.left, baseline(flow.y, style))
    for (const line of lines) {
      canvas.line(line, flow.left + indent, baseline(flow.y, style))
      flow.y += style.leading
    }
  })
  canvas.finish(tag)
  if (heading.level === 1)
    canvas.artifact(() => canvas.rule(flow.left, flow.y + 5, flow.width, 0.75, colors.accent))
  flow.y += below[heading.level]
}
