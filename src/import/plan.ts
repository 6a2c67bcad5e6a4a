import type {FlatKind} from '../model/flat-columns.ts'
import type {Missing, PlannedRecord, RowProblem} from '../model/imported.ts'
import {compareText} from '../model/location.ts'
import {plannedOf} from './changes.ts'
import {apply, draftOf, entriesOf, problemsIn, withoutRequired, type Draft} from './draft.ts'
import {finder} from './find.ts'
import type {ReadRow, Rejected} from './rows.ts'
import type {Target} from './targets.ts'

/** A record as it stands in the repository. */
export interface Standing {
  readonly id: string
  readonly value: Record<string, unknown>
  /** Of clinicians that a table holds instead. */
  readonly npis?: readonly string[]
}

export interface Plan {
  readonly records: readonly PlannedRecord[]
  /** Rows that say what is on record already. */
  readonly unchanged: number
  /** Rows of a list of others that name nothing on record. */
  readonly notOnRecord: number
  readonly accepted: number
  /** Every reason, by row; and how many rows of the file have one. */
  readonly rejected: readonly Rejected[]
  readonly rejectedRows: number
  /** On record and not in the file: nothing is done about them. */
  readonly missing: Missing
}

export interface PlanOptions {
  readonly target: Target
  readonly flat: FlatKind
  readonly standing: readonly Standing[]
  /** The file lists far more than the network: rows that are not on record are left out. */
  readonly reference: boolean
  /** Keys that are taken in from a reference all the same; `all` for every one. */
  readonly only: ReadonlySet<string>
  /** Lists of values are replaced, not joined. */
  readonly own: boolean
  /** Id of a new record without one. */
  readonly idOf: (value: Record<string, unknown>) => string | undefined
}

/** What an import would do: nothing is ever deleted, and an empty cell says nothing. */
export function planImport(rows: readonly ReadRow[], options: PlanOptions): Plan {
  const {flat, standing} = options
  const drafts = new Map<string, Draft>()
  const find = finder(options)
  const tins = new Map<string, string>()
  const rejected: Rejected[] = []
  const unread: {readonly row: ReadRow; readonly id: string}[] = []
  const refused = new Set<ReadRow>()
  /** Ids, and keys of entries below them, that stand in the file, be their rows taken in or not. */
  const named = new Set<string>()
  let [unchanged, notOnRecord, accepted] = [0, 0, 0]
  const reject = (row: ReadRow, problems: readonly RowProblem[]) => {
    if (problems.length > 0) refused.add(row)
    rejected.push(...problems.map((it) => ({sheet: row.sheet, row: row.row, ...it})))
  }
  for (const row of rows) {
    const found = find(row, drafts, tins)
    if ('left' in found) {
      notOnRecord += 1
      continue
    }
    reject(row, row.problems)
    if ('reason' in found) {
      reject(row, namesFail(row) || row.values.size === 0 ? [] : [found])
      continue
    }
    named.add(found.id)
    for (const key of keysIn(row, options)) named.add(`${found.id}\t${key}`)
    if (row.problems.length > 0) {
      unread.push({row, id: found.id})
      continue
    }
    const draft = drafts.get(found.id) ?? draftOf(found.id, standing)
    const problems = problemsIn(row, draft, options)
    reject(row, problems)
    if (problems.length > 0) continue
    const isChanged = apply(row, draft, options)
    drafts.set(found.id, draft)
    const tin = row.values.get('tin')
    if (typeof tin === 'string') tins.set(tin, found.id)
    accepted += row.of ?? 1
    draft.rows.add(row)
    if (!isChanged && row.isChange !== true) unchanged += row.of ?? 1
  }
  const lacking = [...drafts.values()].map((it) => [it, withoutRequired(it, flat)] as const)
  for (const [{rows: of}, problems] of lacking)
    for (const row of problems.length === 0 ? [] : of) {
      accepted -= row.of ?? 1
      reject(row, problems)
    }
  for (const {row, id} of unread) reject(row, furtherProblems(row, id, drafts, options))
  const records = lacking
    .filter(([, problems]) => problems.length === 0)
    .map(([draft]) => plannedOf(draft))
    .filter(({isNew, changes}) => isNew || changes.length > 0)
    .sort((a, b) => compareText(a.id, b.id))
  return {
    records,
    unchanged,
    notOnRecord,
    accepted,
    rejected: rejected.sort((a, b) => a.sheet - b.sheet || a.row - b.row),
    rejectedRows: [...refused].reduce((sum, it) => sum + (it.of ?? 1), 0),
    missing: options.reference ? [] : missingOf(named, options),
  }
}

/** Whether what would name the record is itself what cannot be read. */
function namesFail({failed}: ReadRow): boolean {
  return [...failed].some((it) => !it.includes('.') || it.endsWith('.npi'))
}

/** What else is wrong with a row of which a cell cannot be read: all is told at once. */
function furtherProblems(
  row: ReadRow,
  id: string,
  drafts: ReadonlyMap<string, Draft>,
  options: PlanOptions,
): readonly RowProblem[] {
  const there = drafts.get(id)
  const problems = problemsIn(row, there ?? draftOf(id, options.standing), options)
  if (there !== undefined) return problems
  const alone = draftOf(id, options.standing)
  apply(row, alone, options)
  const lacks = withoutRequired(alone, options.flat)
  return [...problems, ...lacks.filter(({field = ''}) => !row.failed.has(field))]
}

/** Key of the entry that a row is about, where it can be read. */
function keysIn({values}: ReadRow, {target, flat}: PlanOptions): readonly string[] {
  const {list} = target
  if (list === undefined) return []
  const keys = flat.keys[list] ?? []
  return [JSON.stringify(keys.map((it) => values.get(`${list}.${it}`) ?? null))]
}

function missingOf(named: ReadonlySet<string>, {target, standing, flat}: PlanOptions): Missing {
  const {list} = target
  if (list === undefined) return standing.filter(({id}) => !named.has(id)).map(({id}) => ({id}))
  const keys = flat.keys[list] ?? []
  return standing.flatMap(({id, value}) => {
    // Of other lists only the records that the file speaks of are compared.
    if (!named.has(id) && target.name !== 'roster') return []
    return entriesOf(value[list]).flatMap((entry) => {
      if (entry['left'] !== undefined) return []
      const key = JSON.stringify(keys.map((it) => entry[it] ?? null))
      if (named.has(`${id}\t${key}`)) return []
      return [
        {
          id,
          key: keys.flatMap((it) => (typeof entry[it] === 'string' ? [entry[it]] : [])).join(' '),
        },
      ]
    })
  })
}
