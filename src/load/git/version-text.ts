import {labelOf, type DateFound} from './events.ts'
import {keyOf, type RecordVersion} from './versions.ts'

/** The records in one version of a file; undefined where the text is no YAML. */
type Records = ReadonlyMap<string, RecordVersion> | undefined

/** As written: short, since there is one for each version of each file. */
type Written = readonly (readonly [
  kind: string,
  id: string,
  digest: string,
  dates: readonly (readonly [DateFound['path'], date: string, DateFound['beside']])[],
  /** What a version has besides. */
  more: object,
])[]

/** As a text, to be kept or to be handed from one thread to another. */
export function textOfRecords(records: Records): string {
  if (records === undefined) return ''
  const written: Written = [...records.values()].map(({kind, id, digest, dates, ...more}) => [
    kind,
    id,
    digest,
    dates.map(({path, date, beside}) => [path, date, beside]),
    more,
  ])
  return JSON.stringify(written)
}

/** What {@link textOfRecords} wrote. */
export function recordsOfText(text: string): Records {
  if (text === '') return undefined
  const records = new Map<string, RecordVersion>()
  for (const [kind, id, digest, dates, more] of JSON.parse(text) as Written) {
    const record = {
      kind,
      id,
      digest,
      dates: dates.map(([path, date, beside]) => ({path, label: labelOf(path), date, beside})),
      ...more,
    }
    records.set(keyOf(record), record)
  }
  return records
}
