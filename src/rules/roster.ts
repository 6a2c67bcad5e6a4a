import {headcountOf, type Headcount, type Heads} from '../model/headcount.ts'
import type {Evidence, RuleContext, Strength} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'
import {panelOf} from './lifetime.ts'
import {counted, strengthOf, tableStrength} from './outcome.ts'

/** Clinicians of one participant on the panel, and where that is written. */
export interface Staffing {
  readonly entry: Entry<'Participant'>
  readonly groups: readonly Heads[]
  readonly members: number
  readonly evidence: Evidence
}

/** Clinicians on the panel of the line; `gaps` are participants whose clinicians are not known. */
export interface Roster {
  readonly staffing: readonly Staffing[]
  readonly gaps: readonly Entry<'Participant'>[]
  readonly members: number
}

/** Reads the clinicians of every participant on the panel: rosters first, declared counts last. */
export function rosterOf(context: RuleContext): Roster {
  const {on, notStated} = panelOf(context)
  const staffing: Staffing[] = []
  const gaps: Entry<'Participant'>[] = [...notStated]
  for (const entry of on) {
    const found = staffingOf(context, entry)
    if (found !== undefined) staffing.push(found)
    // A hospital without clinicians of its own has none to list.
    else if (entry.value.type === 'practice' || entry.value.roster !== undefined) gaps.push(entry)
  }
  const members = staffing.reduce((sum, it) => sum + it.members, 0)
  return {staffing, gaps, members}
}

function staffingOf(context: RuleContext, entry: Entry<'Participant'>): Staffing | undefined {
  const found = headcountOf(context.workspace, entry)
  if (typeof found === 'string') return undefined
  const {basis, heads} = found
  const members = heads.reduce((sum, {count}) => sum + count, 0)
  const about = heads.some(({approximate}) => approximate) ? 'about ' : ''
  const text = `${about}${counted(members, 'clinician')}`
  const evidence = context.cite(entry, [basis], strengthFrom(context, entry, basis), text)
  return {entry, groups: heads.map(withoutOther), members, evidence}
}

function strengthFrom(
  context: RuleContext,
  entry: Entry<'Participant'>,
  basis: Headcount['basis'],
): Strength {
  // A count of which no list exists cannot be more than declared.
  if (basis === 'declaredClinicians') return 'declared'
  const {roster} = entry.value
  return basis === 'roster' && roster !== undefined
    ? tableStrength(context, entry, roster)
    : strengthOf(context, entry)
}

/** `other` names no specialty. */
function withoutOther({specialty, ...rest}: Heads): Heads {
  return specialty === undefined || specialty === 'other' ? rest : {...rest, specialty}
}
