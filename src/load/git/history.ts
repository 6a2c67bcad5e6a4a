import type {Commit, Trail} from '../../model/trail.ts'
import {CannotRun} from '../../model/diagnostic.ts'
import {lookAtMessages, lookAtNames, type LookAtMessage} from '../scan/messages.ts'
import {CommitLog, PathIndex, type LoggedCommit} from './commit-log.ts'
import {CommitTable} from './commit-table.ts'
import {isHash} from './head.ts'
import {knownHistory, type KnownHistory} from './history-cache.ts'
import {oldestFirst} from './order.ts'
import {openRepository, revisionIn, type NoRepository, type Repository} from './repository.ts'
import {trailOfRecords} from './records.ts'
import {walk} from './walk.ts'

/** Parses the documents of a YAML file into plain values. May throw on text that is no YAML. */
export type ParseText = (text: string) => readonly unknown[]

/** What happened to every path, before any file is read. */
export interface History {
  readonly head: string
  /** Oldest first, parents before children; all commits of the repository. */
  readonly commits: CommitLog
  readonly byPath: PathIndex
}

interface HistoryOptions {
  /** Looks through what people wrote into each commit; nobody does without it. */
  readonly look?: LookAtMessage
  /** Commits read in earlier runs; what is read now joins them. */
  readonly known?: KnownHistory
}

/**
 * Everything that git knows of a history without reading a file, in one walk of the log.
 *
 * @param commit - Full hash of the newest commit to read.
 * @throws {CannotRun} When git fails.
 */
export async function readHistory(
  repository: Repository,
  commit: string,
  {look, known}: HistoryOptions = {},
): Promise<History> {
  let table = known?.table ?? new CommitTable()
  try {
    await walk(repository, commit, table, look)
  } catch (error) {
    // A branch that was read once may be gone from the repository since.
    if (!(error instanceof CannotRun) || known === undefined || known.size === 0) throw error
    table = new CommitTable()
    await walk(repository, commit, table, look)
  }
  if (!table.has(commit))
    throw new CannotRun(
      `Unexpected object \`${commit}\`, expected a commit of the repository`,
      'List them with `git log --oneline --all`',
    )
  const kept = table === known?.table ? known.order : undefined
  const order = oldestFirst(table, table.ids.find(commit), kept)
  known?.keep(table, order)
  const commits = new CommitLog(table, order)
  let index: PathIndex | undefined
  return {
    head: commit,
    commits,
    get byPath() {
      return (index ??= new PathIndex(commits))
    },
  }
}

/** Files that moved whole in one commit: gone from one path, the same blob at another. */
export function movesOf({changes}: LoggedCommit): readonly {from: string; to: string}[] {
  const gone = new Map<string, string[]>()
  for (const {path, before, after} of changes)
    if (before !== null && after === null) gone.set(before, [...(gone.get(before) ?? []), path])
  if (gone.size === 0) return []
  return changes.flatMap(({path, before, after}) => {
    const from = before === null && after !== null ? gone.get(after)?.shift() : undefined
    return from === undefined ? [] : [{from, to: path}]
  })
}

export interface TrailOptions {
  /** Folder of the governance repository: the work tree or a subfolder of it. */
  readonly root: string
  /** Name of the root in the output: `main`, `overlay-1`. */
  readonly rootName: string
  /** Commit, branch or tag; default `HEAD`. */
  readonly at?: string
  /** Whether a path, from the root, is a file of records; default every YAML file but the config. */
  readonly recordFiles?: (path: string) => boolean
  /** Default the parser of records. */
  readonly parse?: ParseText
}

/**
 * What git says of every record of a root, or why it can say nothing.
 *
 * Starts at most four git processes: for `HEAD`, for the log, from its other end too where it is
 * long, and for the blobs; one more where `at` is no full hash.
 *
 * @throws {CannotRun} When git is not installed or fails, or `at` names no commit.
 */
export async function readTrail(options: TrailOptions): Promise<Trail> {
  const {root, rootName, at = 'HEAD', recordFiles, parse = null} = options
  const repository = await openRepository(root)
  if (repository.status !== 'complete' || repository.head === null)
    return {status: statusOf(repository), root: rootName, reason: reasonOf(repository)}
  const head = at === 'HEAD' ? repository.head : await commitAt(repository, at)
  const history = await readHistory(repository, head, {
    look: lookAtMessages(rootName),
    known: knownHistory(repository, [rootName]),
  })
  const {commits} = history
  const own = placesOf(commits, repository.prefix)
  lookAtNames(rootName, commits, own)
  const followed = await trailOfRecords(repository, history, {rootName, recordFiles, parse})
  if (followed === 'partial') return {status: 'partial', root: rootName, reason: reasons.partial}
  const {records, unread, personFiles} = followed
  const {grafts, replaced} = repository
  let all: readonly Commit[] | undefined
  return {
    status: 'complete',
    root: rootName,
    head,
    // Made when they are asked for.
    get commits() {
      return (all ??= Array.from(own, (place) => commits.commit(place)))
    },
    hits: commits.hitsAt(own),
    records,
    personFiles,
    ...(unread.length > 0 ? {unread} : {}),
    ...(grafts || replaced > 0 ? {overridden: {grafts, replaced}} : {}),
  }
}

/** A full hash is taken as it is: the walk finds out whether it is a commit. */
async function commitAt(repository: Repository, at: string): Promise<string> {
  return isHash(at) ? at : revisionIn(repository, at)
}

/** Of a subfolder, only the commits that touched it: the others are not the network's. */
function placesOf(commits: CommitLog, prefix: string): Int32Array {
  const all = new Int32Array(commits.length)
  all.forEach((_, place) => (all[place] = place))
  if (prefix === '') return all
  const inside = commits.table.paths.all.map((it) => it.startsWith(prefix))
  return all.filter((place) => {
    let touches = false
    commits.eachChange(place, (path) => (touches ||= inside[path] === true))
    return touches
  })
}

function statusOf({status}: Repository | NoRepository): keyof typeof reasons {
  return status === 'complete' ? 'empty' : status
}

function reasonOf(repository: Repository | NoRepository): string {
  return reasons[statusOf(repository)]
}

/** In plain words, with what to do about it. */
const reasons = {
  none: 'the folder is in no git repository: commit it to one with `git init` and `git commit`',
  empty: 'the repository has no commit yet: commit the records with `git commit`',
  shallow: 'the clone is shallow and lacks older commits: fetch them with `git fetch --unshallow`',
  partial: 'the clone is partial and lacks older files: clone again without `--filter`',
} as const
