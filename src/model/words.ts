import type {ApprovalStanding} from './approval.ts'
import type {QuestionOutcome, Readiness} from './assessment.ts'
import type {KindResult} from './classification.ts'
import type {Likeness} from './comparison.ts'
import type {ConfidentialityClass} from './confidentiality.ts'
import type {Matter} from './matter.ts'
import type {Factor, Outcome, Question, Strength, Weight} from './rule.ts'

/** The one word or phrase for each thing, in every output. */
export const outcomeWords = {
  supported: 'supported',
  weak: 'weak',
  absent: 'absent',
  contrary: 'contrary',
  unknown: 'unknown',
  notApplicable: 'not applicable',
} as const satisfies Record<Outcome, string>

export const readinessWords = {
  notReady: 'not ready',
  conditionsOutstanding: 'conditions outstanding',
  readyForCounselsReview: "ready for counsel's review",
} as const satisfies Record<Readiness, string>

export const questionOutcomeWords = {
  fails: 'fails',
  open: 'open',
  supportedWithNotedWeakness: 'supported with noted weakness',
  supported: 'supported',
  notApplicable: 'not applicable',
} as const satisfies Record<QuestionOutcome, string>

export const questionTitles = {
  integration: 'Integration',
  efficiencies: 'Efficiencies',
  ancillarityAndConduct: 'Ancillarity and conduct',
  marketPowerAndSpillover: 'Market power and spillover',
  integrityAndPrivacy: 'Integrity and privacy',
} as const satisfies Record<Question | 'integrityAndPrivacy', string>

export const factorTitles = {
  A: 'Governance',
  B: 'Membership',
  C: 'Protocols and measures',
  D: 'Monitoring',
  E: 'Enforcement',
  F: 'Investment',
  G: 'Information and interdependence',
  H: 'Efficiency',
  I: 'Ancillarity and conduct',
  J: 'Market power and exclusivity',
  K: 'Safeguards',
  L: 'Integrity and privacy',
} as const satisfies Record<Factor, string>

export const weightWords = {
  gate: 'gate',
  critical: 'critical',
  major: 'major',
  minor: 'minor',
} as const satisfies Record<Weight, string>

export const strengthWords = {
  declared: 'declared',
  documented: 'documented',
  measured: 'measured',
  corroborated: 'corroborated',
} as const satisfies Record<Strength, string>

export const classWords = {
  public: 'public',
  network: 'network',
  competitivelySensitive: 'competitively sensitive',
  peerReview: 'peer review',
  privileged: 'privileged',
  personLevel: 'person level',
} as const satisfies Record<ConfidentialityClass, string>

export const verdictWords = {
  described: 'described by the facts',
  notShown: 'not shown in full',
  contradicted: 'a fact stands against it',
} as const satisfies Record<KindResult['verdict'], string>

export const cameOutWords = {
  favourable: 'favourable',
  unfavourable: 'unfavourable',
  order: 'ended with an order',
} as const satisfies Record<Matter['cameOut'], string>

export const likenessWords = {
  alike: 'alike',
  differs: 'differs',
  notTold: 'cannot be told',
  notCompared: 'not compared',
} as const satisfies Record<Likeness, string>

export const standingWords = {
  approved: 'approved as it stands',
  partial: 'some approvals are there',
  stale: 'changed since it was approved',
  refused: 'refused as it stands',
  missing: 'no approval that counts',
  notRequired: 'no approval is asked for',
} as const satisfies Record<ApprovalStanding, string>
