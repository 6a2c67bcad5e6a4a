import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {newestScreens} from './share.ts'

export const alternativesExist: Rule = {
  id: 'J9',
  name: 'market/alternatives-exist',
  title: 'A rival network or an adequate panel outside the network exists',
  weight: 'major',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [],
  authorities: ['norman-2013', 'tristate-2009'],
  docs: {
    tests:
      'Whether the newest screen names a rival network, or a panel of practices outside this one, that a payer could market alone. An empty list is absent, a list left out is not known.',
    rationale: 'A payer with somebody else to turn to is less open to a joint price.',
    evidence: 'ServiceAreaScreen records with `rivals`, each with `adequate` and its source.',
    limits:
      'Whether a panel is adequate is the judgment of the source that is named; no market is defined.',
  },
  requires: ['ServiceAreaScreen'],

  check(context) {
    const screens = newestScreens(context)
    const rivals = screens.flatMap((entry) =>
      (entry.value.rivals ?? []).map((rival, index) => ({entry, rival, index})),
    )
    const adequate = rivals.filter(({rival}) => rival.adequate)
    const stated = screens.filter(({value}) => value.rivals !== undefined)
    const outcome =
      adequate.length > 0
        ? 'supported'
        : stated.length === 0
          ? 'unknown'
          : rivals.length > 0
            ? 'weak'
            : 'absent'
    return resultOf(
      outcome,
      `${adequate.length} of ${counted(rivals.length, 'rival or panel', 'rivals and panels')} in the newest screen could be marketed alone.`,
      adequate.map(({entry, index, rival}) =>
        context.cite(
          entry,
          ['rivals', index],
          strengthOf(context, entry),
          `an alternative, by ${rival.source}`,
        ),
      ),
      outcome === 'supported'
        ? []
        : screens.map((entry) =>
            context.finding(
              outcome === 'unknown' ? 'note' : 'warning',
              entry,
              ['rivals'],
              `Unexpected screen ${outcome === 'unknown' ? 'without `rivals`' : 'without an adequate rival'}, expected a network or panel that a payer could market alone`,
              'State `rivals` with their sources, empty where there is none',
            ),
          ),
      '`rivals` of the newest ServiceAreaScreen',
    )
  },
}
