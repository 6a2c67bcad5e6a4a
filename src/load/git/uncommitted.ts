import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync, readlinkSync, type Stats} from 'node:fs'
import {join} from 'node:path'
import {compareText} from '../../model/location.ts'
import {knownFiles, type KnownFiles} from './known-files.ts'
import {listTree, type TreeEntry} from './objects.ts'
import {openRepository} from './repository.ts'

/**
 * Paths below `root` whose files are not what the commit at `HEAD` holds: changed, deleted, made
 * executable or not, or not in the commit at all. `.gitignore` is not honoured: what it hides would
 * still be read as a record.
 *
 * Git is not asked, because `git status` runs the filters that a repository names. Files are hashed
 * here as git does, and not again as long as nothing touches them. A file whose lines end in CR LF is also compared with LF, as git on Windows
 * stores it. A file that large-file storage has fetched counts as changed: the commit holds only
 * its pointer. Submodules are not looked into.
 *
 * @returns Ordered by path; null where there is no repository. Before the first commit, every file.
 * @throws {CannotRun} When git is not installed or fails.
 */
export async function uncommitted(root: string): Promise<readonly string[] | null> {
  const repository = await openRepository(root)
  if (repository.status === 'none') return null
  const {head, prefix} = repository
  const committed = new Map<string, TreeEntry>()
  if (head !== null)
    for (const entry of await listTree(repository, head, prefix)) committed.set(entry.path, entry)
  const algorithm = head?.length === 64 ? 'sha256' : 'sha1'
  const modes = followsModes(repository.gitDir)
  const known = knownFiles(repository)
  const differing: string[] = []
  for (const path of filesBelow(repository.root, '', committed)) {
    const entry = committed.get(path)
    committed.delete(path)
    if (entry === undefined || !isSame(repository.root, path, entry, {algorithm, modes, known}))
      differing.push(path)
  }
  known.save()
  for (const {path, mode} of committed.values()) if (mode !== '160000') differing.push(path)
  return differing.sort(compareText)
}

/** Whether the file system keeps executable bits, as git found out when it made the repository. */
function followsModes(gitDir: string): boolean {
  if (process.platform === 'win32') return false
  const stats = lstatSync(join(gitDir, 'config'), {throwIfNoEntry: false})
  const config = stats?.isFile() ? readFileSync(join(gitDir, 'config'), 'utf8') : ''
  return !/^\s*filemode\s*=\s*(?:false|no|off|0)\s*$/im.test(config)
}

function* filesBelow(
  root: string,
  folder: string,
  committed: ReadonlyMap<string, TreeEntry>,
): Generator<string> {
  for (const entry of readdirSync(join(root, folder), {withFileTypes: true})) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name.toLowerCase() === '.git') continue
    if (!entry.isDirectory()) yield path
    else if (committed.get(path)?.mode !== '160000') yield* filesBelow(root, path, committed)
  }
}

interface Comparison {
  readonly algorithm: string
  /** Whether executable bits count. */
  readonly modes: boolean
  readonly known: KnownFiles
}

function isSame(
  root: string,
  path: string,
  {mode, hash, bytes}: TreeEntry,
  {algorithm, modes, known}: Comparison,
): boolean {
  const file = join(root, path)
  const stats = lstatSync(file)
  if (typeOf(stats) !== mode.slice(0, 3)) return false
  if (stats.isSymbolicLink()) return idOf(Buffer.from(readlinkSync(file)), algorithm) === hash
  if (modes && (mode === '100755') !== ((stats.mode & 0o100) !== 0)) return false
  // With LF for CR LF a file becomes shorter, by half at most.
  if (stats.size < bytes || stats.size > bytes * 2) return false
  if (known.blobOf(path, stats) === hash) return true
  if (!holds(readFileSync(file), hash, bytes, algorithm)) return false
  known.keep(path, stats, hash)
  return true
}

/** Whether a file is the blob, as it stands or with LF for CR LF. */
function holds(content: Buffer, hash: string, bytes: number, algorithm: string): boolean {
  if (idOf(content, algorithm) === hash) return true
  if (content.length === bytes || !content.includes('\r\n')) return false
  const unix = Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  return idOf(unix, algorithm) === hash
}

function typeOf(stats: Stats): string {
  return stats.isSymbolicLink() ? '120' : stats.isFile() ? '100' : ''
}

/** Name that git gives a blob with this content. */
function idOf(content: Buffer, algorithm: string): string {
  return createHash(algorithm).update(`blob ${content.length}\0`).update(content).digest('hex')
}
