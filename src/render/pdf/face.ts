import type {EmbeddedFont, Glyph} from './engine.ts'
import {createKerning} from './kerning.ts'

/** A word ready to print. */
export interface Shaped {
  /** Operands of `TJ`: hexadecimal glyphs and kerning between them. */
  readonly operands: string
  /** In thousandths of the size. */
  readonly width: number
}

/** A font with its memory of glyphs, kerning pairs and words. */
export interface Face {
  readonly id: string
  readonly font: EmbeddedFont
  readonly has: (codePoint: number) => boolean
  /** Width of one character in thousandths of the size. */
  readonly advance: (codePoint: number) => number
  /** Glyphs of a text; null where the font lacks a character. */
  readonly shape: (text: string) => Shaped | null
}

interface Known {
  readonly glyph: Glyph
  readonly hex: string
  readonly width: number
}

/**
 * Ligatures are off on purpose: each character keeps its own glyph, so that what is copied or
 * searched is what was written, and a pair's kerning never depends on its neighbours.
 */
const features = Object.fromEntries(
  ['liga', 'clig', 'dlig', 'calt', 'rlig', 'rclt', 'ccmp', 'locl', 'mark', 'mkmk'].map((it) => [
    it,
    false,
  ]),
)
const wordsKept = 50_000
/** Letters, digits and signs whose glyphs nothing but kerning changes; no soft hyphen. */
const latin = /^[\u0021-\u00ac\u00ae-\u024f]+$/

/** The font's shaper is asked once per character and once per pair, not once per word. */
export function createFace(font: EmbeddedFont): Face {
  const {scale} = font
  const known = new Map<number, Known | null>()
  const kerning = new Map<number, number>()
  const pairKerning = createKerning(() => font.font.GPOS)
  const words = new Map<string, Shaped | null>()

  const learn = (codePoint: number): Known | null => {
    if (!font.font.hasGlyphForCodePoint(codePoint)) return null
    const glyph = font.font.glyphForCodePoint(codePoint)
    const id = font.subset.includeGlyph(glyph.id)
    const width = glyph.advanceWidth * scale
    font.widths[id] ??= width
    font.unicode[id] ??= glyph.codePoints
    return {glyph, hex: id.toString(16).padStart(4, '0'), width}
  }
  const look = (codePoint: number): Known | null => {
    let it = known.get(codePoint)
    if (it === undefined) known.set(codePoint, (it = learn(codePoint)))
    return it
  }
  const kern = (left: Known, right: Known, pair: string): number => {
    const key = left.glyph.id * 65_536 + right.glyph.id
    let it = kerning.get(key)
    if (it === undefined) kerning.set(key, (it = kernOf(left, right, pair)))
    return it
  }
  const kernOf = (left: Known, right: Known, pair: string): number => {
    if (latin.test(pair)) return pairKerning(left.glyph.id, right.glyph.id) * scale
    const {glyphs, positions} = font.font.layout(pair, features, scriptOf(pair), null, 'ltr')
    const plain =
      glyphs.length === 2 && glyphs[0]?.id === left.glyph.id && glyphs[1]?.id === right.glyph.id
    return plain ? ((positions[0]?.xAdvance ?? 0) - left.glyph.advanceWidth) * scale : 0
  }
  const shape = (text: string): Shaped | null => {
    let operands = '<'
    let width = 0
    let before: Known | undefined
    let characterBefore = ''
    for (const character of text) {
      const it = look(character.codePointAt(0) ?? 0)
      if (it === null) return null
      if (before !== undefined) {
        const by = kern(before, it, characterBefore + character)
        if (by !== 0) {
          operands += `> ${number(-by)} <`
          width += by
        }
      }
      operands += it.hex
      width += it.width
      before = it
      characterBefore = character
    }
    return {operands: `${operands}>`, width}
  }

  return {
    id: font.id,
    font,
    has: (codePoint) => look(codePoint) !== null,
    advance: (codePoint) => look(codePoint)?.width ?? 0,
    shape: (text) => {
      let it = words.get(text)
      if (it === undefined) {
        if (words.size >= wordsKept) words.clear()
        words.set(text, (it = shape(text)))
      }
      return it
    },
  }
}

/** Named for the shaper, which would otherwise load all of Unicode's properties to find out. */
function scriptOf(pair: string): string {
  if (/\p{Script=Greek}/u.test(pair)) return 'grek'
  return /\p{Script=Cyrillic}/u.test(pair) ? 'cyrl' : 'latn'
}

/** A number as PDF reads it: no exponent, at most three decimals. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
