import {decodePath} from './bytes.ts'
import {isHash} from './head.ts'
import {runGit, streamGit, type GitFolder} from './run.ts'

/** One path of a tree. */
export interface TreeEntry {
  /** From the folder listed, `/`-separated. */
  readonly path: string
  /** Whether the name is UTF-8; where not, `path` stands for it. */
  readonly utf8: boolean
  /** `100644`, `100755`, `120000` (symbolic link) or `160000` (submodule). */
  readonly mode: string
  readonly hash: string
  /** 0 for a submodule. */
  readonly bytes: number
}

/** Lists that were asked for last, by commit: every stage looks at the same tree. */
const listed = new Map<string, Promise<readonly TreeEntry[]>>()
const mostListed = 4

/**
 * Everything below `prefix` in the tree of a commit, in git's order.
 *
 * @param commit - Full hash: what it names never changes.
 */
export function listTree(
  repository: GitFolder,
  commit: string,
  prefix: string,
): Promise<readonly TreeEntry[]> {
  const key = JSON.stringify([repository.gitDir, commit, prefix])
  const known = listed.get(key)
  if (known !== undefined) return known
  const list = listNow(repository, commit, prefix)
  if (!isHash(commit)) return list
  listed.set(key, list)
  for (const it of listed.keys()) if (listed.size > mostListed) listed.delete(it)
  list.catch(() => listed.delete(key))
  return list
}

async function listNow(
  repository: GitFolder,
  commit: string,
  prefix: string,
): Promise<readonly TreeEntry[]> {
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]
  const inside = prefix === '' ? args : [...args, '--', prefix]
  const text = (await runGit(repository, inside)).toString('latin1')
  const start = Buffer.from(prefix).toString('latin1')
  return text
    .split('\0')
    .filter((it) => it !== '')
    .flatMap((line) => {
      const tab = line.indexOf('\t')
      const [mode = '', , hash = '', size = ''] = line.slice(0, tab).split(/ +/)
      const name = line.slice(tab + 1)
      if (!name.startsWith(start)) return []
      return [{...decodePath(name.slice(start.length)), mode, hash, bytes: Number(size) || 0}]
    })
}

/** An object's bytes; null where the repository lacks it; its size where it is over the limit. */
export type ObjectContent = Buffer | number | null

/**
 * Reads objects in one process, in the order asked for. Git hands out what was committed: no
 * filter and no end-of-line conversion runs.
 *
 * @param limit - Bytes; a larger object is passed over and never held in memory.
 */
export async function readObjects(
  repository: GitFolder,
  hashes: readonly string[],
  limit: number,
  onObject: (hash: string, content: ObjectContent) => void,
): Promise<void> {
  if (hashes.length === 0) return
  const read = objectReader(hashes, limit, onObject)
  const input = hashes.map((it) => `${it}\n`).join('')
  await streamGit(repository, ['cat-file', '--batch', '--buffer'], read, input)
}

/** Whether the repository has all of them; none is read. */
export async function hasObjects(
  repository: GitFolder,
  hashes: readonly string[],
): Promise<boolean> {
  if (hashes.length === 0) return true
  const input = hashes.map((it) => `${it}\n`).join('')
  const args = ['cat-file', '--batch-check=%(objectname)', '--buffer']
  return !(await runGit(repository, args, input)).includes(' missing\n')
}

/** Cuts the stream of `cat-file --batch` into objects: a line with the size, the bytes, LF. */
function objectReader(
  hashes: readonly string[],
  limit: number,
  onObject: (hash: string, content: ObjectContent) => void,
): (chunk: Buffer) => void {
  let next = 0
  let pending: Buffer[] = []
  let held = 0
  // Bytes to have before looking again: a large object is not joined anew for every piece.
  let needed = 1
  let skip = 0
  return (piece) => {
    const skipped = Math.min(skip, piece.length)
    skip -= skipped
    pending.push(piece.subarray(skipped))
    held += piece.length - skipped
    if (skip > 0 || held < needed) return
    let rest = pending.length === 1 ? (pending[0] ?? piece) : Buffer.concat(pending)
    needed = 1
    while (rest.length > 0) {
      const end = rest.indexOf(10)
      const [, type, size] = end < 0 ? [] : rest.toString('latin1', 0, end).split(' ')
      const bytes = Number(size)
      const total = type === 'missing' ? end + 1 : end + bytes + 2
      if (end < 0 || (rest.length < total && bytes <= limit)) {
        needed = end < 0 ? rest.length + 1 : total
        break
      }
      const inside = type === 'missing' ? null : rest.subarray(end + 1, total - 1)
      onObject(hashes[next] ?? '', inside !== null && bytes > limit ? bytes : inside)
      next += 1
      skip = Math.max(total - rest.length, 0)
      rest = rest.subarray(Math.min(total, rest.length))
    }
    pending = rest.length > 0 ? [rest] : []
    held = rest.length
  }
}
