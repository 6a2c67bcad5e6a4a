import {compareText} from '../../model/location.ts'
import type {ServiceAreaScreen} from '../../model/records.gen.ts'
import type {Evidence, RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'

/** Share at which real non-exclusivity becomes decisive. Not a zone: nothing is safe below it. */
export const shareBand: Threshold = {
  id: 'shareBand',
  value: 0.3,
  unit: 'ratio',
  basis: 'house',
  source: 'House default; zones of 20 % and 30 % stood in statements that are withdrawn',
  description: 'Share of a specialty or service in an area from which J1, J2 and J4 are gates',
  looser: 'higher',
}

/** What the screens of the line say of the network's shares. They define no relevant market. */
export interface Share {
  /** `unknown` where nothing is counted, or words alone do not tell. */
  readonly level: 'below' | 'atOrAbove' | 'unknown'
  /** The largest counted share; null where nothing is counted. */
  readonly largest: number | null
  /** In a clause: `the largest of 4 counted shares is 35 %`. */
  readonly says: string
  readonly evidence: readonly Evidence[]
}

/**
 * The largest share in the newest ServiceAreaScreen of the line, against `shareBand`.
 *
 * Counts and a source's own words both speak; the higher decides. `some` is neither low nor high,
 * and so unknown. The rule must list {@link shareBand}.
 */
export function shareOf(context: RuleContext): Share {
  const newest = newestScreens(context)
  const band = context.threshold('shareBand')
  const counts = newest.flatMap(({value}) =>
    (value.counts ?? [])
      // The primary service area of one owner is looked at by itself.
      .filter((it) => areaOwner(value, it.area) === undefined)
      .map(({members, all}) => ({share: all > 0 ? members / all : null})),
  )
  const words = newest.flatMap((entry) => (entry.value.declaredShares ?? []).map((it) => it.band))
  const shares = counts.flatMap(({share}) => (share === null ? [] : [share]))
  const largest = shares.length === 0 ? null : Math.max(...shares)

  const high =
    (largest ?? 0) >= band || words.includes('high') || words.includes('substantialMajority')
  const uncertain = words.includes('some') || counts.length > shares.length
  const level = high
    ? 'atOrAbove'
    : uncertain || (largest === null && words.length === 0)
      ? 'unknown'
      : 'below'
  const said = [
    ...(largest === null
      ? []
      : [`the largest of ${counted(shares.length, 'counted share')} is ${percent(largest)}`]),
    ...(words.length === 0
      ? []
      : [`a source calls shares ${[...new Set(words)].map(inWords).join(' and ')}`]),
  ]
  return {
    level,
    largest,
    says: said.length === 0 ? 'no share is counted' : said.join('; '),
    evidence: newest.map((entry) =>
      context.cite(
        entry,
        entry.value.counts === undefined ? ['declaredShares'] : ['counts'],
        strengthOf(context, entry),
        `shares as of ${entry.value.asOf}`,
      ),
    ),
  }
}

/** The newest screens of the line, all of one date; empty where there is none yet. */
export function newestScreens(context: RuleContext): readonly Entry<'ServiceAreaScreen'>[] {
  const screens = context
    .ofLine('ServiceAreaScreen')
    .filter(({value}) => value.asOf <= context.asOf)
    .toSorted((a, b) => compareText(a.value.asOf, b.value.asOf))
  return screens.filter(({value}) => value.asOf === screens.at(-1)?.value.asOf)
}

/** Owner whose primary service area it is; undefined for any other area. */
function areaOwner({areas = []}: ServiceAreaScreen, area: string): string | undefined {
  return areas.find(({id}) => id === area)?.owner
}

function inWords(band: string): string {
  return band === 'substantialMajority' ? 'a substantial majority' : band
}
