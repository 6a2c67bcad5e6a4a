import type {Rule, RuleContext, Threshold} from '../../model/rule.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {exclusivityOf} from './exclusivity.ts'
import {newestScreens} from './share.ts'

const dominantOwnerShare: Threshold = {
  id: 'dominantOwnerShare',
  value: 0.5,
  unit: 'ratio',
  basis: 'withdrawnPolicy',
  source: '2011 ACO Policy Statement, withdrawn in 2023',
  description: 'Share of one owner in an area above which it may not be bound to the network',
  looser: 'higher',
}

export const noDominantOwnerBound: Rule = {
  id: 'J7',
  name: 'market/no-dominant-owner-bound',
  title: 'No owner with more than half of an area is bound to the network',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [dominantOwnerShare],
  authorities: ['aco-policy-2011', 'sherman-1'],
  docs: {
    tests:
      'Whether an owner holds more than half of the providers of a specialty or service in an area while its practices are bound to the network (contrary). It is not where members are free, and cannot be where the whole network holds no more than half.',
    rationale:
      'A payer that needs one owner can be made to take the network with it, unless that owner also deals alone.',
    evidence:
      'ServiceAreaScreen records with `counts`, and `largestOwner` where the network holds more than half; `exclusivity` and `firstRefusal` of ParticipationAgreement clauses; `exclusivity` of PayerContract clauses.',
    limits:
      'Counts providers, not patients or beds, and defines no market. The number comes from a withdrawn statement.',
  },
  requires: ['ServiceAreaScreen'],

  check(context) {
    const limit = context.threshold('dominantOwnerShare')
    const bound = exclusivityOf(context)
    const counts = countsOf(context)
    const over = counts.filter(({owner}) => owner !== null && owner > limit)
    const unknown = counts.filter(
      ({owner, most}) => owner === null && (most === null || most > limit),
    )
    const below = counts.length > 0 && over.length + unknown.length === 0
    const outcome =
      bound === 'free' || below
        ? 'supported'
        : bound === 'bound' && over.length > 0
          ? 'contrary'
          : 'unknown'
    const words = {
      bound: 'are bound to the network',
      free: 'are free to contract outside it',
      unknown: 'are not stated to be free',
    }[bound]
    return resultOf(
      outcome,
      `Of ${counted(counts.length, 'count')} in the newest screen, one owner holds more than ${percent(limit)} in ${over.length} and it cannot be told in ${unknown.length}; members of ${context.line.title} ${words}.`,
      newestScreens(context).map((entry) =>
        context.cite(
          entry,
          ['counts'],
          strengthOf(context, entry),
          below ? `no owner above ${percent(limit)}` : `members ${words}`,
        ),
      ),
      outcome === 'supported'
        ? []
        : [
            ...(counts.length === 0
              ? [
                  lineFinding(
                    context,
                    'unknown',
                    'Unexpected line without counts by area, expected a ServiceAreaScreen with them',
                    'Count members and all providers by specialty and area, each with its source',
                  ),
                ]
              : []),
            ...[...over, ...unknown].map(({entry, index, owner}) =>
              context.finding(
                outcome === 'contrary' && owner !== null ? 'error' : 'note',
                entry,
                ['counts', index],
                owner === null
                  ? 'Unexpected count without `largestOwner`, expected the owner with the most providers'
                  : `Unexpected owner with ${percent(owner)} whose practices ${bound === 'bound' ? 'are bound to the network' : 'are not stated to be free'}, expected them free`,
                'State `largestOwner`, and free its practices to contract outside the network',
              ),
            ),
          ],
      '`largestOwner` of the counts, or an agreement that is not exclusive',
    )
  },
}

/** Shares of each count: of the largest owner, null where not stated, and of the whole network. */
function countsOf(context: RuleContext) {
  return newestScreens(context).flatMap((entry) =>
    (entry.value.counts ?? []).map(({members, all, largestOwner}, index) => ({
      entry,
      index,
      owner: largestOwner === undefined || all === 0 ? null : largestOwner.members / all,
      most: all === 0 ? null : members / all,
    })),
  )
}
