import type {ConfidentialityClass} from '../model/confidentiality.ts'

/** Confidentiality classes in words. */
export const classWords = {
  public: 'public',
  network: 'network',
  competitivelySensitive: 'competitively sensitive',
  peerReview: 'peer review',
  privileged: 'privileged',
  personLevel: 'person level',
} as const satisfies Record<ConfidentialityClass, string>
