import type {Timeline} from '../../model/dossier.ts'
import {visible} from '../visible.ts'
import {alternative, position, ticks} from '../timeline-scale.ts'
import type {Tag} from './canvas.ts'
import {number} from './face.ts'
import {baseline, flowLines, need, type Flow} from './flow.ts'
import type {Styled} from './atoms.ts'
import {breakLines, type Line} from './lines.ts'
import {circle} from './outcome-mark.ts'
import {colors, styles, type TextStyle} from './style.ts'

const titleShare = 0.24
const axisHeight = 16

function captionLines(flow: Flow, {caption}: Timeline): readonly Line[] {
  return breakLines(flow.faces, [{text: caption, style: styles.caption}], flow.width)
}

/** Height of a lane in points: less than it would like where a page would not hold them all. */
function laneHeight(flow: Flow, timeline: Timeline): number {
  const caption = captionLines(flow, timeline).length * styles.caption.leading
  const left = flow.bottom - flow.top - caption - axisHeight - 12
  return Math.min(24, left / Math.max(1, timeline.lanes.length))
}

export function timelineHeight(flow: Flow, timeline: Timeline): number {
  const caption = captionLines(flow, timeline).length * styles.caption.leading
  return caption + timeline.lanes.length * laneHeight(flow, timeline) + axisHeight + 12
}

/** Lanes with a dot for each event, drawn as a figure; below it every event in words, by lane. */
export function drawTimeline(flow: Flow, parent: Tag, timeline: Timeline): void {
  const {canvas, faces} = flow
  need(flow, timelineHeight(flow, timeline))
  const figure = canvas.tag(parent, 'Figure', {alt: visible(alternative(timeline))})
  canvas.content(figure, () => {
    for (const line of captionLines(flow, timeline)) {
      canvas.line(line, flow.left, baseline(flow.y, styles.caption))
      flow.y += styles.caption.leading
    }
    flow.y += 4
    drawChart(flow, timeline)
  })
  canvas.finish(figure)
  flow.y += 8
  for (const lane of timeline.lanes) {
    const style = {...styles.note, color: colors.ink}
    const text: Styled[] = [{text: lane.title, style: {...style, face: 'serifBold'}}]
    lane.events.forEach(({date, label}, index) => {
      const end = index === lane.events.length - 1 ? '' : ';'
      const dated: TextStyle = {...style, face: 'sansBold', size: 8}
      text.push({text: `  ${date}`, style: dated}, {text: ` ${label}${end}`, style})
    })
    const tag = canvas.tag(parent, 'P')
    flowLines(flow, tag, breakLines(faces, text, flow.width), {x: flow.left, style})
    canvas.finish(tag)
    flow.y += 4
  }
  flow.y += 8
}

function drawChart(flow: Flow, timeline: Timeline): void {
  const {canvas, faces} = flow
  const x0 = flow.left + flow.width * titleShare
  const width = flow.width * (1 - titleShare) - 6
  const top = flow.y
  const lane = laneHeight(flow, timeline)
  const bottom = top + timeline.lanes.length * lane
  const style = styles.furniture
  for (const tick of ticks(timeline)) {
    const x = x0 + position(timeline, tick) * width
    canvas.path(
      `${colors.hairline} RG 0.35 w ${number(x)} ${number(top)} m ${number(x)} ${number(bottom + 3)} l S`,
    )
    const [line] = breakLines(faces, [{text: tick.slice(0, 7), style}], 100)
    if (line !== undefined && x + line.width / 2 < flow.left + flow.width + 6)
      canvas.line(line, x - line.width / 2, baseline(bottom + 4, style))
  }
  timeline.lanes.forEach(({title: text, events}, index) => {
    const middle = top + (index + 0.5) * lane
    const title = {...styles.columnTitle, color: colors.ink}
    const lines = breakLines(faces, [{text, style: title}], flow.width * titleShare - 10)
    const shown = lines.slice(0, lane < 20 ? 1 : 2)
    shown.forEach((line, row) =>
      canvas.line(
        line,
        flow.left,
        baseline(middle + (row - shown.length / 2) * 10, {...title, leading: 10}),
      ),
    )
    canvas.rule(x0, middle, width, 0.6, colors.grey)
    for (const {date} of events) {
      const x = x0 + position(timeline, date) * width
      canvas.path(`${colors.accent} rg ${colors.white} RG 0.6 w ${circle(x, middle, 2.8)} B`)
    }
  })
  flow.y = bottom + axisHeight
}
