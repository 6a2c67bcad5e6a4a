import {classOfKind, mostRestricted} from '../model/confidentiality.ts'
import type {Location, ValuePath} from '../model/location.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import type {Sourced} from './blocks.ts'
import {isDepartureOf, notNamed} from './departures.ts'
import {groupBy} from './phrases.ts'

/** Ways to say where a statement came from. */
export interface Sourcing {
  /** The record at `path`, with its place and the commit that first held it. */
  readonly source: (entry: Entry, path?: ValuePath) => Sourced
  /** A place in a record of a known kind. */
  readonly sourceAt: (
    kind: string,
    id: string,
    location: Location,
    field?: string | number,
  ) => Sourced
  /** A place whose record is not told: the record that stands there, else its file. */
  readonly placeOf: (location: Location) => Sourced
  /** The record that stands at a place. */
  readonly recordAt: (location: Location) => Entry | undefined
}

/** The class of a source is that of its root or of its kind, whichever is more restricted. */
export function sourcingOf(workspace: Workspace): Sourcing {
  const rootClass = (name = 'main') =>
    // A root nobody knows is as restricted as can be: never an accident in the other direction.
    workspace.roots.find((it) => it.name === name)?.class ?? 'personLevel'
  const byFile = groupBy(workspace.entries, fileKey)
  const recordAt = (location: Location) => standingAt(byFile.get(fileKey(location)), location)
  const sourceAt: Sourcing['sourceAt'] = (kind, id, location, field) => {
    const place = isDepartureOf(workspace, kind, id)
      ? {id: notNamed, file: notNamed, line: 1}
      : {id, file: location.file, line: location.start.line, ...commitOf(workspace, kind, id)}
    return {
      class: mostRestricted([rootClass(location.root), classOfKind(kind, field)]),
      provenance: {
        type: 'record',
        kind,
        ...place,
        ...(location.root === undefined || location.root === 'main' ? {} : {root: location.root}),
      },
    }
  }
  return {
    sourceAt,
    recordAt,
    source: (entry, path = []) =>
      sourceAt(entry.kind, entry.value.id, rooted(entry, entry.locate(path)), path[0]),
    placeOf: (location) => {
      const held = recordAt(location)
      return held
        ? sourceAt(held.kind, held.value.id, location)
        : sourceAt('file', location.file, location)
    },
  }
}

/** Location with the root of its entry: an overlay's record must never pass as the main root's. */
function rooted(entry: Entry, location: Location): Location {
  return entry.root === 'main' ? location : {...location, root: entry.root}
}

function commitOf(workspace: Workspace, kind: string, id: string): {commit?: string} {
  const trail = workspace.trail(kind as Kind, id)
  return trail === undefined ? {} : {commit: trail.first.hash.slice(0, 12)}
}

function fileKey({root = 'main', file}: {readonly root?: string; readonly file: string}): string {
  return `${root}\0${file}`
}

/** The last record of the file that begins at or before the place. */
function standingAt(ofFile: readonly Entry[] = [], {start}: Location): Entry | undefined {
  return ofFile
    .map((entry) => ({entry, line: entry.locate().start.line}))
    .filter(({line}) => line <= start.line)
    .sort((a, b) => b.line - a.line)[0]?.entry
}
