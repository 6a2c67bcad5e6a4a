import {readFileSync, statSync} from 'node:fs'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'

/** Largest file that is read at all, bytes; each format has its own bound below it. */
const mostBytes = 100 * 1024 * 1024

/** A file that the user names. @throws {CannotRun} When it is no file, or too large. */
export function readGiven(file: string): Uint8Array {
  try {
    const stats = statSync(file)
    if (!stats.isFile())
      throw new CannotRun(`Unexpected folder or device ${quoted(file)}, expected a file`)
    if (stats.size > mostBytes)
      throw new CannotRun(`Unexpected file of ${stats.size} bytes, expected at most ${mostBytes}`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof CannotRun) throw error
    const {code} = error as NodeJS.ErrnoException
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    throw new CannotRun(
      `Unexpected file ${quoted(file)}, expected one that ${missing ? 'exists' : 'can be read'}`,
      missing ? 'Check the path' : 'Change its permissions so that you may read it',
    )
  }
}

/** The last `=` ends a column of --map, the first one a field of --set. */
export function pairsOf(
  given: readonly string[],
  flag: '--map' | '--set',
): ReadonlyMap<string, string> {
  return new Map(
    given.map((it) => {
      const at = flag === '--map' ? it.lastIndexOf('=') : it.indexOf('=')
      if (at <= 0)
        throw new CannotRun(
          `Unexpected ${flag} ${quoted(it)}, expected ${flag === '--map' ? 'COLUMN=FIELD' : 'FIELD=VALUE'}`,
        )
      return [it.slice(0, at), it.slice(at + 1)] as const
    }),
  )
}
