import {beforeEach, expect, test, vi} from 'vitest'
import {readHistory, readTrail} from '../../../src/load/git/history.ts'
import {readVersions} from '../../../src/load/git/parse-versions.ts'
import {openRepository} from '../../../src/load/git/repository.ts'
import {verifyTrail} from '../../../src/trail/verify.ts'
import {meeting, Scratch, scratchFolder} from './scratch.ts'

beforeEach(() => {
  vi.stubEnv('XDG_CACHE_HOME', scratchFolder())
  vi.stubEnv('CINCH_NO_CACHE', '')
  return () => vi.unstubAllEnvs()
})

/** Only the whole parser reads what is written with escapes. */
const escaped = (id: string, turn: number) => `${meeting(id)}title: "Turn\\x20${turn}"\n`

async function read(root: string, limit?: number) {
  const repository = await openRepository(root)
  if (repository.status === 'none' || repository.head === null) throw new Error('no commit')
  const {commits} = await readHistory(repository, repository.head)
  const wanted = commits.pathsWhere((it) => it.endsWith('.yaml'))
  const found = await readVersions(repository, commits, wanted, null, limit)
  if (found === 'partial') throw new Error('partial')
  const records: (readonly string[])[] = []
  for (let place = 0; place < commits.length; place += 1)
    commits.eachChange(place, (_path, _before, after) =>
      records.push(Array.from(found.versions[after]?.values() ?? [], ({id}) => id)),
    )
  return {records, unread: found.unread}
}

test('versions that would take the whole parser too long are counted, plain ones are read', async () => {
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': escaped('one', 1), 'b.yaml': escaped('two', 1)}})
  scratch.commit({files: {'a.yaml': escaped('one', 2)}})
  scratch.commit({files: {'a.yaml': meeting('three')}})
  const bytes = Buffer.byteLength(escaped('one', 1))
  const unread = [{file: 'a.yaml', versions: 1, because: 'often'}]
  expect(await read(scratch.root, bytes * 2)).toMatchObject({unread: []})
  const kept = await read(scratch.root, bytes * 2 - 1)
  expect(kept).toEqual({records: [['one'], ['two'], ['one'], ['three']], unread})
  vi.stubEnv('CINCH_NO_CACHE', '1')
  expect(await read(scratch.root, bytes * 2 - 1)).toEqual(kept)
})

test('a version too large to read is told of, cold and warm, and counts as no change', async () => {
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': meeting('one')}})
  scratch.commit({files: {'a.yaml': `${meeting('other')}# ${'-'.repeat(6 * 1024 * 1024)}\n`}})
  for (const turn of ['cold', 'warm']) {
    const trail = await readTrail({root: scratch.root, rootName: 'main'})
    if (trail.status !== 'complete') throw new Error(trail.reason)
    expect([turn, trail.unread]).toEqual([turn, [{file: 'a.yaml', versions: 1, because: 'large'}]])
    expect(trail.records.map(({id}) => id)).toEqual(['one'])
    const findings = verifyTrail(trail, {asOf: '2026-01-01', locate: () => undefined})
    expect(findings.map(({code, location}) => [code, location.file])).toContainEqual([
      'trail/unread',
      'a.yaml',
    ])
  }
})

test('a version without the word `kind` takes its records away, as one that is read', async () => {
  const scratch = new Scratch()
  const never = 'title: No record\nbroken: [\n'
  scratch.commit({files: {'a.yaml': never, 'b.yaml': meeting('one'), 'c.yaml': meeting('two')}})
  scratch.commit({files: {'b.yaml': 'title: Nothing\n', 'c.yaml': `${never}again: [\n`}})
  scratch.commit({files: {'b.yaml': `"k\\x69nd": Meeting\nid: one\n`, 'c.yaml': meeting('two')}})
  const trail = await readTrail({root: scratch.root, rootName: 'main'})
  if (trail.status !== 'complete') throw new Error(trail.reason)
  const changes = trail.records.map(({id, changes: of}) => [id, ...of.map(({type}) => type)])
  // What cannot be read takes nothing away.
  expect(changes).toEqual([
    ['one', 'added', 'removed', 'added'],
    ['two', 'added'],
  ])
})
