import {expect, test} from 'vitest'
import {objectsNamed} from '../../../src/load/git/ancestry.ts'
import {openRepository} from '../../../src/load/git/repository.ts'
import {meeting, Scratch} from './scratch.ts'

test('a name with a line break is no object, and shifts no other answer', async () => {
  const scratch = new Scratch()
  scratch.write('a.yaml', meeting('a'))
  scratch.git('add', '--all')
  const tree = scratch.git('write-tree').trim()
  const repository = await openRepository(scratch.root)
  if (repository.status === 'none') throw new Error('Unexpected folder without git')
  expect(
    await objectsNamed(repository, [`${tree}:x\ny`, tree, 'absent', `${tree}:a.yaml`]),
  ).toEqual([null, {hash: tree, type: 'tree'}, null, expect.objectContaining({type: 'blob'})])
})
