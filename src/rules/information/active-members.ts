import {addDays} from '../../model/date.ts'
import type {Evidence, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {recentUse} from './systems.ts'

/** Members active in a system within the last days, and where that is written. */
export interface Active {
  readonly active: number
  readonly of: number
  readonly path: readonly (string | number)[]
  /** `57 of 60 members active in 2026-05 (95 %)`. */
  readonly says: string
  readonly strength: Evidence['strength']
}

/**
 * Members active in a system: counted in its table where that was read, else the best month that
 * the record declares. Undefined where neither says anything of the last days.
 *
 * The rule must list `systemUseDays`.
 *
 * @param panel - Clinicians on the panel: where they are more than were counted, they are the whole.
 */
export function activeMembers(
  context: RuleContext,
  entry: Entry<'InformationSystem'>,
  panel: number,
): Active | undefined {
  return measured(context, entry, panel) ?? declared(context, entry, panel)
}

function measured(
  {workspace, asOf, threshold}: RuleContext,
  {value: {useTable}}: Entry<'InformationSystem'>,
  panel: number,
): Active | undefined {
  if (useTable === undefined) return undefined
  const table = workspace.table(useTable)
  if (table.status !== 'read') return undefined
  const since = addDays(asOf, -threshold('systemUseDays'))
  const rows = table.counts.filter(
    ({measure, unit, periodStart, periodEnd}) =>
      measure === 'use' && unit !== 'network' && periodStart <= asOf && periodEnd > since,
  )
  const active = new Set(rows.filter(({numerator}) => numerator > 0).map(({unit}) => unit)).size
  const of = Math.max(new Set(rows.map(({unit}) => unit)).size, panel)
  if (rows.length === 0) return undefined
  const says = `${active} of ${counted(of, 'member')} active since ${since} (${percent(active / of)})`
  return {active, of, path: ['useTable'], says, strength: 'measured'}
}

function declared(
  context: RuleContext,
  entry: Entry<'InformationSystem'>,
  panel: number,
): Active | undefined {
  const [best] = recentUse(context, entry)
    .filter(({use}) => use.of > 0)
    .map(({use, index}) => ({use, index, of: Math.max(use.of, panel)}))
    .toSorted((a, b) => b.use.active / b.of - a.use.active / a.of)
  if (best === undefined) return undefined
  const {use, index, of} = best
  return {
    active: use.active,
    of,
    path: ['use', index],
    says: `${use.active} of ${counted(of, 'member')} active in ${use.month} (${percent(use.active / of)})`,
    strength: strengthOf(context, entry),
  }
}
