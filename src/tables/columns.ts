import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import type {EvidenceTable, TableColumn} from '../model/records.gen.ts'
import {quoted} from '../model/show.ts'
import type {Entry} from '../model/workspace.ts'
import type {TableLog} from './log.ts'
import type {CsvRow} from './rfc4180.ts'

/** A declared column, and where in each row its cells stand. */
export interface PlacedColumn extends TableColumn {
  readonly index: number
}

/** Roles without which a table of this grain says nothing. */
const needed: Readonly<Partial<Record<EvidenceTable['grain'], readonly string[]>>> = {
  counts: ['unit', 'measure', 'periodStart', 'periodEnd', 'numerator', 'denominator'],
}

/** What the record's columns lack, or say twice; before the file is opened. */
export function checkDeclared({value, locate}: Entry<'EvidenceTable'>): Diagnostic[] {
  const base = {severity: 'error', why} as const
  const diagnostics: Diagnostic[] = []
  for (const [index, {name, role}] of value.columns.entries()) {
    const before = value.columns.slice(0, index)
    const location = locate(['columns', index])
    if (before.some((it) => it.name === name))
      diagnostics.push({
        ...base,
        code: 'table/duplicate-column',
        message: `Unexpected second column ${quoted(name)}, expected each name once`,
        location,
        help: 'Remove one, or give it the name that the file has',
      })
    if (role !== undefined && role !== 'other' && before.some((it) => it.role === role))
      diagnostics.push({
        ...base,
        code: 'table/roles',
        message: `Unexpected second column for ${quoted(role)}, expected one column for each role`,
        location,
        help: 'Give the role to the one column that is meant, and `other` to the rest',
      })
  }
  const roles = new Set<string | undefined>(value.columns.map(({role}) => role))
  const missing = (needed[value.grain] ?? []).filter((it) => !roles.has(it))
  if (missing.length > 0)
    diagnostics.push({
      ...base,
      code: 'table/roles',
      message: `Unexpected columns without ${missing.map(quoted).join(', ')}, expected a column for each role of ${quoted(value.grain)}`,
      location: locate(['columns']),
      help: 'Add `role:` to the columns that hold them',
    })
  return diagnostics
}

const why = 'A column that is read as another gives figures of something else'

/** Declared columns by the names in the first row; missing, unknown and repeated ones are logged. */
export function placeColumns(
  columns: readonly TableColumn[],
  header: CsvRow,
  log: TableLog,
): PlacedColumn[] {
  const declared = columns.map(({name}) => name)
  const [only = ''] = header.cells
  if (header.cells.length === 1 && columns.length > 1 && /[;\t|]/.test(only)) {
    log.row(header, otherSeparator)
    return []
  }
  const absent = new Set(declared.filter((it) => !header.cells.includes(it)))
  for (const [index, name] of header.cells.entries()) {
    if (header.cells.indexOf(name) < index) {
      log.cell(header, index, {
        code: 'table/duplicate-column',
        message: `Unexpected second column ${quoted(name)}, expected each name once`,
        help: 'Rename or remove one of the two in the file',
      })
      continue
    }
    if (declared.includes(name)) continue
    const meant = nearestWord(name.trim(), absent)
    if (meant !== undefined) absent.delete(meant)
    log.cell(header, index, otherColumn(name, meant))
  }
  for (const name of absent) log.row(header, missingColumn(name))
  return columns
    .map((it) => ({...it, index: header.cells.indexOf(it.name)}))
    .filter(({index}) => index >= 0)
}

function otherColumn(name: string, meant: string | undefined) {
  if (meant !== undefined)
    return {
      code: 'table/missing-column',
      message: `Unexpected column ${quoted(name)}, expected ${quoted(meant)}`,
      help: 'Names are compared exactly: correct it in the file or under `columns`',
    }
  return {
    code: 'table/extra-column',
    severity: 'warning' as const,
    message: `Unexpected column ${quoted(name)}, expected those that the record declares`,
    help: 'Its cells are not read: declare it under `columns`, or remove it from the file',
  }
}

const otherSeparator = {
  code: 'table/separator',
  message: 'Unexpected first row of one cell, expected commas between cells',
  help: 'Save the file as comma-separated text, as RFC 4180 says',
}

function missingColumn(name: string) {
  return {
    code: 'table/missing-column',
    message: `Unexpected first row without ${quoted(name)}, expected every declared column`,
    help: 'Add it to the file, or correct its name under `columns`',
  }
}
