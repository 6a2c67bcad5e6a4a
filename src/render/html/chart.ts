import type {Timeline} from '../../model/dossier.ts'
import {alternative, position, ticks} from '../timeline-scale.ts'
import {visible} from '../visible.ts'

const width = 720
const left = 190
const laneHeight = 34

/** Numbers of a timeline's drawing, in the units of its view box. */
export function chartOf(timeline: Timeline) {
  const span = width - left - 20
  const bottom = timeline.lanes.length * laneHeight + 4
  const x = (date: string) => Math.round(left + position(timeline, date) * span)
  return {
    width,
    height: bottom + 24,
    bottom,
    left,
    right: width - 20,
    tickBase: bottom + 18,
    description: visible(alternative(timeline)),
    ticks: ticks(timeline).map((it) => ({x: x(it), label: it.slice(0, 7)})),
    lanes: timeline.lanes.map((lane, index) => {
      const y = index * laneHeight + laneHeight / 2 + 2
      return {
        title: clipped(visible(lane.title)),
        y,
        textY: y + 4,
        events: lane.events.map((it) => ({
          x: x(it.date),
          y,
          text: `${it.date} ${visible(it.label)}`,
        })),
      }
    }),
  }
}

/** A drawing does not wrap text; the list below it has the title whole. */
function clipped(text: string): string {
  const characters = Array.from(text)
  return characters.length <= 28 ? text : `${characters.slice(0, 27).join('')}…`
}
