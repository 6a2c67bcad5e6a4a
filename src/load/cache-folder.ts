import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs'
import {homedir} from 'node:os'
import {dirname, isAbsolute, join, relative, sep} from 'node:path'

/** Ends every file of a cache. */
export const cacheSuffix = '.cache'
/** The same, and what an interrupted write left beside it; pruning touches nothing else. */
const written = /\.cache(?:\.[0-9a-f]{12})?$/

/** Bytes, and files, above which those written longest ago are removed. */
const mostBytes = 1024 * 1024 * 1024
const mostFiles = 200

/** Whether somebody asked for none: `--no-cache` sets the variable too. */
export function cacheUnwanted(): boolean {
  const {CINCH_NO_CACHE = ''} = process.env
  return !['', '0', 'false', 'no'].includes(CINCH_NO_CACHE.toLowerCase())
}

/**
 * The folder of all caches, made where it is missing; null where none can be trusted: what lies in
 * a repository comes with a pull request, and where others can write, others can forge.
 *
 * @param repositories - Folders that hold what may come from strangers: work trees, `.git`.
 */
export function cacheFolder(repositories: readonly string[]): string | null {
  try {
    const folder = join(baseFolder(), 'cinch')
    // Before it is made: nothing is to be written into a repository, not even a folder.
    if (isInside(nearestReal(folder), repositories)) return null
    mkdirSync(folder, {recursive: true, mode: 0o700})
    const real = realpathSync(folder)
    return !isInside(real, repositories) && isPrivate(folder) && !isOpenAbove(real) ? real : null
  } catch {
    return null
  }
}

/**
 * What {@link cacheFolder} would find, without making anything: `absent` where it would be made,
 * `refused` where none can be trusted, `blocked` where none can be made or written.
 */
export function lookAtCache(repositories: readonly string[]): {
  readonly state: 'ready' | 'absent' | 'refused' | 'blocked' | 'unwanted'
  readonly path: string
} {
  const path = join(baseFolder(), 'cinch')
  if (cacheUnwanted()) return {state: 'unwanted', path}
  try {
    if (isInside(nearestReal(path), repositories)) return {state: 'refused', path}
    if (!isWritableFolder(nearestReal(path))) return {state: 'blocked', path}
    if (lstatSync(path, {throwIfNoEntry: false}) === undefined) return {state: 'absent', path}
    const trusted = isPrivate(path) && !isOpenAbove(realpathSync(path))
    return {state: trusted ? 'ready' : 'refused', path}
  } catch {
    return {state: 'blocked', path}
  }
}

function isWritableFolder(path: string): boolean {
  if (!statSync(path).isDirectory()) return false
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Where the system keeps what may be deleted. A relative path in the variable is no answer. */
function baseFolder(): string {
  const {XDG_CACHE_HOME = '', LOCALAPPDATA = ''} = process.env
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME
  if (process.platform === 'win32' && isAbsolute(LOCALAPPDATA)) return LOCALAPPDATA
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache')
}

/** The real path of the folder, or of the part of its path that exists. */
function nearestReal(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (lstatSync(at, {throwIfNoEntry: false}) !== undefined) return realpathSync(at)
    if (dirname(at) === at) return at
  }
}

function isInside(folder: string, repositories: readonly string[]): boolean {
  return repositories.some((it) => {
    const path = relative(realpathSync(it), folder)
    return path === '' || !(isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`))
  })
}

/** A folder of this user's, itself and no link, into which nobody else can write. */
function isPrivate(folder: string): boolean {
  const stats = lstatSync(folder)
  return stats.isDirectory() && isOwn(stats) && (!hasOwners || (stats.mode & 0o022) === 0)
}

/** Whether others could put another folder in the place of one above it. */
function isOpenAbove(folder: string): boolean {
  if (!hasOwners) return false
  for (let at = dirname(folder); ; at = dirname(at)) {
    const {mode, uid} = statSync(at)
    const sticky = (mode & 0o1000) !== 0
    if ((mode & 0o002) !== 0 && !sticky) return true
    if (uid !== 0 && uid !== process.getuid?.()) return true
    if (dirname(at) === at) return false
  }
}

const hasOwners = process.getuid !== undefined

/** Whether the file or folder belongs to the user who runs this program. */
export function isOwn(stats: Stats): boolean {
  return !hasOwners || stats.uid === process.getuid?.()
}

/** Keeps the folder small: those written longest ago go first. */
export function prune(folder: string): void {
  const files = readdirSync(folder)
    .filter((it) => written.test(it))
    .map((name) => ({path: join(folder, name), stats: lstatSync(join(folder, name))}))
    .filter(({stats}) => stats.isFile())
    .sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs)
  let bytes = 0
  for (const [index, {path, stats}] of files.entries()) {
    bytes += stats.size
    if (index >= mostFiles || bytes > mostBytes) rmSync(path, {force: true})
  }
}
