import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {missingRecord} from '../result.ts'
import {concluded, newTally} from '../tally.ts'
import {noClaims} from './claims.ts'

export const comparatorStated: Rule = {
  id: 'H3',
  name: 'efficiency/comparator-stated',
  title: 'Each claim has a comparator, or states its limitation',
  weight: 'major',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      "Whether every efficiency claim of the line is compared with peers, the region or the nation, or says in words what it cannot show. The network's own past is no comparator without such a limitation.",
    rationale:
      'What improved everywhere did not improve because of the program; a reader must be able to see the difference, or be told that it cannot be seen.',
    evidence: 'EfficiencyClaim records with `comparator` or `limitation`.',
    limits: 'Shows that a comparison is stated, not that it is a fair one.',
  },
  requires: [],

  check(context) {
    const {cite, finding} = context
    const claims = context.ofLine('EfficiencyClaim')
    if (claims.length === 0) return noClaims(context)
    const tally = newTally()
    for (const entry of claims) {
      const {comparator, limitation, title} = entry.value
      const compared = comparator !== undefined && comparator.type !== 'ownPast'
      if (compared || limitation !== undefined)
        tally.met.push(
          cite(
            entry,
            [compared ? 'comparator' : 'limitation'],
            strengthOf(context, entry),
            compared ? `compared with a ${words[comparator.type]} value` : 'limitation stated',
          ),
        )
      else
        tally.unmet.push(
          finding(
            'warning',
            entry,
            comparator === undefined ? [] : ['comparator', 'type'],
            `Unexpected claim \`${title}\` ${comparator === undefined ? 'without a comparator' : "compared with the network's own past alone"}, expected peers, the region or the nation, or a stated limitation`,
            'Add `comparator`, or say in `limitation` what the claim cannot show',
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(claims.length, 'claim')} ${claims.length === 1 ? 'has' : 'have'} a comparator or a stated limitation.`,
      answeredBy: '`comparator` or `limitation` in the EfficiencyClaim records',
      none: missingRecord(context),
    })
  },
}

const words = {peer: 'peer', regional: 'regional', national: 'national', ownPast: 'past'} as const
