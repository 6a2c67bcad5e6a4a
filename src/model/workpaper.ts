import type {ApprovalState} from './approval.ts'
import type {AssessedFinding, LineAssessment} from './assessment.ts'
import type {RecordChange} from './change.ts'
import type {ConfidentialityClass} from './confidentiality.ts'
import type {Diagnostic} from './diagnostic.ts'
import type {Inventory} from './inventory.ts'
import type {Due} from './obligation.ts'

/** A span of days, both ends included, and how it was named. */
export interface Period {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** A commit of the period. Its message and its people stay in git. */
export interface AuditedCommit {
  readonly hash: string
  /** Committer date in UTC: the committer's word. */
  readonly date: string
  readonly signature: string
  /** Records that it added, changed, moved or removed. */
  readonly records: number
}

/** A fact entered in the period long after it happened. */
export interface LateEntry {
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly date: string
  readonly committed: string
  readonly lagDays: number
}

/** A member whose file is to be looked at, and what the records say of it. */
export interface SampledMember {
  readonly id: string
  readonly type: string
  /** `file:line` of the record. */
  readonly place: string
  /** Null where the records say nothing. */
  readonly signed: {
    readonly version: string
    readonly date: string
    readonly exhibit: string | null
  } | null
  /** Day of the last check on record. */
  readonly license: string | null
  readonly exclusion: string | null
}

export interface Sample {
  readonly seed: string
  /** Members asked for; there may be fewer. */
  readonly size: number
  /** Members of the period from which it was drawn. */
  readonly of: number
  readonly members: readonly SampledMember[]
}

/** What may not be told in a workpaper is counted, by class. */
export interface LeftOut {
  readonly what: string
  readonly class: ConfidentialityClass
  readonly count: number
}

/** What an officer looked at over a period, and what was found. */
export interface Workpaper {
  readonly period: Period
  readonly asOf: string
  readonly network: string
  readonly tool: string
  readonly rulesVersion: string
  /** Full hash of the commit read. */
  readonly commit: string
  readonly read: readonly string[]
  readonly inventory: Inventory
  /** Documents by what their hash says: `verified`, `mismatch`. */
  readonly exhibits: Readonly<Record<string, number>>
  readonly omitted: number
  readonly commits: readonly AuditedCommit[]
  /** Null where the history tells no two sides; then `changedNote` says why. */
  readonly changes: {
    readonly from: string
    readonly to: string
    readonly list: readonly RecordChange[]
  } | null
  readonly changedNote: string | null
  readonly lines: readonly LineAssessment[]
  readonly findings: readonly AssessedFinding[]
  readonly diagnostics: readonly Diagnostic[]
  readonly due: Due
  readonly approvals: readonly ApprovalState[]
  readonly late: readonly LateEntry[]
  readonly lateDays: number
  readonly leftOut: readonly LeftOut[]
  readonly sample: Sample
}
