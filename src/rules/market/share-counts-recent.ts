import {addMonths} from '../../model/date.ts'
import type {Rule, Threshold} from '../../model/rule.ts'
import {strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {newestScreens} from './share.ts'

const shareCountMonths: Threshold = {
  id: 'shareCountMonths',
  value: 18,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Age up to which counts of shares are recent',
  looser: 'higher',
}

export const shareCountsRecent: Rule = {
  id: 'J10',
  name: 'market/share-counts-recent',
  title: 'Counts of shares are recent',
  weight: 'minor',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [shareCountMonths],
  authorities: ['tristate-2009'],
  docs: {
    tests: 'Whether the newest screen of the line was counted within eighteen months.',
    rationale: 'Practices open, close and are bought; an old count says little of today.',
    evidence: 'ServiceAreaScreen records with the date of their counts.',
    limits: 'Takes the date declared. Whether the counts are right is not seen.',
  },
  requires: ['ServiceAreaScreen'],

  check(context) {
    const since = addMonths(context.asOf, -context.threshold('shareCountMonths'))
    const screens = newestScreens(context)
    const [newest] = screens
    const outcome =
      newest === undefined ? 'unknown' : newest.value.asOf >= since ? 'supported' : 'weak'
    return resultOf(
      outcome,
      newest === undefined
        ? 'No screen is dated on or before the date of this assessment.'
        : `The newest counts are as of ${newest.value.asOf}; expected ${since} or later.`,
      screens.map((entry) =>
        context.cite(
          entry,
          ['asOf'],
          strengthOf(context, entry),
          `counted as of ${entry.value.asOf}`,
        ),
      ),
      outcome === 'weak'
        ? screens.map((entry) =>
            context.finding(
              'warning',
              entry,
              ['asOf'],
              `Unexpected newest counts of \`${entry.value.asOf}\`, expected \`${since}\` or later`,
              'Count again, and keep this screen beside the new one',
            ),
          )
        : [],
      'a ServiceAreaScreen with newer counts',
    )
  },
}
