import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {CommitGraph} from '../../../src/load/git/graph.ts'
import type {LoggedCommit} from '../../../src/load/git/log.ts'

const at = (seconds: number) => ({name: 'A', email: 'a@x.example', at: seconds})

/** Commit `n` with some of those before it as parents; a date says nothing of that order. */
const graphs = fc
  .array(fc.tuple(fc.array(fc.nat(), {maxLength: 3}), fc.nat({max: 6})), {
    minLength: 1,
    maxLength: 14,
  })
  .map((made) =>
    made.map(([parents, seconds], n): LoggedCommit => {
      const of = n === 0 ? [] : [...new Set(parents.map((it) => `c${it % n}`))]
      const person = at(seconds)
      return {
        commit: {
          hash: `c${n}`,
          parents: of,
          author: person,
          committer: person,
          subject: '',
          signature: 'none',
        },
        changes: [],
      }
    }),
  )

function hashes(logged: readonly LoggedCommit[]): readonly string[] {
  return logged.map(({commit}) => commit.hash)
}

test('commits put behind others in their order stand as if all had come one by one', () => {
  let kept = 0
  fc.assert(
    fc.property(graphs, fc.nat(), (all, from) => {
      const plain = new CommitGraph()
      for (const it of all) plain.add(it)
      const base = plain.oldestFirst(`c${from % all.length}`)
      for (const {commit} of all) {
        const graph = new CommitGraph(base)
        for (const it of all.toReversed()) graph.add(it)
        expect([graph.size, graph.missing]).toEqual([all.length, 0])
        expect([...graph.tips()].toSorted()).toEqual([...plain.tips()].toSorted())
        const ordered = graph.oldestFirst(commit.hash)
        if (ordered.length > base.length && ordered[0] === base[0]) kept += 1
        expect(hashes(ordered)).toEqual(hashes(plain.oldestFirst(commit.hash)))
        expect(hashes([...graph.commits()]).toSorted()).toEqual(hashes(all).toSorted())
      }
    }),
    {numRuns: 300},
  )
  expect(kept).toBeGreaterThan(50)
})
