import {readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import * as fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {replay} from '../../../src/dev/replay.ts'
import {readHistory, readTrail} from '../../../src/load/git/history.ts'
import {openRepository} from '../../../src/load/git/repository.ts'
import {gitRuns} from '../../../src/load/git/run.ts'
import {history, repositoryOf} from './made-history.ts'
import {meeting, Scratch, scratchFolder} from './scratch.ts'

let folder = ''

beforeEach(() => {
  folder = scratchFolder()
  vi.stubEnv('XDG_CACHE_HOME', folder)
  vi.stubEnv('CINCH_NO_CACHE', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** What is read, as JSON: with what earlier runs kept, and without. */
async function withAndWithout(root: string, at = 'HEAD'): Promise<[string, string]> {
  const kept = JSON.stringify(await readTrail({root, rootName: 'main', at}))
  vi.stubEnv('CINCH_NO_CACHE', '1')
  const fresh = JSON.stringify(await readTrail({root, rootName: 'main', at}))
  vi.stubEnv('CINCH_NO_CACHE', '')
  return [kept, fresh]
}

async function expectSame(root: string, at?: string): Promise<void> {
  const [kept, fresh] = await withAndWithout(root, at)
  expect(kept).toBe(fresh)
}

const cacheFiles = () =>
  readdirSync(join(folder, 'cinch'))
    .map((it) => it.replace(/-.*/, ''))
    .toSorted()

test('any history, read up to any commit, in any order, says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.array(fc.nat({max: 13}), {minLength: 1, maxLength: 4}),
      async (made, reads) => {
        const {scratch, hashes} = repositoryOf(made)
        for (const it of reads) await expectSame(scratch.root, hashes[it % hashes.length])
        await expectSame(scratch.root)
        await expectSame(scratch.root)
      },
    ),
    {numRuns: 15},
  )
})

test.each(readdirSync('examples').filter((it) => it !== 'rules'))(
  'the example %s says the same, cold and warm',
  async (name) => {
    const root = join(scratchFolder(), 'replayed')
    await replay(join('examples', name), root)
    await expectSame(root, 'HEAD~1').catch((error: unknown) => {
      // Some examples have one commit.
      expect(error).toMatchObject({name: 'CannotRun'})
      vi.stubEnv('CINCH_NO_CACHE', '')
    })
    await expectSame(root)
    await expectSame(root)
  },
)

describe('a second run', () => {
  const twoCommits = () => {
    const scratch = new Scratch()
    scratch.commit({files: {'a.yaml': meeting('a', 'held: 2024-01-02\n')}})
    scratch.commit({files: {'b.yaml': meeting('b', 'held: 2024-02-02\n')}, message: 'Ümlaut\n\nx'})
    return scratch
  }

  test('reads no file again, and starts no log where nothing was added', async () => {
    const {root} = twoCommits()
    await readTrail({root, rootName: 'main'})
    expect(cacheFiles()).toEqual(['history', 'trail', 'versions'])
    const before = gitRuns()
    await readTrail({root, rootName: 'main'})
    // Whether every file is still there; of HEAD git was asked before.
    expect(gitRuns() - before).toBe(1)
  })

  describe('once the objects have rested', () => {
    const later = () => vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 10_000})
    afterEach(() => {
      vi.useRealTimers()
    })

    async function runsOf(root: string): Promise<number> {
      const before = gitRuns()
      expect(await readTrail({root, rootName: 'main'})).toMatchObject({records: [{}, {}]})
      return gitRuns() - before
    }

    test('starts no process at all', async () => {
      const {root} = twoCommits()
      later()
      await runsOf(root)
      expect(await runsOf(root)).toBe(0)
      await expectSame(root)
    })

    test('looks for the versions of files where objects came or went', async () => {
      const scratch = twoCommits()
      later()
      await runsOf(scratch.root)
      scratch.gitWith({}, ['hash-object', '-w', '--stdin'], 'another')
      expect([await runsOf(scratch.root), await runsOf(scratch.root)]).toEqual([1, 0])
      scratch.git('repack', '-a', '-d', '--quiet')
      expect([await runsOf(scratch.root), await runsOf(scratch.root)]).toEqual([1, 0])
    })

    test('says that a file is missing', async () => {
      const scratch = twoCommits()
      later()
      await runsOf(scratch.root)
      expect(await runsOf(scratch.root)).toBe(0)
      const blob = scratch.git('rev-parse', 'HEAD:a.yaml').trim()
      rmSync(join(scratch.root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
      const [kept, fresh] = await withAndWithout(scratch.root)
      expect(kept).toContain('"status":"partial"')
      expect(kept).toBe(fresh)
    })

    test('looks for them always where objects are borrowed', async () => {
      const lender = twoCommits()
      const own = join(scratchFolder(), 'own')
      lender.git('clone', '--quiet', '--shared', lender.root, own)
      later()
      await runsOf(own)
      expect([await runsOf(own), await runsOf(own)]).toEqual([1, 1])
    })
  })

  test('sees what was added, amended and removed since', async () => {
    const scratch = twoCommits()
    await expectSame(scratch.root)
    scratch.commit({files: {'a.yaml': meeting('a', 'held: 2024-01-03\n')}})
    await expectSame(scratch.root)
    scratch.commit({remove: ['b.yaml']})
    await expectSame(scratch.root)
    scratch.git('reset', '--quiet', '--hard', 'HEAD~3')
    scratch.commit({files: {'c.yaml': meeting('c')}})
    await expectSame(scratch.root)
  })

  test('forgets a branch that the repository has no more', async () => {
    const scratch = twoCommits()
    await expectSame(scratch.root)
    scratch.git('reset', '--quiet', '--hard', 'HEAD~1')
    scratch.commit({files: {'c.yaml': meeting('c')}})
    scratch.git('reflog', 'expire', '--expire=now', '--all')
    scratch.git('-c', 'gc.auto=0', 'gc', '--quiet', '--prune=now')
    await expectSame(scratch.root)
    await expectSame(scratch.root)
  })

  test('says that a file is missing, although it was read once', async () => {
    const scratch = twoCommits()
    await readTrail({root: scratch.root, rootName: 'main'})
    const blob = scratch.git('rev-parse', 'HEAD:a.yaml').trim()
    rmSync(join(scratch.root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    const [kept, fresh] = await withAndWithout(scratch.root)
    expect(kept).toContain('"status":"partial"')
    expect(kept).toBe(fresh)
  })

  test('tells overlays and subfolders of one repository apart', async () => {
    const scratch = twoCommits()
    scratch.commit({
      files: {'sub/c.yaml': meeting('c')},
      name: 'SSN 123-45-6789',
      message: 'It pays 115% of Medicare',
    })
    const read = (rootName: string, root = scratch.root) => readTrail({root, rootName})
    for (const name of ['main', 'overlay-1', 'main']) {
      const trail = await read(name)
      expect(trail).toMatchObject({records: [{root: name}, {root: name}, {root: name}]})
      const hits = trail.status === 'complete' ? (trail.hits ?? []) : []
      expect(hits.map(({location}) => location.root ?? 'main')).toEqual([name, name])
    }
    const sub = join(scratch.root, 'sub')
    for (let run = 0; run < 2; run += 1)
      expect(await read('main', sub)).toMatchObject({records: [{id: 'c', file: 'c.yaml'}]})
    await expectSame(sub)
  })

  test('keeps nothing where a caller brings a parser of its own', async () => {
    const {root} = twoCommits()
    await readTrail({root, rootName: 'main', parse: () => []})
    expect(cacheFiles()).toEqual(['history'])
  })
})

test('a long history is read from both ends, to the same commits', async () => {
  const scratch = new Scratch()
  const commits = 5000
  // One clock runs backwards half of the time; every tenth commit merges one of a branch beside.
  const stream = Array.from({length: commits}, (_, index) => {
    const at = 1_700_000_000 + (index % 2 === 0 ? index : -index)
    const [from, merged] = index % 10 === 9 ? [index - 1, index] : [index, undefined]
    const text = meeting(`m${index % 50}`, `present: ${index}\n`)
    return [
      'commit refs/heads/main',
      `mark :${index + 1}`,
      `committer A <a@x.example> ${at} +0000`,
      'data 1\nx',
      ...(index === 0 ? [] : [`from :${from}`]),
      ...(merged === undefined ? [] : [`merge :${merged}`]),
      `M 100644 inline f${index % 50}.yaml\ndata ${text.length}\n${text}`,
    ].join('\n')
  })
  scratch.gitWith({}, ['fast-import', '--quiet'], `${stream.join('\n')}\n`)
  const repository = await openRepository(scratch.root)
  if (repository.status !== 'complete' || repository.head === null) throw new Error('no commits')
  const before = gitRuns()
  const read = await readHistory(repository, repository.head)
  expect(gitRuns() - before).toBe(2)
  expect(Array.from(read.commits, (it) => it.commit.hash).toSorted()).toEqual(
    scratch.git('rev-list', 'HEAD').trim().split('\n').toSorted(),
  )
  const seen = new Set<string>()
  for (const {commit} of read.commits) {
    expect(commit.parents.every((it) => seen.has(it))).toBe(true)
    seen.add(commit.hash)
  }
  const again = await readHistory(repository, repository.head)
  expect([...again.commits]).toEqual([...read.commits])
})
