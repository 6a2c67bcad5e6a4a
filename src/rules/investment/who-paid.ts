import type {Investment} from '../../model/records.gen.ts'

/** Whole US dollars by who paid them; `notStated` where a line does not say. */
export interface Amounts {
  readonly hospital: number
  readonly others: number
  readonly notStated: number
}

/**
 * What a record says was paid: budget lines of a period that has ended, actual before budget, and
 * capital paid in since.
 */
export function amountsOf(
  {by, budget = [], capital = [], to}: Investment,
  since: string,
  asOf: string,
): Amounts {
  // What the hospital or its members put in is theirs, whether or not each line says so.
  const own = by === 'network' ? undefined : by === 'participants' ? 'physicians' : by
  const paid = [
    ...(to > asOf ? [] : budget).map(({budgetUsd, actualUsd = budgetUsd, payer = own}) => ({
      amount: actualUsd,
      payer,
    })),
    ...capital
      .filter(({date}) => date > since && date <= asOf)
      .map(({amountUsd, by: payer}) => ({amount: amountUsd, payer})),
  ]
  const sum = (wanted: (payer: string | undefined) => boolean) =>
    paid.reduce((total, {amount, payer}) => total + (wanted(payer) ? amount : 0), 0)
  return {
    hospital: sum((payer) => payer === 'hospital'),
    others: sum((payer) => payer !== undefined && payer !== 'hospital'),
    notStated: sum((payer) => payer === undefined),
  }
}
