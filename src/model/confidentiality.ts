/** Confidentiality classes, least restricted first. */
export const classes = [
  'public',
  'network',
  'competitivelySensitive',
  'peerReview',
  'privileged',
  'personLevel',
] as const

export type ConfidentialityClass = (typeof classes)[number]

/** The most restricted of `several`; `public` where there is none. */
export function mostRestricted(several: readonly ConfidentialityClass[]): ConfidentialityClass {
  return several.reduce((a, b) => (isAbove(b, a) ? b : a), 'public')
}

/** Whether `a` is more restricted than `b`. */
export function isAbove(a: ConfidentialityClass, b: ConfidentialityClass): boolean {
  return classes.indexOf(a) > classes.indexOf(b)
}

/** Kinds whose records are more restricted than `network`, as `x-confidentiality` of their schema. */
const kindClasses: Readonly<Record<string, ConfidentialityClass>> = {
  CorrectiveAction: 'peerReview',
  CounselNote: 'privileged',
  Distribution: 'competitivelySensitive',
  Hold: 'privileged',
  Negotiation: 'competitivelySensitive',
}

/** Fields more restricted than their kind, as `x-confidentiality` of the field in its schema. */
const fieldClasses: Readonly<Record<string, ConfidentialityClass>> = {
  'InformationSystem.payerFeeds': 'competitivelySensitive',
  'MembershipDecision.member': 'peerReview',
  'Network.declaredInvestigations': 'privileged',
}

/** Class of a kind of record, or of one of its fields; the class of its root comes on top. */
export function classOfKind(kind: string, field?: string | number): ConfidentialityClass {
  const own = Object.hasOwn(kindClasses, kind) ? kindClasses[kind] : undefined
  const key = `${kind}.${field}`
  const finer = Object.hasOwn(fieldClasses, key) ? fieldClasses[key] : undefined
  return finer ?? own ?? 'network'
}
