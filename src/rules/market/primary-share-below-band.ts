import type {Rule} from '../../model/rule.ts'
import {percent} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {ownersCounted} from './owners.ts'
import {primaryShares, shareThresholds} from './primary-share.ts'

export const primaryShareBelowBand: Rule = {
  id: 'J6',
  name: 'market/primary-share-below-band',
  title: "Shares in each owner's primary service area are counted and below the band",
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: shareThresholds,
  authorities: ['aco-policy-2011', 'norman-2013', 'tristate-2009'],
  docs: {
    tests:
      "For each owner of practices on the line, the network's share in that owner's primary service area: the fewest ZIP codes that reach 75 % of its patients, both ways where ZIP codes tie. At or above the band the test is weak, never worse; an owner without such an area is not known, and then J1, J2 and J4 are gates.",
    rationale:
      'An area drawn around the network can hide that in one part of it payers have nobody else. An area drawn around each owner shows it.',
    evidence:
      'ServiceAreaScreen records whose `areas` name an `owner` and its `zips`, with `counts` of each; a `table` of counts with the owner as unit, measure `patients` and the ZIP code as group, where the areas are to be recomputed. Without it they are as declared.',
    limits:
      'The way of drawing the area comes from a withdrawn statement and is a way of counting, no zone and no market. Practices under one owner are counted once.',
  },
  requires: ['ServiceAreaScreen'],

  check(context) {
    const shares = primaryShares(context)
    const band = context.threshold('shareBand')
    const missing = shares.filter(({share}) => share === null)
    const high = shares.filter(({share}) => share !== null && share >= band)
    const outcome =
      missing.length > 0 || shares.length === 0 ? 'unknown' : high.length > 0 ? 'weak' : 'supported'
    const largest = Math.max(0, ...shares.map(({share}) => share ?? 0))
    const known = shares.length - missing.length
    return resultOf(
      outcome,
      `Of ${ownersCounted(shares)} on ${context.line.title}, the primary service area of ${known} is counted${known === 0 ? '' : `, with a largest share of ${percent(largest)}`}; ${high.length} ${high.length === 1 ? 'is' : 'are'} at or above the band of ${percent(band)}.`,
      shares.flatMap(({evidence}) => evidence),
      [
        ...missing.map(({owner, problem}) =>
          lineFinding(
            context,
            'unknown',
            owner === null
              ? 'Unexpected practice whose owner is not stated, expected its owner and a count in the primary service area of that owner'
              : `Unexpected owner \`${owner}\` whose share cannot be told (${problem}), expected a count in its primary service area`,
            owner === null
              ? 'State `owner` of the Participant; practices of one owner are counted together'
              : 'Add an area with `owner` and `zips` to the newest ServiceAreaScreen, and its counts',
          ),
        ),
        ...high.map(({owner, share}) =>
          lineFinding(
            context,
            'weak',
            `Unexpected share of ${percent(share ?? 0)} in the primary service area of \`${owner ?? ''}\`, expected one below ${percent(band)}`,
            'Show that payers can go around the network there: J1, J2 and J4',
          ),
        ),
      ],
      "a ServiceAreaScreen with each owner's primary service area and its counts",
    )
  },
}
