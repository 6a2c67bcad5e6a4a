import {addMonths} from '../../model/date.ts'
import type {Rule, Threshold} from '../../model/rule.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {ownersCounted, ownersOf, type Owner} from './owners.ts'
import {shareThresholds, weightByShare} from './primary-share.ts'

const outsideContractShare: Threshold = {
  id: 'outsideContractShare',
  value: 0.5,
  unit: 'ratio',
  basis: 'house',
  source: 'House default',
  description: 'Share of owners that hold at least one contract outside the network',
  looser: 'lower',
}

const outsideContractMonths: Threshold = {
  id: 'outsideContractMonths',
  value: 18,
  unit: 'months',
  basis: 'house',
  source: 'House default, as for share data',
  description: 'Age up to which a count of outside contracts is read',
  looser: 'higher',
}

export const outsideContractsHeld: Rule = {
  id: 'J2',
  name: 'market/outside-contracts-held',
  title: 'Members hold contracts with payers outside the network',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [outsideContractMonths, outsideContractShare, ...shareThresholds],
  authorities: ['medsouth-2002', 'norman-2013', 'tristate-2009'],
  docs: {
    tests:
      'How many owners of practices on this line hold at least one contract with a payer outside the network, by their newest count. Owners whose count is missing or too old are not known. None at all, where every owner is counted, is contrary.',
    rationale:
      'A network is non-exclusive in fact only where its members really contract outside it; then a payer can go around the joint price.',
    evidence:
      '`outsideContracts` of Participant records, counts only: no payer and no term. With shares at or above the band, or unknown, this test is a gate.',
    limits:
      'Practices under one owner are counted once. A count does not tell whether the contracts matter to a payer.',
  },
  requires: [],

  check(context) {
    const since = addMonths(context.asOf, -context.threshold('outsideContractMonths'))
    const {weight, says} = weightByShare(context)
    const owners = ownersOf(context)
    const isKnown = ({last}: Owner) => last !== null && last.asOf >= since
    const known = owners.filter(isKnown)
    const holders = known.filter(({last}) => (last?.count ?? 0) > 0)
    const unknown = owners.filter((it) => !isKnown(it))
    const floor = context.threshold('outsideContractShare')
    const most = holders.length + unknown.length
    const outcome =
      owners.length === 0 || known.length === 0
        ? 'unknown'
        : holders.length / owners.length >= floor && holders.length > 0
          ? 'supported'
          : most / owners.length >= floor && unknown.length > 0
            ? 'unknown'
            : holders.length === 0 && unknown.length === 0
              ? 'contrary'
              : 'weak'
    const gaps =
      outcome === 'supported'
        ? []
        : outcome === 'unknown'
          ? unknown
          : known.filter(({last}) => last?.count === 0)
    return {
      outcome,
      summary: `${holders.length} of ${ownersCounted(owners)} on ${context.line.title} hold a contract outside the network and ${unknown.length} ${unknown.length === 1 ? 'is' : 'are'} not known since ${since}; expected ${percent(floor)} or more.${says}`,
      evidence: holders.flatMap(({participants, last}) =>
        participants
          .slice(0, 1)
          .map((entry) =>
            context.cite(
              entry,
              ['outsideContracts'],
              strengthOf(context, entry),
              `${counted(last?.count ?? 0, 'outside contract')} on ${last?.asOf ?? ''}`,
            ),
          ),
      ),
      findings: gaps.flatMap(({owner, participants, last}) =>
        participants
          .slice(0, 1)
          .map((entry) =>
            context.finding(
              outcome === 'unknown' ? 'note' : 'warning',
              entry,
              [owner === null ? 'name' : 'outsideContracts'],
              owner === null
                ? 'Unexpected practice whose owner is not stated, expected its owner'
                : last === null
                  ? 'Unexpected owner whose outside contracts are not counted, expected a count'
                  : last.asOf < since
                    ? `Unexpected newest count on \`${last.asOf}\`, expected one on or after \`${since}\``
                    : 'Unexpected owner without a contract outside the network, expected at least one',
              owner === null
                ? 'State `owner`; practices of one owner are counted together'
                : 'State `outsideContracts`, counts only',
            ),
          ),
      ),
      weight,
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: '`outsideContracts` of the Participant records, counts only'}),
    }
  },
}
