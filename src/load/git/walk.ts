import type {LookAtMessage} from '../scan/messages.ts'
import {logArguments, logReader, type LoggedCommit} from './log.ts'
import {streamGit, type GitFolder} from './run.ts'

/** Commits after which a second process starts from the other end. */
const manyCommits = 5000

/** Thrown into a stream when the other one has brought what is left. */
class Enough extends Error {}

/**
 * All commits that `head` descends from, itself too, without `known`; in no order.
 *
 * A long history is walked from both ends at once, in two processes that stop where they meet. The
 * end is not taken on git's word: it is reached when every parent of every commit is there.
 *
 * @param known - Commits already read, with all their ancestors.
 * @param tips - Those of them that are no other's parent.
 * @throws {CannotRun} When git fails, as for a tip that the repository has no more.
 */
export async function walk(
  repository: GitFolder,
  head: string,
  known: ReadonlyMap<string, LoggedCommit>,
  tips: readonly string[],
  look?: LookAtMessage,
): Promise<ReadonlyMap<string, LoggedCommit>> {
  const found = new Map<string, LoggedCommit>()
  if (known.has(head)) return found
  const missing = new Set([head])
  let fromOldest: Promise<void> | undefined
  const range = ['--end-of-options', head, ...tips.map((it) => `^${it}`)]
  const take = (logged: LoggedCommit) => {
    const {hash, parents} = logged.commit
    if (found.has(hash)) return
    found.set(hash, logged)
    missing.delete(hash)
    for (const it of parents) if (!found.has(it) && !known.has(it)) missing.add(it)
    if (found.size === manyCommits) fromOldest = run(['--reverse'])
  }
  const run = async (order: readonly string[]) => {
    const reader = logReader(take, look)
    try {
      await streamGit(repository, [...logArguments, ...order, ...range], (chunk) => {
        if (missing.size === 0) throw new Enough()
        reader.read(chunk)
      })
      reader.end()
    } catch (error) {
      if (!(error instanceof Enough)) throw error
    }
  }
  const fromNewest = run([])
  await fromNewest
  await fromOldest
  return found
}
