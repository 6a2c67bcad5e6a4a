import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {memberCounts, type MemberCount} from '../enforcement/member-counts.ts'
import {grouped} from '../enforcement/signals.ts'
import {counted, percent, tableStrength} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {measuresOf} from './in-use.ts'

export const notToppedOut: Rule = {
  id: 'C11',
  name: 'protocols/not-topped-out',
  title: 'No measure is at its ceiling for most members two periods in a row',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    {
      id: 'toppedOutMedian',
      value: 0.99,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Median of the members at which a measure no longer tells them apart.',
      looser: 'higher',
    },
    {
      id: 'toppedOutPeriods',
      value: 2,
      unit: 'count',
      basis: 'house',
      source: 'House default',
      description: 'Last periods of a measure in all of which the median is looked at.',
      looser: 'higher',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'For each measure in use whose unit is a ratio: the median rate of the members in each of the last two periods. At 99 % in both (1 % where lower is better) the measure tells nobody apart.',
    rationale:
      'A measure that nearly everyone meets modifies no practice: a program is ongoing where it moves on to what can still improve.',
    evidence: 'EvidenceTable records of grain `counts`, by member, measure and period.',
    limits:
      'A measure may be kept to watch that it stays high. Members without a patient in the denominator are left out.',
  },
  requires: ['Measure'],

  check(context) {
    const {counts, gaps} = memberCounts(context)
    const byMeasure = new Map(grouped(counts, (it) => it.measure))
    const measures = measuresOf(context).filter(
      ({value}) => (value.unit ?? 'ratio') === 'ratio' && value.direction !== undefined,
    )
    const evidence: Evidence[] = []
    const findings: Finding[] = []
    let judged = 0
    for (const measure of measures) {
      const all = byMeasure.get(measure.value.id) ?? []
      const own = all.filter(({denominator}) => denominator > 0)
      const medians = lastMedians(context, measure, own)
      const [first] = own
      if (first === undefined || medians.length < context.threshold('toppedOutPeriods')) continue
      judged += 1
      const words = medians.map(({to, median}) => `${percent(median)} to ${to}`).join(', ')
      if (medians.every(({median}) => atCeiling(context, measure, median)))
        findings.push(
          context.finding(
            'warning',
            measure,
            [],
            `Unexpected measure \`${measure.value.id}\` with a median of ${words}, expected one that tells members apart`,
            'Replace it, raise what it asks for, or retire it',
          ),
        )
      else {
        const {entry} = own.at(-1) ?? first
        const strength = tableStrength(context, entry, entry.value.id)
        evidence.push(context.cite(measure, [], strength, `median ${words}`))
      }
    }
    const outcome =
      findings.length > 0
        ? 'weak'
        : judged > 0 && gaps.length === 0
          ? 'supported'
          : judged + counts.length + gaps.length > 0
            ? 'unknown'
            : context.missingOperation()
    return resultOf(
      outcome,
      `${counted(findings.length, 'measure')} of ${judged} with counts for ${context.threshold('toppedOutPeriods')} periods ${findings.length === 1 ? 'is' : 'are'} at the ceiling.`,
      evidence,
      [...findings, ...gaps],
      `tables of counts by member, measure and period (${fileFor(context.workspace, 'EvidenceTable', '…')})`,
    )
  },
}

/** Medians of the members' rates in the last periods of a measure, oldest first. */
function lastMedians(
  {threshold}: RuleContext,
  {value}: Entry<'Measure'>,
  counts: readonly MemberCount[],
): {to: string; median: number}[] {
  return grouped(counts, ({to}) => to)
    .map(([to, inPeriod]) => ({
      to,
      rates: inPeriod
        .filter(({denominator}) => denominator >= (value.minimumDenominator ?? 1))
        .map(({numerator, denominator}) => numerator / denominator)
        .sort((a, b) => a - b),
    }))
    .filter(({rates}) => rates.length > 0)
    .sort((a, b) => compareText(a.to, b.to))
    .slice(-threshold('toppedOutPeriods'))
    .map(({to, rates}) => ({to, median: medianOf(rates)}))
}

/** Of values in order; the mean of the two in the middle where their number is even. */
function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? 0
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper
}

function atCeiling({threshold}: RuleContext, {value}: Entry<'Measure'>, median: number): boolean {
  const ceiling = threshold('toppedOutMedian')
  // Room for the error of 1 - 0.99 in binary.
  return value.direction === 'higher' ? median >= ceiling : median <= 1 - ceiling + 1e-9
}
