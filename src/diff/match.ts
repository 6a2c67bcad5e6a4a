import {compareText} from '../model/location.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {unordered} from './values.ts'

/** One side: the records, and what is known of the documents that they register. */
export interface Side extends Pick<
  Workspace,
  'roots' | 'entries' | 'omitted' | 'exhibit' | 'hashes'
> {
  /** Record files of which something could not be read: a record that lacks may stand there. */
  readonly unread?: readonly {readonly root: string; readonly file: string}[]
}

export interface Match {
  readonly before?: Entry
  readonly after?: Entry
}

const nameOf = ({root, kind, value}: Entry) => `${root} ${kind}/${value.id}`

/**
 * Records by root, kind and id, wherever their file is. One that went and one that came with the
 * same content under another id are one record that was renamed; where several are alike, nobody
 * can say which became which, and they stay apart.
 */
export function matchRecords(a: Side, b: Side): readonly Match[] {
  const left = new Map(a.entries.map((it) => [nameOf(it), it]))
  const right = new Map(b.entries.map((it) => [nameOf(it), it]))
  const gone = [...left.values()].filter((it) => !right.has(nameOf(it)))
  const come = [...right.values()].filter((it) => !left.has(nameOf(it)))
  const renamed = renames(gone, come)
  const taken = new Set(renamed.flatMap(({before, after}) => [before, after]))
  const matches: Match[] = [
    ...renamed,
    ...[...left.values()]
      .filter((it) => !taken.has(it))
      .map((before) => {
        const after = right.get(nameOf(before))
        return after === undefined ? {before} : {before, after}
      }),
    ...come.filter((it) => !taken.has(it)).map((after) => ({after})),
  ]
  return matches.sort((x, y) => compareText(keyOf(x), keyOf(y)))
}

function keyOf({before, after}: Match): string {
  const entry = after ?? before
  return entry === undefined ? '' : nameOf(entry)
}

function renames(gone: readonly Entry[], come: readonly Entry[]) {
  const left = byContent(gone)
  const right = byContent(come)
  return [...left].flatMap(([content, [before, ...more]]) => {
    const [after, ...others] = right.get(content) ?? []
    return before !== undefined && after !== undefined && more.length + others.length === 0
      ? [{before, after}]
      : []
  })
}

function byContent(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const {id: _, ...content} = entry.value as unknown as Record<string, unknown>
    const key = `${entry.root} ${unordered(content)}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return groups
}
