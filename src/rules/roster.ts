import type {Evidence, RuleContext, Strength} from '../model/rule.ts'
import type {Clinician} from '../model/records.gen.ts'
import type {Entry} from '../model/workspace.ts'
import {isMember, panelOf} from './lifetime.ts'
import {counted, strengthOf, tableStrength} from './outcome.ts'

/** Clinicians of one participant who share a role and a specialty. */
export interface ClinicianGroup {
  readonly role: Clinician['role'] | 'notStated'
  /** Left out where the source does not state it, or says `other`. */
  readonly specialty?: string
  readonly count: number
}

/** Clinicians of one participant on the panel, and where that is written. */
export interface Staffing {
  readonly entry: Entry<'Participant'>
  readonly groups: readonly ClinicianGroup[]
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
  const {roster, clinicians = [], declaredClinicians = []} = entry.value
  if (roster !== undefined) {
    const table = context.workspace.table(roster)
    if (table.status === 'read')
      return staffed(
        context,
        entry,
        'roster',
        table.rows.map(({cells}) => ({
          role: roleOf(cells['clinicianRole']),
          ...specialtyOf(cells['specialty']),
          count: 1,
        })),
        tableStrength(context, entry, roster),
      )
  }
  const strength = strengthOf(context, entry)
  if (clinicians.length > 0) {
    // Who works at two places is counted at one of them.
    const members = clinicians.filter(
      (it) => it.countedAt === undefined && isMember(it, context.asOf),
    )
    const groups = members.map(({role, specialty}) => ({
      role,
      ...specialtyOf(specialty),
      count: 1,
    }))
    return staffed(context, entry, 'clinicians', groups, strength)
  }
  const counts = declaredClinicians.filter((it) => (it.asOf ?? context.asOf) <= context.asOf)
  if (counts.length === 0) return undefined
  const groups = counts.map(({role, specialty, count}) => ({
    role,
    ...specialtyOf(specialty),
    count,
  }))
  // A count of which no list exists cannot be more than declared.
  const about = counts.some(({approximate}) => approximate === true) ? 'about ' : ''
  return staffed(context, entry, 'declaredClinicians', groups, 'declared', about)
}

function staffed(
  {cite}: RuleContext,
  entry: Entry<'Participant'>,
  path: string,
  groups: readonly ClinicianGroup[],
  strength: Strength,
  about = '',
): Staffing {
  const members = groups.reduce((sum, {count}) => sum + count, 0)
  const evidence = cite(entry, [path], strength, `${about}${counted(members, 'clinician')}`)
  return {entry, groups, members, evidence}
}

function specialtyOf(specialty: string | undefined): {specialty?: string} {
  return specialty === undefined || specialty === '' || specialty === 'other' ? {} : {specialty}
}

function roleOf(cell: string | undefined): ClinicianGroup['role'] {
  return cell === 'primaryCare' || cell === 'specialist' ? cell : 'notStated'
}
