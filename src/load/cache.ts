import {createHash, randomBytes} from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {cacheFolder, cacheSuffix, cacheUnwanted, isOwn, prune} from './cache-folder.ts'

/**
 * What was worked out from objects whose names say what they hold, kept from one run to the next.
 * Deleting it changes no result: an entry only spares work, and one that cannot be read is not
 * there.
 */
export interface Cache {
  /** Whether nothing was kept, and nothing will be. */
  readonly off: boolean
  /** Not to be changed: a part of the file as read. */
  readonly get: (id: string) => Buffer | undefined
  /** Kept in memory until {@link Cache.save}. */
  readonly set: (id: string, value: Uint8Array) => void
  /** Writes all entries, where one was set: those read, and those set. Never fails. */
  readonly save: () => void
}

export interface CacheOptions {
  /** Folders that strangers fill: work trees and `.git`. No cache lies in one of them. */
  readonly repositories: readonly string[]
}

const magic = 'cinch-cache-1'
/** Bytes; a larger file is not read. */
const mostBytes = 512 * 1024 * 1024
// A link or a pipe in the place of the file is not followed or waited for; no system but Unix has them.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const none: Cache = {off: true, get: () => undefined, set: () => {}, save: () => {}}

/**
 * A cache of the user's: one file under `$XDG_CACHE_HOME/cinch`, or where the system keeps such.
 * It is for this version of the program and of its schemas only.
 *
 * Nothing is ever said of a cache that is missing, damaged, another's or read-only: it is empty,
 * and `save` does nothing. The same with `--no-cache`.
 *
 * @param name - What it holds, such as `history`; lower case.
 * @param key - What else the entries depend on, besides the id: a repository, a set of keys.
 */
export function openCache(name: string, key: readonly string[], options: CacheOptions): Cache {
  const folder = cacheUnwanted() ? null : cacheFolder(options.repositories)
  if (folder === null) return none
  const hash = createHash('sha256').update(JSON.stringify([toolIdentity(), name, key]))
  const file = join(folder, `${name}-${hash.digest('hex').slice(0, 40)}${cacheSuffix}`)
  const entries = readEntries(file)
  let changed = false
  return {
    off: false,
    get: (id) => entries.get(id),
    set: (id, value) => {
      if (!/^[!-~]{1,200}$/.test(id)) throw new RangeError(`Unexpected id of an entry: ${id}`)
      entries.set(id, Buffer.from(value.buffer, value.byteOffset, value.byteLength))
      changed = true
    },
    save: () => {
      if (changed) write(folder, file, entries)
      changed = false
    },
  }
}

let identity: string | undefined

/** The version of the program and its schemas; while it is being worked on, also its files. */
function toolIdentity(): string {
  if (identity !== undefined) return identity
  const hash = createHash('sha256').update(
    readFileSync(new URL('../../package.json', import.meta.url)),
  )
  hash.update(filesIn(new URL('../../schemas/', import.meta.url), /\.json$/))
  const built = builtMark()
  identity = hash.update(built ?? ownFiles()).digest('hex')
  return identity
}

/** The first line of the bundle is the hash of the rest; there is none beside sources. */
function builtMark(): string | undefined {
  const bundle = new URL('../bundle/cinch.cjs', import.meta.url)
  if (!existsSync(bundle)) return undefined
  const file = openSync(bundle, constants.O_RDONLY)
  try {
    const line = Buffer.alloc(67)
    readSync(file, line)
    return line.toString('latin1')
  } finally {
    closeSync(file)
  }
}

function ownFiles(): string {
  return ['./', './git/', './scan/', './yaml/', '../model/']
    .map((it) => filesIn(new URL(it, import.meta.url), /\.[jt]s$/))
    .join('')
}

/** Names, sizes and times: another file in the place of one is told without reading all. */
function filesIn(folder: URL, wanted: RegExp): string {
  return readdirSync(folder)
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => {
      const {size, mtimeMs} = statSync(new URL(name, folder))
      return `${name} ${size} ${mtimeMs}\n`
    })
    .join('')
}

/**
 * A line with the hash of all that follows; then, for each entry, a line with its id and its
 * length in bytes, and the bytes. Empty where anything is not as it was written.
 */
function readEntries(file: string): Map<string, Buffer> {
  const entries = new Map<string, Buffer>()
  const content = readOwn(file)
  const head = content?.indexOf(10) ?? -1
  if (content === undefined || head < 0) return entries
  const body = content.subarray(head + 1)
  if (content.toString('latin1', 0, head) !== headOf([body])) return entries
  for (let at = 0; at < body.length;) {
    const end = body.indexOf(10, at)
    const [id = '', length = ''] = body.toString('latin1', at, end).split(' ')
    at = end + 1 + Number(length)
    entries.set(id, body.subarray(end + 1, at))
  }
  return entries
}

function headOf(body: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const it of body) hash.update(it)
  return `${magic} ${hash.digest('hex')}`
}

/** A file of this user's that nobody else can write, through no link. */
function readOwn(path: string): Buffer | undefined {
  let file: number | undefined
  try {
    file = openSync(path, flags)
    const stats = fstatSync(file)
    const shut = process.platform === 'win32' || (stats.mode & 0o077) === 0
    if (!stats.isFile() || !isOwn(stats) || !shut || stats.size > mostBytes) return undefined
    return readFileSync(file)
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Beside the file, then in its place: a reader sees the old one or the new one. */
function write(folder: string, file: string, entries: ReadonlyMap<string, Buffer>): void {
  const beside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    const body = [...entries].flatMap(([id, value]) => [
      Buffer.from(`${id} ${value.length}\n`),
      value,
    ])
    const content = Buffer.concat([Buffer.from(`${headOf(body)}\n`), ...body])
    if (content.length > mostBytes) return
    writeFileSync(beside, content, {mode: 0o600, flag: 'wx'})
    renameSync(beside, file)
    prune(folder)
  } catch {
    // A cache that cannot be written costs time, nothing else.
    remove(beside)
  }
}

function remove(file: string): void {
  try {
    rmSync(file, {force: true})
  } catch {
    // Pruning finds it.
  }
}
