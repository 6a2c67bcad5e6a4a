import type {ApprovalState} from './approval.ts'
import type {QuestionResult, Readiness} from './assessment.ts'

/** Something to do, and the command or record that does it. */
export interface NextStep {
  readonly what: string
  readonly how: string
}

/** Where a network stands, as `cinch status` tells it. */
export interface Status {
  /** Null where no Network record could be read. */
  readonly lines:
    | readonly {
        readonly id: string
        readonly title: string
        readonly readiness: Readiness
        readonly questions: readonly QuestionResult[]
      }[]
    | null
  /** Records that need approval, or have one. */
  readonly approvals: readonly ApprovalState[]
  /** Whether a policy asks for approvals. */
  readonly policy: boolean
  /** Null where the history was not read. */
  readonly seals:
    | readonly {
        readonly root: string
        readonly count: number
        /** The newest; null where there is none. */
        readonly last: {
          readonly file: string
          readonly asOf: string
          readonly commit: string
        } | null
        /** Code and file of each problem. */
        readonly problems: readonly {readonly code: string; readonly file: string}[]
      }[]
    | null
  /** Paths that differ from `HEAD`, by root; null where there is no git. */
  readonly uncommitted: readonly {
    readonly root: string
    readonly paths: readonly string[] | null
  }[]
  readonly faults: {readonly errors: number; readonly warnings: number; readonly notes: number}
  /** What falls due soon, counted; `cinch status --due` lists it. */
  readonly due: {readonly overdue: number; readonly coming: number; readonly until: string}
  /** At most three, most urgent first. */
  readonly next: readonly NextStep[]
}
