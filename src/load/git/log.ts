import {CannotRun} from '../../model/diagnostic.ts'
import type {LookAtMessage} from '../scan/messages.ts'
import {readHeader} from './commit-header.ts'
import type {Beside, CommitTable, Stored} from './commit-table.ts'
import {coAuthorsIn, putSubject, startsWith} from './commit-text.ts'
import {Bytes, Numbers} from './numbers.ts'

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

const [lineFeed, colon] = [10, 58] as const

/**
 * Reads the stream that {@link logArguments} make, into a table, as bytes: few of them are ever
 * shown.
 *
 * Parts end with NUL: a commit, or a line about a change, or the path of one. A commit's part also
 * holds the line of its first change. A path follows every such line, so a path that looks like a
 * commit is still a path; message lines are indented, so none looks like a change.
 */
export class LogReader {
  private readonly table: CommitTable
  private readonly look: LookAtMessage | undefined
  private readonly held = new Bytes()
  /** Bytes of what is held that were looked through for the end of a part. */
  private seen = 0
  private commit = -1
  private beside: Beside | undefined
  private readonly changes = new Numbers()
  private pathFollows = false
  private readonly stored: Stored = {
    author: 0,
    committer: 0,
    authorAt: 0,
    committerAt: 0,
    signed: false,
    parents: 0,
    subject: 0,
  }

  /** @param look - Looks through the message of each; nobody does without it. */
  constructor(table: CommitTable, look?: LookAtMessage) {
    this.table = table
    this.look = look
  }

  /** @throws {CannotRun} Where it is not what git prints. */
  read(chunk: Buffer): void {
    this.held.append(chunk)
    const bytes = this.held.kept()
    let from = 0
    let to = bytes.indexOf(0, this.seen)
    for (; to >= 0; to = bytes.indexOf(0, from)) {
      this.part(bytes, from, to)
      from = to + 1
    }
    this.held.drop(from)
    this.seen = this.held.length
  }

  end(): void {
    if (this.held.length > 0) this.part(this.held.kept(), 0, this.held.length)
    this.finish()
  }

  private part(bytes: Buffer, from: number, to: number): void {
    if (this.pathFollows) {
      this.changes.push(this.table.paths.of(bytes.toString('latin1', from, to)))
      this.pathFollows = false
    } else if (from === to) {
      return
    } else if (bytes[from] === colon) {
      this.line(bytes, from)
    } else {
      this.finish()
      const end = bytes.lastIndexOf(lineFeed, to - 1) + 1
      this.header(bytes, from, Math.max(end, from))
      if (end < to) this.line(bytes, end)
    }
  }

  private finish(): void {
    if (this.commit >= 0) this.table.finish(this.commit, this.changes, this.beside)
    this.commit = -1
    this.changes.length = 0
  }

  /** `:100644 100644 <before> <after> M`. Each change is kept with its path last. */
  private line(bytes: Buffer, at: number): void {
    const {blobs, ids} = this.table
    this.changes.push(isFile(bytes, at + 1) ? blobs.of(bytes, at + 15, ids.digits) : -1)
    const after = at + 16 + ids.digits
    this.changes.push(isFile(bytes, at + 8) ? blobs.of(bytes, after, ids.digits) : -1)
    this.pathFollows = true
  }

  /** @param to - Behind the last line of the message. */
  private header(bytes: Buffer, from: number, to: number): void {
    const {table, stored} = this
    const at = bytes.indexOf(lineFeed, from) + 1
    if (!startsWith(bytes, from, 'commit ') || at === 0 || at > to)
      throw new CannotRun(
        'Unexpected answer of `git log`, expected a commit',
        'Check the repository with `git fsck`',
      )
    this.commit = table.ids.of(bytes, from + 7, at - from - 8)
    this.beside = undefined
    if (table.isWhole(this.commit)) return
    stored.parents = table.parents.length
    stored.subject = table.subjects.length
    const message = readHeader(table, bytes, at, to, stored)
    this.beside = this.readMessage(bytes, message, to)
    table.put(this.commit, stored)
  }

  /** @param from - The empty line above it. */
  private readMessage(bytes: Buffer, from: number, to: number): Beside | undefined {
    const {table, commit} = this
    const coAuthors = coAuthorsIn(bytes, from, to)
    const seen = this.look?.(bytes.toString('latin1', from + 1, to), () => table.ids.name(commit))
    if (seen === undefined) putSubject(table.subjects, bytes, from, to)
    else table.subjects.append(Buffer.from(seen.subject))
    if (coAuthors.length === 0 && seen === undefined) return undefined
    return {
      ...(coAuthors.length === 0 ? {} : {coAuthors}),
      ...(seen === undefined ? {} : {hits: seen.hits}),
    }
  }
}

function isFile(bytes: Uint8Array, mode: number): boolean {
  return startsWith(bytes, mode, '100')
}
