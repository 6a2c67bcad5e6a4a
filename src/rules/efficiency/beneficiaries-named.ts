import type {Rule} from '../../model/rule.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {missingRecord} from '../result.ts'
import {concluded, newTally} from '../tally.ts'
import {noClaims} from './claims.ts'

export const beneficiariesNamed: Rule = {
  id: 'H5',
  name: 'efficiency/beneficiaries-named',
  title: 'Each claim says who gains, and patients or those who pay are among them',
  weight: 'major',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      'Whether every efficiency claim of the line names who benefits, and names patients, payers or employers among them. A benefit to physicians or a hospital alone does not count.',
    rationale:
      'Efficiencies count for consumers: what members keep among themselves does not weigh against a loss of competition.',
    evidence: 'EfficiencyClaim records with `beneficiaries`.',
    limits: 'Takes the word of the record; whether a saving was passed on is not shown.',
  },
  requires: [],

  check(context) {
    const {cite, finding} = context
    const claims = context.ofLine('EfficiencyClaim')
    if (claims.length === 0) return noClaims(context)
    const tally = newTally()
    for (const entry of claims) {
      const {beneficiaries = [], title} = entry.value
      if (beneficiaries.some((it) => consumers.has(it)))
        tally.met.push(
          cite(
            entry,
            ['beneficiaries'],
            strengthOf(context, entry),
            `gain: ${listed(beneficiaries)}`,
          ),
        )
      else if (beneficiaries.length === 0)
        tally.notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected claim \`${title}\` without beneficiaries, expected who gains`,
            'Add `beneficiaries`',
          ),
        )
      else
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['beneficiaries'],
            `Unexpected claim \`${title}\` from which ${listed(beneficiaries)} alone gain, expected patients, payers or employers among them`,
            'State who else gains, where someone does',
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(claims.length, 'claim')} ${claims.length === 1 ? 'names' : 'name'} patients, payers or employers among those who gain.`,
      answeredBy: '`beneficiaries` in the EfficiencyClaim records',
      none: tally.unmet.length > 0 ? 'absent' : missingRecord(context),
    })
  },
}

const consumers: ReadonlySet<string> = new Set(['patients', 'payers', 'employers'])
