import type {Rule} from '../../model/rule.ts'
import {percent, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'

export const oneEntity: Rule = {
  id: 'A1',
  name: 'governance/one-entity',
  title: 'One network entity whose owners add up, with the share of any hospital stated',
  weight: 'major',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'ownershipTolerance',
      value: 0.001,
      unit: 'ratio',
      basis: 'house',
      source: 'House default; leaves room for rounding only',
      description: 'Largest difference of the sum of ownership shares from one.',
      looser: 'higher',
    },
  ],
  authorities: ['american-needle', 'statement-8', 'statement-9'],
  docs: {
    tests:
      'The legal form of the network is stated, the shares of its owners add up to 100 %, and a network that a hospital sponsors states the share of the hospital.',
    rationale:
      'Who owns and controls the venture says whether competing physicians act through one entity of their own, and whether a hospital stands behind it.',
    evidence:
      'The Network record with `entityForm`, `sponsor` and `owners`; the operating agreement.',
    limits: 'Reads shares as declared. Voting rights and loans may shift control; see A2.',
  },
  requires: [],

  check(context) {
    const {network, cite, finding, threshold} = context
    const {entityForm, owners = [], sponsor} = network.value
    const tally = newTally()
    const strength = strengthOf(context, network)
    if (entityForm === undefined)
      tally.notStated.push(
        finding(
          'note',
          network,
          [],
          'Unexpected network without `entityForm`, expected its legal form',
        ),
      )
    else tally.met.push(cite(network, ['entityForm'], strength, `one entity: ${entityForm}`))
    const sum = owners.reduce((total, {share}) => total + share, 0)
    const hospital = owners.filter((it) => it.class === 'hospital')
    if (owners.length === 0)
      tally.notStated.push(
        finding(
          'note',
          network,
          [],
          'Unexpected network without `owners`, expected each with its share',
          'List every owner, the hospital too, with its share of one',
        ),
      )
    else if (Math.abs(sum - 1) > threshold('ownershipTolerance') + 1e-9)
      tally.unmet.push(
        finding(
          'warning',
          network,
          ['owners'],
          `Unexpected owners with ${percent(sum)} in all, expected 100 %`,
          'List every owner with its share of one',
        ),
      )
    else if (hospital.length === 0 && (sponsor === 'hospital' || sponsor === 'joint'))
      tally.unmet.push(
        finding(
          'warning',
          network,
          ['owners'],
          `Unexpected owners without a hospital beside sponsor \`${sponsor}\`, expected its share`,
          'Name the hospital among the owners, or correct `sponsor`',
        ),
      )
    else tally.met.push(cite(network, ['owners'], strength, 'owners add up to 100 %'))
    const held = hospital.reduce((total, {share}) => total + share, 0)
    return concluded(tally, {
      summary:
        owners.length === 0
          ? 'The owners of the network are not stated.'
          : `The owners hold ${percent(sum)} in all, hospitals ${percent(held)}.`,
      answeredBy: '`entityForm` and `owners` in the Network record',
    })
  },
}
