import {inForceOn} from '../../model/lifetime.ts'
import type {AgreementClauses} from '../../model/records.gen.ts'
import type {RuleContext} from '../../model/rule.ts'
import {agreementsOf} from '../agreements.ts'

/** Whether an agreement binds members to the network, in part or by a right of first refusal. */
export function binds(clauses: AgreementClauses | undefined): boolean {
  return (
    clauses?.firstRefusal === true ||
    clauses?.exclusivity === 'exclusive' ||
    clauses?.exclusivity === 'partlyExclusive'
  )
}

/** Whether members of the line are bound to the network; `unknown` where no text says. */
export function exclusivityOf(context: RuleContext): 'bound' | 'free' | 'unknown' {
  const agreements = agreementsOf(context)
  const contracts = context
    .ofLine('PayerContract')
    .filter(({value}) => inForceOn(value, context.asOf) !== false)
  if (
    agreements.some(({value}) => binds(value.clauses)) ||
    contracts.some(({value}) => value.clauses?.exclusivity === true)
  )
    return 'bound'
  const stated = agreements.every(
    ({value: {clauses}}) =>
      clauses?.exclusivity !== undefined && clauses.firstRefusal !== undefined,
  )
  return stated && agreements.length > 0 ? 'free' : 'unknown'
}
