import type {Threshold} from './rule.ts'

/** A FindingException that is in order, beside the finding that it names. */
export interface ExceptionMark {
  /** Id of the record. */
  readonly exception: string
  /** Day from which it no longer counts. */
  readonly until: string
  /** Name of the person who approved it. */
  readonly approver: string
  /**
   * `honoured`: the finding does not count for `--fail-on`. `notHonoured`: the base does not hold
   * the exception, or none was named. `acknowledged`: a gate, which cannot be excepted.
   */
  readonly status: 'honoured' | 'notHonoured' | 'acknowledged'
}

/** Of no test: how long a FindingException may run. */
export const exceptionMonths: Threshold = {
  id: 'exceptionMonths',
  value: 12,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Months after its approval beyond which an exception may not run',
  looser: 'higher',
}
