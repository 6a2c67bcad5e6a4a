import {addDays, addMonths} from '../../model/date.ts'
import type {SystemUse} from '../../model/records.gen.ts'
import type {RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'

/** How recent the use of a system must be to count as use. */
export const systemUseDays: Threshold = {
  id: 'systemUseDays',
  value: 90,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days before the as-of date in which use of a shared system is looked for',
  looser: 'higher',
}

/** Systems that are on: gone live, or without a date of it, and not switched off. */
export function systemsOn({workspace, asOf}: RuleContext): Entry<'InformationSystem'>[] {
  return workspace
    .all('InformationSystem')
    .filter(
      ({value: {goLive = asOf, retired}}) =>
        goLive <= asOf && (retired === undefined || retired > asOf),
    )
}

/**
 * Use of a system in the months that reach into the last days before the as-of date.
 *
 * The rule must list {@link systemUseDays}.
 */
export function recentUse(
  {asOf, threshold}: RuleContext,
  {value}: Entry<'InformationSystem'>,
): {readonly use: SystemUse; readonly index: number}[] {
  const since = addDays(asOf, -threshold('systemUseDays'))
  return (value.use ?? [])
    .map((use, index) => ({use, index}))
    .filter(({use}) => {
      const first = `${use.month}-01`
      return first <= asOf && addDays(addMonths(first, 1), -1) > since
    })
}
