import type {Rule} from '../../model/rule.ts'
import {silenceThresholds} from '../silence.ts'
import {judgeConductAndTerm, type Term} from '../terms.ts'

const hospitalConditioned: Term = {
  path: ['clauses', 'hospitalConditioned'],
  of: ({clauses}) => clauses?.hospitalConditioned,
  found: 'clause that conditions hospital and physician contracts on each other',
  whether: 'hospital and physician contracts are conditioned on each other',
  does: 'conditions hospital and physician contracts on each other',
}

export const noConditioning: Rule = {
  id: 'I8',
  name: 'ancillarity/no-conditioning',
  title: 'Hospital and physician contracts are not conditioned on each other',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['advocate-2007'],
  docs: {
    tests:
      'Whether a contract in force on this line conditions hospital and physician contracts on each other, or a negotiation records that hospital contracts were used as a lever and has not ended or led to a contract in force.',
    rationale:
      'A hospital that a payer needs can force physician prices on it; that has nothing to do with the program of the physicians.',
    evidence:
      'The `hospitalConditioned` clause of PayerContract records, Negotiation records with their `conduct`, and an Attestation that the negotiations log is complete for the look-back.',
    limits:
      'A clause that a contract record leaves out is not known. What was said and not recorded is not seen.',
  },
  requires: [],

  check: (context) => judgeConductAndTerm(context, 'I8', ['hospitalLever'], hospitalConditioned),
}
