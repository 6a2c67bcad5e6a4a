import {compareText} from '../../model/location.ts'
import {insideOf} from './engine.ts'

/** Has the places that links lead to in the order of their code units, as PDF asks: not a locale's. */
export function orderPlaces(document: PDFKit.PDFDocument): void {
  insideOf(document)._root.data.Names.data.Dests._compareKeys = compareText
}

const pieceLength = 65_536

/**
 * Has a document keep its file as few large pieces; the returned function ends it and joins them.
 *
 * pdfkit makes each line of the file an array of bytes and passes it through a stream, and a tagged
 * document has some hundred lines a page.
 */
export function gatherFile(document: PDFKit.PDFDocument): () => Uint8Array {
  const inside = insideOf(document)
  const pieces: Uint8Array[] = [document.read() as Buffer]
  let text = ''
  const flush = () => {
    pieces.push(Buffer.from(text, 'latin1'))
    text = ''
  }
  inside._write = (piece) => {
    if (typeof piece === 'string') {
      text += `${piece}\n`
      inside._offset += piece.length + 1
      if (text.length >= pieceLength) flush()
    } else {
      flush()
      pieces.push(piece)
      inside._offset += piece.length
    }
  }
  return () => {
    document.end()
    if (inside._waiting > 0)
      throw new Error(`Unexpected ${inside._waiting} objects not written, expected none`)
    flush()
    const {buffer, byteOffset, byteLength} = Buffer.concat(pieces)
    return new Uint8Array(buffer, byteOffset, byteLength)
  }
}

/**
 * Has the XMP packet say what the information dictionary says, as PDF/A asks.
 *
 * pdfkit puts title and subject into the XML unescaped and leaves the date of change out.
 */
export function repairMetadata(document: PDFKit.PDFDocument): void {
  const inside = insideOf(document)
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
