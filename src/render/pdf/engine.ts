import type {GlyphPositions} from './gpos.ts'
import type {FaceName} from './style.ts'

/**
 * What is used of pdfkit's inside: its typings do not show an embedded font's subset. The version
 * is pinned exactly, and the tests read the finished file with two other programs.
 */
export interface EmbeddedFont {
  readonly id: string
  readonly scale: number
  readonly font: {
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean
    readonly glyphForCodePoint: (codePoint: number) => Glyph
    readonly layout: (
      text: string,
      features: Readonly<Record<string, boolean>>,
      script?: string | null,
      language?: string | null,
      direction?: 'ltr' | null,
    ) => GlyphRun
    readonly GPOS?: GlyphPositions
  }
  readonly subset: {readonly includeGlyph: (id: number) => number}
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  readonly ref: () => unknown
}

export interface Glyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

interface GlyphRun {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly {readonly xAdvance: number}[]
}

interface Information {
  readonly Title: string
  readonly Subject: string
  readonly Creator: string
  readonly Producer: string
  readonly Keywords: string
  readonly CreationDate: Date
  readonly ModDate: Date
}

/** An object of the file, by its number. */
export interface Reference {
  readonly id: number
  readonly data: Record<string, unknown>
  offset: number
}

export interface Inside {
  _font: EmbeddedFont
  _addInfo: () => void
  /** Bytes written until now: where the next object begins. */
  _offset: number
  /** Objects not written yet. */
  _waiting: number
  _write: (piece: string | Uint8Array) => void
  _refEnd: (reference: Reference) => void
  ref: (data: Record<string, unknown>) => Reference
  readonly page: {readonly dictionary: Reference; readonly structParentTreeKey: number}
  getStructTreeRoot: () => Reference
  /** By page or annotation: the nodes of its marked content, or its node. */
  getStructParentTree: () => {
    readonly get: (key: number) => Reference[]
    readonly add: (key: number, node: Reference) => void
  }
  createStructParentTreeNextKey: () => number
  readonly _root: {
    readonly data: {
      readonly Names: {
        readonly data: {readonly Dests: {_compareKeys: (a: string, b: string) => number}}
      }
    }
  }
  appendXML: (xml: string) => void
  info: Information
}

export function insideOf(document: PDFKit.PDFDocument): Inside {
  return document as unknown as Inside
}

/** Makes `file` the font of a name, once: every later use takes the cached glyphs. */
export function openFont(
  document: PDFKit.PDFDocument,
  name: FaceName,
  file: Uint8Array,
): EmbeddedFont {
  document.registerFont(name, Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  document.font(name)
  return insideOf(document)._font
}
