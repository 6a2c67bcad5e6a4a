import type {Imported, ImportedRecord} from '../model/imported.ts'
import type {ImportShown} from './import.ts'
import {clip, hang, plural, safe} from './text.ts'

/** Most of one sort that are shown; `--json` has all. */
const mostShown = 20

/** What would change, by record. */
export function recordLines({records, kind}: Imported, {width, discreet}: ImportShown): string[] {
  if (discreet || records.length === 0) return []
  return [
    '',
    ...records.slice(0, mostShown * 2).flatMap((it) => {
      const entries = [
        ...(it.added === 0 ? [] : [`${plural(it.added, 'entry', 'entries')} added`]),
        ...(it.changed === 0 ? [] : [`${plural(it.changed, 'entry', 'entries')} changed`]),
      ].join(', ')
      const head = `${it.isNew ? '+' : '~'} ${it.kind ?? kind}/${safe(it.id)} in ${safe(it.file)}${entries === '' ? '' : `: ${entries}`}`
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

function changeWords(
  {value}: ImportedRecord,
  {path, value: now, was}: ImportedRecord['changes'][number],
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
  value: ImportedRecord['value'],
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

export function missingLines({missing, kind}: Imported, {width, discreet}: ImportShown): string[] {
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
