import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {readTrail} from '../../../src/load/git/history.ts'
import {compareText} from '../../../src/model/location.ts'
import {meeting, Scratch} from './scratch.ts'

/** Version of each record, by file: `{'f1.yaml': {r0: 3}}`. */
type Tree = Readonly<Record<string, Readonly<Record<string, number>>>>

interface Made {
  readonly parents: readonly number[]
  readonly tree: Tree
  readonly at: number
}

const files = ['f0.yaml', 'f1.yaml', 'sub/f2.yaml']
const ids = ['r0', 'r1', 'r2', 'r3']

const edit = fc.record({
  file: fc.constantFrom(...files),
  id: fc.constantFrom(...ids),
  /** 0 removes the record. */
  version: fc.integer({min: 0, max: 2}),
})

/** Each commit names its parents by how far back they are, and how it differs from the first. */
const history = fc
  .array(
    fc.record({
      back: fc.array(fc.integer({min: 1, max: 4}), {minLength: 1, maxLength: 3}),
      edits: fc.array(edit, {maxLength: 3}),
      /** Take the files of another parent where there is one. */
      theirs: fc.subarray(files),
      at: fc.integer({min: 1_700_000_000, max: 1_700_000_050}),
    }),
    {minLength: 2, maxLength: 14},
  )
  .map((steps) => {
    const made: Made[] = []
    for (const {back, edits, theirs, at} of steps) {
      const parents = [...new Set(back.map((it) => made.length - it).filter((it) => it >= 0))]
      const tree: Record<string, Readonly<Record<string, number>>> = {
        ...made[parents[0] ?? -1]?.tree,
      }
      const other = made[parents[1] ?? -1]?.tree
      if (other !== undefined) for (const it of theirs) tree[it] = other[it] ?? {}
      for (const {file, id, version} of edits) {
        const {[id]: _old, ...rest} = tree[file] ?? {}
        tree[file] = version === 0 ? rest : {...rest, [id]: version}
      }
      made.push({parents, tree, at})
    }
    return made
  })

function textOf(records: Readonly<Record<string, number>>): string {
  return Object.entries(records)
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, version]) => meeting(id, `present: ${version}\n`))
    .join('---\n')
}

/** As input of `git fast-import`, whole trees. */
function streamOf(made: readonly Made[]): string {
  return made
    .map(({parents: [from, ...merged], tree, at}, index) =>
      [
        `commit refs/heads/c${index}`,
        `mark :${index + 1}`,
        `committer A <a@x.example> ${at} +0000`,
        'data 1\nx',
        ...(from === undefined ? [] : [`from :${from + 1}`]),
        ...merged.map((it) => `merge :${it + 1}`),
        'deleteall',
        ...Object.entries(tree)
          .filter(([, it]) => Object.keys(it).length > 0)
          .map(([file, it]) => `M 100644 inline ${file}\ndata ${textOf(it).length}\n${textOf(it)}`),
        '',
      ].join('\n'),
    )
    .join('\n')
}

function holds({tree}: Made, id: string): boolean {
  return Object.values(tree).some((it) => it[id] !== undefined)
}

test('agrees with the trees, and with git, on where each record was first and is now', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const scratch = new Scratch()
      scratch.gitWith({}, ['fast-import', '--quiet', '--force'], streamOf(made))
      const tip = `c${made.length - 1}`
      scratch.git('symbolic-ref', 'HEAD', `refs/heads/${tip}`)
      const names = made.map((_, index) => `c${index}`)
      const hashes = scratch
        .git('rev-parse', ...names)
        .trim()
        .split('\n')
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
