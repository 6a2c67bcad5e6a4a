import {compareText} from '../../model/location.ts'
import type {Measure} from '../../model/records.gen.ts'
import type {RuleContext, Strength} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {memberCounts, type MemberCount} from '../enforcement/member-counts.ts'
import {grouped} from '../enforcement/signals.ts'
import {strengthOf} from '../outcome.ts'

/** Value of the network for one period. */
export interface Point {
  readonly from: string
  readonly to: string
  readonly value: number
  /** Whether the counts of members, added up, give the same. */
  readonly measured: boolean
}

/** Rounding that a declared value may have against the counts. */
const rounding = 0.0006

/**
 * Values of the network by measure, oldest first: as declared under `results`, else as the counts
 * of members give them where the unit is a ratio.
 */
export function seriesOf(context: RuleContext): (measure: Entry<'Measure'>) => readonly Point[] {
  const {asOf} = context
  const byMeasure = new Map(grouped(memberCounts(context).counts, (it) => it.measure))
  return ({value}) => {
    const ratios = value.unit === undefined || value.unit === 'ratio'
    const computed = ratios ? sums(byMeasure.get(value.id) ?? []) : new Map()
    const declared = (value.results ?? [])
      .filter(({to}) => to <= asOf)
      .map((it): Point => {
        const found: number | undefined = computed.get(`${it.to} ${it.from}`)?.value
        const measured = found !== undefined && Math.abs(found - it.value) <= rounding
        return {from: it.from, to: it.to, value: it.value, measured}
      })
    const points: Point[] = declared.length > 0 ? declared : [...computed.values()]
    return points.sort((a, b) => compareText(a.to, b.to))
  }
}

/** Rate of all members together, by period. */
function sums(counts: readonly MemberCount[]): Map<string, Point> {
  const totals = new Map<string, {from: string; to: string; met: number; of: number}>()
  for (const {from, to, numerator, denominator} of counts) {
    const key = `${to} ${from}`
    const before = totals.get(key) ?? {from, to, met: 0, of: 0}
    totals.set(key, {from, to, met: before.met + numerator, of: before.of + denominator})
  }
  return new Map(
    [...totals]
      .filter(([, {of}]) => of > 0)
      .map(([key, {from, to, met, of}]) => [key, {from, to, value: met / of, measured: true}]),
  )
}

/** Whether the value meets the target of its period; without one it does not. */
export function atTarget({targets = [], direction}: Measure, {to, value}: Point): boolean {
  const target = targets.find((it) => it.from <= to && it.to >= to)
  return (
    target !== undefined && (direction === 'lower' ? value <= target.value : value >= target.value)
  )
}

/** Measured where the counts of members give every value; else as the record is evidenced. */
export function strengthOfPoints(
  context: RuleContext,
  measure: Entry<'Measure'>,
  points: readonly Point[],
): Strength {
  return points.length > 0 && points.every(({measured}) => measured)
    ? 'measured'
    : strengthOf(context, measure)
}
