import {CannotRun} from '../../model/diagnostic.ts'
import {compareText} from '../../model/location.ts'
import type {FileStore, StoredFile} from '../store.ts'
import {listTree, readObjects, type TreeEntry} from './objects.ts'
import {openRepository, revisionIn, type Repository} from './repository.ts'
import {runGitNow} from './run.ts'

/** Larger ones are read when asked for: one process each, and the memory is not kept. */
const largestKept = 8 * 1024 * 1024
const mostKept = 256 * 1024 * 1024

/**
 * The files of a root as a commit holds them, read from blobs: what the working tree looks like
 * does not matter.
 *
 * A name that is no UTF-8 is listed with type `other`.
 *
 * @param root - Folder in a work tree; paths are relative to it.
 * @param rev - Commit, branch or tag.
 * @param ahead - Whether all files are read at once; else those that `fetch` names.
 * @throws {CannotRun} Without a repository, or where `rev` names no commit.
 */
export async function openCommit(root: string, rev: string, ahead = true): Promise<FileStore> {
  const repository = await openRepository(root)
  if (repository.status === 'none')
    throw new CannotRun(
      `Unexpected folder outside any git repository, expected a commit \`${rev}\``,
      'Commit the governance repository to git, or read the working tree',
    )
  const commit = rev === 'HEAD' && repository.head !== null ? repository.head : undefined
  return storeOf(repository, commit ?? (await revisionIn(repository, rev)), ahead)
}

async function storeOf(repository: Repository, commit: string, ahead: boolean): Promise<FileStore> {
  const entries = new Map<string, TreeEntry>()
  for (const entry of await listTree(repository, commit, repository.prefix))
    entries.set(entry.path, entry)
  const files = [...entries.values()]
    .map((it): StoredFile => ({path: it.path, bytes: it.bytes, type: typeOf(it)}))
    .sort((a, b) => compareText(a.path, b.path))
  const kept = new Map<string, Buffer>()
  if (ahead) await keep(repository, [...entries.values()], kept)
  return {
    list: () => files,
    read: (path) => {
      const entry = entries.get(path)
      if (entry === undefined || typeOf(entry) !== 'file')
        throw new Error(`ENOENT: no such file in commit ${commit}, open '${path}'`)
      const {hash, bytes} = entry
      return kept.get(hash) ?? runGitNow(repository, ['cat-file', 'blob', hash], bytes + 1024)
    },
    fetch: async (paths) => {
      const wanted = paths.flatMap((it) => entries.get(it) ?? [])
      await keep(
        repository,
        wanted.filter(({hash}) => !kept.has(hash)),
        kept,
      )
    },
  }
}

function typeOf({mode, utf8}: TreeEntry): StoredFile['type'] {
  if (!utf8) return 'other'
  if (mode === '120000') return 'symlink'
  if (mode === '160000') return 'submodule'
  return mode.startsWith('100') ? 'file' : 'other'
}

async function keep(
  repository: Repository,
  entries: readonly TreeEntry[],
  kept: Map<string, Buffer>,
): Promise<void> {
  const wanted = new Set<string>()
  let total = 0
  for (const entry of entries) {
    const {hash, bytes} = entry
    if (typeOf(entry) !== 'file' || bytes > largestKept || total + bytes > mostKept) continue
    if (!wanted.has(hash)) total += bytes
    wanted.add(hash)
  }
  await readObjects(repository, [...wanted], largestKept, (hash, content) => {
    // A copy: the piece of the stream that it came in is not to be kept alive.
    if (content instanceof Buffer) kept.set(hash, Buffer.from(content))
  })
}
