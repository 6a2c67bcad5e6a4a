import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

interface PlacedText {
  readonly page: number
  readonly text: string
  /** In points from the bottom left corner of the page. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Header, footer or repeated table header: no part of the text. */
  readonly artifact: boolean
}

export interface ReadPdf {
  readonly document: PDFDocumentProxy
  readonly pages: number
  readonly texts: readonly PlacedText[]
}

/** Reads a PDF with a program that did not write it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const {getDocument} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({data: bytes.slice(), verbosity: 0}).promise
  const texts: PlacedText[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const read = await document.getPage(page)
    const {items} = await read.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    })
    const open: boolean[] = []
    for (const item of items) {
      if ('str' in item) {
        const [, , , , x = 0, y = 0] = item.transform as number[]
        const artifact = open.includes(true)
        texts.push({page, text: item.str, x, y, width: item.width, artifact})
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push((item as {readonly tag?: string}).tag === 'Artifact')
    }
  }
  return {document, pages: document.numPages, texts}
}

/** Text as compared: lines may be broken anywhere, so white space does not count. */
export function squeezed(text: string): string {
  return text.normalize().replaceAll(/\s+/gu, '')
}

/** All that is read aloud, in order. */
export function bodyText({texts}: ReadPdf): string {
  return squeezed(
    texts
      .filter((it) => !it.artifact)
      .map((it) => it.text)
      .join(''),
  )
}
