import type {FlatKind} from '../model/flat-columns.ts'
import {compareText} from '../model/location.ts'
import type {ReadRow, Rejected} from './rows.ts'
import type {Target} from './targets.ts'
import {foldedWords} from './words.ts'

type Plain = Record<string, unknown>

/** A record as it stands in the repository. */
export interface Standing {
  readonly id: string
  readonly value: Plain
}

/** One value that would change. */
export interface Change {
  readonly path: readonly (string | number)[]
  readonly value: unknown
  /** Undefined where nothing stood there. */
  readonly was: unknown
}

/** A record that would change or come. */
export interface PlannedRecord {
  readonly id: string
  readonly isNew: boolean
  /** Of a record that stands there. */
  readonly changes: readonly Change[]
  /** The whole of a new one. */
  readonly value: Plain
  /** Entries of lists that come, and that change. */
  readonly added: number
  readonly changed: number
  /** Rows that it rests on. */
  readonly rows: readonly number[]
}

export interface Plan {
  readonly records: readonly PlannedRecord[]
  /** Rows that say what is on record already. */
  readonly unchanged: number
  /** Rows of a list of others that name nothing on record. */
  readonly notOnRecord: number
  readonly accepted: number
  readonly rejected: readonly Rejected[]
  /** On record and not in the file: nothing is done about them. */
  readonly missing: readonly {readonly id: string; readonly key?: string}[]
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
  readonly idOf: (value: Plain) => string | undefined
}

interface Draft {
  readonly id: string
  readonly before: Plain | null
  readonly after: Plain
  readonly rows: Set<number>
  readonly said: Map<string, {readonly json: string; readonly row: number}>
  /** Reading of the list: which key stood in which row. */
  readonly keys: Map<string, number>
  added: number
  changed: number
}

/** Whether a row speaks of something on record, or of something that is to be taken in. */
export function speaksOfRecord(options: PlanOptions): (row: ReadRow) => boolean {
  const find = finder(options)
  return (row) => !('left' in find(row, new Map()))
}

/** What an import would do: nothing is ever deleted, and an empty cell says nothing. */
export function planImport(rows: readonly ReadRow[], options: PlanOptions): Plan {
  const {flat, standing} = options
  const drafts = new Map<string, Draft>()
  const find = finder(options)
  const rejected: Rejected[] = []
  let [unchanged, notOnRecord, accepted] = [0, 0, 0]
  for (const row of rows) {
    const found = find(row, drafts)
    if ('left' in found) {
      notOnRecord += 1
      continue
    }
    if ('reason' in found) {
      rejected.push({sheet: row.sheet, row: row.row, ...found})
      continue
    }
    const draft = drafts.get(found.id) ?? draftOf(found.id, standing)
    const said = apply(row, draft, options)
    if (said !== undefined && 'reason' in said) {
      rejected.push({sheet: row.sheet, row: row.row, ...said})
      continue
    }
    drafts.set(found.id, draft)
    accepted += 1
    draft.rows.add(row.row)
    if (said === undefined) unchanged += 1
  }
  const lacking = [...drafts.values()].flatMap((it) => withoutRequired(it, flat))
  const refused = new Set(lacking.map(({id}) => id))
  for (const {id, reason, help} of lacking)
    for (const row of drafts.get(id)?.rows ?? []) {
      accepted -= 1
      rejected.push({sheet: 0, row, reason, help})
    }
  const records = [...drafts.values()]
    .filter(({id}) => !refused.has(id))
    .map(plannedOf)
    .filter(({isNew, changes}) => isNew || changes.length > 0)
    .sort((a, b) => compareText(a.id, b.id))
  return {
    records,
    unchanged,
    notOnRecord,
    accepted,
    rejected: rejected.sort((a, b) => a.sheet - b.sheet || a.row - b.row),
    missing: options.reference ? [] : missingOf(drafts, options),
  }
}

type Found =
  | {readonly id: string}
  | {readonly left: true}
  | {readonly reason: string; readonly help: string}

const several = {
  reason: 'a name or number that several records bear',
  help: 'Add a column `id`',
} as const

/** Which record a row speaks of. */
function finder({target, standing, reference, only, idOf, flat}: PlanOptions) {
  const ids = new Set(standing.map(({id}) => id))
  const by = (key: (value: Plain) => readonly string[]) => {
    const found = new Map<string, string | null>()
    for (const {id, value} of standing)
      for (const it of key(value)) found.set(it, found.has(it) && found.get(it) !== id ? null : id)
    return found
  }
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? [value] : [])
  const names = by(({name, title}) => text(name ?? title).map(foldedWords))
  const tins = by(({tin}) => text(tin))
  const ccns = by(({ccn}) => text(ccn))
  const npis = by(({clinicians}) =>
    entriesOf(clinicians).flatMap((it) => (it['countedAt'] === undefined ? text(it['npi']) : [])),
  )
  const measures = by(({identifiers}) => measureKeys(identifiers as Plain | undefined))
  const decisions = by((value) => [decisionKey(value)])
  const wanted = (keys: readonly unknown[]) =>
    !reference || only.has('all') || keys.some((it) => only.has(String(it)))
  return ({values}: ReadRow, drafts: ReadonlyMap<string, Draft>): Found => {
    const get = (name: string) => values.get(name)
    const own = recordValues(values, flat)
    const keys = [get('clinicians.npi'), get('id'), get('ccn'), get('identifiers.mips')]
    const id = get('id')
    if (typeof id === 'string') {
      if (ids.has(id) || drafts.has(id)) return {id}
      const same = reference ? measureMatch(measures, own) : undefined
      if (same === null) return several
      if (same !== undefined) return {id: same}
      return wanted(keys) ? {id} : {left: true}
    }
    const name = text(get('name') ?? get('title')).map(foldedWords)[0]
    const match =
      (reference ? text(get('clinicians.npi')).map((it) => npis.get(it))[0] : undefined) ??
      text(get('ccn')).map((it) => ccns.get(it))[0] ??
      text(get('tin')).map((it) => tins.get(it))[0] ??
      (name === undefined ? undefined : names.get(name)) ??
      (target.name === 'measures' ? measureMatch(measures, own) : undefined) ??
      (target.name === 'decisions' ? decisions.get(decisionKey(own)) : undefined) ??
      // A clinician of another practice than the row names is no reason to rename the practice.
      (target.name === 'roster' && Object.keys(own).length === 0
        ? text(get('clinicians.npi')).map((it) => npis.get(it))[0]
        : undefined)
    if (typeof match === 'string') return {id: match}
    if (match === null) return several
    if (!wanted(keys)) return {left: true}
    const only1 =
      target.name === 'training' ? standing.filter((it) => it.value['type'] === 'training') : []
    if (only1.length === 1 && only1[0] !== undefined) return {id: only1[0].id}
    const made = idOf(own)
    if (made !== undefined) return {id: made}
    return {
      reason: `a row that names no ${flat.kind}`,
      help: 'Add a column with its id or name, or give one for all rows: --set id=…',
    }
  }
}

function measureKeys(identifiers: Plain | undefined): string[] {
  const {mips, ecqm} = identifiers ?? {}
  return [
    ...(typeof mips === 'string' ? [`mips ${mips}`] : []),
    // The version of an eCQM changes every year, the measure does not.
    ...(typeof ecqm === 'string' ? [`ecqm ${ecqm.replace(/v\d+$/, '')}`] : []),
  ]
}

function measureMatch(
  known: ReadonlyMap<string, string | null>,
  value: Plain,
): string | null | undefined {
  return measureKeys(value['identifiers'] as Plain | undefined)
    .map((it) => known.get(it))
    .find((it) => it !== undefined)
}

function decisionKey({decision, date, participant, member}: Plain): string {
  return JSON.stringify([decision, date, participant, member])
}

function entriesOf(list: unknown): Plain[] {
  return Array.isArray(list)
    ? list.filter((it): it is Plain => typeof it === 'object' && it !== null && !Array.isArray(it))
    : []
}

function recordValues(values: ReadonlyMap<string, unknown>, {columns}: FlatKind): Plain {
  const own: Plain = {}
  for (const {name, path, list} of columns)
    if (list === undefined && values.has(name)) put(own, path, values.get(name))
  return own
}

function put(at: Plain, path: readonly string[], value: unknown): void {
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

function draftOf(id: string, standing: readonly Standing[]): Draft {
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

type Applied =
  | {readonly reason: string; readonly help: string}
  | {readonly changes: true}
  | undefined

/** Puts the values of a row into a draft; undefined where they stand there already. */
function apply({values, derived, row}: ReadRow, draft: Draft, options: PlanOptions): Applied {
  const {flat} = options
  const lists = new Set(
    flat.columns.flatMap(({name, list}) => (list !== undefined && values.has(name) ? [list] : [])),
  )
  for (const {name, list} of flat.columns) {
    if (list !== undefined || !values.has(name)) continue
    const json = JSON.stringify(values.get(name))
    const first = draft.said.get(name)
    if (first !== undefined && first.json !== json)
      return {
        reason: `another \`${name}\` for one ${flat.kind} than in row ${first.row}`,
        help: 'Make the rows of one record say the same',
      }
  }
  const entries: {list: string; key: string; found: Plain | undefined}[] = []
  for (const list of lists) {
    const problem = entryOf(list, {values, derived, row}, draft, options)
    if ('reason' in problem) return problem
    entries.push({list, ...problem})
  }
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
  for (const {list, key, found} of entries) {
    draft.keys.set(`${list}\t${key}`, row)
    if (fillEntry(list, found, {values, derived}, draft, options)) isChanged = true
  }
  return isChanged ? {changes: true} : undefined
}

/** Columns that name a record. */
function isName(column: string): boolean {
  return column === 'name' || column === 'title'
}

function entryOf(
  list: string,
  {values, derived}: Omit<ReadRow, 'sheet'>,
  draft: Draft,
  {flat}: PlanOptions,
):
  | {readonly key: string; readonly found: Plain | undefined}
  | {readonly reason: string; readonly help: string} {
  const keys = flat.keys[list] ?? []
  const key = JSON.stringify(keys.map((it) => values.get(`${list}.${it}`) ?? null))
  const first = draft.keys.get(`${list}\t${key}`)
  if (first !== undefined)
    return {
      reason: `the same ${keys.join(', ')} as in row ${first}`,
      help: 'Leave one of the rows',
    }
  const found = entriesOf(draft.after[list]).find(
    (it) => JSON.stringify(keys.map((name) => it[name] ?? null)) === key,
  )
  const lacking = (flat.required[list] ?? []).find(
    (it) =>
      found?.[it] === undefined && !values.has(`${list}.${it}`) && !derived.has(`${list}.${it}`),
  )
  if (lacking !== undefined)
    return {
      reason: `a new entry without \`${list}.${lacking}\``,
      help: `Add a column for it, or give one for all rows: --set ${list}.${lacking}=…`,
    }
  return {key, found}
}

function fillEntry(
  list: string,
  found: Plain | undefined,
  {values, derived}: Pick<ReadRow, 'values' | 'derived'>,
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

function withoutRequired(
  {id, before, after}: Draft,
  {columns, kind}: FlatKind,
): {readonly id: string; readonly reason: string; readonly help: string}[] {
  if (before !== null) return []
  const lacking = columns.find(
    ({required, path, list}) =>
      required && list === undefined && path.length === 1 && after[path[0] ?? ''] === undefined,
  )
  if (lacking === undefined) return []
  return [
    {
      id,
      reason: `a new ${kind} without \`${lacking.name}\``,
      help: `Add a column for it, or give one for all rows: --set ${lacking.name}=…`,
    },
  ]
}

function plannedOf({id, before, after, rows, added, changed}: Draft): PlannedRecord {
  const changes = before === null ? [] : changesOf(before, after, [])
  const numbers = [...rows].sort((a, b) => a - b)
  return {id, isNew: before === null, changes, value: after, added, changed, rows: numbers}
}

/** Values that differ, as deep as both sides have the same shape. Lists only ever grow at the end. */
function changesOf(
  was: Plain | readonly unknown[],
  now: Plain | readonly unknown[],
  path: readonly (string | number)[],
): Change[] {
  const keys: (string | number)[] = Array.isArray(now)
    ? now.map((_, index) => index)
    : Object.keys(now)
  return keys.flatMap((key) => {
    const [a, b] = [was, now].map((it) => (it as Plain)[key])
    if (JSON.stringify(a) === JSON.stringify(b)) return []
    const here = [...path, key]
    const both = isMap(a) && isMap(b)
    const lists = entriesOf(a).length > 0 && Array.isArray(a) && Array.isArray(b)
    if (both || lists) return changesOf(a as Plain, b as Plain, here)
    return [{path: here, value: b, was: a}]
  })
}

function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function missingOf(
  drafts: ReadonlyMap<string, Draft>,
  {target, standing, flat}: PlanOptions,
): Plan['missing'] {
  const {list} = target
  if (list === undefined) return standing.filter(({id}) => !drafts.has(id)).map(({id}) => ({id}))
  const keys = flat.keys[list] ?? []
  return standing.flatMap(({id, value}) => {
    const draft = drafts.get(id)
    // Of other lists only the records that the file speaks of are compared.
    if (draft === undefined && target.name !== 'roster') return []
    return entriesOf(value[list]).flatMap((entry) => {
      if (entry['left'] !== undefined) return []
      const key = JSON.stringify(keys.map((it) => entry[it] ?? null))
      if (draft?.keys.has(`${list}\t${key}`) === true) return []
      return [
        {
          id,
          key: keys.flatMap((it) => (typeof entry[it] === 'string' ? [entry[it]] : [])).join(' '),
        },
      ]
    })
  })
}
