import {mkdirSync, symlinkSync} from 'node:fs'
import {expect, test} from 'vitest'
import {openRepository, resolveRevision} from '../../../src/load/git/repository.ts'
import {meeting, Scratch, scratchFolder} from './scratch.ts'

test('finds the repository from its top, a subfolder and a link to one', async () => {
  const scratch = new Scratch()
  const head = scratch.commit({files: {'gov/records/a.yaml': meeting('a')}})
  expect(await openRepository(scratch.root)).toEqual({
    status: 'complete',
    root: scratch.root,
    top: scratch.root,
    gitDir: `${scratch.root}/.git`,
    prefix: '',
    head,
    grafts: false,
    replaced: 0,
  })
  expect(await openRepository(`${scratch.root}/gov/records`)).toMatchObject({
    top: scratch.root,
    prefix: 'gov/records/',
  })
  const link = `${scratchFolder()}/link`
  symlinkSync(`${scratch.root}/gov`, link)
  expect(await openRepository(link)).toMatchObject({top: scratch.root, prefix: 'gov/'})
})

test('finds a linked work tree, and that it shares a shallow history', async () => {
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': meeting('a')}})
  scratch.commit({files: {'a.yaml': meeting('a', 'present: 2\n')}})
  const folder = scratchFolder()
  scratch.git('worktree', 'add', '--quiet', '--detach', `${folder}/linked`, 'HEAD~1')
  expect(await openRepository(`${folder}/linked`)).toMatchObject({
    status: 'complete',
    top: `${folder}/linked`,
    head: scratch.git('rev-parse', 'HEAD~1').trim(),
  })
  scratch.git('clone', '--quiet', '--depth=1', `file://${scratch.root}`, `${folder}/shallow`)
  const shallow = new Scratch(`${folder}/shallow`)
  shallow.git('worktree', 'add', '--quiet', '--detach', `${folder}/other`)
  expect((await openRepository(`${folder}/other`)).status).toBe('shallow')
})

test('does not take a folder for a repository because it is named like one', async () => {
  const folder = scratchFolder()
  mkdirSync(`${folder}/.git`)
  expect(await openRepository(folder)).toEqual({status: 'none', root: folder})
})

test('names the commit of a branch, a tag, a short hash and a date', async () => {
  const scratch = new Scratch()
  const first = scratch.commit({files: {'a.yaml': meeting('a')}})
  scratch.git('tag', '-a', '-m', 'sealed', 'v1')
  const second = scratch.commit({message: 'two'})
  const revisions = ['main', 'HEAD', 'v1', first.slice(0, 9), 'main~1', 'refs/tags/v1']
  expect(await Promise.all(revisions.map((it) => resolveRevision(scratch.root, it)))).toEqual([
    second,
    second,
    first,
    first,
    first,
    first,
  ])
})

test('says where there is nothing to name', async () => {
  await expect(resolveRevision(scratchFolder(), 'HEAD')).rejects.toThrow(/without a git repository/)
  await expect(resolveRevision(new Scratch().root, 'HEAD')).rejects.toThrow(/revision `HEAD`/)
})
