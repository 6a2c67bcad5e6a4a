import * as fc from 'fast-check'
import {compareText} from '../../../src/model/location.ts'
import {meeting, Scratch} from './scratch.ts'

/** Version of each record, by file: `{'f1.yaml': {r0: 3}}`. */
type Tree = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface Made {
  readonly parents: readonly number[]
  readonly tree: Tree
  readonly at: number
}

export const files = ['f0.yaml', 'f1.yaml', 'sub/f2.yaml']
export const ids = ['r0', 'r1', 'r2', 'r3']

const edit = fc.record({
  file: fc.constantFrom(...files),
  id: fc.constantFrom(...ids),
  /** 0 removes the record. */
  version: fc.integer({min: 0, max: 2}),
})

/** Each commit names its parents by how far back they are, and how it differs from the first. */
export const history = fc
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

/** A repository with the commits on branches `c0`, `c1` and so on; `HEAD` is the last. */
export function repositoryOf(made: readonly Made[]): {scratch: Scratch; hashes: readonly string[]} {
  const scratch = new Scratch()
  scratch.gitWith({}, ['fast-import', '--quiet', '--force'], streamOf(made))
  scratch.git('symbolic-ref', 'HEAD', `refs/heads/c${made.length - 1}`)
  const names = made.map((_, index) => `c${index}`)
  const hashes = scratch
    .git('rev-parse', ...names)
    .trim()
    .split('\n')
  return {scratch, hashes}
}
