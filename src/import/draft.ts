import type {FlatKind} from '../model/flat-columns.ts'
import type {RowProblem} from '../model/imported.ts'
import type {PlanOptions, Standing} from './plan.ts'
import type {ReadRow} from './rows.ts'
import {foldedWords} from './words.ts'

export type Plain = Record<string, unknown>

/** A record as the rows read so far make it. */
export interface Draft {
  readonly id: string
  readonly before: Plain | null
  readonly after: Plain
  readonly rows: Set<ReadRow>
  readonly said: Map<string, {readonly json: string; readonly row: number}>
  /** Reading of the list: which key stood in which row. */
  readonly keys: Map<string, number>
  added: number
  changed: number
}

export function draftOf(id: string, standing: readonly Standing[]): Draft {
  const before = standing.find((it) => it.id === id)?.value ?? null
  const after = before === null ? {id} : structuredClone(before)
  return {
    id,
    before,
    after,
    rows: new Set(),
    said: new Map(),
    keys: new Map(),
    added: 0,
    changed: 0,
  }
}

/** All that keeps a row from going into a draft. */
export function problemsIn(row: ReadRow, draft: Draft, {flat}: PlanOptions): readonly RowProblem[] {
  const {values, failed} = row
  const against = flat.columns.flatMap(({name, list}): RowProblem[] => {
    const first = list === undefined && values.has(name) ? draft.said.get(name) : undefined
    if (first === undefined || first.json === JSON.stringify(values.get(name))) return []
    return [
      {
        field: name,
        reason: `another \`${name}\` for one ${flat.kind} than in row ${first.row}`,
        help: 'Make the rows of one record say the same; where they are two, give each its own in a column `id`',
      },
    ]
  })
  const found = [...against, ...listsIn(row, flat).flatMap((it) => inList(it, row, draft, flat))]
  return found.filter(({field}) => field === undefined || !failed.has(field))
}

/** Lists of which a row fills an entry. */
function listsIn({values, failed}: ReadRow, {columns}: FlatKind): readonly string[] {
  const lists = columns.flatMap(({name, list}) =>
    list !== undefined && (values.has(name) || failed.has(name)) ? [list] : [],
  )
  return [...new Set(lists)]
}

function inList(
  list: string,
  {values, derived, failed}: ReadRow,
  draft: Draft,
  flat: FlatKind,
): readonly RowProblem[] {
  const keys = flat.keys[list] ?? []
  const has = (field: string) => values.has(field) || derived.has(field) || failed.has(field)
  const filled = [...values.keys(), ...failed].filter((it) => it.startsWith(`${list}.`))
  // Of an entry whose key cannot be read it is not known whether it stands there.
  const isKnown = !keys.some((it) => failed.has(`${list}.${it}`))
  const {key, entry} = entryIn(list, values, draft, flat)
  const first = isKnown ? draft.keys.get(`${list}\t${key}`) : undefined
  if (first !== undefined)
    return [
      {reason: `the same ${keys.join(', ')} as in row ${first}`, help: 'Leave one of the rows'},
    ]
  const needed = flat.required[list] ?? []
  const [only = '', ...more] = keys
  const isWithoutKey = !has(`${list}.${only}`) && entry?.[only] === undefined
  if (more.length === 0 && needed.includes(only) && isWithoutKey)
    return [withoutKey(`${list}.${only}`, list, filled)]
  return needed.flatMap((it): RowProblem[] => {
    const field = `${list}.${it}`
    if (entry?.[it] !== undefined || values.has(field) || derived.has(field)) return []
    // The role follows from the specialty.
    if (field === 'clinicians.role' && failed.has('clinicians.specialty')) return []
    if (!isKnown && !keys.includes(it)) return []
    return [
      {
        field,
        reason: `a new entry without \`${field}\``,
        help: `Add a column for it, or give one for all rows: --set ${field}=…`,
      },
    ]
  })
}

/** One key for all rows would make one entry of them: it is the row's to say. */
function withoutKey(field: string, list: string, filled: readonly string[]): RowProblem {
  return {
    field,
    reason: `a new entry without \`${field}\``,
    help: `Fill it in; where the row is none of \`${list}\`, empty what it says of one: ${filled.join(', ')}`,
  }
}

function entryIn(
  list: string,
  values: ReadonlyMap<string, unknown>,
  draft: Draft,
  flat: FlatKind,
): {readonly key: string; readonly entry: Plain | undefined} {
  const keys = flat.keys[list] ?? []
  const key = JSON.stringify(keys.map((it) => values.get(`${list}.${it}`) ?? null))
  const entry = entriesOf(draft.after[list]).find(
    (it) => JSON.stringify(keys.map((name) => it[name] ?? null)) === key,
  )
  return {key, entry}
}

/** Puts the values of a row without problems into a draft. @returns Whether anything changed. */
export function apply(read: ReadRow, draft: Draft, options: PlanOptions): boolean {
  const {values, row} = read
  const {flat} = options
  const entries = listsIn(read, flat).map((list) => ({
    list,
    ...entryIn(list, values, draft, flat),
  }))
  let isChanged = false
  for (const {name, path, list} of flat.columns) {
    if (list !== undefined || !values.has(name)) continue
    draft.said.set(name, {json: JSON.stringify(values.get(name)), row})
    if (name === 'id') continue
    // A network has its own names for what others name too.
    if (options.reference && isName(name) && draft.before !== null) continue
    const next = merged(valueAt(draft.after, path), values.get(name), options)
    if (next === undefined) continue
    put(draft.after, path, next.value)
    isChanged = true
  }
  for (const {list, key, entry} of entries) {
    draft.keys.set(`${list}\t${key}`, row)
    if (fillEntry(list, entry, read, draft, options)) isChanged = true
  }
  return isChanged
}

/** Columns that name a record. */
function isName(column: string): boolean {
  return column === 'name' || column === 'title'
}

function fillEntry(
  list: string,
  found: Plain | undefined,
  {values, derived}: ReadRow,
  draft: Draft,
  options: PlanOptions,
): boolean {
  const entry = found ?? {}
  let isChanged = false
  for (const {name, path, list: of} of options.flat.columns) {
    if (of !== list) continue
    const isSaid = values.has(name)
    // What follows from a code changes nothing but the specialty, and that only for a better word.
    const follows = derived.get(name)
    const isBetter = found === undefined || (name === 'clinicians.specialty' && follows !== 'other')
    if (!isSaid && (follows === undefined || !isBetter)) continue
    const next = merged(valueAt(entry, path), isSaid ? values.get(name) : follows, options)
    if (next === undefined) continue
    put(entry, path, next.value)
    isChanged = true
  }
  if (found === undefined) {
    const there = draft.after[list]
    draft.after[list] = [...(Array.isArray(there) ? (there as unknown[]) : []), entry]
    draft.added += 1
  } else if (isChanged) draft.changed += 1
  return isChanged
}

/** What a value becomes; undefined where it stays. */
function merged(
  was: unknown,
  said: unknown,
  {own, reference}: PlanOptions,
): {readonly value: unknown} | undefined {
  if (JSON.stringify(was) === JSON.stringify(said)) return undefined
  if (Array.isArray(was) && Array.isArray(said) && !own) {
    const more = said.filter((it) => !was.includes(it))
    return more.length === 0 ? undefined : {value: [...(was as unknown[]), ...(more as unknown[])]}
  }
  // Registries write names in capitals: that is no other name.
  if (reference && typeof was === 'string' && typeof said === 'string')
    if (foldedWords(was) === foldedWords(said)) return undefined
  return {value: said}
}

/** What a new record lacks. */
export function withoutRequired(
  {before, after}: Draft,
  {columns, kind}: FlatKind,
): readonly RowProblem[] {
  if (before !== null) return []
  return columns
    .filter(
      ({required, path, list}) =>
        required && list === undefined && path.length === 1 && after[path[0] ?? ''] === undefined,
    )
    .map(({name, options}) => ({
      field: name,
      reason: `a new ${kind} without \`${name}\``,
      help: `Add a column for it, or give one for all rows: --set ${name}=${options === undefined || options.length > 6 ? '…' : options.join(', or ')}`,
    }))
}

export function entriesOf(list: unknown): Plain[] {
  return Array.isArray(list) ? list.filter(isMap) : []
}

export function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function put(at: Plain, path: readonly string[], value: unknown): void {
  const [first = '', second] = path
  if (second === undefined) at[first] = value
  else at[first] = {...(at[first] as Plain | undefined), [second]: value}
}

function valueAt(at: Plain, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Plain)[key]
        : undefined,
    at,
  )
}
