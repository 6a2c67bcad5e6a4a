import {createHash} from 'node:crypto'
import {walk} from './worktree.ts'

/** What tells whether anything under some folders has changed, without opening a file. */
export interface Stamp {
  /** SHA-256 over path, size, times and number of each file and folder. */
  readonly hash: string
  /** Unix time of the last change of any of them, milliseconds. Nobody can put back the change time. */
  readonly latest: number
}

/**
 * How long a file must have rested before its times are believed, in milliseconds. Two changes
 * within one tick of a file system's clock leave the same time; the coarsest tick is two seconds.
 */
export const restMs = 2000

/** In the order in which the system lists the folders, which stays as long as they do. */
export function stampOf(folders: readonly string[]): Stamp {
  const hash = createHash('sha256')
  let latest = 0
  for (const folder of folders) {
    const stats: string[] = []
    const files = walk(folder, (path, {size, mtimeMs, ctimeMs, ino}) => {
      latest = Math.max(latest, mtimeMs, ctimeMs)
      stats.push(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}`)
    })
    const others = files
      .filter(({type}) => type !== 'file')
      .map(({path, type}) => `${type} ${path}`)
    for (const lines of [stats, others]) hash.update(`${lines.length}\0${lines.join('\0')}\0`)
  }
  return {hash: hash.digest('hex'), latest}
}
