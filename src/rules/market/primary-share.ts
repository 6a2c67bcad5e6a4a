import {fewestReaching, isFewest} from '../../measures/service-area.ts'
import type {Evidence, RuleContext, Threshold, Weight} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf, tableStrength} from '../outcome.ts'
import {ownersOf} from './owners.ts'
import {newestScreens, shareBand, shareOf} from './share.ts'

const primaryAreaShare: Threshold = {
  id: 'primaryAreaShare',
  value: 0.75,
  unit: 'ratio',
  basis: 'withdrawnPolicy',
  source: '2011 ACO Policy Statement, withdrawn in 2023',
  description: "Share of an owner's patients that the ZIP codes of its primary service area reach",
  looser: 'lower',
}

/** Thresholds of every test whose weight follows from shares. */
export const shareThresholds = [primaryAreaShare, shareBand] as const

/** The network's share in the primary service area of one owner. */
export interface PrimaryShare {
  /** Null for one practice whose owner is not stated: then no area can be told to be its own. */
  readonly owner: string | null
  /** The largest of its counted shares; null where it cannot be told. */
  readonly share: number | null
  /** Why it cannot be told; empty where it can. */
  readonly problem: string
  readonly evidence: readonly Evidence[]
}

/**
 * Shares in each owner's primary service area, from the newest screens. Where the screen's table
 * counts the owner's patients by ZIP code, the area must be the fewest that reach the share, and
 * every ZIP code that ties for the last place must be in one of its areas.
 */
export function primaryShares(context: RuleContext): readonly PrimaryShare[] {
  const screens = newestScreens(context)
  return ownersOf(context).map(({owner}) => {
    if (owner === null)
      return {owner, share: null, problem: 'its owner is not stated', evidence: []}
    const areas = screens.flatMap((entry) =>
      (entry.value.areas ?? []).filter((it) => it.owner === owner).map((area) => ({entry, area})),
    )
    const counts = areas.flatMap(({entry, area}) =>
      (entry.value.counts ?? []).filter((it) => it.area === area.id),
    )
    const problem =
      areas.length === 0
        ? 'no area of the newest screen is its primary service area'
        : counts.length === 0 || counts.some(({all}) => all === 0)
          ? 'its primary service area is not counted'
          : problemOf(context, owner, areas)
    return {
      owner,
      problem,
      share: problem === '' ? Math.max(...counts.map(({members, all}) => members / all)) : null,
      evidence: areas.map(({entry, area}) =>
        context.cite(
          entry,
          ['areas', (entry.value.areas ?? []).indexOf(area)],
          patientsOf(context, entry, owner).size > 0
            ? tableStrength(context, entry, entry.value.table)
            : strengthOf(context, entry),
          `primary service area of ${owner}`,
        ),
      ),
    }
  })
}

type Area = NonNullable<Entry<'ServiceAreaScreen'>['value']['areas']>[number]

/** What the table has against the areas; empty where it has nothing, or there is none. */
function problemOf(
  context: RuleContext,
  owner: string,
  areas: readonly {readonly entry: Entry<'ServiceAreaScreen'>; readonly area: Area}[],
): string {
  const entry = areas[0]?.entry
  if (entry?.value.table === undefined) return ''
  if (context.workspace.table(entry.value.table).status !== 'read')
    return 'the table of its patients could not be read'
  const patients = patientsOf(context, entry, owner)
  if (patients.size === 0) return 'the table does not count its patients by ZIP code'
  const fewest = fewestReaching(patients, context.threshold('primaryAreaShare'))
  if (areas.some(({area}) => !isFewest(area.zips ?? [], fewest)))
    return 'an area is not the fewest ZIP codes that its patients come from'
  const drawn = new Set(areas.flatMap(({area}) => area.zips ?? []))
  const missing = fewest.tied.filter((it) => !drawn.has(it))
  return missing.length === 0
    ? ''
    : `ZIP codes tie for its last place, and ${counted(missing.length, 'area')} with the others is not drawn`
}

function patientsOf(
  {workspace}: RuleContext,
  {value}: Entry<'ServiceAreaScreen'>,
  owner: string,
): ReadonlyMap<string, number> {
  const table = value.table === undefined ? undefined : workspace.table(value.table)
  const patients = new Map<string, number>()
  for (const {unit, measure, group, numerator} of table?.status === 'read' ? table.counts : [])
    if (unit === owner && measure === 'patients' && group !== undefined)
      patients.set(group, (patients.get(group) ?? 0) + numerator)
  return patients
}

/**
 * Weight of a test of real non-exclusivity: a gate where shares, by area or in an owner's primary
 * service area, are at or above the band or not known. The rule must list {@link shareThresholds}.
 */
export function weightByShare(context: RuleContext): {
  readonly weight: Weight
  /** A sentence with a space before it; empty where it is no gate. */
  readonly says: string
} {
  const share = shareOf(context)
  const gate = (reason: string) =>
    ({weight: 'gate', says: ` A gate here, since ${reason}.`}) as const
  if (share.level === 'unknown') return gate('shares are not known')
  if (share.level === 'atOrAbove') return gate(share.says)
  const primary = primaryShares(context)
  const largest = Math.max(0, ...primary.map((it) => it.share ?? 0))
  if (largest >= context.threshold('shareBand'))
    return gate(`the share in a primary service area is ${percent(largest)}`)
  return primary.some((it) => it.share === null)
    ? gate('shares in primary service areas are not all known')
    : {weight: 'critical', says: ''}
}
