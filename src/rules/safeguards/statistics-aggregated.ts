import type {Aggregator} from '../../model/records.gen.ts'
import type {Rule, RuleContext, Threshold} from '../../model/rule.ts'
import {counted, listed, percent, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'
import {safeguardsOf, withoutSafeguard} from './kept.ts'

const zone = {
  basis: 'withdrawnPolicy',
  source: 'A zone of the 1996 Health Care Statements, withdrawn in 2023',
} as const

const statisticAgeDays: Threshold = {
  ...zone,
  id: 'statisticAgeDays',
  value: 90,
  unit: 'days',
  description: 'Age of shared data, which must be older',
  looser: 'lower',
}

const statisticSources: Threshold = {
  ...zone,
  id: 'statisticSources',
  value: 5,
  unit: 'count',
  description: 'Sources that each shared statistic needs at least',
  looser: 'lower',
}

const statisticLargestShare: Threshold = {
  ...zone,
  id: 'statisticLargestShare',
  value: 0.25,
  unit: 'ratio',
  description: 'Largest share that one source may have in a shared statistic',
  looser: 'higher',
}

export const statisticsAggregated: Rule = {
  id: 'K5',
  name: 'safeguards/statistics-aggregated',
  title: 'A shared statistic is old, of many sources, and made by a third party',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [statisticAgeDays, statisticLargestShare, statisticSources, ...silenceThresholds],
  authorities: ['ntsp', 'sherman-1'],
  docs: {
    tests:
      'Whether each shared statistic is made by a third party, of data more than 90 days old, from five sources or more of which none has over 25 %. Below any of these it is contrary; at or above all of them the floor is met, which is no protection. With no aggregator on record it does not apply where the safeguards log is attested complete, else it is not known.',
    rationale:
      'A statistic from which one can tell what a competitor is paid today does what telling it would do.',
    evidence:
      'Safeguard records of type `aggregator` with `aggregator`, and an Attestation that the `safeguards` log is complete.',
    limits:
      'The four numbers come from a zone that was withdrawn. Meeting them protects nobody; whether a statistic can be taken apart is not computed.',
  },
  requires: [],

  check(context) {
    const kept = safeguardsOf(context, 'aggregator')
    if (kept.length === 0)
      return withoutSafeguard(context, 'aggregator', 'aggregator of shared statistics', {
        closed: 'notApplicable',
      })
    const judged = kept.map((entry) => ({entry, ...judge(context, entry.value.aggregator)}))
    const below = judged.filter((it) => it.below.length > 0)
    const silent = judged.filter((it) => it.missing.length > 0)
    const outcome = below.length > 0 ? 'contrary' : silent.length > 0 ? 'unknown' : 'supported'
    const met = judged.filter((it) => it.below.length + it.missing.length === 0)
    return resultOf(
      outcome,
      `Of ${counted(kept.length, 'shared statistic')}, ${met.length} ${met.length === 1 ? 'has' : 'have'} the floor met, which is not protection; ${below.length} ${below.length === 1 ? 'is' : 'are'} below it.`,
      met.map(({entry}) =>
        context.cite(
          entry,
          ['aggregator'],
          strengthOf(context, entry),
          'floor met, not protection',
        ),
      ),
      judged.flatMap(({entry, below, missing}) => [
        ...(below.length === 0
          ? []
          : [
              context.finding(
                'error',
                entry,
                ['aggregator'],
                `Unexpected statistic below the floor (${listed(below)}), expected a third party, older data, more sources and no large one`,
                'Stop sharing it and ask counsel',
              ),
            ]),
        ...(missing.length === 0
          ? []
          : [
              context.finding(
                'note',
                entry,
                ['aggregator'],
                `Unexpected aggregator that leaves out ${listed(missing)}, expected how the statistic is made`,
                'State them as the agreement with the third party has them',
              ),
            ]),
      ]),
      '`aggregator` of the Safeguard record',
    )
  },
}

/** What is below the floor, and what is left out. */
function judge({threshold}: RuleContext, aggregator: Aggregator | undefined) {
  const {thirdParty, oldestAllowedDays: age, sources, largestShare: largest} = aggregator ?? {}
  const below = [
    ...(thirdParty === false ? ['no third party'] : []),
    ...(age !== undefined && age <= threshold('statisticAgeDays') ? [`${age} days old`] : []),
    ...(sources !== undefined && sources < threshold('statisticSources')
      ? [counted(sources, 'source')]
      : []),
    ...(largest !== undefined && largest > threshold('statisticLargestShare')
      ? [`one source with ${percent(largest)}`]
      : []),
  ]
  const missing = [
    ...(thirdParty === undefined ? ['`thirdParty`'] : []),
    ...(age === undefined ? ['`oldestAllowedDays`'] : []),
    ...(sources === undefined ? ['`sources`'] : []),
    ...(largest === undefined ? ['`largestShare`'] : []),
  ]
  return {below, missing}
}
