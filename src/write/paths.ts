import {lstatSync, type Stats} from 'node:fs'
import {join} from 'node:path'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {cannotWrite} from './failure.ts'

/**
 * Whether a file may be written at a path below `top`: no way out, no link on the way, nothing of
 * git, no folder or device in its place.
 *
 * @param top - Real path of the root.
 * @throws {CannotRun} When it may not.
 */
export function checkPath(top: string, path: string): void {
  const names = path.split('/')
  const odd = names.some((it) => it === '' || it === '.' || it === '..')
  if (odd || /[\p{Cc}\\]/u.test(path) || /^[a-z]:/i.test(path))
    throw new CannotRun(
      `Unexpected path ${quoted(path)}, expected one that stays below the root`,
      'Write it from the root with `/`, such as `records/approvals/a.yaml`',
    )
  if (names.some((it) => /^\.git[. ]*$/i.test(it)))
    throw new CannotRun(`Unexpected path ${quoted(path)}, expected none in the folder of git`)
  for (let depth = 1; depth <= names.length; depth += 1) {
    const stats = standing(join(top, ...names.slice(0, depth)))
    if (stats === undefined) return
    const shown = quoted(names.slice(0, depth).join('/'))
    if (stats.isSymbolicLink())
      throw new CannotRun(
        `Unexpected link at ${shown}, expected a ${depth < names.length ? 'folder' : 'file'}`,
        'No link is followed when a file is written; name the place itself',
      )
    const wanted = depth < names.length ? stats.isDirectory() : stats.isFile()
    if (!wanted)
      throw new CannotRun(
        depth < names.length
          ? `Unexpected file at ${shown}, expected a folder`
          : `Unexpected folder or device at ${shown}, expected a file`,
        'Choose another path',
      )
  }
}

/** What stands at a path, a link itself and not what it leads to; undefined for nothing. */
export function standing(file: string): Stats | undefined {
  try {
    return lstatSync(file, {throwIfNoEntry: false})
  } catch (error) {
    throw cannotWrite(file, error)
  }
}
