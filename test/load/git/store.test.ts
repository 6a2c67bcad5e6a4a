import {symlinkSync} from 'node:fs'
import {expect, test} from 'vitest'
import {gitRuns} from '../../../src/load/git/run.ts'
import {openCommit} from '../../../src/load/git/store.ts'
import {meeting, Scratch, scratchFolder} from './scratch.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

test('reads the files of a commit, not of the working tree', async () => {
  const scratch = new Scratch()
  scratch.commit({
    files: {'b.yaml': 'old', 'a/c.csv': 'x\r\ny\n', 'empty.txt': '', 'B.yaml': 'old'},
  })
  scratch.commit({files: {'b.yaml': 'new'}})
  scratch.write('b.yaml', 'uncommitted')
  const store = await openCommit(scratch.root, 'HEAD~1')
  expect(store.list()).toEqual([
    {path: 'B.yaml', bytes: 3, type: 'file'},
    {path: 'a/c.csv', bytes: 5, type: 'file'},
    {path: 'b.yaml', bytes: 3, type: 'file'},
    {path: 'empty.txt', bytes: 0, type: 'file'},
  ])
  expect(store.list().map(({path}) => text(store.read(path)))).toEqual([
    'old',
    'x\r\ny\n',
    'old',
    '',
  ])
})

test('reads a subfolder only', async () => {
  const scratch = new Scratch()
  scratch.commit({files: {'gov/ü.yaml': 'in', 'gov-not/b.yaml': 'out', 'c.yaml': 'out'}})
  const store = await openCommit(`${scratch.root}/gov`, 'HEAD')
  expect(store.list().map(({path}) => path)).toEqual(['ü.yaml'])
  expect(text(store.read('ü.yaml'))).toBe('in')
  expect(() => store.read('../c.yaml')).toThrow(/no such file/)
})

test('tells links, submodules and names that are no text from files', async () => {
  const scratch = new Scratch()
  symlinkSync('/etc/passwd', `${scratch.root}/link.yaml`)
  const commit = scratch.commit({files: {'run.sh': '#!'}})
  scratch.git('update-index', '--chmod=+x', 'run.sh')
  scratch.git('update-index', '--add', '--cacheinfo', `160000,${commit},module`)
  const blob = scratch.git('rev-parse', 'HEAD:run.sh').trim()
  const entry = Buffer.from(`100644 blob ${blob}\t\xff\0`, 'latin1')
  const tree = scratch.gitWith({}, ['mktree', '-z'], entry).trim()
  scratch.git('read-tree', '--prefix=raw/', tree)
  scratch.git('commit', '--quiet', '-m', 'odd')
  const store = await openCommit(scratch.root, 'HEAD')
  expect(store.list()).toEqual([
    {path: 'link.yaml', bytes: 11, type: 'symlink'},
    {path: 'module', bytes: 0, type: 'submodule'},
    {path: 'raw/\\xff', bytes: 2, type: 'other'},
    {path: 'run.sh', bytes: 2, type: 'file'},
  ])
  for (const path of ['link.yaml', 'module', 'raw/\\xff', 'nowhere'])
    expect(() => store.read(path)).toThrow(/no such file/)
})

test('starts three processes, and one more for each file over 8 MiB', async () => {
  const scratch = new Scratch()
  const large = Buffer.alloc(9 * 1024 * 1024, 'x\n')
  const files = {'large.csv': large, 'a.yaml': meeting('a'), 'b.yaml': meeting('a')}
  scratch.commit({files})
  const before = gitRuns()
  const store = await openCommit(scratch.root, 'HEAD')
  expect(store.read('a.yaml')).toEqual(store.read('b.yaml'))
  expect(gitRuns() - before).toBe(3)
  expect(large.equals(store.read('large.csv'))).toBe(true)
  expect(gitRuns() - before).toBe(4)
})

test('reads thousands of files of every size', async () => {
  const scratch = new Scratch()
  const files = Object.fromEntries(
    Array.from({length: 3000}, (_, index) => [`${index}.txt`, `${index}\n`.repeat(index % 700)]),
  )
  scratch.commit({files})
  const store = await openCommit(scratch.root, 'HEAD')
  expect(store.list()).toHaveLength(3000)
  expect(store.list().filter(({path}) => text(store.read(path)) !== files[path])).toEqual([])
})

test('says where there is no commit to read', async () => {
  await expect(openCommit(scratchFolder(), 'HEAD')).rejects.toThrow(/outside any git repository/)
  await expect(openCommit(new Scratch().root, 'HEAD')).rejects.toThrow(/revision `HEAD`/)
})
