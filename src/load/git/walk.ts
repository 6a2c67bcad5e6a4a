import type {LookAtMessage} from '../scan/messages.ts'
import type {CommitTable} from './commit-table.ts'
import {logArguments, LogReader} from './log.ts'
import {streamGit, type GitFolder} from './run.ts'

/** Commits after which a second process starts from the other end. */
const manyCommits = 2000

/** Thrown into a stream when the other one has brought what is left. */
class Enough extends Error {}

/**
 * Adds all commits that `head` descends from, itself too, to those already read.
 *
 * A long history is walked from both ends at once, in two processes that stop where they meet. The
 * end is not taken on git's word: it is reached when every parent of every commit is there.
 *
 * @param table - Commits already read, with all their ancestors.
 * @throws {CannotRun} When git fails, as for a commit of `table` that the repository has no more.
 */
export async function walk(
  repository: GitFolder,
  head: string,
  table: CommitTable,
  look?: LookAtMessage,
): Promise<void> {
  const tips = table.tips()
  table.expect(head)
  if (table.missing === 0) return
  const range = ['--end-of-options', head, ...tips.map((it) => `^${it}`)]
  const before = table.size
  let fromOldest: Promise<void> | undefined
  const run = async (order: readonly string[]) => {
    const reader = new LogReader(table, look)
    try {
      await streamGit(repository, [...logArguments, ...order, ...range], (chunk) => {
        if (table.missing === 0) throw new Enough()
        reader.read(chunk)
        if (table.size - before >= manyCommits && fromOldest === undefined) {
          fromOldest = run(['--reverse'])
          // Waited for below, unless this one fails first.
          fromOldest.catch(() => {})
        }
      })
      reader.end()
    } catch (error) {
      if (!(error instanceof Enough)) throw error
    }
  }
  await run([])
  await fromOldest
}
