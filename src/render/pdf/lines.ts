import {codePointText, visible} from '../visible.ts'
import type {Face} from './face.ts'
import type {Faces} from './fonts.ts'
import type {Color, TextStyle} from './style.ts'

/** Text in one style. */
export interface Styled {
  readonly text: string
  readonly style: TextStyle
}

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

interface Part {
  readonly text: string
  readonly face: Face
  readonly style: TextStyle
  readonly operands: string
  readonly width: number
}

/** A piece that stays on one line if it fits a line at all. */
interface Atom {
  readonly parts: Part[]
  width: number
  /** The style of the space before it, left out where it starts a line; null: none. */
  readonly space: TextStyle | null
  /** It starts a line, whatever room there is. */
  readonly forced: boolean
}

const insideText = /(?<=[/\\])(?=[^/\\])|(?<=\p{L}[-–—])(?=\p{L})|(?<=\])(?=\[)/u
const insideCode = /(?<=[/\\_.:@-])(?=[\p{L}\p{N}])|(?<=\])(?=\[)/u
const breakable = /[-–—/\\\]_.:@]/

/**
 * Breaks styled text into lines of at most `width` points.
 *
 * Line feeds are kept, other white space becomes one space. A piece wider than a line is broken
 * between any two characters. A character that no face has is printed as its code point.
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
      for (const part of atom.parts.flatMap(characters)) {
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

/** Pieces in order. A run that ends without white space is glued to the next run's first piece. */
function atomsOf(faces: Faces, text: readonly Styled[]): Atom[] {
  const atoms: Atom[] = []
  let space: TextStyle | null = null
  let forced = false
  let glued = false
  for (const {text: raw, style} of text) {
    for (const token of visible(raw)
      .normalize()
      .split(/([ \t\n]+)/)) {
      if (token === '') continue
      if (/^[ \t\n]/.test(token)) {
        space ??= style
        for (const character of token) {
          if (character !== '\n') continue
          if (forced) atoms.push({parts: [], width: 0, space: null, forced: true})
          forced = true
        }
        continue
      }
      for (const piece of pieces(token, style)) {
        const parts = partsOf(faces, piece, style)
        const width = parts.reduce((sum, it) => sum + it.width, 0)
        const last = atoms.at(-1)
        if (glued && space === null && !forced && last !== undefined) {
          last.parts.push(...parts)
          last.width += width
        } else atoms.push({parts, width, space, forced: forced && atoms.length > 0})
        space = null
        forced = false
        glued = false
      }
      glued = true
    }
    glued = glued && space === null && !forced
  }
  return atoms
}

function pieces(word: string, style: TextStyle): readonly string[] {
  if (!breakable.test(word)) return [word]
  return word.split(style.code === true ? insideCode : insideText)
}

function partsOf(faces: Faces, text: string, style: TextStyle): Part[] {
  const face = faces[style.face]
  const shaped = face.shape(text)
  if (shaped !== null) return [partOf(face, text, style)]
  const parts: Part[] = []
  let group = ''
  let groupFace = face
  const end = () => {
    if (group !== '') parts.push(partOf(groupFace, group, style))
    group = ''
  }
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const has = [face, faces.sans, faces.serif, faces.mono].find((it) => it.has(codePoint))
    const drawn = has === undefined ? codePointText(character) : character
    if ((has ?? face) !== groupFace) end()
    groupFace = has ?? face
    group += drawn
  }
  end()
  return parts
}

function partOf(face: Face, text: string, style: TextStyle): Part {
  const shaped = face.shape(text) ?? {operands: '<>', width: 0}
  const width = (shaped.width * style.size) / 1000
  return {text, face, style, operands: shaped.operands, width}
}

function spaceOf(faces: Faces, style: TextStyle): Part {
  return partOf(faces[style.face], ' ', style)
}

function characters(part: Part): Part[] {
  return Array.from(part.text, (it) => partOf(part.face, it, part.style))
}
