import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {holdNorthgate, type Judged} from './changed-northgate.ts'
import {expectExactly} from './judge-changes.ts'
import type {Change} from './changes/change.ts'

/** One test for each change of a list. */
export function testChanges(changes: readonly Change[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-changes-'))
  afterAll(() => rmSync(folder, {recursive: true, force: true}))
  let held: Awaited<ReturnType<typeof holdNorthgate>>
  let before: Judged
  beforeAll(async () => {
    const root = join(folder, 'replayed')
    await replay('examples/northgate', root)
    held = await holdNorthgate(root)
    before = await held.judge([])
  })
  describe('a changed fact changes the tests that look at it, and no other', () => {
    test.each(changes)('$what', async (change) => {
      expectExactly(change, before, await held.judge([change, ...(change.more ?? [])]))
    })
  })
}
