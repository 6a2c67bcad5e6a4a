import {join} from 'node:path'
import {beforeEach, expect, test, vi} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {gitRuns} from '../../src/load/git/run.ts'
import {open} from '../../src/pipeline/open.ts'
import {openTrail} from '../../src/pipeline/trail.ts'
import {meeting, Scratch, scratchFolder} from '../load/git/scratch.ts'

beforeEach(() => {
  vi.stubEnv('CINCH_NO_CACHE', '1')
  return () => vi.unstubAllEnvs()
})

const asOf = '2026-06-30'

async function runsOf(work: () => Promise<unknown>): Promise<number> {
  const before = gitRuns()
  await work()
  return gitRuns() - before
}

test('a trail starts five git processes where nothing is signed', async () => {
  const made = new Scratch()
  const {root} = made
  made.commit({files: {'cinch.yaml': 'formatVersion: 1\n', 'a.yaml': meeting('a')}})
  made.commit({files: {'b.yaml': meeting('b')}})
  const trail = () => openTrail({root, overlays: [], at: 'HEAD', asOf, history: true, verify: true})
  // HEAD, its tree, its files, the log, the versions of files.
  expect(await runsOf(trail)).toBe(5)
  // Of a commit git is asked once, and for its tree.
  expect(await runsOf(trail)).toBe(3)
  made.commit({files: {'c.yaml': meeting('c')}})
  expect(await runsOf(trail)).toBe(5)
  expect((await trail()).trails[0]).toMatchObject({head: made.git('rev-parse', 'HEAD').trim()})
})

test('an assessment takes one more for seals, and two where keys and signatures are', async () => {
  const root = scratchFolder()
  await replay(join('examples', 'northgate'), root)
  const read = {root, overlays: [], at: 'HEAD', asOf, history: true}
  expect(await runsOf(() => open(read))).toBeLessThanOrEqual(8)
})
