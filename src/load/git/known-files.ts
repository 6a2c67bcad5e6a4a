import type {Stats} from 'node:fs'
import {openCache} from '../cache.ts'
import {restMs} from '../stamp.ts'
import type {Repository} from './repository.ts'

/** Which blobs files were found to be, as long as nothing has touched them. */
export interface KnownFiles {
  /** Name of the blob; undefined where the file has to be read. */
  readonly blobOf: (path: string, stats: Stats) => string | undefined
  readonly keep: (path: string, stats: Stats, blob: string) => void
  readonly save: () => void
}

/** @param files - Paths of one root, from it. */
type Row = readonly [path: string, figures: string, blob: string]

const entry = 'files'

/**
 * A file is told by its size, times and number; nobody can put back the time of its last change. One
 * that was changed a moment before it was read is not kept: the clock of a file system may be coarse.
 */
export function knownFiles({gitDir, top, root}: Repository): KnownFiles {
  const cache = openCache('files', [gitDir, root], {repositories: [gitDir, top]})
  const kept = new Map<string, Row>()
  for (const row of JSON.parse(cache.get(entry)?.toString() ?? '[]') as Row[]) kept.set(row[0], row)
  const now = new Map<string, Row>()
  const start = Date.now()
  let isChanged = false
  return {
    blobOf: (path, stats) => {
      const row = kept.get(path)
      if (row === undefined || row[1] !== figuresOf(stats)) return undefined
      now.set(path, row)
      return row[2]
    },
    keep: (path, stats, blob) => {
      if (Math.max(stats.mtimeMs, stats.ctimeMs) >= start - restMs) return
      now.set(path, [path, figuresOf(stats), blob])
      isChanged = true
    },
    save: () => {
      if (cache.off || (!isChanged && now.size === kept.size)) return
      cache.set(entry, Buffer.from(JSON.stringify([...now.values()])))
      cache.save()
    },
  }
}

function figuresOf({size, mtimeMs, ctimeMs, ino}: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}
