import type {Area, Canvas, Tag} from './canvas.ts'
import type {Reference} from './engine.ts'
import {number} from './face.ts'
import type {Line} from './lines.ts'
import {createStructure, type Structure} from './structure.ts'
import {page, type Color} from './style.ts'

type Outline = PDFKit.PDFOutline

/** A canvas that writes to a document; each page leaves memory when the next begins. */
export function createPainter(document: PDFKit.PDFDocument): Canvas & {readonly end: () => void} {
  const flush = gatherContent(document)
  const structure = createStructure(document)
  let section: Outline | undefined

  const bookmark = (level: 1 | 2, title: string, y: number) => {
    // `left` counts from the right edge in pdfkit: the page's width is its left edge.
    const options = {left: page.width, top: Math.max(0, y - 12), expanded: false}
    const parent = level === 2 ? (section ?? document.outline) : document.outline
    const item = parent.addItem(title, options)
    if (level === 1) section = item
  }

  return {
    startPage: () => {
      flush()
      document.addPage()
    },
    line: (line, x, baseline) => drawLine(document, line, x, baseline),
    rule: (x, y, width, weight, color) =>
      void document.addContent(
        `${color} RG ${number(weight)} w ${number(x)} ${number(y)} m ${number(x + width)} ${number(y)} l S`,
      ),
    box: (x, y, width, height, color) =>
      void document.addContent(
        `${color} rg ${number(x)} ${number(y)} ${number(width)} ${number(height)} re f`,
      ),
    path: (operators) => void document.addContent(operators),
    tag: structure.node,
    content: (tag, draw) => {
      if (tag === null) return draw()
      document.addContent(structure.content(tag))
      draw()
      document.addContent('EMC')
    },
    artifact: (draw) => {
      document.addContent('/Artifact <<\n/Type /Layout\n>> BDC')
      draw()
      document.addContent('EMC')
    },
    finish: (tag) => {
      if (tag !== null) structure.end(tag)
    },
    anchor: (name, y) => document.addNamedDestination(name, 'XYZ', 0, Math.max(0, y - 12), 0),
    link: (tag, area, anchor, title) => drawLink(document, structure, tag, area, anchor, title),
    bookmark,
    end: flush,
  }
}

/** Hands a page's operators to pdfkit at once: it encodes and keeps every piece it is given. */
function gatherContent(document: PDFKit.PDFDocument): () => void {
  let pending: string[] = []
  document.addContent = (operators: string) => {
    pending.push(operators)
    return document
  }
  return () => {
    if (pending.length > 0) document.page.write(Buffer.from(`${pending.join('\n')}\n`, 'latin1'))
    pending = []
  }
}

function drawLink(
  document: PDFKit.PDFDocument,
  structure: Structure,
  tag: Tag,
  {x, y, width, height}: Area,
  anchor: string,
  title: string,
): void {
  // `structParent` and a string object for `Contents` are known to pdfkit, not to its typings.
  const structParent = {
    add: ({annotationRef}: {readonly annotationRef: Reference}) => {
      if (tag !== null) structure.annotation(tag, annotationRef)
    },
  }
  const options = {Contents: new String(title), structParent}
  document.goTo(x, y, width, height, anchor, options as unknown as PDFKit.Mixins.AnnotationOption)
}

/** Straight to operators: pdfkit's own `text` measures, saves and restores for every fragment. */
function drawLine(document: PDFKit.PDFDocument, line: Line, x: number, baseline: number): void {
  const fonts = document.page.fonts as Record<string, unknown>
  let out = 'BT'
  let color: Color | undefined
  for (const span of line.spans) {
    fonts[span.face.id] ??= span.face.font.ref()
    if (span.color !== color) out += ` ${(color = span.color)} rg`
    out += ` /${span.face.id} ${number(span.size)} Tf`
    out += ` 1 0 0 -1 ${number(x + span.x)} ${number(baseline)} Tm [${span.operands}] TJ`
  }
  document.addContent(`${out} ET`)
}
