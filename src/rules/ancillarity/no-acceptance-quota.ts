import type {Rule} from '../../model/rule.ts'
import {judgeConduct} from '../conduct.ts'
import {silenceThresholds} from '../silence.ts'

export const noAcceptanceQuota: Rule = {
  id: 'I10',
  name: 'ancillarity/no-acceptance-quota',
  title: 'No quota of acceptances governs whether a contract takes effect',
  weight: 'critical',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['roaring-fork-2010'],
  docs: {
    tests:
      'Whether a negotiation of this line records that a contract takes effect only when a share of the members accepts, that has not ended, or from which a contract in force came.',
    rationale:
      "A quota turns decisions that are each member's own into one joint decision on price.",
    evidence:
      'Negotiation records with their `conduct`, and an Attestation of a named officer that the negotiations log is complete for the look-back.',
    limits:
      'A panel of every member, agreed beforehand as part of the program, is not a quota of acceptances.',
  },
  requires: [],

  check: (context) => judgeConduct(context, 'I10', ['acceptanceQuota']),
}
