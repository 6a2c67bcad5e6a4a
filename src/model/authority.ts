/** A legal source, with its status and the date on which the status was checked. */
export interface Authority {
  readonly id: string
  readonly citation: string
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
  readonly date: string
  readonly status: string
  /** Status with its dates: `withdrawn: DOJ 2023-02-03, FTC 2023-07-14`. */
  readonly statusDetail: string
  readonly citedFor: string
  /** Where it was read. */
  readonly readAt: string
  /** V: read at a public source. R: recalled; counsel must confirm it before it is relied on. */
  readonly standing: 'V' | 'R'
  readonly asOf: string
}
