import {daysBetween} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince, lookBackFrom} from '../logs.ts'
import {counted, tableStrength} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const scorecardsQuarterly: Rule = {
  id: 'D1',
  name: 'monitoring/scorecards-quarterly',
  title: 'Members are scored every quarter, with no gap over 100 days',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'scorecardGapDays',
      value: 100,
      unit: 'days',
      basis: 'house',
      source: 'House default',
      description: 'Longest time between the ends of two scored periods.',
      looser: 'higher',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Ends of scored periods in the last 12 months, or since the program went live, lie no more than 100 days apart; so do the last one and the as-of date. A gap above twice that is a missing program, not a late one.',
    rationale:
      'The program must be active and ongoing: members whose results nobody computes are not monitored.',
    evidence:
      'Scorecard records with `from`, `to`, `issued` and the table that they were computed from; an Attestation of log `scorecards`.',
    limits:
      'Shows that scorecards were issued, not that they were read. When a record was entered is for the trail.',
  },
  requires: ['Scorecard'],

  check(context) {
    const {asOf, threshold, cite, ofLine} = context
    const since = lookBackFrom(context, threshold('operatingLookBackMonths'))
    const limit = threshold('scorecardGapDays')
    const issued = ofLine('Scorecard')
      .filter(({value}) => value.issued <= asOf && value.to <= asOf)
      .sort((a, b) => compareText(a.value.to, b.value.to))
    const recent = issued.filter(({value}) => value.to > since)
    const gaps = gapsOf(context, issued, since).filter(({days}) => days > limit)
    const longest = Math.max(0, ...gaps.map(({days}) => days))
    const closed = closedSince(context, 'scorecards', since)
    const outcome =
      recent.length === 0 || longest > 2 * limit
        ? closed === undefined
          ? context.missingOperation()
          : 'absent'
        : gaps.length === 0
          ? 'supported'
          : 'weak'
    return {
      outcome,
      summary: `${counted(recent.length, 'scorecard')} since ${since}${
        gaps.length === 0
          ? `, no gap over ${limit} days`
          : `, with ${counted(gaps.length, 'gap')} over ${limit} days, the longest of ${longest}`
      }.`,
      evidence: recent.map((entry) =>
        cite(
          entry,
          ['to'],
          tableStrength(context, entry, entry.value.table, closed),
          `period to ${entry.value.to}, issued ${entry.value.issued}`,
        ),
      ),
      findings: gaps.map((gap) => findingOf(context, gap, limit)),
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `a Scorecard record for each quarter (${fileFor(context.workspace, 'Scorecard', '…')})`,
          }),
    }
  },
}

/** Time between two ends of periods; `from` is none before the first. */
interface Gap {
  readonly from: string
  readonly to: string
  readonly days: number
  readonly at: Entry<'Scorecard'> | undefined
}

/** Counted from the last end before the look-back, where there is one, else from its first day. */
function gapsOf(
  {asOf, line}: RuleContext,
  issued: readonly Entry<'Scorecard'>[],
  since: string,
): Gap[] {
  const before = issued.filter(({value}) => value.to <= since).at(-1)
  const live = line.programLive
  const start =
    before !== undefined && (live === undefined || before.value.to >= live) ? before : undefined
  let [from, at] = [start?.value.to ?? since, start]
  const gaps: Gap[] = []
  for (const entry of issued.filter(({value}) => value.to > since)) {
    gaps.push({from, to: entry.value.to, days: daysBetween(from, entry.value.to), at: entry})
    ;[from, at] = [entry.value.to, entry]
  }
  gaps.push({from, to: asOf, days: daysBetween(from, asOf), at})
  return gaps
}

function findingOf(
  {network, lineIndex, finding, workspace}: RuleContext,
  gap: Gap,
  limit: number,
): Finding {
  const message = `Unexpected ${gap.days} days without a scored period (${gap.from} to ${gap.to}), expected at most ${limit}`
  const help = `Create ${fileFor(workspace, 'Scorecard')} for each quarter that was scored`
  return gap.at === undefined
    ? finding('warning', network, ['productLines', lineIndex], message, help)
    : finding('warning', gap.at, ['to'], message, help)
}
