import {openCache} from '../cache.ts'
import {CommitTable, type Beside} from './commit-table.ts'
import {joinParts, numbersIn, partsOf} from './parts.ts'
import type {Person} from './people.ts'
import type {Repository} from './repository.ts'

/** Commits read in earlier runs, each with all its ancestors. */
export interface KnownHistory {
  /** To be added to. */
  readonly table: CommitTable
  /** How many commits it held as kept. */
  readonly size: number
  /** As {@link oldestFirst} once said of a commit. */
  readonly order: Int32Array
  /** `order`: of the commits that the one asked for leads to. */
  readonly keep: (table: CommitTable, order: Int32Array) => void
}

const entry = 'commits'
/** Branches read one after another; above it the cache starts anew. */
const mostTips = 16
/** Below this part of all commits, and number of them, new ones are read again rather than kept. */
const worthPart = 100
const worthCommits = 20

/**
 * What is kept of the commits of a repository. A commit's name is the hash of what it says, and of
 * all its ancestors, so what was read of it once holds.
 *
 * @param more - What else the commits as kept depend on.
 */
export function knownHistory(
  {gitDir, top}: Pick<Repository, 'gitDir' | 'top'>,
  more: readonly string[],
): KnownHistory {
  const cache = openCache('history', [gitDir, ...more], {repositories: [gitDir, top]})
  const kept = cache.get(entry)
  let {table, order} = kept === undefined ? nothing() : decode(kept)
  if (table.tips().length > mostTips) ({table, order} = nothing())
  const {size} = table
  return {
    table,
    size,
    order,
    keep: (all, ordered) => {
      const fresh = all.size - size
      const worth = size === 0 ? 1 : Math.max(worthCommits, size / worthPart)
      if (cache.off || (all === table && fresh < worth)) return
      cache.set(entry, encode(all, ordered))
      cache.save()
    },
  }
}

function nothing(): {table: CommitTable; order: Int32Array} {
  return {table: new CommitTable(), order: new Int32Array(0)}
}

/** What is no column of numbers. */
interface Texts {
  readonly digits: number
  readonly people: readonly Person[]
  readonly beside: readonly (readonly [commit: number, Beside])[]
}

function encode(table: CommitTable, order: Int32Array): Buffer {
  const {digits, people, paths, beside, ...columns} = table.kept()
  const {times, ids, blobs, rows, parents, changes, subjects} = columns
  const texts: Texts = {digits, people, beside}
  // No path holds NUL.
  const bytes = [subjects, Buffer.from(paths.join('\0')), Buffer.from(JSON.stringify(texts))]
  return joinParts([times, ids, blobs, rows, parents, changes, order, ...bytes])
}

/** As {@link encode} wrote it: nobody else could. */
function decode(kept: Buffer): {table: CommitTable; order: Int32Array} {
  const next = partsOf(kept)
  const int32 = () => numbersIn(Int32Array, next())
  const uint32 = () => numbersIn(Uint32Array, next())
  const [times, ids, blobs] = [numbersIn(Float64Array, next()), uint32(), uint32()]
  const [rows, parents, changes, order] = [int32(), int32(), int32(), int32()]
  const [subjects, paths] = [next(), next()]
  const {digits, people, beside} = JSON.parse(next().toString()) as Texts
  const texts = {people, beside, paths: paths.length === 0 ? [] : paths.toString().split('\0')}
  const columns = {times, ids, blobs, rows, parents, changes, subjects}
  return {table: new CommitTable({digits, ...columns, ...texts}), order}
}
