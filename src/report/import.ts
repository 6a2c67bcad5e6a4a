import {remarkText, type Imported, type RejectedCell} from '../model/imported.ts'
import {missingLines, recordLines} from './import-records.ts'
import {commitLines} from './paste.ts'
import {clip, hang, plural, safe} from './text.ts'

export interface ImportShown {
  readonly width: number
  /** A build log is published: rows, columns by number and reasons only. */
  readonly discreet: boolean
  readonly written: boolean
}

/** Most of one sort that are shown; `--json` has all. */
const mostShown = 20

/** What was read, what was left out, and what would change. */
export function importLines(told: Imported, shown: ImportShown): string[] {
  const {layout, remarks, kind, rows} = told
  const columns = shown.width
  return [
    ...(layout === null ? [] : hang('', `Layout: ${layout}.`, columns)),
    ...mappingLines(told, shown),
    ...remarks.flatMap((it) => hang('', `${safe(remarkText(it, shown.discreet))}.`, columns)),
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

function mappingLines({mapping}: Imported, {width, discreet}: ImportShown): string[] {
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
  content: 'by what stands beside it',
}

function rejectedLines({rejected}: Imported, {width, discreet}: ImportShown): string[] {
  const groups = new Map<string, RejectedCell[]>()
  for (const it of rejected) {
    const key = JSON.stringify([it.reason, it.field ?? '', it.help ?? '', it.column ?? ''])
    groups.set(key, [...(groups.get(key) ?? []), it])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const field = placeWords(first, discreet)
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
      ...(first.file === undefined || discreet
        ? []
        : hang('  ', `file: ${safe(first.file)}`, width)),
    ]
  })
}

/** ` in column ZIP (clinicians.zips)`: which cell of the rows told is meant. */
function placeWords({heading = '', field}: RejectedCell, discreet: boolean): string {
  if (heading !== '' && !discreet)
    return ` in column \`${safe(clip(heading, 40))}\`${field === undefined ? '' : ` (${field})`}`
  return field === undefined ? '' : ` in \`${field}\``
}

function closeLines(
  told: Imported,
  {written, discreet, width}: ImportShown,
  kind: string,
): string[] {
  const {records, files} = told
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
      : ['Next: look at it with git diff, then commit it:', ...addLines(told, width)]),
  ]
}

/** Many files are named by their folders. */
function addLines({folder, files}: Imported, width: number): string[] {
  const paths = files.map(({path}) => path)
  const folders = paths.map((it) => it.split('/').slice(0, -1).join('/'))
  return commitLines(folder, paths.length > 4 ? [...new Set(folders)] : paths, {width})
}
