import type {Canvas, Tag} from './canvas.ts'
import type {Faces} from './fonts.ts'
import type {Line} from './lines.ts'
import {contentWidth, page, type TextStyle} from './style.ts'

/** Where layout is: the page and the height on it, in points from the top. */
export interface Flow {
  readonly canvas: Canvas
  readonly faces: Faces
  /** Between these heights is the body of every page. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly width: number
  /** 1-based; 0 before the first. */
  page: number
  y: number
  /** Drawn on each page as it begins. */
  readonly furniture: (flow: Flow) => void
}

export function createFlow(
  canvas: Canvas,
  faces: Faces,
  bands: number,
  furniture: Flow['furniture'],
): Flow {
  return {
    canvas,
    faces,
    top: page.margin + Math.max(0, bands - 22),
    bottom: page.height - page.margin - 6,
    left: page.margin,
    width: contentWidth,
    page: 0,
    y: 0,
    furniture,
  }
}

export function newPage(flow: Flow): void {
  flow.canvas.startPage()
  flow.page += 1
  flow.y = flow.top
  flow.canvas.artifact(() => flow.furniture(flow))
}

export function room(flow: Flow): number {
  return flow.bottom - flow.y
}

/** Begins a page unless `height` fits, or the page is still empty. */
export function need(flow: Flow, height: number): void {
  if (height > room(flow) && flow.y > flow.top) newPage(flow)
}

/** Where letters stand in a line box that begins at `y`. */
export function baseline(y: number, {leading, size}: TextStyle): number {
  return y + (leading + size * 0.67) / 2
}

export interface Place {
  readonly x: number
  readonly style: TextStyle
  /** Drawn beside the lines of each page, such as the rule of a callout. */
  readonly beside?: (y: number, height: number) => void
  /** Drawn beside the first line, as part of the text before it. */
  readonly label?: (y: number) => void
}

/** Draws lines over as many pages as they take, never leaving one line alone on either page. */
export function flowLines(flow: Flow, tag: Tag, lines: readonly Line[], place: Place): void {
  const {x, style, beside, label} = place
  let from = 0
  while (from < lines.length) {
    const count = fitting(flow, lines.length - from, style.leading)
    if (count === 0) {
      newPage(flow)
      continue
    }
    const {y} = flow
    if (from === 0) label?.(y)
    flow.canvas.content(tag, () => {
      for (let i = 0; i < count; i += 1) {
        const line = lines[from + i]
        if (line !== undefined) flow.canvas.line(line, x, baseline(y + i * style.leading, style))
      }
    })
    beside?.(y, count * style.leading)
    flow.y += count * style.leading
    from += count
  }
}

/** How many of `left` lines to draw on this page. */
function fitting(flow: Flow, left: number, leading: number): number {
  const fresh = flow.y <= flow.top
  const most = Math.floor((room(flow) + 0.01) / leading)
  if (most >= left) return left
  const count = left - most === 1 ? most - 1 : most
  if (count >= 2) return count
  return fresh ? Math.max(1, most) : 0
}
