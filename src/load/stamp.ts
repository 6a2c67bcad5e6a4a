import {createHash} from 'node:crypto'
import {walk} from './worktree.ts'

/**
 * How long a file must have rested before its times are believed, in milliseconds. Two changes
 * within one tick of a file system's clock leave the same time; the coarsest tick is two seconds.
 */
const restMs = 2000

/**
 * What tells whether anything under these folders has changed, without opening a file: the path,
 * size, times and number of each, and of what is no file its type.
 *
 * @param now - Unix time, milliseconds.
 * @returns SHA-256; null where something changed so lately that its times prove nothing.
 */
export function stampOf(folders: readonly string[], now: number): string | null {
  const hash = createHash('sha256')
  let latest = 0
  for (const folder of folders) {
    const stamps = new Map<string, string>()
    const files = walk(folder, (path, {size, mtimeMs, ctimeMs, ino}) => {
      latest = Math.max(latest, mtimeMs, ctimeMs)
      stamps.set(path, `${size} ${mtimeMs} ${ctimeMs} ${ino}`)
    })
    const lines = files.map(({path, type}) => `${type} ${stamps.get(path) ?? ''} ${path}\0`)
    hash.update(`${lines.length}\0${lines.join('')}`)
  }
  return latest > now - restMs ? null : hash.digest('hex')
}
