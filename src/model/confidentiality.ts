/** Confidentiality classes, least restricted first; `domain.md` section 9 is their source. */
export const classes = [
  'public',
  'network',
  'competitivelySensitive',
  'peerReview',
  'privileged',
  'personLevel',
] as const

export type ConfidentialityClass = (typeof classes)[number]
