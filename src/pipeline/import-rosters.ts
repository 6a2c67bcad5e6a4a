import type {PlanOptions} from '../import/plan.ts'
import type {RosterRow} from '../import/roster-table.ts'
import type {ReadRow} from '../import/rows.ts'
import type {Missing, Remark} from '../model/imported.ts'
import type {Target as Held} from './add-target.ts'
import {changedTable, type TableChange} from './import-table.ts'

export interface Rosters {
  /** All rows; of those that went to a table the clinician is taken out. */
  readonly rows: readonly ReadRow[]
  readonly changes: readonly TableChange[]
  readonly missing: Missing
  readonly remarks: readonly Remark[]
}

/** NPIs of a participant whose roster is a table. */
export function rosterNpis({before}: Held, {id, roster}: Record<string, unknown>): string[] {
  if (typeof roster !== 'string') return []
  const table = before.workspace.table(roster)
  if (table.status !== 'read') return []
  return table.rows.flatMap(({cells}) => {
    const isOwn = (cells['participant'] || id) === id
    return isOwn && cells['npi'] !== undefined ? [cells['npi']] : []
  })
}

/**
 * Rows of clinicians whose participant keeps its roster in a table go to that table, and not into
 * the record.
 */
export async function toRosters(
  held: Held,
  rows: readonly ReadRow[],
  options: PlanOptions,
  provenance: ((rows: readonly number[]) => string) | undefined,
): Promise<Rosters> {
  const {finder} = await import('../import/find.ts')
  const find = options.target.name === 'roster' ? finder(options) : undefined
  const rosterOf = new Map(options.standing.map(({id, value}) => [id, value['roster']]))
  const byTable = new Map<string, RosterRow[]>()
  for (const row of find === undefined ? [] : rows) {
    if (!row.values.has('clinicians.npi') || row.problems.length > 0) continue
    const found = find?.(row, new Map())
    if (found === undefined || !('id' in found)) continue
    const roster = rosterOf.get(found.id)
    if (typeof roster !== 'string') continue
    byTable.set(roster, [...(byTable.get(roster) ?? []), {row, participant: found.id}])
  }
  const written = await Promise.all(
    [...byTable].map(([id, of]) => changedTable(held, id, of, provenance)),
  )
  const problems = new Map(written.flatMap((it) => [...it.problems]))
  const changing = new Set(written.flatMap((it) => [...it.changing]))
  const tabled = new Set([...byTable.values()].flat().map(({row}) => row))
  return {
    rows: rows.map((row) => {
      if (!tabled.has(row)) return row
      const found = problems.get(row)
      if (found !== undefined) return {...row, problems: found, failed: fieldsIn(row)}
      return {...withoutClinician(row), isChange: changing.has(row)}
    }),
    changes: written.flatMap(({change}) => (change === undefined ? [] : [change])),
    missing: written.flatMap((it) => it.missing),
    remarks: written.flatMap((it) => it.remarks),
  }
}

function fieldsIn({values}: ReadRow): ReadonlySet<string> {
  return new Set(values.keys())
}

function withoutClinician(row: ReadRow): ReadRow {
  const own = [...row.values].filter(([field]) => !field.startsWith('clinicians.'))
  return {...row, values: new Map(own), derived: new Map()}
}
