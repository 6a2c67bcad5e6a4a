import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

/** Incentive plans of the line in force; on a proposed line also those still to begin. */
export function plansOf({ofLine, asOf, line}: RuleContext): Entry<'IncentivePlan'>[] {
  return ofLine('IncentivePlan').filter(
    ({value}) =>
      (value.to ?? asOf) >= asOf && (line.stage === 'proposed' || (value.from ?? asOf) <= asOf),
  )
}

/** The largest such part of any pool; undefined where none has one and a pool does not say. */
export function largestPart(
  {value: {pools = []}}: Entry<'IncentivePlan'>,
  key: 'networkResultShare' | 'adherenceShare',
): number | undefined {
  const stated = pools.flatMap((pool) => pool[key] ?? [])
  const most = Math.max(0, ...stated)
  return most > 0 || (pools.length > 0 && stated.length === pools.length) ? most : undefined
}
