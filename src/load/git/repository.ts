import {existsSync, readdirSync, realpathSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {dateOf, dayNumber} from '../../model/date.ts'
import {CannotRun} from '../../model/diagnostic.ts'
import {hashAtHead, isHash, textOf} from './head.ts'
import {runGit, type GitFolder} from './run.ts'

/** The repository that holds a folder. */
export interface Repository extends GitFolder {
  readonly status: 'empty' | 'shallow' | 'partial' | 'complete'
  /** Absolute path of the folder asked about. */
  readonly root: string
  /** From the top of the work tree to the folder, ending in `/`; empty where they are one. */
  readonly prefix: string
  /** Full hash of the commit at `HEAD`; null where there is none yet. */
  readonly head: string | null
  /** Whether a file of grafts gives commits other parents. Never followed. */
  readonly grafts: boolean
  /** How many references replace one object by another. Never followed. */
  readonly replaced: number
}

/** A folder that no repository holds. */
export interface NoRepository {
  readonly status: 'none'
  readonly root: string
}

/**
 * Finds the repository whose work tree holds `root`: the nearest `.git` upwards. Git is asked of a
 * commit once: where `HEAD` still names it, no process is started.
 *
 * @param root - A folder; it may be a subfolder of the repository.
 * @throws {CannotRun} When git is not installed or the repository cannot be read.
 */
export async function openRepository(root: string): Promise<Repository | NoRepository> {
  const real = realpathSync(root)
  const found = discover(real)
  if (found === undefined) return {status: 'none', root: real}
  const {gitDir, top} = found
  const common = commonFolder(gitDir)
  const named = hashAtHead(gitDir, common)
  const head = named !== null && isKnownCommit(found, named) ? named : await commitOf(found, 'HEAD')
  const status =
    head === null
      ? 'empty'
      : textOf(join(common, 'shallow')).trim() !== ''
        ? 'shallow'
        : hasPromises(common)
          ? 'partial'
          : 'complete'
  const prefix = relative(top, real).split(sep).join('/')
  return {
    status,
    root: real,
    gitDir,
    top,
    prefix: prefix === '' ? '' : `${prefix}/`,
    head,
    grafts: textOf(join(common, 'info', 'grafts')).trim() !== '',
    replaced: countReplaced(common),
  }
}

/**
 * Full hash of the commit that `rev` names.
 *
 * @throws {CannotRun} When it names none, or could be taken for an option.
 */
export async function resolveRevision(root: string, rev: string): Promise<string> {
  const repository = await openRepository(root)
  if (repository.status === 'none')
    throw new CannotRun(
      `Unexpected revision \`${shown(rev)}\` without a git repository, expected one`,
      'Run it in a clone of the governance repository',
    )
  if (rev === 'HEAD' && repository.head !== null) return repository.head
  return revisionIn(repository, rev)
}

/**
 * The last commit on the first-parent line from `from` that is not after `date`: what the main line
 * held by the end of that day, UTC. The dates are the committers' word; a commit counts as no
 * earlier than those it stands on, so that one dated back shows nothing before its time.
 *
 * @param from - Full hash; `HEAD` where it is left out.
 * @throws {CannotRun} When there is none.
 */
export async function knownRevision(root: string, date: string, from?: string): Promise<string> {
  const repository = await openRepository(root)
  const folder = shown(basename(repository.root))
  if (repository.status === 'none' || repository.head === null)
    throw new CannotRun(
      `Unexpected --known-on for \`${folder}\`, which has no commit, expected a history`,
      'Commit the governance repository to git, or leave `--known-on` out',
    )
  if (repository.status === 'shallow')
    throw new CannotRun(
      `Unexpected --known-on for \`${folder}\`, a shallow clone, expected the whole history`,
      'Fetch the older commits with `git fetch --unshallow`',
    )
  const end = (dayNumber(date) + 1) * 86_400
  const newest = from ?? repository.head
  const line = ['log', '--first-parent', '--format=%H %ct', '--end-of-options', newest]
  const commits = (await runGit(repository, line))
    .toString('latin1')
    .split('\n')
    .filter((it) => it !== '')
    .map((it) => it.split(' '))
    .toReversed()
  const after = commits.findIndex(([, at]) => Number(at) >= end)
  const last = after < 0 ? commits.at(-1) : commits[after - 1]
  if (last?.[0] !== undefined) return last[0]
  const first = dateOf(Math.min(Math.max(Number(commits[0]?.[1] ?? 0), 0), lastSecond))
  throw new CannotRun(
    `Unexpected date \`${date}\` for --known-on, expected one on or after the first commit of \`${folder}\`, ${first}`,
    'Name a later date; a root that came later can be left out. List the dates with `git log --first-parent --format=%cs`',
  )
}

/** Largest Unix time that a `YYYY-MM-DD` can show: a commit may claim a later one. */
const lastSecond = 253_402_300_799

/** The same, in a repository already found. @throws {CannotRun} As {@link resolveRevision}. */
export async function revisionIn(repository: GitFolder, rev: string): Promise<string> {
  const commit =
    rev === '' || rev.startsWith('-') || /\p{Cc}/u.test(rev)
      ? null
      : await commitOf(repository, rev)
  if (commit === null)
    throw new CannotRun(
      `Unexpected revision \`${shown(rev)}\`, expected a commit, branch or tag of the repository`,
      'List them with `git log --oneline --all`; a repository without a commit has none',
    )
  return commit
}

function shown(rev: string): string {
  return rev.replace(/\p{Cc}/gu, '\uFFFD')
}

/** What git has called a commit in this run: the name of one never stands for anything else. */
const knownCommits = new Set<string>()

function isKnownCommit({gitDir}: GitFolder, hash: string): boolean {
  return knownCommits.has(`${hash} ${gitDir}`)
}

/** Asked on standard input, where nothing is an option. */
async function commitOf(repository: GitFolder, rev: string): Promise<string | null> {
  if (isHash(rev) && isKnownCommit(repository, rev)) return rev
  const answer = await runGit(repository, ['cat-file', '--batch-check'], `${rev}^{commit}\n`)
  const hash = /^([0-9a-f]{40,64}) commit \d+\n$/.exec(answer.toString('latin1'))?.[1] ?? null
  if (hash !== null) knownCommits.add(`${hash} ${repository.gitDir}`)
  return hash
}

function discover(from: string): GitFolder | undefined {
  for (let top = from; ; top = dirname(top)) {
    const gitDir = gitFolderOf(top)
    if (gitDir !== undefined) return {gitDir, top}
    if (dirname(top) === top) return undefined
  }
}

function gitFolderOf(top: string): string | undefined {
  const path = join(top, '.git')
  const stats = statSync(path, {throwIfNoEntry: false})
  const gitDir = stats?.isFile()
    ? resolve(top, /^gitdir: (.+)$/m.exec(textOf(path))?.[1]?.trim() ?? '.git')
    : path
  return existsSync(join(gitDir, 'HEAD')) ? gitDir : undefined
}

/** Where a linked work tree keeps what it shares. */
export function commonFolder(gitDir: string): string {
  const named = textOf(join(gitDir, 'commondir')).trim()
  return named === '' ? gitDir : resolve(gitDir, named)
}

/** Whether objects were left out by `git clone --filter`, here or where objects are borrowed. */
function hasPromises(common: string): boolean {
  const objects = join(common, 'objects')
  const borrowed = textOf(join(objects, 'info', 'alternates'))
    .split('\n')
    .filter((it) => it !== '' && !it.startsWith('#'))
    .map((it) => resolve(objects, it))
  return [objects, ...borrowed].some((it) =>
    namesIn(join(it, 'pack')).some((name) => name.endsWith('.promisor')),
  )
}

function countReplaced(common: string): number {
  const packed = textOf(join(common, 'packed-refs')).match(/ refs\/replace\/\S+$/gm) ?? []
  const loose = namesIn(join(common, 'refs', 'replace')).map((it) => ` refs/replace/${it}`)
  return new Set([...packed, ...loose]).size
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
