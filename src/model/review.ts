import type {ApprovalState, JudgedApproval} from './approval.ts'
import type {ChangeClass} from './change.ts'

/** One field that differs from the content approved last. */
export interface ReviewedField {
  /** Keys of the schema: `ladder[].withinDays`. */
  readonly field: string
  readonly class: ChangeClass
  /** The rule of the schema's `x-change` that decided the class; null where there is none. */
  readonly rule: string | null
  readonly action: 'added' | 'removed' | 'changed'
  /** Null where there is nothing on that side. */
  readonly before: unknown
  readonly after: unknown
}

/** A record that waits, or was asked for, and what there is to know before one approves it. */
export interface Review {
  readonly state: ApprovalState
  readonly waiting: readonly {
    readonly role: string
    readonly count: number
    readonly persons: readonly {readonly id: string; readonly name: string}[]
    /** Ids of those who are left out as authors of the change, sorted. */
    readonly authors: readonly string[]
  }[]
  /** What the record relies on, by kind and id, and where each stands. */
  readonly reliesOn: readonly {
    readonly kind: string
    readonly id: string
    readonly state: ApprovalState['state']
  }[]
  /** Since the newest approval of other content; null where there was none. */
  readonly since: {
    readonly approval: JudgedApproval
    /** Null where the history does not hold the content that was approved. */
    readonly fields: readonly ReviewedField[] | null
  } | null
}
