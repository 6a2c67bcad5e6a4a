import type {Entry, Workspace} from '../model/workspace.ts'
import {phrase} from './phrases.ts'

/** Clinicians of one practice, of one specialty and role. */
export interface Head {
  readonly specialty: string
  readonly role: string
  readonly count: number
  readonly approximate: boolean
  /** Where the count comes from. */
  readonly basis: 'listed' | 'roster' | 'declared'
}

export interface Roster {
  readonly heads: readonly Head[]
  /** Why there is no count, where there is none; an unreadable table is never an empty one. */
  readonly reason: string | null
}

/**
 * Clinicians of a practice at the as-of date: those listed, else its roster table, else the count
 * it declares. The three are never added: they would count one person twice.
 */
export function rosterOf(workspace: Workspace, {value}: Entry<'Participant'>): Roster {
  const {asOf} = workspace
  if (value.clinicians !== undefined)
    return {
      heads: tally(
        value.clinicians
          .filter((it) => (it.joined ?? '') <= asOf && (it.left === undefined || it.left > asOf))
          .map((it) => [phrase(it.specialty), phrase(it.role)]),
        'listed',
      ),
      reason: null,
    }
  if (value.roster !== undefined) return fromTable(workspace, value.roster, value.id)
  if (value.declaredClinicians !== undefined)
    return {
      heads: value.declaredClinicians.map((it) => ({
        specialty: phrase(it.specialty),
        role: phrase(it.role),
        count: it.count,
        approximate: it.approximate ?? false,
        basis: 'declared',
      })),
      reason: null,
    }
  return {heads: [], reason: 'not stated'}
}

function fromTable(workspace: Workspace, id: string, participant: string): Roster {
  const table = workspace.table(id)
  if (table.status !== 'read') return {heads: [], reason: `not known: ${table.reason}`}
  // A roster of the whole network names the practice of each row; a practice's own need not.
  const rows = table.rows.filter(({cells}) => (cells['participant'] || participant) === participant)
  return {
    heads: tally(
      rows.map(({cells}) => [
        phrase(cells['specialty'] || undefined),
        phrase(cells['clinicianRole'] || undefined),
      ]),
      'roster',
    ),
    reason: null,
  }
}

function tally(pairs: readonly (readonly [string, string])[], basis: Head['basis']): Head[] {
  const counts = new Map<string, number>()
  for (const pair of pairs) {
    const key = pair.join('\0')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => {
    const [specialty = '', role = ''] = key.split('\0')
    return {specialty, role, count, approximate: false, basis}
  })
}
