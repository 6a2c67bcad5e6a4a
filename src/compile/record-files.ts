import type {Block} from '../model/dossier.ts'
import type {Entry} from '../model/workspace.ts'
import {dateOf} from '../model/date.ts'
import {compareText} from '../model/location.ts'
import type {RecordTrail} from '../model/trail.ts'
import {table} from './blocks.ts'
import {isDeparture, notNamed} from './departures.ts'
import type {Desk} from './desk.ts'
import {count, groupBy, stated} from './phrases.ts'

/** Configuration and record files, each with its hash, its records and its commits. */
export function recordFiles(desk: Desk): Block[] {
  const files = groupBy(
    desk.workspace.entries,
    // A file of several classes has a row for each, so that withholding one keeps the others.
    (it) => `${it.root}\0${it.file}\0${desk.source(it).class}`,
  )
  return table(
    'Configuration and files of records',
    [
      ['File', 2.4, 'code'],
      ['SHA-256 of the file', 3.2, 'code'],
      ['Records', 4.6],
      ['First commit', 1.5],
      ['Last commit', 1.5],
    ],
    [
      ...desk.workspace.roots.map(({name, configLocation: {file}}) => ({
        cells: [fileOf(name, file), hashOf(desk, name, file), 'configuration', '–', '–'],
        sources: desk.counted(desk.workspace.entries.filter((it) => it.root === name).slice(0, 1)),
      })),
      ...[...files.values()].map((held) => rowOf(desk, held)),
      ...unusable(desk),
    ],
  )
}

function rowOf(desk: Desk, held: readonly Entry[]) {
  const [first] = held
  const named = held.filter((it) => !isDeparture(desk.workspace, it))
  const gone = held.length - named.length
  const trails = named.flatMap(({kind, value}) => desk.workspace.trail(kind, value.id) ?? [])
  return {
    cells: [
      first && named.length > 0 ? fileOf(first.root, first.file) : notNamed,
      first ? hashOf(desk, first.root, first.file) : 'not stated',
      [
        ...[...groupBy(named, ({kind}) => kind)].map(
          ([kind, same]) => `${kind} ${same.map(({value}) => value.id).join(', ')}`,
        ),
        ...(gone > 0 ? [`${count(gone, 'record')} of members that left`] : []),
      ].join('; '),
      ...(named.length > 0
        ? [commitWords(earliest(trails)), commitWords(latest(trails))]
        : [notNamed, notNamed]),
    ],
    // A row that names its file needs no source beside it.
    sources: desk.counted(held),
  }
}

/** Files that were read and of which no record could be used: inputs all the same. */
function unusable(desk: Desk) {
  const {workspace} = desk
  const used = new Set(workspace.entries.map((it) => `${it.root}\0${it.file}`))
  for (const {name, configLocation} of workspace.roots) used.add(`${name}\0${configLocation.file}`)
  return (workspace.hashes ?? [])
    .filter(({root, file}) => !used.has(`${root}\0${file}`))
    .map(({root, file, sha256}) => ({
      cells: [fileOf(root, file), sha256, 'none that could be used', '–', '–'],
      sources: [desk.placeOf({file, root, start: top, end: top})],
    }))
}

const top = {line: 1, column: 1}

function fileOf(root: string, file: string): string {
  return root === 'main' ? file : `${root}:${file}`
}

function hashOf({workspace}: Desk, root: string, file: string): string {
  return stated(workspace.hashes?.find((it) => it.root === root && it.file === file)?.sha256)
}

function earliest(trails: readonly RecordTrail[]) {
  return trails
    .map((it) => it.first)
    .sort((a, b) => a.committer.at - b.committer.at || compareText(a.hash, b.hash))[0]
}

function latest(trails: readonly RecordTrail[]) {
  return trails
    .map((it) => it.last)
    .sort((a, b) => b.committer.at - a.committer.at || compareText(a.hash, b.hash))[0]
}

function commitWords(commit: RecordTrail['first'] | undefined): string {
  return commit
    ? `${commit.hash.slice(0, 12)}, ${dateOf(commit.committer.at)}`
    : 'not known: no history'
}
