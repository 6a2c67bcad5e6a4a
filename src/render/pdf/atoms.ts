import {codePointText, visible} from '../visible.ts'
import type {Face, Shaped} from './face.ts'
import type {Faces} from './fonts.ts'
import type {TextStyle} from './style.ts'

/** Text in one style. */
export interface Styled {
  readonly text: string
  readonly style: TextStyle
}

export interface Part {
  readonly text: string
  readonly face: Face
  readonly style: TextStyle
  readonly operands: string
  readonly width: number
}

/** A piece that stays on one line if it fits a line at all. */
export interface Atom {
  readonly parts: Part[]
  width: number
  /** The style of the space before it, left out where it starts a line; null: none. */
  readonly space: TextStyle | null
  /** It starts a line, whatever room there is. */
  readonly forced: boolean
}

const insideText = /(?<=[/\\])(?=[^/\\])|(?<=\p{L}[-–—])(?=\p{L})|(?<=\])(?=\[)/u
/** Not after the hyphens of an option: `--` alone at the end of a line means something else. */
const insideCode = /(?<=[/\\_.:@]|[\p{L}\p{N}]-)(?=[\p{L}\p{N}])|(?<=\])(?=\[)/u
/** White space between words; the space of `80 %` is none. */
export const between = /(?!(?<=\d) %)[ \t\n]+/
const parted = new RegExp(`(${between.source})`)
const breakable = /[-–—/\\\]_.:@]/

/** Pieces in order. A run that ends without white space is glued to the next run's first piece. */
export function atomsOf(faces: Faces, text: readonly Styled[]): Atom[] {
  const atoms: Atom[] = []
  let space: TextStyle | null = null
  let forced = false
  let glued = false
  for (const {text: raw, style} of text) {
    for (const token of visible(raw).normalize().split(parted)) {
      if (token === '') continue
      if (token[0] === ' ' || token[0] === '\n' || token[0] === '\t') {
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
  if (shaped !== null) return [partFrom(shaped, face, text, style)]
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
  return partFrom(face.shape(text) ?? {operands: '<>', width: 0}, face, text, style)
}

function partFrom({operands, width}: Shaped, face: Face, text: string, style: TextStyle): Part {
  return {text, face, style, operands, width: (width * style.size) / 1000}
}

export function spaceOf(faces: Faces, style: TextStyle): Part {
  return partOf(faces[style.face], ' ', style)
}

/** Parts of a part too wide for a line: from capital to capital, or single characters. */
export function narrower(part: Part, width: number): Part[] {
  const {face, style} = part
  const humps = style.code === true ? [part.text] : part.text.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  return humps.flatMap((hump) => {
    const whole = partOf(face, hump, style)
    if (whole.width <= width && humps.length > 1) return [whole]
    return Array.from(hump, (it) => partOf(face, it, style))
  })
}
