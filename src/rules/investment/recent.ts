import {compareText} from '../../model/location.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {lookBackFrom} from '../logs.ts'

/**
 * Investments whose period reaches into the look-back, by its last day; `since` is where it begins.
 *
 * The rule must list `operatingLookBackMonths`.
 */
export function recentInvestments(context: RuleContext): {
  readonly since: string
  readonly entries: readonly Entry<'Investment'>[]
} {
  const since = lookBackFrom(context, context.threshold('operatingLookBackMonths'))
  const entries = context.workspace
    .all('Investment')
    .filter(({value}) => value.to > since && value.from <= context.asOf)
    .toSorted((a, b) => compareText(a.value.to, b.value.to))
  return {since, entries}
}
