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

interface Inside {
  _font: EmbeddedFont
  _addInfo: () => void
  appendXML: (xml: string) => void
  info: Information
}

/** Makes `file` the font of a name, once: every later use takes the cached glyphs. */
export function openFont(
  document: PDFKit.PDFDocument,
  name: FaceName,
  file: Uint8Array,
): EmbeddedFont {
  document.registerFont(name, Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  document.font(name)
  return (document as unknown as Inside)._font
}

/**
 * Has the XMP packet say what the information dictionary says, as PDF/A asks.
 *
 * pdfkit puts title and subject into the XML unescaped and leaves the date of change out.
 */
export function repairMetadata(document: PDFKit.PDFDocument): void {
  const inside = document as unknown as Inside
  const add = inside._addInfo.bind(inside)
  inside._addInfo = () => {
    const {info} = inside
    const changed = `${info.ModDate.toISOString().slice(0, 19)}Z`
    inside.info = {
      ...info,
      Title: escapeXml(info.Title),
      Subject: escapeXml(info.Subject),
      Creator: escapeXml(info.Creator),
    }
    add()
    inside.info = info
    inside.appendXML(
      '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">' +
        `<xmp:ModifyDate>${changed}</xmp:ModifyDate></rdf:Description>`,
    )
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
