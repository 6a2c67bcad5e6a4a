import {CannotRun} from '../../model/diagnostic.ts'
import {openRepository, resolveRevision} from './repository.ts'
import {runGit} from './run.ts'

/**
 * Full hash of the commit from which two revisions parted, as `git merge-base` finds it.
 *
 * @throws {CannotRun} When a revision names no commit, or when they have none in common.
 */
export async function mergeBase(root: string, a: string, b: string): Promise<string> {
  const left = await resolveRevision(root, a)
  const right = await resolveRevision(root, b)
  const repository = await openRepository(root)
  const hash = repository.status === 'none' ? undefined : await baseOf(repository, left, right)
  if (hash === undefined)
    throw new CannotRun(
      `Unexpected revisions \`${left.slice(0, 12)}\` and \`${right.slice(0, 12)}\`, expected two with a commit in common`,
      'In a shallow clone, fetch the history first: `git fetch --unshallow`',
    )
  return hash
}

/** Git exits 1 where there is none, as it does where it fails. */
async function baseOf(repository: Parameters<typeof runGit>[0], left: string, right: string) {
  const answer = await runGit(repository, ['merge-base', left, right]).catch(() => Buffer.alloc(0))
  return /^([0-9a-f]{40,64})\n/.exec(answer.toString('latin1'))?.[1]
}
