import type {RuleContext} from '../../model/rule.ts'
import {rosterOf} from '../roster.ts'

/** Who practises what on the panel. */
export interface PanelRoles {
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>
  /** Every clinician on the panel is known with a specialty and a role. */
  readonly known: boolean
  /** Every clinician on the panel is known to be in primary care. */
  readonly noSpecialist: boolean
}

/** Reads roles and specialties of the clinicians on the panel. */
export function panelRoles(context: RuleContext): PanelRoles {
  const {staffing, gaps, members} = rosterOf(context)
  const groups = staffing.flatMap((it) => it.groups).filter(({count}) => count > 0)
  const roles = new Map<string, Set<string>>()
  for (const {specialty, role} of groups) {
    if (specialty === undefined || role === 'notStated') continue
    roles.set(specialty, (roles.get(specialty) ?? new Set()).add(role))
  }
  const complete = members > 0 && gaps.length === 0
  return {
    roles,
    known: complete && groups.every((it) => it.specialty !== undefined && it.role !== 'notStated'),
    noSpecialist: complete && groups.every(({role}) => role === 'primaryCare'),
  }
}

const primaryCare: ReadonlySet<string> = new Set([
  'family-medicine',
  'internal-medicine',
  'pediatrics',
  'geriatrics',
])

/**
 * Whether one of the specialties is primary care, and another one of specialists. On a known panel
 * a specialty that nobody practises is neither.
 */
export function spans(
  specialties: readonly string[],
  {roles, known, noSpecialist}: PanelRoles,
): boolean {
  if (noSpecialist) return false
  const rolesOf = (specialty: string): ReadonlySet<string> =>
    roles.get(specialty) ??
    new Set(known ? [] : [primaryCare.has(specialty) ? 'primaryCare' : 'specialist'])
  return specialties.some(
    (one) =>
      rolesOf(one).has('primaryCare') &&
      specialties.some((other) => other !== one && rolesOf(other).has('specialist')),
  )
}
