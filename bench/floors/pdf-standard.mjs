// Floor of the PDF renderer: pdfkit with its standard fonts on the same text, without tags.
import {createWriteStream, readFileSync} from 'node:fs'
import {PDFDocument} from 'pdfkit'

const {blocks} = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const document = new PDFDocument({size: 'LETTER', margin: 72})
document.pipe(createWriteStream(process.argv[3]))
for (const block of blocks) {
  if (block.type === 'heading') {
    if (block.level === 1) document.addPage()
    document.font('Times-Bold').fontSize(16).text(block.text)
  } else if (block.type === 'paragraph')
    document
      .font('Times-Roman')
      .fontSize(10)
      .text(block.runs.map((it) => it.text).join(''))
  else if (block.type === 'table')
    for (const {cells} of block.rows) {
      const top = document.y
      cells.forEach((cell, index) =>
        document.fontSize(9).text(cell.text, 72 + (index * 468) / cells.length, top, {
          width: 468 / cells.length - 6,
          lineBreak: false,
        }),
      )
      document.x = 72
      document.y = top + 13
    }
}
document.end()
