import {execFileSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {openCommit} from '../../src/load/git/store.ts'
import {loadSources} from '../../src/load/load.ts'
import {folderOf} from './folder.ts'

test('a commit reads as the working tree that it was made of', async () => {
  const root = folderOf({
    'cinch.yaml': 'formatVersion: 1\nignore: [{glob: README.md, reason: For people}]\n',
    'README.md': 'About 115% of Medicare',
    'records/a.yaml': 'kind: Network\nid: 01\n---\nkind: Person\nid: p-1\n',
    'records/é.yaml': 'kind: Person\nid: p-2\n',
    'tables/t.csv': `mrn,n\n${'1,2\n'.repeat(1000)}`,
    'exhibits/e.pdf': '%PDF-1.7\n\u0000',
    'stray.txt': '219-09-9999',
  })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {cwd: root})
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--no-gpg-sign', '-m', 'First')
  const tree = await loadSources({root, overlays: [], at: 'worktree'})
  const commit = await loadSources({
    root,
    overlays: [],
    at: 'HEAD',
    store: (folder) => openCommit(folder, 'HEAD'),
  })
  // Functions are left out, and locations of records are compared as what they give.
  const plain = (it: typeof tree) => ({
    ...(JSON.parse(JSON.stringify(it)) as object),
    places: it.sources.map((source) => source.locate(['id'])),
  })
  expect(plain(commit)).toEqual(plain(tree))
  expect(tree.hits.map((it) => it.pattern)).toEqual([
    'price-medicare-percent',
    'identifier-ssn',
    'column-identifier',
  ])
  expect(tree.sources).toHaveLength(3)
})
