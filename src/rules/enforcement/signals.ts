import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Finding, RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {
  adjustBenjaminiHochberg,
  binomialLowerTail,
  binomialUpperTail,
} from '../../measures/statistics.ts'
import {memberCounts, type MemberCount} from './member-counts.ts'

const house = {basis: 'house', source: 'House default'} as const

export const signalThresholds: readonly Threshold[] = [
  {
    ...house,
    id: 'signalFalseDiscoveryRate',
    value: 0.05,
    unit: 'ratio',
    description: 'Share of false signals allowed among those found for one measure and period',
    looser: 'lower',
  },
  {
    ...house,
    id: 'signalMinimumDenominator',
    value: 20,
    unit: 'count',
    description: 'Smallest denominator judged, where the Measure states no `minimumDenominator`',
    looser: 'higher',
  },
  {
    ...house,
    id: 'signalMinimumPeers',
    value: 2,
    unit: 'count',
    description: 'Other members of the peer group with data, below which nobody is compared',
    looser: 'higher',
  },
]

/** A member whose value is worse than that of the peers by more than chance explains. */
export interface Signal {
  readonly member: string
  readonly measure: string
  readonly from: string
  readonly to: string
  readonly entry: Entry<'EvidenceTable'>
}

export interface Signals {
  readonly found: readonly Signal[]
  /** Members compared, summed over measures and periods. */
  readonly comparisons: number
  /** Last days of the periods of each measure, in order. */
  readonly periods: ReadonlyMap<string, readonly string[]>
  readonly tables: readonly Entry<'EvidenceTable'>[]
  /** Tables and measures that could not be judged. */
  readonly gaps: readonly Finding[]
}

/**
 * Signals in the count tables of the line: for each measure and period, a one-sided exact binomial
 * test of each member against the rate of the other members of the group, adjusted for their
 * number after Benjamini and Hochberg.
 *
 * The member is left out of the rate, so that a large one does not hide itself; half an event is
 * added on either side, so that peers without an event do not make the first one a certainty.
 * Where the table has no groups, all members scored on the measure are the peers. A measure whose
 * unit is not a ratio cannot be judged so, and is said to be left out.
 *
 * The rule must list {@link signalThresholds}.
 */
export function signalsOf(context: RuleContext): Signals {
  const {counts, tables, gaps} = memberCounts(context)
  const found: Signal[] = []
  const periods = new Map<string, string[]>()
  let comparisons = 0
  for (const [id, ofMeasure] of grouped(counts, ({measure}) => measure)) {
    const measure = context.workspace.find('Measure', id)
    const unjudged = whyUnjudged(context, id, measure, ofMeasure)
    if (measure === undefined || unjudged !== undefined) {
      if (unjudged !== undefined) gaps.push(unjudged)
      continue
    }
    const byPeriod = grouped(ofMeasure, ({from, to}) => `${to} ${from}`)
    periods.set(id, [...new Set(ofMeasure.map(({to}) => to))].sort(compareText))
    for (const [, inPeriod] of byPeriod) {
      const tested = compare(context, measure, inPeriod)
      comparisons += tested.length
      const adjusted = adjustBenjaminiHochberg(tested.map(({p}) => p))
      for (const [index, {count}] of tested.entries())
        if ((adjusted[index] ?? 1) <= context.threshold('signalFalseDiscoveryRate'))
          found.push({...count, measure: id})
    }
  }
  return {found, comparisons, periods, tables, gaps}
}

/** Two tests of each line ask for the same ones. */
const chances = new Map<string, number>()
/** Beyond it they are worked out anew: memory stays bounded. */
const mostChances = 200_000

/** Chance of as many events, or of as few, as a member has, at the rate of its peers. */
function chance(many: boolean, numerator: number, denominator: number, rate: number): number {
  const key = `${many} ${numerator} ${denominator} ${rate}`
  const known = chances.get(key)
  if (known !== undefined) return known
  const tail = many ? binomialUpperTail : binomialLowerTail
  const p = tail(numerator, denominator, rate)
  if (chances.size < mostChances) chances.set(key, p)
  return p
}

/** One-sided p-values of the members that can be compared. */
function compare(
  context: RuleContext,
  {value}: Entry<'Measure'>,
  inPeriod: readonly MemberCount[],
): {count: MemberCount; p: number}[] {
  const minimum = value.minimumDenominator ?? context.threshold('signalMinimumDenominator')
  return grouped(inPeriod, ({group}) => group ?? '').flatMap(([, group]) => {
    const withData = group.filter(({denominator}) => denominator > 0)
    if (withData.length - 1 < context.threshold('signalMinimumPeers')) return []
    const events = withData.reduce((sum, {numerator}) => sum + numerator, 0)
    const of = withData.reduce((sum, {denominator}) => sum + denominator, 0)
    return withData
      .filter(({denominator}) => denominator >= minimum)
      .map((count) => {
        const {numerator, denominator} = count
        const rate = (events - numerator + 0.5) / (of - denominator + 1)
        return {count, p: chance(value.direction === 'lower', numerator, denominator, rate)}
      })
  })
}

/** Why a measure cannot be judged as a share of counts; undefined where it can. */
function whyUnjudged(
  context: RuleContext,
  id: string,
  measure: Entry<'Measure'> | undefined,
  counts: readonly MemberCount[],
): Finding | undefined {
  const [first] = counts
  if (first === undefined) return undefined
  if (measure === undefined)
    return context.finding(
      'warning',
      first.entry,
      [],
      `Unexpected counts of \`${id}\`, expected the id of a Measure`,
      `Create ${fileFor(context.workspace, 'Measure', id)} with \`kind: Measure\``,
    )
  const {direction, unit = 'ratio'} = measure.value
  if (unit !== 'ratio')
    return context.finding(
      'note',
      measure,
      ['unit'],
      `Unexpected unit \`${unit}\` of a measure with counts, expected \`ratio\`: its outliers are not looked for`,
    )
  if (direction === undefined)
    return context.finding(
      'warning',
      measure,
      [],
      'Unexpected measure without `direction`, expected which way is better: its outliers cannot be told',
      'State `direction`',
    )
  if (counts.some((it) => !isShare(it)))
    return context.finding(
      'warning',
      first.entry,
      [],
      `Unexpected counts of \`${id}\` that are not whole parts of a whole, expected 0 to the denominator`,
      'Correct the table, or state another `unit` of the measure',
    )
  return undefined
}

function isShare({numerator, denominator}: MemberCount): boolean {
  return (
    Number.isInteger(numerator) &&
    Number.isInteger(denominator) &&
    numerator >= 0 &&
    numerator <= denominator
  )
}

/** In the order of their keys. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [item])
    else known.push(item)
  }
  return [...groups].sort(([a], [b]) => compareText(a, b))
}
