import type {Rule} from '../../model/rule.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {protocolsOf} from './in-use.ts'

export const conditionsCovered: Rule = {
  id: 'C5',
  name: 'protocols/conditions-covered',
  title: "Protocols cover half of the network's high-cost and prevalent conditions",
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'conditionsCoveredShare',
      value: 0.5,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of the high-cost and prevalent conditions that protocols cover.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Of the conditions that the network lists as high-cost or prevalent among its patients, at least half have an active protocol.',
    rationale:
      'A program worth joint contracting reaches much of what members do: protocols for rare conditions leave practice as it was.',
    evidence:
      'The Network record with `conditions`, each with its source and `protocols`; Protocol records.',
    limits:
      'The network draws up the list itself: a short one is easily covered. Protocols that call their condition prevalent do not make a list of all.',
  },
  requires: ['Protocol'],

  check(context) {
    const {network, cite, finding, threshold} = context
    const {conditions} = network.value
    const answeredBy = '`conditions` in the Network record, with the protocols that cover each'
    if (conditions === undefined || conditions.length === 0)
      return resultOf(
        'unknown',
        'The high-cost and prevalent conditions of the network are not listed.',
        [],
        [
          lineFinding(
            context,
            'unknown',
            'Unexpected network without `conditions`, expected its high-cost and prevalent ones',
            'List them with their source, also those without a protocol',
          ),
        ],
        answeredBy,
      )
    const active = new Set(protocolsOf(context).map(({value}) => value.id))
    const share = threshold('conditionsCoveredShare')
    const judged = conditions.map(({title, protocols = []}, index) => ({
      title,
      index,
      by: protocols.filter((it) => active.has(it)),
    }))
    const covered = judged.filter(({by}) => by.length > 0)
    const enough = covered.length >= share * conditions.length
    return resultOf(
      enough ? 'supported' : covered.length > 0 ? 'weak' : 'absent',
      `${covered.length} of ${counted(conditions.length, 'high-cost or prevalent condition')} ${conditions.length === 1 ? 'has' : 'have'} an active protocol.`,
      covered.map(({title, index, by}) =>
        cite(
          network,
          ['conditions', index],
          strengthOf(context, network),
          `${title}: ${by.join(', ')}`,
        ),
      ),
      enough
        ? []
        : judged
            .filter(({by}) => by.length === 0)
            .map(({title, index}) =>
              finding(
                'warning',
                network,
                ['conditions', index],
                `Unexpected condition \`${title}\` without an active protocol, expected ${percent(share)} of all to have one`,
                'Adopt a protocol for it, or name the one that covers it under `protocols`',
              ),
            ),
      answeredBy,
    )
  },
}
