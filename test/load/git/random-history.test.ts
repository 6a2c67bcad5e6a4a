import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {readTrail} from '../../../src/load/git/history.ts'
import {files, history, ids, repositoryOf, type Made} from './made-history.ts'

function holds({tree}: Made, id: string): boolean {
  return Object.values(tree).some((it) => it[id] !== undefined)
}

test('agrees with the trees, and with git, on where each record was first and is now', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const {scratch, hashes} = repositoryOf(made)
      const trail = await readTrail({root: scratch.root, rootName: 'main'})
      if (trail.status !== 'complete') throw new Error(trail.reason)

      const order = trail.commits.map(({hash}) => hash)
      expect(order.toSorted()).toEqual(
        scratch.git('rev-list', 'HEAD').trim().split('\n').toSorted(),
      )
      for (const [index, {hash, parents}] of trail.commits.entries()) {
        expect(parents).toEqual(made[hashes.indexOf(hash)]?.parents.map((it) => hashes[it]))
        expect(parents.every((it) => order.indexOf(it) < index)).toBe(true)
      }
      const ever = order.map((it) => made[hashes.indexOf(it)]).filter((it) => it !== undefined)
      expect(trail.records.map(({id}) => id)).toEqual(
        ids.filter((id) => ever.some((it) => holds(it, id))),
      )
      const last = made.at(-1)
      for (const {id, first, file, changes} of trail.records) {
        expect(first.hash).toBe(order[ever.findIndex((it) => holds(it, id))])
        const now = files.filter((it) => last?.tree[it]?.[id] !== undefined)
        if (now.length > 0) expect(file).toBe(now[0])
        // Git's own search for commits that change how often a text occurs.
        if (made.every(({parents}) => parents.length < 2)) {
          const added = scratch.git('log', '--format=%H', `-Sid: ${id}`)
          expect(added.split('\n')).toContain(first.hash)
        }
        // Every commit that has one parent and another version than it is a change.
        const changed = new Set(changes.map(({commit}) => commit.hash))
        for (const [index, {parents, tree}] of made.entries()) {
          if (parents.length > 1 || !order.includes(hashes[index] ?? '')) continue
          const [a, b] = [made[parents[0] ?? -1]?.tree ?? {}, tree].map((it) =>
            JSON.stringify(files.map((name) => it[name]?.[id])),
          )
          expect(changed.has(hashes[index] ?? '')).toBe(a !== b)
        }
      }
    }),
    {numRuns: 20},
  )
})
