import type {Diagnostic, Severity} from './diagnostic.ts'
import type {ExceptionMark} from './exception.ts'
import type {Location, ValuePath} from './location.ts'
import type {Network} from './records.gen.ts'
import type {Entry, Kind, Workspace} from './workspace.ts'

export type Outcome = 'supported' | 'weak' | 'absent' | 'contrary' | 'unknown' | 'notApplicable'

/** How much hangs on a test. Gravest first. */
export const weights = ['gate', 'critical', 'major', 'minor'] as const
export type Weight = (typeof weights)[number]

/** How good evidence is, weakest first. */
export const strengths = ['declared', 'documented', 'measured', 'corroborated'] as const
export type Strength = (typeof strengths)[number]

export const factors = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const
export type Factor = (typeof factors)[number]

/** The four questions, and factor L, which governs whether a dossier may be issued at all. */
export const questions = [
  'integration',
  'efficiencies',
  'ancillarityAndConduct',
  'marketPowerAndSpillover',
] as const
export type Question = (typeof questions)[number]

export type ProductLine = Network['productLines'][number]

/** A place that shows something, with its strength. */
export interface Evidence {
  readonly kind: string
  readonly id: string
  readonly location: Location
  readonly strength: Strength
  /** What it shows, in words: `reviewed 2026-01-13, due 2027-01-13`. */
  readonly shows: string
}

/** A diagnostic whose code is a rule's id. */
export interface Finding extends Diagnostic {
  /** Kind and id of the record, and the symbolic place in it; stable when lines move. */
  readonly subject: {readonly kind: string; readonly id: string; readonly path: ValuePath}
  /**
   * How well the record it points at is evidenced: `documented` where it cites an exhibit whose hash
   * verified, else `declared`; set after the rules have run.
   */
  readonly strength?: Strength
  /** The exception that is in order for it; set after the rules have run. */
  readonly excepted?: ExceptionMark
}

/** A fact against the network that stays on the record, with the network's answer. */
export interface AdverseFact {
  readonly rule: string
  /** `current`: conduct or terms in force at the as-of date. `past`: ended before it. */
  readonly time: 'current' | 'past'
  readonly date?: string
  readonly fact: string
  readonly answer?: string
  readonly location: Location
}

export interface RuleResult {
  readonly outcome: Outcome
  /** One sentence with the numbers it rests on, ending in a full stop. */
  readonly summary: string
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
  readonly adverse?: readonly AdverseFact[]
  /** Where the outcome is not `supported`: the record or file that would answer it. */
  readonly answeredBy?: string
  /** Where the weight depends on other facts (J1, J2, J4, J5, J6). */
  readonly weight?: Weight
}

/** What a rule may look at. Nothing else: no disk, no git, no clock. */
export interface RuleContext {
  readonly workspace: Workspace
  readonly asOf: string
  /** The network record. */
  readonly network: Entry<'Network'>
  /** The product line judged, and its index in the network's `productLines`. */
  readonly line: ProductLine
  readonly lineIndex: number
  /** Whole months since the line's program went live; null when proposed or not stated. */
  readonly monthsLive: number | null
  /** Value of a threshold: the default of the rules' table, or what the network set. */
  readonly threshold: (id: string) => number
  readonly cite: (entry: Entry, path: ValuePath, strength: Strength, shows: string) => Evidence
  readonly finding: (
    severity: Severity,
    entry: Entry,
    path: ValuePath,
    message: string,
    help?: string,
  ) => Finding
  /** Records of a kind that apply to this line: those without `productLines`, or naming it. */
  readonly ofLine: <K extends Kind>(kind: K) => readonly Entry<K>[]
  /**
   * Outcome where data on operation are missing: not applicable to a proposed line, unknown in the
   * first 24 months (and where the live date is not stated), absent after them.
   */
  readonly missingOperation: () => Outcome
  /**
   * The attestation of a named officer that a log is complete from `from` to `to`, unexpired;
   * undefined where there is none. Only in a closed log is a missing record absent.
   */
  readonly closedLog: (log: string, from: string, to: string) => Entry<'Attestation'> | undefined
}

export interface Rule {
  /** Letter and number, permanent. */
  readonly id: string
  /** Its path: `protocols/review-current`. */
  readonly name: string
  /** The state of affairs it looks for, as a sentence without a full stop. */
  readonly title: string
  readonly weight: Weight
  /** Question it bears on; `integrityAndPrivacy` for factor L. */
  readonly question: Question | 'integrityAndPrivacy'
  /** Judged once, or once for each product line. */
  readonly scope: 'network' | 'productLine'
  /** `always`: every line. `jointPricing`: lines with joint prices. */
  readonly appliesTo: 'always' | 'jointPricing'
  /** Whether it looks for operating evidence, which a proposed line cannot have. */
  readonly operating: boolean
  /**
   * Decides the gateway of a line declared `financial`: where it is supported, the clinical tests
   * (question `integration`) are not applicable to that line.
   */
  readonly gateway?: boolean
  /** Whether the answer comes from git history. */
  readonly needsHistory?: boolean
  /** Numbers it uses; one shared by several rules is one object named in each. */
  readonly thresholds: readonly Threshold[]
  /** Ids in `law/authorities.ts`. */
  readonly authorities: readonly string[]
  readonly docs: {
    /** What it tests. */
    readonly tests: string
    /** Why it matters: the element of the legal test. */
    readonly rationale: string
    /** Evidence it needs. */
    readonly evidence: string
    /** What it does not show. */
    readonly limits: string
  }
  /** Kinds without which the outcome is `missingOperation()` (operating tests) or unknown. */
  readonly requires: readonly Kind[]
  readonly check: (context: RuleContext) => RuleResult
}

/** A number that a rule uses, with where it comes from. */
export interface Threshold {
  /** Permanent, as a network's configuration names it: `protocolReviewMonths`. */
  readonly id: string
  readonly value: number
  readonly unit: 'ratio' | 'days' | 'months' | 'count' | 'hours'
  /** `house` unless a source is named for the number itself. */
  readonly basis: 'house' | 'publishedPractice' | 'withdrawnPolicy' | 'law'
  readonly source: string
  readonly description: string
  /** Which way makes the test easier to pass: for showing a loosening. */
  readonly looser: 'higher' | 'lower'
}
