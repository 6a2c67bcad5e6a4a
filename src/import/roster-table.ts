import type {ImportedChange, RowProblem} from '../model/imported.ts'
import {rosterProblems} from './roster-problems.ts'
import type {ReadRow} from './rows.ts'
import {foldedWords} from './words.ts'

/** A declared column of a table. */
export interface TableColumn {
  readonly name: string
  readonly role?: string
}

/** One row of the table's text, as a parser of comma-separated text gives it. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly starts: readonly number[]
  readonly end: number
}

/** A roster kept as comma-separated text. */
export interface RosterTable {
  readonly text: string
  /** Of the text, the header first. */
  readonly rows: readonly TableRow[]
  readonly columns: readonly TableColumn[]
}

/** A row of the spreadsheet, and the participant that it is of. */
export interface RosterRow {
  readonly row: ReadRow
  readonly participant: string
}

/** What a spreadsheet would do to a roster table: rows are changed and added, none is removed. */
export interface RosterChange {
  readonly text: string
  readonly changes: readonly ImportedChange[]
  readonly added: number
  readonly changed: number
  /** Rows of the spreadsheet that change the table. */
  readonly changing: ReadonlySet<ReadRow>
  /** Why a row cannot be taken in. */
  readonly problems: ReadonlyMap<ReadRow, readonly RowProblem[]>
  /** Fields that the spreadsheet holds and the table has no column for. */
  readonly without: ReadonlySet<string>
  /** NPIs of the table that no row names. */
  readonly missing: readonly string[]
}

/** Roles of columns, by the field that they hold. */
const roles: Readonly<Record<string, string>> = {
  'clinicians.npi': 'npi',
  'clinicians.name': 'name',
  'clinicians.specialty': 'specialty',
  'clinicians.role': 'clinicianRole',
  'clinicians.zips': 'zip',
}

/** Puts clinicians into the text of a roster; bytes of rows that do not change are kept. */
export function changeRoster(table: RosterTable, rows: readonly RosterRow[]): RosterChange {
  const [header, ...lines] = table.rows
  const headings = header?.cells ?? []
  const places = placesOf(table.columns, headings)
  const npiAt = places.get('clinicians.npi') ?? -1
  const ofAt = placeOf(table.columns, headings, 'participant')
  const known = linesByNpi(lines, npiAt)
  const edits: {readonly start: number; readonly end: number; readonly text: string}[] = []
  const news: string[] = []
  const changes: ImportedChange[] = []
  const problems = new Map<ReadRow, readonly RowProblem[]>()
  const without = new Set<string>()
  const changing = new Set<ReadRow>()
  const seen = new Map<string, number>()
  let changed = 0
  for (const {row, participant} of rows) {
    const npi = String(row.values.get('clinicians.npi'))
    const [line, second] = known.get(npi) ?? []
    const elsewhere = ofAt === undefined ? '' : (line?.cells[ofAt] ?? '')
    const found = rosterProblems(row, {
      before: seen.get(npi),
      isElsewhere: elsewhere !== '' && elsewhere !== participant,
      isNew: line === undefined,
      isTwice: second !== undefined,
      places,
    })
    if (found.length > 0) {
      problems.set(row, found)
      continue
    }
    seen.set(npi, row.row)
    for (const field of fieldsOf(row)) if (!places.has(field)) without.add(field)
    const cells = new Map(
      [...places].flatMap(([field, at]) => {
        const value = textOf(row, field, line !== undefined)
        return value === undefined ? [] : [[at, value] as const]
      }),
    )
    if (ofAt !== undefined) cells.set(ofAt, participant)
    if (line === undefined) {
      news.push(headings.map((_, at) => quotedCell(cells.get(at) ?? '')).join(','))
      changes.push({path: [npi], value: Object.fromEntries(named(cells, headings)), was: undefined})
      changing.add(row)
      continue
    }
    const other = [...cells].filter(([at, text]) => (line.cells[at] ?? '') !== text)
    for (const [at, text] of other) {
      const start = line.starts[at] ?? line.end
      const end = (line.starts[at + 1] ?? line.end + 1) - 1
      edits.push({start, end, text: quotedCell(text)})
      changes.push({path: [npi, headings[at] ?? ''], value: text, was: line.cells[at] ?? ''})
    }
    if (other.length === 0) continue
    changed += 1
    changing.add(row)
  }
  const missing = [...known.keys()].filter((it) => !seen.has(it))
  const text = appended(edited(table.text, edits), news)
  return {text, changes, added: news.length, changed, changing, problems, without, missing}
}

/** Rows of the table by NPI; one that is empty names nobody. */
function linesByNpi(lines: readonly TableRow[], npiAt: number): ReadonlyMap<string, TableRow[]> {
  const known = new Map<string, TableRow[]>()
  for (const line of lines) {
    const npi = line.cells[npiAt] ?? ''
    if (npi !== '') known.set(npi, [...(known.get(npi) ?? []), line])
  }
  return known
}

/** Where each field stands: by the role of a column, else by its name. */
function placesOf(
  columns: readonly TableColumn[],
  headings: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [field, role] of Object.entries(roles)) {
    const place = placeOf(columns, headings, role)
    if (place !== undefined) found.set(field, place)
  }
  for (const {name, role} of columns) {
    const field = `clinicians.${foldedWords(name)}`
    const isFree = role === undefined || role === 'other'
    const place = headings.indexOf(name)
    if (isFree && place >= 0 && /\.(?:taxonomy|joined|left)$/.test(field)) found.set(field, place)
  }
  return found
}

/** As who reads the table finds it: a column without a role of its own is found under its name. */
function placeOf(
  columns: readonly TableColumn[],
  headings: readonly string[],
  role: string,
): number | undefined {
  const isFree = (it: TableColumn) => it.role === undefined || it.role === 'other'
  const name = (
    columns.find((it) => it.role === role) ?? columns.find((it) => it.name === role && isFree(it))
  )?.name
  const place = name === undefined ? -1 : headings.indexOf(name)
  return place < 0 ? undefined : place
}

function fieldsOf({values}: ReadRow): readonly string[] {
  return [...values.keys()].filter((it) => it.startsWith('clinicians.'))
}

/** Of a clinician who stands there only what is said is changed, not what follows from a code. */
function textOf({values, derived}: ReadRow, field: string, stands: boolean): string | undefined {
  const value = values.get(field) ?? (stands ? undefined : derived.get(field))
  if (value === undefined) return undefined
  return Array.isArray(value) ? value.join(';') : typeof value === 'string' ? value : undefined
}

function named(
  cells: ReadonlyMap<number, string>,
  headings: readonly string[],
): readonly (readonly [string, string])[] {
  return [...cells].sort(([a], [b]) => a - b).map(([at, text]) => [headings[at] ?? '', text])
}

function quotedCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function edited(
  text: string,
  edits: readonly {readonly start: number; readonly end: number; readonly text: string}[],
): string {
  let [out, at] = ['', 0]
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

function appended(text: string, rows: readonly string[]): string {
  if (rows.length === 0) return text
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const end = /[\r\n]$/.test(text) ? '' : eol
  return `${text}${end}${rows.map((it) => it + eol).join('')}`
}
