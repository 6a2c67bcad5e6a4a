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

/** Files that are hashed at once: to call for each would take longer than to hash it. */
const atOnce = 512

/** In the order in which the system lists the folders, which stays as long as they do. */
export function stampOf(folders: readonly string[]): Stamp {
  const hash = createHash('sha256')
  let latest = 0
  for (const folder of folders) {
    const figures = new Float64Array(atOnce * 4)
    let names = ''
    let count = 0
    const add = () => {
      hash.update(`${count} ${names.length}\0${names}`)
      hash.update(figures.subarray(0, count))
      names = ''
      count = 0
    }
    const others: string[] = []
    walk(
      folder,
      ({path, type}) => {
        if (type !== 'file') others.push(`${type} ${path}`)
      },
      (path, {size, mtimeMs, ctimeMs, ino}) => {
        if (mtimeMs > latest) latest = mtimeMs
        if (ctimeMs > latest) latest = ctimeMs
        names += `${path}\0`
        figures[count] = size
        figures[count + 1] = mtimeMs
        figures[count + 2] = ctimeMs
        figures[count + 3] = ino
        count += 4
        if (count === figures.length) add()
      },
    )
    add()
    hash.update(`${others.length}\0${others.join('\0')}\0`)
  }
  return {hash: hash.digest('hex'), latest}
}
