import {inForceOn, isMember} from '../model/lifetime.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'

/** Whether a record with `effective` and `retired` dates counts: begun, and not over. */
export function isActive(
  {effective, retired}: {readonly effective?: string; readonly retired?: string},
  asOf: string,
): boolean {
  return (effective ?? asOf) <= asOf && (retired === undefined || retired > asOf)
}

/** Whether a record with `started` and `ended` dates counts: begun, and not over. */
export function isRunning(
  {started, ended}: {readonly started?: string; readonly ended?: string},
  asOf: string,
): boolean {
  return (started ?? asOf) <= asOf && (ended === undefined || ended >= asOf)
}

/**
 * Contracts of the line that count at the as-of date. On a proposed line those not yet in force
 * count too, as declared; one whose start is not stated counts only there.
 */
export function contractsOf({
  workspace,
  asOf,
  line,
}: RuleContext): readonly Entry<'PayerContract'>[] {
  return workspace.all('PayerContract').filter(({value}) => {
    if (value.productLine !== line.id) return false
    if (line.stage === 'operating') return inForceOn(value, asOf) === true
    return value.inForceTo === undefined || value.inForceTo >= asOf
  })
}

/** Jointly priced contracts of the line in force at the as-of date, whatever its stage. */
export function jointContractsInForce({
  workspace,
  asOf,
  line,
}: RuleContext): readonly Entry<'PayerContract'>[] {
  return workspace
    .all('PayerContract')
    .filter(
      ({value}) =>
        value.productLine === line.id && value.jointlyPriced && inForceOn(value, asOf) === true,
    )
}

/** Participants on the panel of the line, and practices whose panel is not stated. */
export function panelOf(context: RuleContext): {
  readonly on: readonly Entry<'Participant'>[]
  readonly notStated: readonly Entry<'Participant'>[]
} {
  const {workspace, asOf, line} = context
  // A contract that names a participant puts it on the panel, whatever its own record says.
  const named = new Set(
    jointContractsInForce(context).flatMap(({value}) => value.panel?.participants ?? []),
  )
  const members = workspace.all('Participant').filter(({value}) => isMember(value, asOf))
  return {
    on: members.filter(
      ({value}) => named.has(value.id) || value.productLines?.includes(line.id) === true,
    ),
    notStated: members.filter(
      ({value}) =>
        !named.has(value.id) && value.productLines === undefined && value.type === 'practice',
    ),
  }
}
