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

  /** Commits in it. */
  get size(): number {
    return this.added
  }

  /** How many commits it should hold besides: named as a parent, or asked for. */
  get missing(): number {
    return this.nodes.size - this.added
  }

  has(hash: string): boolean {
    return this.nodes.get(hash)?.logged !== undefined
  }

  /** Counts as missing until it comes. */
  expect(hash: string): void {
    this.at(hash)
  }

  /** Nothing where the commit is there already. */
  add(logged: LoggedCommit): void {
    const node = this.at(logged.commit.hash)
    if (node.logged !== undefined) return
    node.logged = logged
    this.added += 1
    for (const hash of logged.commit.parents) {
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
    for (const {logged} of this.nodes.values()) if (logged !== undefined) yield logged
  }

  /** Hashes of commits that are no other's parent. */
  tips(): readonly string[] {
    return [...this.nodes].flatMap(([hash, {children}]) => (children.length === 0 ? [hash] : []))
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
    const ready = new Queue(isBefore)
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

function isBefore(one: Node, other: Node): boolean {
  const [a, b] = [one.logged?.commit, other.logged?.commit]
  const [from, to] = [a?.committer.at ?? 0, b?.committer.at ?? 0]
  return from === to ? (a?.hash ?? '') < (b?.hash ?? '') : from < to
}
