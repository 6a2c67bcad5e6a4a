import createDocument from 'pdfkit'

import {blank, type Canvas} from '../../src/render/pdf/canvas.ts'
import {createFlow, type Flow} from '../../src/render/pdf/flow.ts'
import {openFaces, type Faces} from '../../src/render/pdf/fonts.ts'
import type {Line, Span} from '../../src/render/pdf/lines.ts'

export interface Drawn {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly artifact: boolean
}

export function facesOf(): Promise<Faces> {
  return openFaces(new createDocument({autoFirstPage: false, font: ''}))
}

/** Characters of a line, from its glyphs: what the finished file would yield. */
export function textOf(line: Line): string {
  return line.spans.map(spanText).join('')
}

function spanText({operands, face}: Span): string {
  const glyphs = operands.replace(/>[^<]*</g, '').match(/[0-9a-f]{4}/g) ?? []
  return glyphs
    .map((it) => String.fromCodePoint(...(face.font.unicode[Number.parseInt(it, 16)] ?? [0])))
    .join('')
}

/** A flow whose canvas keeps what is drawn instead of writing it. */
export function record(faces: Faces): {readonly flow: Flow; readonly drawn: readonly Drawn[]} {
  const drawn: Drawn[] = []
  let artifact = false
  let page = 0
  const canvas: Canvas = {
    ...blank,
    startPage: () => void (page += 1),
    line: (line, x, y) =>
      void drawn.push({page, text: textOf(line), x, y, width: line.width, artifact}),
    artifact: (draw) => {
      artifact = true
      draw()
      artifact = false
    },
  }
  return {flow: createFlow(canvas, faces, 0, () => {}), drawn}
}
