import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {accessSync, constants, existsSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {delimiter, dirname, isAbsolute, join, parse, relative, sep} from 'node:path'

/** Where a program was found on the PATH. */
export type Program =
  | {readonly status: 'found'; readonly path: string}
  | {readonly status: 'missing'}
  /** It lies in a folder that strangers may write to: it is not started. */
  | {readonly status: 'refused'; readonly path: string}

/**
 * Looks for a program on the PATH, without starting it. Relative entries are passed over, as they
 * name whatever folder one stands in.
 *
 * @param distrusted - Folders whose programs are never started, such as the repository.
 */
export function findProgram(name: string, distrusted: readonly string[]): Program {
  const {PATH = '', PATHEXT = ''} = process.env
  const suffixes = process.platform === 'win32' ? PATHEXT.split(';') : ['']
  for (const folder of PATH.split(delimiter)) {
    if (!isAbsolute(folder)) continue
    for (const suffix of suffixes) {
      const path = join(folder, `${name}${suffix}`)
      if (!isExecutable(path)) continue
      return isInside(path, distrusted) ? {status: 'refused', path} : {status: 'found', path}
    }
  }
  return {status: 'missing'}
}

/** Milliseconds after which a program that does not answer is stopped. */
const patience = 5000

/**
 * The first line that a program prints about itself; null where it prints none in time. It is
 * started outside any work tree, in an environment with nothing in it but the PATH.
 */
export function firstLineOf(path: string, args: readonly string[]): string | null {
  const {PATH, SystemRoot} = process.env
  const {status, stdout} = spawnSync(path, [...args], {
    cwd: parse(process.execPath).root,
    env: {PATH, ...(SystemRoot === undefined ? {} : {SystemRoot}), LC_ALL: 'C'},
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: 65_536,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line = ''] = status === 0 ? stdout.split('\n') : []
  return line.trim() === ''
    ? null
    : line
        .replace(/\p{Cc}/gu, '\uFFFD')
        .trim()
        .slice(0, 100)
}

/** The top of the work tree that holds a folder, or the folder itself: what lies there may be anyone's. */
export function folderOfStrangers(root: string): string {
  const real = realpathSync(root)
  for (let at = real; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return real
  }
}

/** SHA-256 of a file, lower-case hexadecimal; null where it cannot be read. */
export function hashOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}

/** Whether this user may write to a file or folder; null where there is none. */
export function isWritable(path: string): boolean | null {
  if (statSync(path, {throwIfNoEntry: false}) === undefined) return null
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function isExecutable(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isInside(path: string, folders: readonly string[]): boolean {
  const real = realpathSync(path)
  return [path, real].some((it) =>
    folders.some((folder) => {
      const way = relative(realpathSync(folder), it)
      return !(isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`))
    }),
  )
}
