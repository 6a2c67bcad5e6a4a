import {addMonths, daysBetween} from '../model/date.ts'
import type {Timeline} from '../model/dossier.ts'

/** What stands for the drawing where it is not seen. */
export function alternative({caption, from, to, lanes}: Timeline): string {
  const counts = lanes.map((it) => `${it.title}: ${it.events.length}`)
  return `${caption}, ${from} to ${to}. ${counts.join('; ')}.`
}

/** Share of the way from `from` to `to`, held between 0 and 1. */
export function position({from, to}: Timeline, date: string): number {
  const span = Math.max(1, daysBetween(from, to))
  return Math.min(1, Math.max(0, daysBetween(from, date) / span))
}

/** Ticks of the axis: first days of months, at most about eight of them. */
export function ticks({from, to}: Timeline): readonly string[] {
  const months = Math.max(1, Math.round(daysBetween(from, to) / 30.44))
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((it) => months / it <= 8) ?? 600
  const all: string[] = []
  let tick = `${from.slice(0, 4)}-01-01`
  for (; tick <= to && all.length < 200; tick = addMonths(tick, step))
    if (tick >= from) all.push(tick)
  return all
}
