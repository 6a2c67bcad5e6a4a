import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {openWorktree} from '../../src/load/worktree.ts'

const edge = 64 * 1024

test.each([0, 1, 1400, edge - 1, edge, edge + 1, 3 * edge])(
  'a file of %i bytes is read whole, whatever was read before it and since it was listed',
  (length) => {
    const folder = mkdtempSync(join(tmpdir(), 'cinch-worktree-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const path = join(folder, 'a')
    const bytes = Buffer.from(Array.from({length}, (_, at) => at % 251))
    writeFileSync(path, bytes)
    writeFileSync(join(folder, 'b'), 'other')
    const store = openWorktree(folder)
    expect(store.list().map((it) => it.bytes)).toEqual([length, 5])
    const [first, other, second] = [store.read('a'), store.read('b'), store.read('a')]
    expect(bytes.equals(first)).toBe(true)
    expect(bytes.equals(second)).toBe(true)
    expect(Buffer.from(other).toString()).toBe('other')
    for (const changed of [bytes.subarray(0, length / 2), Buffer.concat([bytes, bytes])]) {
      writeFileSync(path, changed)
      expect(changed.equals(store.read('a'))).toBe(true)
      expect(changed.equals(openWorktree(folder).read('a'))).toBe(true)
    }
  },
)
