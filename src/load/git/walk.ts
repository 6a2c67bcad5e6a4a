import type {LookAtMessage} from '../scan/messages.ts'
import type {CommitGraph} from './graph.ts'
import {logArguments, logReader, type LoggedCommit} from './log.ts'
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
 * @param graph - Commits already read, with all their ancestors.
 * @throws {CannotRun} When git fails, as for a commit of `graph` that the repository has no more.
 */
export async function walk(
  repository: GitFolder,
  head: string,
  graph: CommitGraph,
  look?: LookAtMessage,
): Promise<void> {
  const tips = graph.tips()
  graph.expect(head)
  if (graph.missing === 0) return
  const range = ['--end-of-options', head, ...tips.map((it) => `^${it}`)]
  const before = graph.size
  let fromOldest: Promise<void> | undefined
  const take = (logged: LoggedCommit) => {
    graph.add(logged)
    if (graph.size - before >= manyCommits) fromOldest ??= run(['--reverse'])
  }
  const run = async (order: readonly string[]) => {
    const reader = logReader(take, look)
    try {
      await streamGit(repository, [...logArguments, ...order, ...range], (chunk) => {
        if (graph.missing === 0) throw new Enough()
        reader.read(chunk)
      })
      reader.end()
    } catch (error) {
      if (!(error instanceof Enough)) throw error
    }
  }
  await run([])
  await fromOldest
}
