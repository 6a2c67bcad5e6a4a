import {clip, hang, plural, safe} from './text.ts'

/** What an import would do, as the pipeline tells it. */
export interface ImportTold {
  readonly kind: string
  readonly layout: string | null
  readonly reference: boolean
  readonly mapping: readonly {
    readonly column: string
    readonly field: string | null
    readonly by: string
  }[]
  readonly remarks: readonly string[]
  readonly notes: readonly {
    readonly column: string
    readonly note: string
    readonly cells: number
  }[]
  readonly rows: {
    readonly read: number
    readonly accepted: number
    readonly unchanged: number
    readonly rejected: number
    readonly notOnRecord: number
  }
  readonly rejected: readonly {
    readonly place: string
    readonly row: number
    readonly column?: number
    readonly field?: string
    readonly reason: string
    readonly help?: string
  }[]
  readonly records: readonly {
    readonly id: string
    readonly isNew: boolean
    readonly file: string
    readonly added: number
    readonly changed: number
    readonly value: Readonly<Record<string, unknown>>
    readonly changes: readonly {
      readonly path: readonly (string | number)[]
      readonly value: unknown
      readonly was: unknown
    }[]
  }[]
  readonly missing: readonly {readonly id: string; readonly key?: string}[]
  readonly files: readonly {readonly path: string; readonly was: Uint8Array | null}[]
}

export interface ImportShown {
  readonly width: number
  /** A build log is published: rows, columns by number and reasons only. */
  readonly discreet: boolean
  readonly written: boolean
}

/** Most of one sort that are shown; `--json` has all. */
const mostShown = 20

/** What was read, what was left out, and what would change. */
export function importLines(told: ImportTold, shown: ImportShown): string[] {
  const {layout, remarks, kind, rows} = told
  const columns = shown.width
  return [
    ...(layout === null ? [] : hang('', `Layout: ${layout}.`, columns)),
    ...mappingLines(told, shown),
    ...remarks.flatMap((it) => hang('', `${safe(it)}.`, columns)),
    ...told.notes.flatMap(({column, note, cells}) => {
      const place = column === '' || shown.discreet ? '' : `${safe(column)}: `
      return hang('', `${place}${note}, ${plural(cells, 'cell')}.`, columns)
    }),
    ...hang(
      '',
      `${plural(rows.read, 'row')} read: ${rows.accepted} accepted, of which ${rows.unchanged} say what is on record; ${rows.rejected} rejected` +
        (told.reference ? `; ${rows.notOnRecord} not on record, left out.` : '.'),
      columns,
    ),
    ...(told.reference && rows.notOnRecord > 0
      ? hang(
          '',
          'A published list is no membership: --only KEY takes in a row that is not on record.',
          columns,
        )
      : []),
    ...rejectedLines(told, shown),
    ...recordLines(told, shown),
    ...missingLines(told, shown),
    '',
    ...closeLines(told, shown, kind),
  ]
}

function mappingLines({mapping}: ImportTold, {width, discreet}: ImportShown): string[] {
  const used = mapping.filter(({field}) => field !== null)
  if (used.every(({by}) => by === 'own')) return []
  const left = mapping.filter(({field}) => field === null)
  const fields = [...new Set(used.map(({field}) => field))]
  const lines = fields.flatMap((field) => {
    const [first, ...more] = used.filter((it) => it.field === field)
    if (first === undefined) return []
    const place = mapping.indexOf(first) + 1
    const name = discreet ? `column ${place}` : safe(first.column)
    const rest = more.length === 0 ? '' : ` and ${more.length} more`
    return hang('  ', `${name}${rest} -> ${field} (${byWords[first.by] ?? first.by})`, width)
  })
  const names = discreet
    ? ''
    : `: ${left
        .map(({column}) => safe(clip(column, 40)))
        .slice(0, 12)
        .join(', ')}${left.length > 12 ? ' …' : ''}`
  return [
    'Columns:',
    ...lines,
    ...(left.length === 0
      ? []
      : hang('  ', `left out, ${plural(left.length, 'column')}${names}`, width)),
  ]
}

const byWords: Readonly<Record<string, string>> = {
  flag: 'as --map says',
  remembered: 'as remembered',
  own: 'by its name',
  layout: 'by the layout',
  words: 'by its words',
}

function rejectedLines({rejected}: ImportTold, {width, discreet}: ImportShown): string[] {
  const groups = new Map<string, ImportTold['rejected'][number][]>()
  for (const it of rejected) {
    const key = JSON.stringify([it.reason, it.field ?? '', it.help ?? ''])
    groups.set(key, [...(groups.get(key) ?? []), it])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const field = first.field === undefined ? '' : ` in \`${first.field}\``
    const places = group
      .slice(0, mostShown)
      .map((it) =>
        discreet
          ? `row ${it.row}${it.column === undefined ? '' : `, column ${it.column + 1}`}`
          : safe(it.place),
      )
    const more = group.length > mostShown ? `, and ${group.length - mostShown} more` : ''
    return [
      '',
      ...hang('', `Rejected${field}, ${plural(group.length, 'row')}: ${safe(first.reason)}`, width),
      ...hang('  ', `${places.join(discreet ? '; ' : ', ')}${more}`, width),
      ...(first.help === undefined ? [] : hang('  ', `fix: ${safe(first.help)}`, width)),
    ]
  })
}

function recordLines({records, kind}: ImportTold, {width, discreet}: ImportShown): string[] {
  if (discreet || records.length === 0) return []
  return [
    '',
    ...records.slice(0, mostShown * 2).flatMap((it) => {
      const entries = [
        ...(it.added === 0 ? [] : [`${plural(it.added, 'entry', 'entries')} added`]),
        ...(it.changed === 0 ? [] : [`${plural(it.changed, 'entry', 'entries')} changed`]),
      ].join(', ')
      const head = `${it.isNew ? '+' : '~'} ${kind}/${safe(it.id)} in ${safe(it.file)}${entries === '' ? '' : `: ${entries}`}`
      const shown = it.changes.slice(0, mostShown)
      const more = it.changes.length - shown.length
      return [
        ...hang('', head, width),
        ...shown.flatMap((change) => hang('    ', changeWords(it, change), width)),
        ...(more > 0 ? [`    and ${more} more`] : []),
      ]
    }),
    ...(records.length > mostShown * 2
      ? [`and ${records.length - mostShown * 2} more records`]
      : []),
  ]
}

type ToldRecord = ImportTold['records'][number]

function changeWords(
  {value}: ToldRecord,
  {path, value: now, was}: ToldRecord['changes'][number],
): string {
  const [list, index] = path
  const entry = typeof index === 'number' ? entryAt(value, list, index) : undefined
  const key = entry?.['npi'] ?? entry?.['date'] ?? entry?.['participant']
  const names = path.map((it, place) =>
    place === 1 && typeof key === 'string'
      ? `[${safe(key)}]`
      : typeof it === 'number'
        ? `[${it + 1}]`
        : `${place === 0 ? '' : '.'}${it}`,
  )
  const words = names.join('')
  return was === undefined ? `${words}: ${text(now)}` : `${words}: ${text(was)} -> ${text(now)}`
}

function entryAt(
  value: ToldRecord['value'],
  list: string | number | undefined,
  index: number,
): Record<string, unknown> | undefined {
  const entries: unknown = value[String(list)]
  return Array.isArray(entries)
    ? (entries[index] as Record<string, unknown> | undefined)
    : undefined
}

function text(value: unknown): string {
  return safe(clip(typeof value === 'string' ? value : JSON.stringify(value), 200))
}

function missingLines({missing, kind}: ImportTold, {width, discreet}: ImportShown): string[] {
  if (missing.length === 0) return []
  const what =
    missing[0]?.key === undefined
      ? plural(missing.length, 'record')
      : plural(missing.length, 'entry', 'entries')
  const head = hang(
    '',
    `On record and not in the file: ${what} of ${kind}; nothing is done about them. Who has left gets a date in \`left\`.`,
    width,
  )
  if (discreet) return ['', ...head]
  const names = missing
    .slice(0, mostShown)
    .map(({id, key}) => (key === undefined ? id : `${id} ${key}`))
  const more = missing.length > mostShown ? `, and ${missing.length - mostShown} more` : ''
  return ['', ...head, ...hang('  ', `${names.map(safe).join(', ')}${more}`, width)]
}

function closeLines(
  {records, files}: ImportTold,
  {written, discreet, width}: ImportShown,
  kind: string,
): string[] {
  const added = records.filter(({isNew}) => isNew).length
  const changed = records.length - added
  const sum = `${plural(added, 'record')} of ${kind} added, ${changed} changed`
  if (files.length === 0) return [`${sum}. Nothing to write.`]
  if (!written)
    return hang(
      '',
      `${sum} in ${plural(files.length, 'file')}, were it written; nothing was written.`,
      width,
    )
  return [
    `${sum}. Wrote ${plural(files.length, 'file')}.`,
    ...(discreet
      ? []
      : [
          'Next: look at it with git diff, then commit it:',
          ...addLines(
            files.map(({path}) => safe(path)),
            width,
          ),
        ]),
  ]
}

/** A command to paste: one line where it fits, else a path a line. */
function addLines(paths: readonly string[], width: number): string[] {
  const folders = paths.map((it) => it.split('/').slice(0, -1).join('/'))
  const named = paths.length > 4 ? [...new Set(folders)] : paths
  const whole = `  git add -- ${named.join(' ')}`
  return whole.length <= width
    ? [whole, '  git commit']
    : [['  git add --', ...named].join(' \\\n    '), '  git commit']
}

/** The same for programs. A build log gets counts, rows and reasons. */
export function importJson(told: ImportTold, {discreet, written}: ImportShown): object {
  const {rows, kind, layout, remarks, notes, mapping, rejected, records, missing, files} = told
  return {
    kind,
    layout,
    written,
    rows,
    remarks,
    notes: notes.map(({column, note, cells}) => ({...(discreet ? {} : {column}), note, cells})),
    mapping: mapping.map(({column, field, by}, index) => ({
      ...(discreet ? {place: index + 1} : {column}),
      field,
      by,
    })),
    rejected: rejected.map(({place, row, column, field, reason, help}) => ({
      ...(discreet ? {row} : {place, row}),
      ...(column === undefined ? {} : {column: column + 1}),
      ...(field === undefined ? {} : {field}),
      reason,
      ...(help === undefined ? {} : {help}),
    })),
    added: records.filter(({isNew}) => isNew).length,
    changed: records.filter(({isNew}) => !isNew).length,
    missing: discreet ? missing.length : missing,
    ...(discreet
      ? {}
      : {
          records: records.map(({id, isNew, file, changes, value}) => ({
            id,
            action: isNew ? 'added' : 'changed',
            file,
            ...(isNew ? {value} : {changes}),
          })),
          files: files.map(({path}) => path),
        }),
  }
}
