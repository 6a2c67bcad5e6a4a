import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Sources} from '../model/source.ts'
import {kinds} from './schemas.ts'

type Found = NonNullable<Sources['ignoredRecords']>[number]

/** Most files that one finding names. */
const mostNamed = 10

/** Records that `ignore` keeps from counting: one finding for each of its entries. */
export function checkIgnored({ignoredRecords = []}: Sources): Diagnostic[] {
  const known = new Set(kinds())
  const byPlace = new Map<string, Found[]>()
  for (const it of ignoredRecords) {
    if (!it.named && (it.kind === null || !known.has(it.kind))) continue
    const {file, start} = it.location
    const place = `${it.root}\0${file}\0${start.line}:${start.column}`
    byPlace.set(place, [...(byPlace.get(place) ?? []), it])
  }
  return [...byPlace.values()].flatMap(toldOnce)
}

function toldOnce(found: readonly Found[]): Diagnostic[] {
  const [first] = found
  if (first === undefined) return []
  const others = found.length === 1 ? '' : ` and ${found.length - 1} more`
  const isEntry = first.location.file !== first.file
  return [
    {
      code: 'file/ignored-record',
      severity: 'warning',
      message: `Unexpected record file ${quoted(first.file)}${others} among the ignored files (reason: ${quoted(first.reason)}), expected none`,
      location: first.location,
      why: 'A record that is ignored counts neither for the network nor against it, and no test says so',
      help: isEntry
        ? 'Narrow the glob of `ignore`; where the file is no record, name the record files under `records`'
        : 'Move the file to where the record files are, or name it under `records` in cinch.yaml',
      related: found.slice(0, mostNamed).map(({root, file, kind}) => ({
        message: kind === null ? 'Named by a record glob' : `Says it is ${quoted(kind)}`,
        location: startOf(file, root === 'main' ? undefined : root),
      })),
    },
  ]
}
