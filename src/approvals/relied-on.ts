import type {ReliedOn} from '../model/approval.ts'
import {compareText} from '../model/location.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import {contentOf, historyOf, markOf, writtenOn} from './history.ts'

/**
 * Kinds that say who, where and when, not what was approved: a new telephone number of an author
 * does not touch a protocol.
 */
const bystanders: ReadonlySet<Kind> = new Set([
  'Person',
  'Participant',
  'Network',
  'GoverningBody',
  'Meeting',
  'Approval',
])

/** The records whose content bears on a record: those it refers to, but for bystanders. */
export function contentReferred(workspace: Workspace, entry: Entry): readonly Entry[] {
  const found = (workspace.references?.(entry) ?? []).filter(
    (it) => it !== entry && !bystanders.has(it.kind),
  )
  return found.toSorted(
    (a, b) => compareText(a.kind, b.kind) || compareText(a.value.id, b.value.id),
  )
}

const reversed = new WeakMap<Workspace, ReadonlyMap<Entry, readonly Entry[]>>()

/** The records that refer to a record, and so rest on it; found for all of them once. */
export function referringTo(workspace: Workspace, entry: Entry): readonly Entry[] {
  const index = reversed.get(workspace) ?? reverse(workspace)
  reversed.set(workspace, index)
  return index.get(entry) ?? []
}

function reverse(workspace: Workspace): ReadonlyMap<Entry, readonly Entry[]> {
  const index = new Map<Entry, Entry[]>()
  for (const from of workspace.entries) {
    if (from.kind === 'Approval') continue
    for (const to of contentReferred(workspace, from)) {
      const known = index.get(to)
      if (known === undefined) index.set(to, [from])
      else known.push(from)
    }
  }
  return index
}

/**
 * What an approval relied on, and whether it has changed since. The approval's own fingerprints
 * decide; where it carries none, the history does, by dates, for records that are referred to and
 * exhibits that are named.
 */
export function reliedOnBy(
  workspace: Workspace,
  approved: Entry,
  {value: approval}: Entry<'Approval'>,
): readonly ReliedOn[] {
  const bound = (approval.reliedOnContent ?? []).map(({kind, id, fingerprint}): ReliedOn => {
    const entry = workspace.find(kind as Kind, id)
    if (entry === undefined) return {kind, id, change: 'removed', by: 'fingerprint'}
    const same = contentOf(entry.value) === fingerprint
    return same
      ? {kind, id, change: 'unchanged', by: 'fingerprint'}
      : {kind, id, change: 'changed', by: 'fingerprint', ...commitOf(workspace, entry)}
  })
  const known = new Set(bound.map((it) => `${it.kind}/${it.id}`))
  const exhibits = (approval.reliedOn ?? []).flatMap((id) => workspace.find('Exhibit', id) ?? [])
  const others = [...contentReferred(workspace, approved), ...exhibits].filter(
    (it) => !known.has(`${it.kind}/${it.value.id}`),
  )
  return [...bound, ...others.map((it) => sinceByHistory(workspace, it, approval.date))]
}

function commitOf(workspace: Workspace, entry: Entry) {
  const {last} = historyOf(workspace, entry)
  return last === undefined ? {} : {commit: markOf(workspace, last.commit)}
}

function sinceByHistory(workspace: Workspace, entry: Entry, date: string): ReliedOn {
  const {kind, value} = entry
  const {read, committed, last, changes} = historyOf(workspace, entry)
  if (!read || changes.length === 0) return {kind, id: value.id, change: 'unknown', by: 'none'}
  if (!committed || last === undefined)
    return {kind, id: value.id, change: 'changed', by: 'history'}
  // First recorded after the approval is no change: it may have been there on paper.
  const changed = last !== changes[0] && writtenOn(last.commit) > date
  return changed
    ? {kind, id: value.id, change: 'changed', by: 'history', commit: markOf(workspace, last.commit)}
    : {kind, id: value.id, change: 'unchanged', by: 'history'}
}
