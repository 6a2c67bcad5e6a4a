import type {ScanHit} from '../../model/source.ts'
import type {Commit} from '../../model/trail.ts'
import {decodeText} from './bytes.ts'
import type {Header} from './commit-header.ts'
import {Ids} from './ids.ts'
import {Bytes, Numbers} from './numbers.ts'
import {pathsOf, peopleOf, type Numbered, type Person} from './people.ts'

/** What only few commits have. */
export interface Beside {
  readonly coAuthors?: readonly string[]
  /** What may not be kept, in the message. */
  readonly hits?: readonly ScanHit[]
}

/** What a commit says of itself; its parents, and the bytes of its subject, were put last. */
export interface Stored extends Header {
  /** Where its parents start among those of all, and its subject. */
  parents: number
  subject: number
}

/** All that a table holds, as it is kept from one run to the next. */
export interface TableColumns {
  /** Of the name of an object. */
  readonly digits: number
  readonly times: Float64Array
  readonly ids: Uint32Array
  readonly blobs: Uint32Array
  readonly rows: Int32Array
  readonly parents: Int32Array
  readonly changes: Int32Array
  readonly subjects: Buffer
  readonly people: readonly Person[]
  readonly paths: readonly string[]
  readonly beside: readonly (readonly [commit: number, Beside])[]
}

/** Numbers in a row. Places from and to, among the parents, changes and subjects of all. */
const width = 9
const [state, author, committer, parents, parentsTo, changes, changesTo, subject, subjectTo] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const
/** In {@link state}: the whole commit is there; it carries a signature. */
const [whole, signed] = [1, 2] as const

/**
 * Commits and what they changed, in columns of numbers: a long history is read without an object
 * for each commit. One has a number from when its name is first met, as its own or as a parent's;
 * people, paths and blobs have numbers of their own.
 */
export class CommitTable {
  readonly ids: Ids
  readonly blobs: Ids
  readonly people: Numbered<Person>
  readonly paths: Numbered<string>
  readonly beside: Map<number, Beside>
  readonly parents: Numbers
  readonly subjects: Bytes
  /** Three numbers each: blob before, blob after, path; -1 where there is no regular file. */
  readonly changes: Numbers
  private readonly rows: Numbers
  private times: Float64Array
  private added = 0

  constructor(kept?: TableColumns) {
    this.ids = new Ids(kept?.ids, kept?.digits)
    this.blobs = new Ids(kept?.blobs, kept?.digits)
    this.people = peopleOf(kept?.people)
    this.paths = pathsOf(kept?.paths)
    this.beside = new Map(kept?.beside)
    this.parents = new Numbers(kept?.parents)
    this.subjects = new Bytes(kept?.subjects)
    this.changes = new Numbers(kept?.changes)
    this.rows = new Numbers(kept?.rows)
    this.times = kept?.times ?? new Float64Array(0)
    for (let at = state; at < this.rows.length; at += width) this.added += this.rows.get(at) & whole
  }

  kept(): TableColumns {
    return {
      digits: this.ids.digits,
      times: this.times.subarray(0, (2 * this.rows.length) / width),
      ids: this.ids.kept(),
      blobs: this.blobs.kept(),
      rows: this.rows.kept(),
      parents: this.parents.kept(),
      changes: this.changes.kept(),
      subjects: this.subjects.kept(),
      people: this.people.all,
      paths: this.paths.all,
      beside: [...this.beside],
    }
  }

  /** Commits that are there whole. */
  get size(): number {
    return this.added
  }

  /** How many should be there besides: named as a parent, or asked for. */
  get missing(): number {
    return this.ids.size - this.added
  }

  has(hash: string): boolean {
    return this.isWhole(this.ids.find(hash))
  }

  isWhole(commit: number): boolean {
    return (this.of(commit, state) & whole) !== 0
  }

  /** Hashes of commits that are no other's parent. */
  tips(): readonly string[] {
    const leads = new Uint8Array(this.ids.size)
    for (const parent of this.parents.kept()) leads[parent] = 1
    const tips: string[] = []
    leads.forEach((it, commit) => {
      if (it === 0 && this.isWhole(commit)) tips.push(this.ids.name(commit))
    })
    return tips
  }

  /** Counts as missing until it comes. */
  expect(hash: string): void {
    this.ids.of(Buffer.from(hash, 'latin1'), 0, hash.length)
  }

  /** It is not there before {@link finish}; what was put of it before is forgotten. */
  put(commit: number, stored: Stored): void {
    const {rows, times} = this
    const row = commit * width
    rows.reach(row + width)
    if (2 * commit + 1 >= times.length) {
      this.times = new Float64Array(Math.max(1024, 4 * commit + 2))
      this.times.set(times)
    }
    rows.set(row + state, stored.signed ? signed : 0)
    rows.set(row + author, stored.author)
    rows.set(row + committer, stored.committer)
    rows.set(row + parents, stored.parents)
    rows.set(row + parentsTo, this.parents.length)
    rows.set(row + subject, stored.subject)
    rows.set(row + subjectTo, this.subjects.length)
    this.times[2 * commit] = stored.authorAt
    this.times[2 * commit + 1] = stored.committerAt
  }

  /** @param changed - As in {@link changes}. Nothing where the commit is there already. */
  finish(commit: number, changed: Numbers, beside?: Beside): void {
    if (this.isWhole(commit)) return
    const row = commit * width
    this.rows.set(row + changes, this.changes.length)
    for (let it = 0; it < changed.length; it += 1) this.changes.push(changed.get(it))
    this.rows.set(row + changesTo, this.changes.length)
    this.rows.set(row + state, this.rows.get(row + state) | whole)
    if (beside !== undefined) this.beside.set(commit, beside)
    this.added += 1
  }

  /** Seconds, as the committer said. */
  committedAt(commit: number): number {
    return this.times[2 * commit + 1] ?? 0
  }

  /** Places in {@link parents}, the first parent first. */
  parentsFrom(commit: number): number {
    return this.of(commit, parents)
  }

  parentsTo(commit: number): number {
    return this.of(commit, parentsTo)
  }

  /** Places in {@link changes}, every third is the first of a change. */
  changesFrom(commit: number): number {
    return this.of(commit, changes)
  }

  changesTo(commit: number): number {
    return this.of(commit, changesTo)
  }

  /** The commit with its texts, made anew. */
  commit(commit: number): Commit {
    const {beside, ids} = this
    const by = this.person(this.of(commit, author), this.times[2 * commit] ?? 0)
    const isOne =
      this.of(commit, author) === this.of(commit, committer) && by.at === this.committedAt(commit)
    const {coAuthors} = (beside.size === 0 ? undefined : beside.get(commit)) ?? {}
    return {
      hash: ids.name(commit),
      parents: this.parentsOf(commit),
      author: by,
      committer: isOne ? by : this.person(this.of(commit, committer), this.committedAt(commit)),
      subject: decodeText(this.subjects.text(this.of(commit, subject), this.of(commit, subjectTo))),
      ...(coAuthors === undefined ? {} : {coAuthors}),
      signature: (this.of(commit, state) & signed) === 0 ? 'none' : 'unchecked',
    }
  }

  private parentsOf(commit: number): readonly string[] {
    const [from, to] = [this.of(commit, parents), this.of(commit, parentsTo)]
    // Most have one, and an array that grows takes room for many.
    if (to - from === 1) return [this.ids.name(this.parents.get(from))]
    return Array.from({length: to - from}, (_, at) => this.ids.name(this.parents.get(from + at)))
  }

  private person(number: number, at: number): Commit['author'] {
    const [name, email] = this.people.all[number] ?? ['', '']
    return {name, email, at}
  }

  private of(commit: number, column: number): number {
    return this.rows.get(commit * width + column)
  }
}
