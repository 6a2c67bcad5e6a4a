import type {ConfidentialityClass} from './confidentiality.ts'
import type {
  AdverseFact,
  Factor,
  Finding,
  Outcome,
  ProductLine,
  Question,
  RuleResult,
  Strength,
  Weight,
} from './rule.ts'

/** How one test came out for one subject. */
export interface TestResult extends Omit<RuleResult, 'weight'> {
  readonly rule: string
  readonly title: string
  readonly factor: Factor
  readonly question: Question | 'integrityAndPrivacy'
  /** Weight in force, interactions included. */
  readonly weight: Weight
  /** Strength of the weakest link of the evidence; null where there is none. */
  readonly strength: Strength | null
  /** Product line judged; null for a test of the network. */
  readonly productLine: string | null
  /** Every finding has an honoured exception: the result does not count for `--fail-on`. */
  readonly excepted?: true
}

export type QuestionOutcome =
  | 'fails'
  | 'open'
  | 'supportedWithNotedWeakness'
  | 'supported'
  | 'notApplicable'

export type Readiness = 'notReady' | 'conditionsOutstanding' | 'readyForCounselsReview'

export interface QuestionResult {
  readonly question: Question | 'integrityAndPrivacy'
  readonly outcome: QuestionOutcome
  /** Ids of the tests that decide it. */
  readonly decidedBy: readonly string[]
}

/** Something that must be answered before the line is ready for counsel's review. */
export interface Condition {
  readonly rule: string
  readonly outcome: Outcome
  readonly summary: string
  /** The record that would answer it. */
  readonly answeredBy: string
}

export interface LineAssessment {
  readonly line: ProductLine
  readonly results: readonly TestResult[]
  readonly questions: readonly QuestionResult[]
  readonly readiness: Readiness
  readonly conditions: readonly Condition[]
  /** Current facts first, then past, each by date. */
  readonly adverse: readonly AdverseFact[]
  /** Counsel's own notes: shown beside the outcomes, never mixed with them. */
  readonly counsel: readonly {
    readonly question: Question
    readonly view: 'agree' | 'disagree' | 'reserved'
    readonly date: string
    readonly counsel: string
    readonly note?: string
  }[]
}

export interface Assessment {
  readonly asOf: string
  readonly tool: {readonly name: 'cinch'; readonly version: string}
  /** Semver of the rule set, and a hash of its ids, weights and thresholds. */
  readonly rulesVersion: string
  readonly network: {readonly id: string; readonly legalName: string}
  readonly roots: readonly {
    readonly name: string
    readonly class: ConfidentialityClass
    readonly commit: string | null
    readonly uncommitted: number | null
  }[]
  /** Statements that mark invented or reconstructed data; empty for a real network. */
  readonly marks: readonly string[]
  readonly lines: readonly LineAssessment[]
  /** Every finding once, fingerprinted, ordered by place. */
  readonly findings: readonly AssessedFinding[]
  readonly thresholds: readonly {
    readonly id: string
    readonly rule: string
    readonly value: number
    readonly defaultValue: number
    readonly unit: string
    readonly basis: string
    readonly source: string
    readonly setBy: string | null
    readonly reason: string | null
  }[]
}

export interface AssessedFinding extends Finding {
  readonly weight: Weight
  readonly outcome: Outcome
  /** Product lines it was found for; empty for a test of the network. */
  readonly productLines: readonly string[]
  /** Stable when lines move: SHA-256 over rule, record, symbolic place and message, 16 hex digits. */
  readonly fingerprint: string
}
