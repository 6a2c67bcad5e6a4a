import {inForceOn} from '../model/lifetime.ts'
import type {ProductLine, Rule, RuleContext} from '../model/rule.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {contextOf} from './context.ts'

/**
 * Whether prices are joint on the line: because it says so, or because a contract in force or a
 * negotiation shows it. A label is no escape.
 */
export function hasJointPrices(context: RuleContext): boolean {
  return (
    context.line.jointPricing || shownJointPrices(context.workspace, context.line) !== undefined
  )
}

/**
 * A record that shows joint prices on the line, whatever the line says of itself. A contract of
 * which the first day is not stated counts until it is over: leaving out a date is no escape.
 */
export function shownJointPrices(
  {all, asOf}: Workspace,
  line: ProductLine,
): Entry<'PayerContract'> | Entry<'Negotiation'> | undefined {
  return (
    all('PayerContract').find(
      ({value}) =>
        value.productLine === line.id && value.jointlyPriced && inForceOn(value, asOf) !== false,
    ) ??
    all('Negotiation').find(
      ({value}) =>
        value.productLine === line.id &&
        value.method === 'joint' &&
        (value.firstPriceTalk ?? asOf) <= asOf &&
        (value.ended === undefined || value.ended >= asOf),
    )
  )
}

/** A financial line escapes the clinical test only where a gateway rule finds its risk shown. */
export function takesClinicalTest(context: RuleContext, rules: readonly Rule[]): boolean {
  const {line, workspace, network, lineIndex} = context
  if (line.basis !== 'financial') return true
  return !rules.some(
    (rule) =>
      rule.gateway === true &&
      rule.check(contextOf(workspace, network, lineIndex, rule)).outcome === 'supported',
  )
}
