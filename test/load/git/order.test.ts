import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {CommitTable} from '../../../src/load/git/commit-table.ts'
import {Numbers} from '../../../src/load/git/numbers.ts'
import {oldestFirst} from '../../../src/load/git/order.ts'

interface MadeCommit {
  readonly hash: string
  readonly parents: readonly string[]
  readonly at: number
}

/** Commit `n` with some of those before it as parents; a date says nothing of that order. */
const graphs = fc
  .array(fc.tuple(fc.array(fc.nat(), {maxLength: 3}), fc.nat({max: 6}), fc.nat({max: 255})), {
    minLength: 1,
    maxLength: 14,
  })
  .map((made) => {
    const hashes = made.map(([, , byte], n) =>
      [byte, n]
        .map((it) => it.toString(16).padStart(2, '0'))
        .join('')
        .padEnd(40, '0'),
    )
    return made.map(([parents, at], n): MadeCommit => {
      const of = n === 0 ? [] : [...new Set(parents.map((it) => hashes[it % n] ?? ''))]
      return {hash: hashes[n] ?? '', parents: of, at}
    })
  })

function tableOf(commits: readonly MadeCommit[]): CommitTable {
  const table = new CommitTable()
  const person = table.people.of('A <a@x.example>')
  for (const {hash, parents, at} of commits) {
    const number = table.ids.of(Buffer.from(hash), 0, hash.length)
    const who = {author: person, committer: person, signed: false}
    const stored = {
      ...who,
      authorAt: at,
      committerAt: at,
      parents: table.parents.length,
      subject: 0,
    }
    for (const it of parents) table.parents.push(table.ids.of(Buffer.from(it), 0, it.length))
    table.put(number, stored)
    table.finish(number, new Numbers())
  }
  return table
}

/** The order by its definition, found by looking at all that is left in each step. */
function plainOrder(commits: readonly MadeCommit[], head: string): readonly string[] {
  const byHash = new Map(commits.map((it) => [it.hash, it]))
  const reached = new Set([head])
  for (const it of reached) for (const parent of byHash.get(it)?.parents ?? []) reached.add(parent)
  const ordered: string[] = []
  while (ordered.length < reached.size) {
    const ready = commits.filter(
      ({hash, parents}) =>
        reached.has(hash) && !ordered.includes(hash) && parents.every((it) => ordered.includes(it)),
    )
    const [next] = ready.sort((a, b) => a.at - b.at || (a.hash < b.hash ? -1 : 1))
    ordered.push(next?.hash ?? '')
  }
  return ordered
}

test('commits that come in any order stand in one that depends on nothing else', () => {
  let extended = 0
  fc.assert(
    fc.property(graphs, fc.array(fc.nat(), {minLength: 14, maxLength: 14}), (all, shuffle) => {
      const shuffled = all
        .map((it, index) => ({it, key: shuffle[index] ?? 0}))
        .sort((a, b) => a.key - b.key)
        .map(({it}) => it)
      for (const commits of [all, all.toReversed(), shuffled]) {
        const table = tableOf(commits)
        expect([table.size, table.missing]).toEqual([all.length, 0])
        const parents = new Set(all.flatMap((it) => it.parents))
        expect([...table.tips()].toSorted()).toEqual(
          all.flatMap(({hash}) => (parents.has(hash) ? [] : [hash])).toSorted(),
        )
        for (const {hash} of all) {
          const named = (base?: Int32Array) =>
            Array.from(oldestFirst(table, table.ids.find(hash), base), (it) => table.ids.name(it))
          const expected = plainOrder(all, hash)
          expect(named()).toEqual(expected)
          for (const {hash: other} of all) {
            const base = oldestFirst(table, table.ids.find(other))
            expect(named(base)).toEqual(expected)
            const kept = expected.slice(0, base.length)
            if (kept.length < expected.length && kept.at(-1) === other) extended += 1
          }
        }
      }
    }),
    {numRuns: 100},
  )
  expect(extended).toBeGreaterThan(50)
})
