import type {Rule} from '../../model/rule.ts'
import {silenceThresholds} from '../silence.ts'
import {judgeConductAndTerm, type Term} from '../terms.ts'

const outsideProgram: Term = {
  path: ['outsideProgram'],
  of: ({jointlyPriced, outsideProgram}) => jointlyPriced && outsideProgram,
  found: 'jointly priced contract whose prices apply outside the program',
  whether: 'its prices apply outside the program',
  does: 'has joint prices that apply outside the program',
}

export const noPricingOutsideProgram: Rule = {
  id: 'I5',
  name: 'ancillarity/no-pricing-outside-program',
  title: 'No prices are joint outside the program',
  weight: 'critical',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['brown-toland-2004', 'ntsp'],
  docs: {
    tests:
      'Whether a jointly priced contract in force applies its prices outside the program, or a negotiation records joint pricing outside it that has not ended or led to a contract in force.',
    rationale:
      'A program can need joint prices for what it covers. Prices that members agree on for anything else are not subordinate to it.',
    evidence:
      '`outsideProgram` of PayerContract records, Negotiation records with their `conduct`, and an Attestation that the negotiations log is complete for the look-back.',
    limits:
      'A contract that leaves `outsideProgram` out is not known. What was agreed and not recorded is not seen.',
  },
  requires: [],

  check: (context) => judgeConductAndTerm(context, 'I5', ['pricingOutsideProgram'], outsideProgram),
}
