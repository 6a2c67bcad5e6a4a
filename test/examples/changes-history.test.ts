import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {replayChanged} from './changed-history.ts'
import {judgeCommit, type Judged} from './changed-northgate.ts'
import {history} from './changes/history.ts'
import {expectExactly} from './judge-changes.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-history-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const replayed = join(folder, 'replayed')
let before: Judged
beforeAll(async () => {
  await replay('examples/northgate', replayed)
  before = await judgeCommit(replayed)
})

describe('a change of the history changes the tests that look at it, and no other', () => {
  test.each(history.map((change, index) => ({...change, index})))(
    '$what',
    async ({index, ...change}) => {
      const root = join(folder, `changed-${index}`)
      await replayChanged(change, replayed, root)
      expectExactly(change, before, await judgeCommit(root))
    },
  )
})
