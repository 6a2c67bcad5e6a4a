import type {ScanHit} from '../../model/source.ts'
import type {Commit} from '../../model/trail.ts'
import type {LookAtMessage} from '../scan/messages.ts'
import {decodePath} from './bytes.ts'
import {commitOf, type People} from './commit.ts'

/** What a commit did to one path, seen from its first parent. */
export interface PathChange {
  /** From the top of the repository, as in {@link decodePath}. */
  readonly path: string
  /** Blob before and after; null where the path did not exist, or was no regular file. */
  readonly before: string | null
  readonly after: string | null
}

/** One commit as the log gives it, with what it changed. */
export interface LoggedCommit {
  readonly commit: Commit
  readonly changes: readonly PathChange[]
  /** What may not be kept, in its message and the names on it; left out where there is none. */
  readonly hits?: readonly ScanHit[]
}

/**
 * Everything about every commit in one walk. The raw format prints each commit as it is stored, so
 * parents are the real ones and a signature shows without a program being started for it.
 * `first-parent` shows what a merge itself brought; by default git shows nothing for merges.
 */
export const logArguments = [
  'log',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--diff-merges=first-parent',
  '--format=raw',
  '--encoding=UTF-8',
  '--no-color',
  '--no-decorate',
  '--no-ext-diff',
  '--no-mailmap',
  '--no-notes',
  '--no-relative',
  '--no-show-signature',
  '--no-textconv',
  '--ignore-submodules=none',
  '-O/dev/null',
] as const

/**
 * Reads the stream that {@link logArguments} make.
 *
 * Parts end with NUL: a commit, or a line about a change, or the path of one. A commit's part also
 * holds the line of its first change. A path follows every such line, so a path that looks like a
 * commit is still a path; message lines are indented, so none looks like a change.
 *
 * @param onCommit - Called for each, in git's order.
 * @param look - Looks through the message of each; nobody does without it.
 */
export function logReader(
  onCommit: (logged: LoggedCommit) => void,
  look?: LookAtMessage,
): {
  readonly read: (chunk: Buffer) => void
  readonly end: () => void
} {
  const people: People = new Map()
  /** Decoded once, and held once, however often a file changes. */
  const paths = new Map<string, string>()
  let rest = ''
  let commit: Commit | null = null
  let hits: readonly ScanHit[] | undefined
  let changes: PathChange[] = []
  let line: string | null = null

  const finish = () => {
    if (commit !== null) onCommit(hits === undefined ? {commit, changes} : {commit, changes, hits})
    commit = null
    changes = []
  }
  const part = (text: string) => {
    if (line !== null) {
      const path = paths.get(text) ?? decodePath(text).path
      if (!paths.has(text)) paths.set(text, path)
      changes.push(changeOf(line, path))
      line = null
    } else if (text === '') {
      return
    } else if (text.startsWith(':')) {
      line = text
    } else {
      finish()
      const last = text.endsWith('\n') ? text.length : text.lastIndexOf('\n') + 1
      const stored = text.slice(0, last)
      const read = commitOf(stored, people)
      const seen = look?.(read, stored)
      commit = seen?.commit ?? read
      hits = seen?.hits
      line = last === text.length ? null : text.slice(last)
    }
  }
  return {
    read: (chunk) => {
      const text = rest + chunk.toString('latin1')
      let from = 0
      for (let to = text.indexOf('\0'); to >= 0; to = text.indexOf('\0', from)) {
        part(text.slice(from, to))
        from = to + 1
      }
      rest = text.slice(from)
    },
    end: () => {
      if (rest !== '') part(rest)
      finish()
    },
  }
}

/** `:100644 100644 <before> <after> M`. */
function changeOf(line: string, path: string): PathChange {
  const size = line.indexOf(' ', 15) - 15
  const before = line.slice(15, 15 + size)
  const after = line.slice(16 + size, 16 + 2 * size)
  return {
    path,
    before: line.startsWith('100', 1) ? before : null,
    after: line.startsWith('100', 8) ? after : null,
  }
}
