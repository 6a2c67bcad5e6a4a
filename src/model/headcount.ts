import type {Clinician} from './records.gen.ts'
import {isMember} from './lifetime.ts'
import type {Entry, Workspace} from './workspace.ts'

/** Clinicians of one participant who share a role and a specialty. */
export interface Heads {
  readonly role: Clinician['role'] | 'notStated'
  /** Left out where the source does not state it. */
  readonly specialty?: string
  readonly count: number
  readonly approximate: boolean
}

/** Clinicians of one participant, and the key of the record that they are counted from. */
export interface Headcount {
  readonly basis: 'roster' | 'clinicians' | 'declaredClinicians'
  readonly heads: readonly Heads[]
}

/**
 * Clinicians of a participant at the as-of date: rows of its roster table, else those listed in the
 * record, else the count it declares. The three are never added: they would count one person twice.
 *
 * @returns Why there is no count, where there is none; a table that cannot be read, or of which no
 *   row is the participant's, does not count as nobody.
 */
export function headcountOf(
  {asOf, table: tableOf}: Pick<Workspace, 'asOf' | 'table'>,
  {value: {id, roster, clinicians = [], declaredClinicians = []}}: Entry<'Participant'>,
): Headcount | string {
  const table = roster === undefined ? undefined : tableOf(roster)
  if (table?.status === 'read') {
    // A roster of the whole network names the practice of each row; a practice's own need not.
    const rows = table.rows.filter(({cells}) => (cells['participant'] || id) === id)
    if (rows.length > 0) return {basis: 'roster', heads: rows.map(({cells}) => headOf(cells))}
  }
  if (clinicians.length > 0) {
    // Who works at two places is counted at one of them.
    const members = clinicians.filter((it) => it.countedAt === undefined && isMember(it, asOf))
    return {basis: 'clinicians', heads: members.map((it) => ({...one, ...roleAndSpecialty(it)}))}
  }
  const declared = declaredClinicians.filter((it) => (it.asOf ?? asOf) <= asOf)
  if (declared.length > 0)
    return {
      basis: 'declaredClinicians',
      heads: declared.map((it) => ({
        ...roleAndSpecialty(it),
        count: it.count,
        approximate: it.approximate ?? false,
      })),
    }
  if (table === undefined) return 'not stated'
  return `not known: ${table.status === 'read' ? 'no row of the roster table is of it' : table.reason}`
}

const one = {count: 1, approximate: false}

function headOf(cells: Readonly<Record<string, string>>): Heads {
  const {clinicianRole: role, specialty} = cells
  return {
    ...one,
    role: role === 'primaryCare' || role === 'specialist' ? role : 'notStated',
    ...(specialty ? {specialty} : {}),
  }
}

function roleAndSpecialty({
  role = 'notStated',
  specialty,
}: {
  readonly role?: Heads['role']
  readonly specialty?: string
}): Pick<Heads, 'role' | 'specialty'> {
  return {role, ...(specialty === undefined ? {} : {specialty})}
}
