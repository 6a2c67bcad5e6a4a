import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {objectsNamed} from '../load/git/ancestry.ts'
import {readObjects} from '../load/git/objects.ts'
import type {Repository} from '../load/git/repository.ts'
import {runGit} from '../load/git/run.ts'
import {CannotRun, type Severity} from '../model/diagnostic.ts'
import type {SealParts} from './signature.ts'
import type {SealStatement} from '../model/seal.ts'
import {tagId} from './tag.ts'

/** Something about the repository itself, before any seal is looked at. */
export interface RepositoryProblem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly help: string
}

const byHand = 'Find out who made it and why, and tell counsel before it is taken out'

/** What would show another history than the one that was made, or hides a part of it. */
export async function repositoryProblems(
  repository: Repository,
  head: string,
): Promise<readonly RepositoryProblem[]> {
  const {status, grafts, replaced, gitDir} = repository
  const problems: RepositoryProblem[] = []
  const tell = (code: string, severity: Severity, message: string, help: string) =>
    problems.push({code, severity, message, help})
  if (status === 'shallow')
    tell(
      'history/shallow',
      'warning',
      'Unexpected shallow clone, expected the whole history',
      'Fetch the rest with `git fetch --unshallow`',
    )
  if (status === 'partial')
    tell(
      'history/partial',
      'warning',
      'Unexpected partial clone, expected every file of every commit',
      'Clone again without `--filter`',
    )
  if (grafts)
    tell(
      'history/graft',
      'error',
      'Unexpected file of grafts, which gives commits other parents, expected none',
      byHand,
    )
  if (replaced > 0)
    tell(
      'history/replaced',
      'error',
      `Unexpected references that replace objects: ${replaced}, expected none`,
      byHand,
    )
  const common = commonFolder(gitDir)
  if (existsSync(join(common, 'objects', 'info', 'alternates')))
    tell(
      'history/alternates',
      'note',
      'Objects are borrowed from another folder: whoever keeps that folder keeps this history',
      'Make the repository whole with `git repack -a -d`, and remove objects/info/alternates',
    )
  if (hasCommitGraph(common) && !(await holds(repository, ['commit-graph', 'verify'])))
    tell(
      'history/commit-graph',
      'error',
      'Unexpected commit-graph that differs from the commits, expected one that git made of them',
      'It was not believed here; remove objects/info/commit-graph',
    )
  if (status === 'complete') {
    const forged = await forgedCommit(repository, head)
    if (forged !== null)
      tell(
        'history/object',
        'error',
        `Unexpected content of commit \`${forged}\`, expected one of that name`,
        'The object was changed on disk: compare with another clone, `git fsck` names it too',
      )
  }
  return problems
}

/** Where a linked work tree keeps what it shares. */
function commonFolder(gitDir: string): string {
  const file = join(gitDir, 'commondir')
  return existsSync(file) ? resolve(gitDir, readFileSync(file, 'utf8').trim()) : gitDir
}

function hasCommitGraph(common: string): boolean {
  const folder = join(common, 'objects', 'info')
  return existsSync(join(folder, 'commit-graph')) || existsSync(join(folder, 'commit-graphs'))
}

async function holds(repository: Repository, args: readonly string[]): Promise<boolean> {
  try {
    await runGit(repository, args)
    return true
  } catch (error) {
    if (error instanceof CannotRun) return false
    throw error
  }
}

/** A commit whose bytes do not hash to its name; git believes the name. */
async function forgedCommit(repository: Repository, head: string): Promise<string | null> {
  const listed = await runGit(repository, ['rev-list', '--end-of-options', head])
  const hashes = listed
    .toString('latin1')
    .split('\n')
    .filter((it) => it !== '')
  const algorithm = head.length === 64 ? 'sha256' : 'sha1'
  let forged: string | null = null
  await readObjects(repository, hashes, 64 * 1024 * 1024, (hash, content) => {
    if (!(content instanceof Buffer)) return
    const hasher = createHash(algorithm).update(`commit ${content.length}\0`).update(content)
    if (hasher.digest('hex') !== hash) forged ??= hash
  })
  return forged
}

export interface TagProblem {
  readonly code: string
  readonly message: string
  readonly help: string
  /** The clone is not whole: the tag may stand where it was made from. */
  readonly cut: boolean
}

/** Whether the tag that signed a seal still stands where it stood; null where it does. */
export async function tagProblem(
  repository: Repository,
  {tag}: Pick<SealParts, 'tag'>,
  {predicate: {signer, commit}}: SealStatement,
): Promise<TagProblem | null> {
  if (signer.scheme !== 'ssh-tag' || signer.tag === undefined) return null
  const [named] = await objectsNamed(repository, [`refs/tags/${signer.tag}`])
  if (!named)
    return {
      code: 'seal/tag-missing',
      message: `Unexpected absence of tag \`${signer.tag}\`, expected it on \`${commit.slice(0, 12)}\``,
      // A clone that was cut short has the tags of what it holds alone.
      cut: repository.status !== 'complete',
      help: 'Fetch it with `git fetch --tags` from where the seal was published; where nobody has it, tell counsel',
    }
  const expected = tag === null ? null : tagId(tag, commit.length)
  if (named.hash === expected) return null
  return {
    code: 'seal/tag-moved',
    message: `Unexpected object \`${named.hash}\` at tag \`${signer.tag}\`, expected \`${expected ?? 'the tag that was signed'}\``,
    cut: false,
    help: 'Find out who moved it and why, and tell counsel before it is put back',
  }
}
