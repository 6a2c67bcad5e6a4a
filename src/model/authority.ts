/** A legal source, with its status and the date on which the status was checked. */
export interface Authority {
  /** Permanent; rules name it. */
  readonly id: string
  /** As it is cited in a document. */
  readonly citation: string
  /** As it is named in running text. */
  readonly short: string
  readonly kind:
    | 'statute'
    | 'case'
    | 'order'
    | 'staffLetter'
    | 'policyStatement'
    | 'report'
    | 'rule'
    | 'inquiry'
    | 'allegation'
    | 'dataUse'
  /** Year or day it was made, as exactly as it is known; left out where it is not stated. */
  readonly date?: string
  /** The one word or phrase for it, in every output. */
  readonly status:
    | 'in force'
    | 'not withdrawn'
    | 'withdrawn'
    | 'final order'
    | 'no replacement text found'
    | 'allegations'
    | 'report'
    | 'data-use term'
  /** Status with its dates: `withdrawn: DOJ 2023-02-03, FTC 2023-07-14`. */
  readonly statusDetail: string
  /** Date since which it has that status; of several agencies, the last. */
  readonly statusDate?: string
  /** What it is cited for here; no summary of what it holds. */
  readonly citedFor: string
  /** Where it was read, or that it was recalled. */
  readonly readAt: string
  /** V: read at a public source. R: recalled; counsel must confirm it before it is relied on. */
  readonly standing: 'V' | 'R'
  readonly asOf: string
}
