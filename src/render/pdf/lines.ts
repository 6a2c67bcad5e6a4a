import {atomsOf, narrower, spaceOf, type Part, type Styled} from './atoms.ts'
import type {Face} from './face.ts'
import type {Faces} from './fonts.ts'
import type {Color} from './style.ts'

/** Glyphs of one face and colour on a line, `x` points from its start. */
export interface Span {
  readonly x: number
  readonly face: Face
  readonly size: number
  readonly color: Color
  operands: string
}

/** A line as broken; `width` in points, without the space at its end. */
export interface Line {
  readonly spans: Span[]
  width: number
}

/**
 * Breaks styled text into lines of at most `width` points.
 *
 * Line feeds are kept, other white space becomes one space. A piece wider than a line is broken
 * before capitals, and where that is not enough between any two characters. A character that no face has is printed as its code point.
 */
export function breakLines(faces: Faces, text: readonly Styled[], width: number): Line[] {
  const lines: Line[] = []
  let line: Line = {spans: [], width: 0}
  let empty = true
  const next = () => {
    lines.push(line)
    line = {spans: [], width: 0}
    empty = true
  }
  const put = (parts: readonly Part[]) => {
    for (const part of parts) append(line, part)
    empty = false
  }
  for (const atom of atomsOf(faces, text)) {
    if (atom.forced) next()
    const first = atom.parts[0]
    if (first === undefined) continue
    const space = atom.space === null || empty ? null : spaceOf(faces, atom.space)
    const needed = (space?.width ?? 0) + atom.width
    if (line.width + needed <= width) {
      put(space === null ? atom.parts : [space, ...atom.parts])
    } else if (atom.width <= width) {
      next()
      put(atom.parts)
    } else {
      if (!empty && first.style.code !== true) next()
      else if (space !== null && line.width + space.width < width) put([space])
      for (const part of atom.parts.flatMap((it) => narrower(it, width))) {
        if (!empty && line.width + part.width > width) next()
        put([part])
      }
    }
  }
  if (!empty || lines.length === 0) lines.push(line)
  return lines
}

function append(line: Line, part: Part): void {
  const last = line.spans.at(-1)
  const {face, style, operands} = part
  if (last?.face === face && last.size === style.size && last.color === style.color)
    last.operands += operands
  else line.spans.push({x: line.width, face, size: style.size, color: style.color, operands})
  line.width += part.width
}
