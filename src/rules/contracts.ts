import {inForceOn} from '../model/lifetime.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

export interface JointContracts {
  /** In force at the as-of date. */
  readonly inForce: readonly Entry<'PayerContract'>[]
  /** Neither start nor end says whether they are. */
  readonly undated: readonly Entry<'PayerContract'>[]
  /** Ended before the as-of date. */
  readonly past: readonly Entry<'PayerContract'>[]
}

/** Contracts of the line whose prices were negotiated jointly, by whether they are in force. */
export function jointContracts({ofLine, asOf}: RuleContext): JointContracts {
  const joint = ofLine('PayerContract').filter(({value}) => value.jointlyPriced)
  return {
    inForce: joint.filter(({value}) => inForceOn(value, asOf) === true),
    undated: joint.filter(({value}) => inForceOn(value, asOf) === undefined),
    past: joint.filter(({value: {inForceTo}}) => inForceTo !== undefined && inForceTo < asOf),
  }
}

/** How a contract was negotiated; undefined where no record of it is named or found. */
export function negotiationOf(
  {workspace}: RuleContext,
  {value}: Entry<'PayerContract'>,
): Entry<'Negotiation'> | undefined {
  return value.negotiation === undefined
    ? undefined
    : workspace.find('Negotiation', value.negotiation)
}
