import type {Rule} from '../../model/rule.ts'
import {judgeConduct} from '../conduct.ts'
import {silenceThresholds} from '../silence.ts'

export const noThreats: Rule = {
  id: 'I7',
  name: 'ancillarity/no-threats',
  title: 'No threat or collective refusal is in force',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['advocate-2007', 'minnesota-rural-2010'],
  docs: {
    tests:
      'Whether a negotiation of this line records a threat of termination or boycott, or a collective refusal to deal, that has not ended, or from which a contract in force came.',
    rationale:
      'Pressing a payer by the joint withdrawal of members is coercion of its own; no program needs it.',
    evidence:
      'Negotiation records with their `conduct`, and an Attestation of a named officer that the negotiations log is complete for the look-back.',
    limits:
      'An ordinary notice of non-renewal by the network is not a threat and does not count. Words said and not recorded are not seen.',
  },
  requires: [],

  check: (context) =>
    judgeConduct(context, 'I7', ['terminationThreat', 'boycottThreat', 'collectiveRefusal']),
}
