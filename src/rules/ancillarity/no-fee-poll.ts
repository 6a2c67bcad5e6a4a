import type {Rule} from '../../model/rule.ts'
import {judgeConduct} from '../conduct.ts'
import {silenceThresholds} from '../silence.ts'

export const noFeePoll: Rule = {
  id: 'I6',
  name: 'ancillarity/no-fee-poll',
  title: 'No poll or vote of members on fees is in force',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['maricopa', 'ntsp'],
  docs: {
    tests:
      'Whether a negotiation of this line records a poll or a vote of members on fees that has not ended, or from which a contract in force came.',
    rationale:
      'Competing physicians who settle what fees they will take, before a program needs it, agree on price; that is the conduct that is condemned without more.',
    evidence:
      'Negotiation records with their `conduct`, and an Attestation of a named officer that the negotiations log is complete for the look-back.',
    limits:
      'What members think of fees outside what the network recorded; a vote of a committee on measures or protocols is not one on fees.',
  },
  requires: [],

  check: (context) => judgeConduct(context, 'I6', ['feePoll', 'feeVote']),
}
