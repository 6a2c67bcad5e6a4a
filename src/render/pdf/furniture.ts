import {classWords} from '../../model/words.ts'
import type {Dossier} from '../../model/dossier.ts'
import {draftText} from '../draft-text.ts'
import {highestClass} from '../highest-class.ts'
import type {Faces} from './fonts.ts'
import {baseline, type Flow} from './flow.ts'
import {breakLines, type Line} from './lines.ts'
import {colors, contentWidth, page, styles, type TextStyle} from './style.ts'

const bandTop = 18
const bandPadding = 3

interface Band {
  readonly lines: readonly Line[]
  readonly style: TextStyle
  readonly dark: boolean
}

/** What every page carries besides its text, laid out once. */
export interface Furniture {
  /** Height of the bands at the top, in points. */
  readonly bands: number
  readonly draw: (flow: Flow, pages: number | null) => void
}

export function createFurniture(faces: Faces, dossier: Dossier): Furniture {
  const bands = [
    bandOf(faces, draftText(dossier), true),
    bandOf(faces, dossier.mark, false),
  ].filter((it) => it !== null)
  const height = bands.reduce((sum, it) => sum + bandHeight(it) + 2, 0)
  const style = styles.furniture
  const word = classWords[highestClass(dossier)]
  const [right] = breakLines(faces, [{text: word, style}], contentWidth)
  const left = fit(
    faces,
    `${dossier.network} — ${dossier.title}`,
    contentWidth - (right?.width ?? 0) - 24,
  )
  const commit = dossier.commit === null ? '' : `   ·   commit ${dossier.commit.slice(0, 12)}`
  const foot = fit(faces, `As of ${dossier.asOf}${commit}`, contentWidth - 100)

  const draw = (flow: Flow, pages: number | null) => {
    const {canvas} = flow
    let y = bandTop
    for (const band of bands) {
      drawBand(flow, band, y)
      y += bandHeight(band) + 2
    }
    if (flow.page > 1) {
      const top = flow.top - 26
      canvas.line(left, flow.left, baseline(top, style))
      if (right !== undefined)
        canvas.line(right, flow.left + flow.width - right.width, baseline(top, style))
      canvas.rule(flow.left, top + 13, flow.width, 0.35, colors.hairline)
    }
    const top = page.height - page.margin + 14
    canvas.rule(flow.left, top - 4, flow.width, 0.35, colors.hairline)
    canvas.line(foot, flow.left, baseline(top, style))
    if (pages === null) return
    const [number] = breakLines(
      faces,
      [{text: `Page ${flow.page} of ${pages}`, style}],
      contentWidth,
    )
    if (number !== undefined)
      canvas.line(number, flow.left + flow.width - number.width, baseline(top, style))
  }
  return {bands: height, draw}
}

function bandOf(faces: Faces, text: string | null, dark: boolean): Band | null {
  if (text === null || text === '') return null
  const style = dark ? styles.band : styles.bandDark
  return {lines: breakLines(faces, [{text, style}], contentWidth - 16), style, dark}
}

function bandHeight(band: Band): number {
  return band.lines.length * band.style.leading + 2 * bandPadding
}

function drawBand(flow: Flow, {lines, style, dark}: Band, y: number): void {
  const {canvas} = flow
  const height = lines.length * style.leading + 2 * bandPadding
  if (dark) canvas.box(flow.left, y, flow.width, height, colors.accent)
  else {
    canvas.rule(flow.left, y, flow.width, 0.75, colors.accent)
    canvas.rule(flow.left, y + height, flow.width, 0.75, colors.accent)
  }
  lines.forEach((line, index) => {
    const x = flow.left + (flow.width - line.width) / 2
    canvas.line(line, x, baseline(y + bandPadding + index * style.leading, style))
  })
}

/** One line; a longer text is cut at a word with an ellipsis, for the cover has it whole. */
function fit(faces: Faces, text: string, width: number): Line {
  const style = styles.furniture
  const [whole, more] = breakLines(faces, [{text: text.replaceAll('\n', ' '), style}], width)
  if (whole !== undefined && more === undefined) return whole
  const [cut] = breakLines(faces, [{text: text.replaceAll('\n', ' '), style}], width - 10)
  const [dots] = breakLines(faces, [{text: '…', style}], 20)
  if (cut === undefined || dots === undefined) return {spans: [], width: 0}
  const shifted = dots.spans.map((it) => ({...it, x: it.x + cut.width}))
  return {spans: [...cut.spans, ...shifted], width: cut.width + dots.width}
}
