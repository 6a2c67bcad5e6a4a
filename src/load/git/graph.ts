import type {LoggedCommit} from './log.ts'
import {Queue} from './queue.ts'

/** A commit, or the place of one that another names as its parent. */
interface Node {
  logged: LoggedCommit | undefined
  readonly parents: Node[]
  readonly children: Node[]
  /** Of the run of `oldestFirst` that met it last. */
  reachedBy: number
  waitsFor: number
}

/** Commits and what leads to them, put in as they come. */
export class CommitGraph {
  private readonly nodes = new Map<string, Node>()
  private added = 0
  private run = 0
  /** In their order, each an ancestor of the last; no nodes are made of them unless it must be. */
  private base: readonly LoggedCommit[]
  private inBase: ReadonlySet<string>

  /** @param base - What {@link oldestFirst} once said of a commit, whole. */
  constructor(base: readonly LoggedCommit[] = []) {
    this.base = base
    this.inBase = new Set(base.map(({commit}) => commit.hash))
  }

  /** Commits in it. */
  get size(): number {
    return this.base.length + this.added
  }

  /** How many commits it should hold besides: named as a parent, or asked for. */
  get missing(): number {
    return this.nodes.size - this.added
  }

  has(hash: string): boolean {
    return this.inBase.has(hash) || this.nodes.get(hash)?.logged !== undefined
  }

  /** Counts as missing until it comes. */
  expect(hash: string): void {
    if (!this.inBase.has(hash)) this.at(hash)
  }

  /** Nothing where the commit is there already. */
  add(logged: LoggedCommit): void {
    if (this.inBase.has(logged.commit.hash)) return
    const node = this.at(logged.commit.hash)
    if (node.logged !== undefined) return
    node.logged = logged
    this.added += 1
    for (const hash of logged.commit.parents) {
      if (this.inBase.has(hash)) continue
      const parent = this.at(hash)
      node.parents.push(parent)
      parent.children.push(node)
    }
  }

  private at(hash: string): Node {
    const known = this.nodes.get(hash)
    if (known !== undefined) return known
    const node = {logged: undefined, parents: [], children: [], reachedBy: 0, waitsFor: 0}
    this.nodes.set(hash, node)
    return node
  }

  /** All of them, in the order in which they came. */
  *commits(): Generator<LoggedCommit> {
    yield* this.base
    for (const {logged} of this.nodes.values()) if (logged !== undefined) yield logged
  }

  /** Hashes of commits that are no other's parent. */
  tips(): readonly string[] {
    const fresh = [...this.nodes].flatMap(([hash, {children}]) =>
      children.length === 0 ? [hash] : [],
    )
    const last = this.base.at(-1)?.commit.hash
    return last === undefined || this.hasChild(last) ? fresh : [last, ...fresh]
  }

  /**
   * The commits that `head` descends from, itself too: every parent before its children, and of
   * those that may come next the one committed first, then the one with the lesser hash.
   *
   * Git's own order goes by dates alone, and a clock that was wrong puts a child before its parent;
   * commits of one second stand in the order in which git met them. This one depends on the commits
   * and on nothing else.
   */
  oldestFirst(head: string): readonly LoggedCommit[] {
    const last = this.base.at(-1)
    if (last?.commit.hash === head) return this.base
    if (last !== undefined) {
      const added = this.has(head) && !this.inBase.has(head) ? this.orderOf(head) : []
      if (this.goAfterBase(added)) return [...this.base, ...added]
      this.unfold()
    }
    return this.orderOf(head)
  }

  /**
   * Whether commits, in their order, come after all of the base in the order of both: they lead to
   * its last commit, and so to each, and none could go before one of it that may come next.
   */
  private goAfterBase(added: readonly LoggedCommit[]): boolean {
    const last = this.base.at(-1)?.commit.hash ?? ''
    if (!added.some(({commit}) => commit.parents.includes(last))) return false
    let latest = this.base[0]
    for (const it of this.base) if (latest === undefined || isBefore(latest, it)) latest = it
    return added.every((it) => latest !== undefined && isBefore(latest, it))
  }

  private hasChild(hash: string): boolean {
    for (const {logged} of this.nodes.values())
      if (logged?.commit.parents.includes(hash) === true) return true
    return false
  }

  /** Makes nodes of the base, as of commits that come one by one. */
  private unfold(): void {
    const all = [...this.commits()]
    this.base = []
    this.inBase = new Set()
    this.nodes.clear()
    this.added = 0
    for (const it of all) this.add(it)
  }

  private orderOf(head: string): readonly LoggedCommit[] {
    const ready = new Queue<Node>((one, other) => isBefore(one.logged, other.logged))
    this.run += 1
    const reached = [this.at(head)]
    // Grows while it is walked: the commits found so far.
    for (const node of reached) {
      if (node.reachedBy === this.run) continue
      node.reachedBy = this.run
      node.waitsFor = node.parents.length
      if (node.waitsFor === 0) ready.add(node)
      for (const it of node.parents) if (it.reachedBy !== this.run) reached.push(it)
    }
    const ordered: LoggedCommit[] = []
    for (let next = ready.take(); next !== undefined; next = ready.take()) {
      if (next.logged !== undefined) ordered.push(next.logged)
      for (const child of next.children) {
        if (child.reachedBy !== this.run) continue
        child.waitsFor -= 1
        if (child.waitsFor === 0) ready.add(child)
      }
    }
    return ordered
  }
}

function isBefore(one: LoggedCommit | undefined, other: LoggedCommit | undefined): boolean {
  const [a, b] = [one?.commit, other?.commit]
  const [from, to] = [a?.committer.at ?? 0, b?.committer.at ?? 0]
  return from === to ? (a?.hash ?? '') < (b?.hash ?? '') : from < to
}
