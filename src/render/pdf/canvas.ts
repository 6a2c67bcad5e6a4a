import type {Line} from './lines.ts'
import type {StructureNode, TagOptions} from './structure.ts'
import type {Color} from './style.ts'

/** A node of the structure tree; null where nothing is drawn. */
export type Tag = StructureNode | null

/**
 * What layout draws on. It runs twice: first on a canvas that draws nothing, to learn the pages of
 * headings and how many there are, then on the file. Both times it makes the same decisions, so no
 * page has to be held in memory for `page X of Y` or the contents.
 *
 * Coordinates are points from the top left corner of the page.
 */
export interface Canvas {
  readonly startPage: () => void
  readonly line: (line: Line, x: number, baseline: number) => void
  readonly rule: (x: number, y: number, width: number, weight: number, color: Color) => void
  readonly box: (x: number, y: number, width: number, height: number, color: Color) => void
  /** Path and painting operators, in page coordinates. */
  readonly path: (operators: string) => void
  readonly tag: (parent: Tag, type: string, options?: TagOptions) => Tag
  /** Draws as content of a node; several times for one that spans pages. */
  readonly content: (tag: Tag, draw: () => void) => void
  /** Draws what is no part of the text: rules, headers, footers. */
  readonly artifact: (draw: () => void) => void
  /** Ends a node; it is written to the file and forgotten. */
  readonly finish: (tag: Tag) => void
  /** Makes a place that links lead to. */
  readonly anchor: (name: string, y: number) => void
  readonly link: (tag: Tag, area: Area, anchor: string, title: string) => void
  readonly bookmark: (level: 1 | 2, title: string, y: number) => void
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const nothing = () => {}

/** Draws nothing. */
export const blank: Canvas = {
  startPage: nothing,
  line: nothing,
  rule: nothing,
  box: nothing,
  path: nothing,
  tag: () => null,
  content: (_tag, draw) => draw(),
  artifact: (draw) => draw(),
  finish: nothing,
  anchor: nothing,
  link: nothing,
  bookmark: nothing,
}
