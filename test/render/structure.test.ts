import createDocument from 'pdfkit'
import {expect, test} from 'vitest'

import {gatherFile} from '../../src/render/pdf/file.ts'
import {createPainter} from '../../src/render/pdf/painter.ts'

function open(): PDFKit.PDFDocument {
  return new createDocument({
    margin: 0,
    tagged: true,
    pdfVersion: '1.7',
    compress: false,
    autoFirstPage: false,
    font: '',
    info: {CreationDate: new Date(0)},
  })
}

/** What pdfkit makes of the same, to the byte: its tree is the one that readers know. */
function byPdfkit(alt: string): Buffer {
  const document = open()
  const root = document.struct('Document')
  document.addStructure(root)
  const content = (tag: PDFKit.PDFStructureElement, type: string, operators: string) => {
    const marked = document.markStructureContent(type)
    document.addContent(operators)
    document.endMarkedContent()
    tag.add(marked)
  }
  const child = (parent: PDFKit.PDFStructureElement, type: string, options = {}) => {
    const tag = document.struct(type, options)
    parent.add(tag)
    return tag
  }
  document.addPage()
  const table = child(root, 'Table')
  const header = child(table, 'TH', {scope: 'Column'})
  content(header, 'TH', '0 0 m')
  const figure = child(root, 'Figure', {alt})
  content(figure, 'Figure', '1 1 m')
  document.addPage()
  content(header, 'TH', '2 2 m')
  document.markContent('Artifact', {type: 'Layout'})
  document.addContent('3 3 m')
  document.endMarkedContent()
  figure.end()
  const link = child(root, 'Link')
  const options = {Contents: new String('To (a)'), structParent: link}
  document.goTo(1, 2, 3, 4, 'b1', options as unknown as PDFKit.Mixins.AnnotationOption)
  link.end()
  root.end()
  document.end()
  return document.read() as Buffer
}

function byPainter(alt: string): Buffer {
  const document = open()
  const file = gatherFile(document)
  const canvas = createPainter(document)
  const root = canvas.tag(null, 'Document')
  canvas.startPage()
  const table = canvas.tag(root, 'Table')
  const header = canvas.tag(table, 'TH', {scope: 'Column'})
  canvas.content(header, () => canvas.path('0 0 m'))
  const figure = canvas.tag(root, 'Figure', {alt})
  canvas.content(figure, () => canvas.path('1 1 m'))
  canvas.startPage()
  canvas.content(header, () => canvas.path('2 2 m'))
  canvas.artifact(() => canvas.path('3 3 m'))
  canvas.finish(figure)
  const link = canvas.tag(root, 'Link')
  canvas.link(link, {x: 1, y: 2, width: 3, height: 4}, 'b1', 'To (a)')
  canvas.finish(link)
  canvas.finish(root)
  canvas.end()
  return Buffer.from(file())
}

test.each(['Dots', 'Of (a\\b)\n\tand more', 'Of “June”', 'é', 'Ĩ', '\u{1f600}'])(
  'the structure tree is the one that pdfkit would write: %j',
  (alt) => {
    const found = byPainter(alt).toString('latin1')
    expect(found).toBe(byPdfkit(alt).toString('latin1'))
    for (const it of ['/MCR', '/OBJR', '/Scope /Column', '/Alt (']) expect(found).toContain(it)
  },
)

test('a file with an object that was never written is refused', () => {
  const document = open()
  const file = gatherFile(document)
  createPainter(document).tag(null, 'Document')
  expect(file).toThrow('Unexpected 1 objects not written, expected none')
})
