import {decodePath} from './bytes.ts'
import {runGit, type GitFolder} from './run.ts'

/** Which commit leads to which, as the commits themselves say. */
export interface Ancestry {
  readonly has: (commit: string) => boolean
  /** Whether `later` leads back to `earlier`, or is it. */
  readonly leadsTo: (later: string, earlier: string) => boolean
}

/**
 * The parents of every commit that `head` leads to. Neither grafts, nor replaced objects, nor a
 * commit-graph is believed.
 *
 * @throws {CannotRun} When git fails.
 */
export async function readAncestry(repository: GitFolder, head: string): Promise<Ancestry> {
  const listed = await runGit(repository, ['rev-list', '--parents', '--end-of-options', head])
  const parents = new Map<string, readonly string[]>()
  for (const line of listed.toString('latin1').split('\n')) {
    const [commit = '', ...of] = line.split(' ')
    if (commit !== '') parents.set(commit, of)
  }
  return {
    has: (commit) => parents.has(commit),
    leadsTo: (later, earlier) => {
      if (!parents.has(earlier)) return false
      const seen = new Set([later])
      for (const commit of seen) {
        if (commit === earlier) return true
        for (const parent of parents.get(commit) ?? []) seen.add(parent)
      }
      return false
    },
  }
}

/** What one commit did to one file, against one of its parents. */
export interface FileEvent {
  readonly commit: string
  /** Committer date, Unix seconds. */
  readonly at: number
  /** From the top of the repository. */
  readonly path: string
  /** Blob after it; null where the file went. */
  readonly after: string | null
}

/**
 * Everything that happened below a folder, newest first; a merge is compared with each parent, so
 * that one which drops a file shows it.
 *
 * @param folder - From the top of the repository.
 * @throws {CannotRun} When git fails.
 */
export async function eventsBelow(
  repository: GitFolder,
  head: string,
  folder: string,
): Promise<readonly FileEvent[]> {
  const shape = ['--full-history', '-m', '--raw', '--no-renames', '--no-abbrev', '-z']
  const args = ['log', ...shape, '--format=%x01%H %ct', '--end-of-options', head, '--', folder]
  const text = (await runGit(repository, args)).toString('latin1')
  const events: FileEvent[] = []
  let commit = ''
  let at = 0
  let after: string | null = null
  for (const piece of text.split('\0')) {
    const field = piece.replace(/^\n+/, '')
    if (field.startsWith('\u0001')) {
      const [hash = '', seconds = ''] = field.slice(1).trim().split(' ')
      commit = hash
      at = Number(seconds)
    } else if (field.startsWith(':')) {
      const [, , , blob = '', status = ''] = field.split(' ')
      after = status.startsWith('D') ? null : blob
    } else if (field !== '') events.push({commit, at, path: decodePath(field).path, after})
  }
  return events
}

/** Type and full hash of what each name stands for; null where it stands for nothing. */
export async function objectsNamed(
  repository: GitFolder,
  names: readonly string[],
): Promise<readonly ({readonly hash: string; readonly type: string} | null)[]> {
  if (names.length === 0) return []
  const input = names.map((it) => `${it}\n`).join('')
  const answer = await runGit(repository, ['cat-file', '--batch-check'], input)
  const lines = answer.toString('latin1').split('\n')
  return names.map((_, index) => {
    const [, hash, type] = /^([0-9a-f]{40,64}) (\w+) \d+$/.exec(lines[index] ?? '') ?? []
    return hash === undefined || type === undefined ? null : {hash, type}
  })
}
