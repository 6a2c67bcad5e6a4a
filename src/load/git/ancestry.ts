import {decodePath} from './bytes.ts'
import {runGit, type GitFolder} from './run.ts'

/** Which commit leads to which, as the commits themselves say. */
export interface Ancestry {
  readonly has: (commit: string) => boolean
  /** Whether `later` leads back to `earlier`, or is it. */
  readonly leadsTo: (later: string, earlier: string) => boolean
  /**
   * The latest committer date, Unix seconds, of a commit and of all that it stands on: it was made no
   * earlier, whatever it claims. Dates after `until` say nothing: a clock was wrong.
   */
  readonly datesUntil: (until: number) => (commit: string) => number
}

/**
 * The parents of every commit that `head` leads to. Neither grafts, nor replaced objects, nor a
 * commit-graph is believed.
 *
 * @throws {CannotRun} When git fails.
 */
export async function readAncestry(repository: GitFolder, head: string): Promise<Ancestry> {
  const listed = await runGit(repository, [
    'rev-list',
    '--parents',
    '--timestamp',
    '--end-of-options',
    head,
  ])
  const parents = new Map<string, readonly string[]>()
  const dates = new Map<string, number>()
  for (const line of listed.toString('latin1').split('\n')) {
    const [at = '', commit = '', ...of] = line.split(' ')
    if (commit === '') continue
    parents.set(commit, of)
    dates.set(commit, Number(at))
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
    datesUntil: (until) =>
      latestOf(parents, (commit) => {
        const at = dates.get(commit) ?? 0
        return at > until ? 0 : at
      }),
  }
}

/** The greatest value of a commit and of all it leads to, each worked out once. */
function latestOf(
  parents: ReadonlyMap<string, readonly string[]>,
  valueOf: (commit: string) => number,
): (commit: string) => number {
  const known = new Map<string, number>()
  return (asked) => {
    const open = [asked]
    for (let commit = open.at(-1); commit !== undefined; commit = open.at(-1)) {
      const of = parents.get(commit) ?? []
      const missing = known.has(commit) ? [] : of.filter((it) => !known.has(it))
      if (missing.length > 0) {
        open.push(...missing)
        continue
      }
      if (!known.has(commit))
        known.set(commit, Math.max(valueOf(commit), ...of.map((it) => known.get(it) ?? 0)))
      open.pop()
    }
    return known.get(asked) ?? 0
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

/** What was last asked for, by repository and folder: a seal is judged at its own commit and at HEAD. */
const asked = new Map<string, {readonly head: string; readonly events: readonly FileEvent[]}>()

/**
 * Everything that happened below a folder, newest first; a merge is compared with each parent, so
 * that one which drops a file shows it. What led to a commit that was asked for before is not read
 * again.
 *
 * @param folder - From the top of the repository.
 * @param ancestry - Of `head`.
 * @throws {CannotRun} When git fails.
 */
export async function eventsBelow(
  repository: GitFolder,
  head: string,
  folder: string,
  ancestry?: Pick<Ancestry, 'has'>,
): Promise<readonly FileEvent[]> {
  const key = JSON.stringify([repository.gitDir, folder])
  const known = asked.get(key)
  if (known?.head === head) return known.events
  const before = known !== undefined && ancestry?.has(known.head) === true ? known : undefined
  const since = await eventsSince(repository, head, folder, before?.head)
  const events = before === undefined ? since : [...since, ...before.events]
  asked.set(key, {head, events})
  return events
}

async function eventsSince(
  repository: GitFolder,
  head: string,
  folder: string,
  before: string | undefined,
): Promise<readonly FileEvent[]> {
  const range = before === undefined ? [head] : [head, `^${before}`]
  const shape = ['--full-history', '-m', '--raw', '--no-renames', '--no-abbrev', '-z']
  const args = ['log', ...shape, '--format=%x01%H %ct', '--end-of-options', ...range, '--', folder]
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
  // A line break in a name, as of a folder, would shift every answer after it.
  const input = names.map((it) => `${it.includes('\n') ? '' : it}\n`).join('')
  const answer = await runGit(repository, ['cat-file', '--batch-check'], input)
  const lines = answer.toString('latin1').split('\n')
  return names.map((_, index) => {
    const [, hash, type] = /^([0-9a-f]{40,64}) (\w+) \d+$/.exec(lines[index] ?? '') ?? []
    return hash === undefined || type === undefined ? null : {hash, type}
  })
}
