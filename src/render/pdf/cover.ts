import type {Dossier} from '../../model/dossier.ts'
import type {Tag} from './canvas.ts'
import {drawFacts} from './facts.ts'
import {flowLines, newPage, room, type Flow} from './flow.ts'
import {breakLines} from './lines.ts'
import {colors, styles, type TextStyle} from './style.ts'

/** The first page: whose dossier, as of when, from which commit, and who may read it. */
export function drawCover(flow: Flow, parent: Tag, dossier: Dossier): void {
  const {canvas} = flow
  newPage(flow)
  const section = canvas.tag(parent, 'Sect')
  flow.y += 56
  drawText(flow, section, dossier.network, styles.coverNetwork, 14)
  const long = dossier.title.length > 70
  drawText(flow, section, dossier.title, long ? styles.coverTitleLong : styles.coverTitle, 8)
  drawText(flow, section, dossier.subtitle, styles.coverSubtitle, 18)
  canvas.artifact(() => canvas.box(flow.left, flow.y, 96, 2.5, colors.accent))
  flow.y += 20
  const commit = dossier.commit === null ? '' : `  ·  commit ${dossier.commit.slice(0, 12)}`
  drawText(flow, section, `As of ${dossier.asOf}${commit}`, styles.coverDate, 18)
  drawFacts(
    flow,
    section,
    dossier.cover.facts.map((it) => ({...it, provenance: []})),
  )
  drawLegend(flow, section, dossier.cover.legend)
  canvas.finish(section)
}

function drawText(flow: Flow, parent: Tag, text: string, style: TextStyle, after: number): void {
  if (text === '') return
  const tag = flow.canvas.tag(parent, 'P')
  flowLines(flow, tag, breakLines(flow.faces, [{text, style}], flow.width), {x: flow.left, style})
  flow.canvas.finish(tag)
  flow.y += after
}

/** At the foot of the page where there is room for all of it. */
function drawLegend(flow: Flow, parent: Tag, legend: readonly string[]): void {
  if (legend.length === 0) return
  const {canvas} = flow
  const style = styles.legend
  const paragraphs = legend.map((text) => breakLines(flow.faces, [{text, style}], flow.width))
  const height = paragraphs.reduce((sum, it) => sum + it.length * style.leading + 4, 12)
  if (height <= room(flow)) flow.y = flow.bottom - height
  canvas.artifact(() => canvas.rule(flow.left, flow.y, flow.width, 0.75, colors.accent))
  flow.y += 8
  for (const lines of paragraphs) {
    const tag = canvas.tag(parent, 'P')
    flowLines(flow, tag, lines, {x: flow.left, style})
    canvas.finish(tag)
    flow.y += 4
  }
}
