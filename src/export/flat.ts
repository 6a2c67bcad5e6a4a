import {isAbove, type ConfidentialityClass} from '../model/confidentiality.ts'
import type {FlatColumn, FlatKind} from '../model/flat-columns.ts'

export type FlatCell = string | number | boolean

/** A rectangle of cells under a header. */
export interface FlatTable {
  /** The kind, or the list. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly FlatCell[])[]
}

export interface FlatExport {
  /** The records first, then a table for each of their lists. */
  readonly tables: readonly FlatTable[]
  /** Left out because their class is above network and was not asked for. */
  readonly withheld: {readonly values: number; readonly records: number}
}

/** A record as it stands, and the class of the root that holds it. */
export interface FlatRecord {
  readonly value: Readonly<Record<string, unknown>>
  readonly rootClass: ConfidentialityClass
}

export interface FlatOptions {
  readonly flat: FlatKind
  readonly records: readonly FlatRecord[]
  /** List whose entries are rows of the first table, with the record's own values beside each. */
  readonly joined?: string
  /** Classes above network that are exported too. */
  readonly include: ReadonlySet<ConfidentialityClass>
}

/** Records as tables with a column for each value, which an import reads back. */
export function flatExport({flat, records, joined, include}: FlatOptions): FlatExport {
  const isOpen = (it: ConfidentialityClass) => !isAbove(it, 'network') || include.has(it)
  const kept = records.filter(({rootClass}) => isOpen(rootClass))
  const columns = flat.columns.filter((it) => isOpen(it.class))
  const closed = flat.columns.filter((it) => !isOpen(it.class))
  const values = kept.reduce((sum, it) => sum + countOf(it.value, closed), 0)
  const own = columns.filter(({list}) => list === undefined)
  const lists = [...new Set(columns.flatMap(({list}) => list ?? []))]
  const ofList = (list: string) => columns.filter((it) => it.list === list)
  const main = joined === undefined ? own : [...own, ...ofList(joined)]
  const first: FlatTable = {
    name: flat.kind,
    header: ['kind', ...main.map(({name}) => name)],
    rows: kept.flatMap(({value}) => {
      const entries = joined === undefined ? [] : entriesOf(value[joined])
      const cells = [flat.kind, ...own.map((it) => cellOf(value, it))]
      if (joined === undefined) return [cells]
      const rest = ofList(joined)
      if (entries.length === 0) return [[...cells, ...rest.map(() => '')]]
      return entries.map((entry) => [...cells, ...rest.map((it) => cellOf(entry, it))])
    }),
  }
  const more = lists
    .filter((it) => it !== joined)
    .map((list): FlatTable => {
      const of = ofList(list)
      return {
        name: list,
        header: ['kind', 'id', ...of.map(({name}) => name)],
        rows: kept.flatMap(({value}) =>
          entriesOf(value[list]).map((entry) => [
            flat.kind,
            String(value['id']),
            ...of.map((it) => cellOf(entry, it)),
          ]),
        ),
      }
    })
    .filter(({rows}) => rows.length > 0)
  return {
    tables: [first, ...more],
    withheld: {values, records: records.length - kept.length},
  }
}

function countOf(value: Readonly<Record<string, unknown>>, closed: readonly FlatColumn[]): number {
  return closed.reduce((sum, column) => {
    const holders = column.list === undefined ? [value] : entriesOf(value[column.list])
    return sum + holders.filter((it) => valueAt(it, column.path) !== undefined).length
  }, 0)
}

function entriesOf(list: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(list) ? (list as Record<string, unknown>[]) : []
}

function valueAt(holder: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined,
    holder,
  )
}

function cellOf(holder: Readonly<Record<string, unknown>>, column: FlatColumn): FlatCell {
  const value = valueAt(holder, column.path)
  if (value === undefined || value === null) return ''
  if (column.many && Array.isArray(value)) return joinedCell(value.map(String))
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return JSON.stringify(value)
}

/** Joined by semicolons; as JSON where a value holds one itself. */
function joinedCell(values: readonly string[]): string {
  const isPlain = values.every((it) => it !== '' && !/[;\n]|^\[|^\s|\s$/.test(it))
  return isPlain ? values.join(';') : JSON.stringify(values)
}
