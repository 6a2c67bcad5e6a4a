import {expect, test} from 'vitest'
import {movesOf, readHistory, readTrail} from '../../../src/load/git/history.ts'
import {openRepository} from '../../../src/load/git/repository.ts'
import {gitRuns} from '../../../src/load/git/run.ts'
import type {RecordTrail, Trail} from '../../../src/model/trail.ts'
import {meeting, Scratch, scratchFolder, type CommitOptions} from './scratch.ts'

async function complete(root: string, at = 'HEAD'): Promise<Extract<Trail, {status: 'complete'}>> {
  const trail = await readTrail({root, rootName: 'main', at})
  if (trail.status !== 'complete') throw new Error(trail.reason)
  return trail
}

/** `id: type file day` of each change, then `label date lag` of each event. */
function shown(record: RecordTrail | undefined): readonly string[] {
  if (record === undefined) return []
  return [
    ...record.changes.map(
      ({type, file, commit}) =>
        `${type} ${file} ${new Date(commit.committer.at * 1000).toISOString().slice(0, 10)}`,
    ),
    ...record.events.map(({label, date, lagDays}) => `${label} ${date} ${lagDays}`),
  ]
}

async function trailOf(root: string, id: string): Promise<readonly string[]> {
  const {records} = await complete(root)
  return shown(records.find((it) => it.id === id))
}

const on = (day: string, files: CommitOptions['files'] = {}, more: CommitOptions = {}) => ({
  files,
  date: `${day}T12:00:00Z`,
  ...more,
})

test('follows one record through its changes', async () => {
  const scratch = new Scratch()
  scratch.commit(on('2024-01-05', {'r.yaml': meeting('jan', 'held: 2024-01-02\n')}))
  scratch.commit(
    on('2024-02-01', {'r.yaml': meeting('jan', 'held: 2024-01-02\nminutesAdopted: 2024-01-30\n')}),
  )
  scratch.commit(
    on('2024-02-02', {
      'r.yaml': `# nothing new\n${meeting('jan', 'held: 2024-01-02\nminutesAdopted: 2024-01-30\n')}`,
    }),
  )
  expect(await trailOf(scratch.root, 'jan')).toEqual([
    'added r.yaml 2024-01-05',
    'changed r.yaml 2024-02-01',
    'held 2024-01-02 3',
    'minutesAdopted 2024-01-30 2',
  ])
})

test.each([
  [
    'One\n\nCo-authored-by: B <b@x.example>\nco-authored-by: C <c@x.example>',
    ['b@x.example', 'c@x.example'],
  ],
  ['One\n\nCo-authored-by: nobody', undefined],
  ['One', undefined],
])('tells whom a message names as authors too: %j', async (message, expected) => {
  const scratch = new Scratch()
  scratch.commit({message})
  const read = async () => (await complete(scratch.root)).commits[0]?.coAuthors
  expect([await read(), await read()]).toEqual([expected, expected])
})

test('tells who committed, with parents and signature', async () => {
  const scratch = new Scratch()
  const first = scratch.commit({
    date: '2024-01-05T09:00:00Z',
    committed: '2024-01-06T09:00:00+02:00',
    message: 'One\ntwo\n\nthree',
  })
  const second = scratch.commit({message: ''.padEnd(3, '\n') + 'four'})
  const signed = `tree ${scratch.git('rev-parse', 'HEAD^{tree}').trim()}\nparent ${second}\nauthor B <b@x.example> 1704445200 +0000\ncommitter B <b@x.example> 1704445200 +0000\ngpgsig -----BEGIN SSH SIGNATURE-----\n abc\n -----END SSH SIGNATURE-----\n\nsigned\n`
  const third = scratch.gitWith({}, ['hash-object', '-t', 'commit', '-w', '--stdin'], signed).trim()
  scratch.git('update-ref', 'HEAD', third)
  const okafor = {name: 'A. Okafor', email: 'okafor@northgate.example'}
  expect((await complete(scratch.root)).commits).toEqual([
    {
      hash: first,
      parents: [],
      author: {...okafor, at: Date.UTC(2024, 0, 5, 9) / 1000},
      committer: {...okafor, at: Date.UTC(2024, 0, 6, 7) / 1000},
      subject: 'One two',
      signature: 'none',
    },
    expect.objectContaining({hash: second, parents: [first], subject: 'four', signature: 'none'}),
    expect.objectContaining({hash: third, parents: [second], signature: 'unchecked'}),
  ])
})

test('finds a record first added in a merge, and does not count what a branch brought', async () => {
  const scratch = new Scratch()
  scratch.commit(on('2024-01-01', {'a.yaml': meeting('a')}))
  scratch.git('checkout', '--quiet', '-b', 'side')
  scratch.commit(on('2024-01-02', {'side.yaml': meeting('side')}))
  scratch.git('checkout', '--quiet', 'main')
  scratch.commit(on('2024-01-03', {'main.yaml': meeting('main')}))
  scratch.commit(on('2024-01-04', {'evil.yaml': meeting('evil')}, {merge: ['side']}))
  expect(await trailOf(scratch.root, 'evil')).toEqual(['added evil.yaml 2024-01-04'])
  expect(await trailOf(scratch.root, 'side')).toEqual(['added side.yaml 2024-01-02'])
  expect(await trailOf(scratch.root, 'main')).toEqual(['added main.yaml 2024-01-03'])
})

test('shows an edit and a reversal made inside a merge', async () => {
  const scratch = new Scratch()
  const old = {'a.yaml': meeting('a', 'present: 1\n'), 'b.yaml': meeting('b', 'present: 1\n')}
  scratch.commit(on('2024-01-01', old))
  scratch.git('checkout', '--quiet', '-b', 'side')
  scratch.commit(on('2024-01-02', {'side.txt': 'x'}))
  scratch.git('checkout', '--quiet', 'main')
  scratch.commit(on('2024-01-03', {'a.yaml': meeting('a', 'present: 2\n')}))
  scratch.commit(
    on(
      '2024-01-04',
      {'a.yaml': old['a.yaml'], 'b.yaml': meeting('b', 'present: 9\n')},
      {merge: ['side']},
    ),
  )
  expect(await trailOf(scratch.root, 'a')).toEqual([
    'added a.yaml 2024-01-01',
    'changed a.yaml 2024-01-03',
    'changed a.yaml 2024-01-04',
  ])
  expect(await trailOf(scratch.root, 'b')).toEqual([
    'added b.yaml 2024-01-01',
    'changed b.yaml 2024-01-04',
  ])
})

test('reads an octopus merge', async () => {
  const scratch = new Scratch()
  scratch.commit(on('2024-01-01'))
  for (const name of ['x', 'y', 'z']) {
    scratch.git('checkout', '--quiet', '-b', name, 'main')
    scratch.commit(on('2024-01-02', {[`${name}.yaml`]: meeting(name)}))
  }
  scratch.git('checkout', '--quiet', 'main')
  scratch.commit(on('2024-01-03', {'m.yaml': meeting('m')}, {merge: ['x', 'y', 'z']}))
  const {records, commits} = await complete(scratch.root)
  expect(commits.at(-1)?.parents).toHaveLength(4)
  expect(records.map((it) => [it.id, ...shown(it)])).toEqual([
    ['m', 'added m.yaml 2024-01-03'],
    ['x', 'added x.yaml 2024-01-02'],
    ['y', 'added y.yaml 2024-01-02'],
    ['z', 'added z.yaml 2024-01-02'],
  ])
})

test('follows a record to another file, alone and out of a shared one', async () => {
  const scratch = new Scratch()
  const [a, b] = [meeting('a', 'held: 2024-01-01\n'), meeting('b', 'held: 2024-01-01\n')]
  scratch.commit(on('2024-01-01', {'all.yaml': `${a}---\n${b}`}))
  scratch.commit(
    on('2024-02-01', {'a.yaml': a, 'b.yaml': `${b}present: 3\n`}, {remove: ['all.yaml']}),
  )
  scratch.commit(on('2024-03-01', {'sub/a.yaml': a}, {remove: ['a.yaml']}))
  const {records} = await complete(scratch.root)
  expect(records.map((it) => [it.file, ...shown(it)])).toEqual([
    [
      'sub/a.yaml',
      'added all.yaml 2024-01-01',
      'moved a.yaml 2024-02-01',
      'moved sub/a.yaml 2024-03-01',
      'held 2024-01-01 0',
    ],
    [
      'b.yaml',
      'added all.yaml 2024-01-01',
      'moved b.yaml 2024-02-01',
      'changed b.yaml 2024-02-01',
      'held 2024-01-01 0',
    ],
  ])
})

test('keeps a removed record, and the first commit when it comes back', async () => {
  const scratch = new Scratch()
  const text = meeting('a', 'held: 2024-01-01\n')
  scratch.commit(on('2024-01-01', {'a.yaml': text}))
  scratch.commit(on('2024-02-01', {}, {remove: ['a.yaml']}))
  expect(await trailOf(scratch.root, 'a')).toEqual([
    'added a.yaml 2024-01-01',
    'removed a.yaml 2024-02-01',
    'held 2024-01-01 0',
  ])
  scratch.commit(on('2024-03-01', {'a.yaml': text}))
  expect(await trailOf(scratch.root, 'a')).toEqual([
    'added a.yaml 2024-01-01',
    'removed a.yaml 2024-02-01',
    'added a.yaml 2024-03-01',
    'held 2024-01-01 0',
  ])
})

test('tells a new element of a list from one that was moved down or filled in', async () => {
  const scratch = new Scratch()
  const steps = (...it: string[]) => ({
    'c.yaml': `kind: CorrectiveAction\nid: c\nsteps:\n${it.join('')}`,
  })
  const coaching = '  - {step: coaching, date: 2024-01-01}\n'
  const filled = '  - {step: coaching, date: 2024-01-01, outcome: met, completed: 2024-02-01}\n'
  const other = '  - {step: warning, date: 2024-01-01}\n'
  scratch.commit(on('2024-01-01', steps(coaching)))
  scratch.commit(on('2024-02-01', steps(other, filled)))
  scratch.commit(on('2024-03-01', steps(other, other, filled)))
  expect((await trailOf(scratch.root, 'c')).slice(3)).toEqual([
    'steps date 2024-01-01 31',
    'steps date 2024-01-01 60',
    'steps date 2024-01-01 0',
    'steps completed 2024-02-01 0',
  ])
})

test('keeps what a version that is no YAML interrupts', async () => {
  const scratch = new Scratch()
  const text = meeting('a', 'held: 2024-01-01\n')
  scratch.commit(on('2024-01-01', {'a.yaml': text}))
  scratch.commit(on('2024-02-01', {'a.yaml': 'kind: [\n'}))
  scratch.commit(on('2024-03-01', {'a.yaml': `${text}present: 4\n`}))
  expect(await trailOf(scratch.root, 'a')).toEqual([
    'added a.yaml 2024-01-01',
    'changed a.yaml 2024-03-01',
    'held 2024-01-01 0',
  ])
})

test('keeps what a version with a broken second document interrupts', async () => {
  const scratch = new Scratch()
  const [a, b] = [meeting('a'), meeting('b')]
  scratch.commit(on('2024-01-01', {'all.yaml': `${a}---\n${b}`}))
  scratch.commit(on('2024-02-01', {'all.yaml': `${a}---\nkind: [\n`}))
  scratch.commit(on('2024-03-01', {'all.yaml': `${a}---\n${b}present: 3\n`}))
  expect(await trailOf(scratch.root, 'b')).toEqual([
    'added all.yaml 2024-01-01',
    'changed all.yaml 2024-03-01',
  ])
})

test('reads hostile records without harm', async () => {
  const scratch = new Scratch()
  const names = 'a,b,c,d,e,f,g,h,i,j,k'.split(',')
  const bomb = names
    .map((it, index) => `${it}: &${it} [${`*${names[index - 1] ?? 'none'},`.repeat(9)}]\n`)
    .join('')
    .replace(/\[\*none.*\]/, '[x]')
  scratch.commit({
    files: {
      'proto.yaml': 'kind: Meeting\nid: __proto__\n__proto__: {polluted: 2024-01-01}\n',
      'bomb.yaml': `kind: Meeting\nid: bomb\n${bomb}`,
      'cycle.yaml': 'kind: Meeting\nid: cycle\nself: &s {self: *s}\n',
      'deep.yaml': `kind: Meeting\nid: deep\nx: ${'['.repeat(20_000)}`,
      // Stops the whole program in the yaml package without guards.
      'dashes.yaml': `kind: Meeting\nid: dashes\nx:\n  ${'- '.repeat(50_000)}`,
      'bytes.yaml': Buffer.from('kind: Meeting\nid: \xff\n', 'latin1'),
      'large.yaml': `kind: Meeting\nid: large\nx: ${'x'.repeat(6 * 1024 * 1024)}\n`,
      'number.yaml': 'kind: Meeting\nid: 7\n',
      'scalar.yaml': 'just text\n',
      'list.yaml': '- kind: Meeting\n  id: list\n',
      'empty.yaml': '',
      'last.yaml': meeting('zz-last'),
    },
  })
  const {records} = await complete(scratch.root)
  expect(records.map(({id}) => id).filter((it) => it !== '__proto__')).toEqual(['zz-last'])
  expect(({} as {polluted?: unknown}).polluted).toBeUndefined()
})

test('reads a subfolder, with paths from it and the commits that touched it', async () => {
  const scratch = new Scratch()
  scratch.commit(on('2024-01-01', {'code.js': 'x', 'other.yaml': meeting('other')}))
  const inside = scratch.commit(on('2024-01-02', {'gov/records/a.yaml': meeting('a')}))
  scratch.commit(on('2024-01-03', {'code.js': 'y', 'gov-not/b.yaml': meeting('b')}))
  const trail = await complete(`${scratch.root}/gov`)
  expect(trail.commits.map(({hash}) => hash)).toEqual([inside])
  expect(trail.records.map(({id, file}) => [id, file])).toEqual([['a', 'records/a.yaml']])
})

test('reads up to the commit asked for', async () => {
  const scratch = new Scratch()
  const first = scratch.commit(on('2024-01-01', {'a.yaml': meeting('a')}))
  scratch.git('tag', 'sealed')
  scratch.commit(on('2024-01-02', {'b.yaml': meeting('b')}))
  scratch.git('checkout', '--quiet', '--detach', 'HEAD')
  expect((await complete(scratch.root)).records).toHaveLength(2)
  const trail = await complete(scratch.root, 'sealed')
  expect([trail.head, trail.records.length]).toEqual([first, 1])
  await expect(complete(scratch.root, '--output=x')).rejects.toThrow(
    /Unexpected revision `--output=x`/,
  )
})

test.each([
  ['none', (): string => scratchFolder()],
  ['empty', (): string => new Scratch().root],
])('says why there is no trail: %s', async (status, make) => {
  const trail = await readTrail({root: make(), rootName: 'overlay-1'})
  expect(trail).toEqual({status, root: 'overlay-1', reason: expect.stringContaining('git commit')})
})

test.each([
  ['shallow', '--depth=1', 'git fetch --unshallow'],
  ['partial', '--filter=blob:none', 'without `--filter`'],
  ['partial', '--filter=tree:0', 'without `--filter`'],
])('says what a %s clone (%s) lacks', async (status, option, advice) => {
  const origin = new Scratch()
  origin.git('config', 'uploadpack.allowFilter', 'true')
  origin.commit(on('2024-01-01', {'a.yaml': meeting('a')}))
  origin.commit(on('2024-01-02', {'a.yaml': meeting('a', 'present: 1\n')}))
  const target = `${scratchFolder()}/clone`
  origin.git('clone', '--quiet', option, `file://${origin.root}`, target)
  const trail = await readTrail({root: target, rootName: 'main'})
  expect(trail).toEqual({status, root: 'main', reason: expect.stringContaining(advice)})
})

test('calls a repository that lost a version of a file partial', async () => {
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': meeting('a')}})
  const blob = scratch.git('rev-parse', 'HEAD:a.yaml').trim()
  const {rmSync} = await import('node:fs')
  rmSync(`${scratch.root}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`)
  expect((await readTrail({root: scratch.root, rootName: 'main'})).status).toBe('partial')
})

test('starts at most four processes', async () => {
  const scratch = new Scratch()
  for (let month = 1; month <= 9; month += 1)
    scratch.commit(on(`2024-0${month}-01`, {[`${month}.yaml`]: meeting(`m${month}`)}))
  const before = gitRuns()
  await complete(scratch.root)
  expect(gitRuns() - before).toBe(3)
  await complete(scratch.root, 'main~2')
  // For the revision, the log and the blobs; of HEAD git was asked before.
  expect(gitRuns() - before).toBe(6)
})

test('puts parents before children where clocks were wrong', async () => {
  const scratch = new Scratch()
  const first = scratch.commit(on('2024-06-01', {'a.yaml': meeting('a')}))
  scratch.git('checkout', '--quiet', '-b', 'side')
  const side = scratch.commit(on('2020-01-01', {'a.yaml': meeting('a', 'present: 1\n')}))
  scratch.git('checkout', '--quiet', 'main')
  const main = scratch.commit(on('2024-05-01', {'b.yaml': meeting('b')}))
  const merge = scratch.commit(on('2019-01-01', {}, {merge: ['side']}))
  const {commits} = await complete(scratch.root)
  const hashes = commits.map(({hash}) => hash)
  expect([hashes[0], hashes.slice(1, 3).toSorted(), hashes[3]]).toEqual([
    first,
    [side, main].toSorted(),
    merge,
  ])
})

test('keeps odd dates, names and messages from doing harm', async () => {
  const scratch = new Scratch()
  const tree = scratch.git('write-tree').trim()
  const at = (author: string, committer: string, message: string, parent = '') => {
    const text = `tree ${tree}\n${parent}author ${author}\ncommitter ${committer}\n\n${message}`
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally']
    return scratch.gitWith({}, args, Buffer.from(text, 'latin1')).trim()
  }
  const first = at('A <a@x> 0 +0000', 'A <a@x> 0 +0000', ':100644 100644 0 0 M\n\0commit x')
  const second = at(
    'Eve\x1b[31m\r\x9b <e> <a@x> 99999999999 +9999',
    'no address',
    '\x1b]0;title\x07\u00e9t\u00e9 \xe2\x80\xaegnp',
    `parent ${first}\n`,
  )
  scratch.git('update-ref', 'refs/heads/main', second)
  const {commits} = await complete(scratch.root)
  expect(commits).toEqual([
    expect.objectContaining({
      committer: {name: 'A', email: 'a@x', at: 0},
      subject: ':100644 100644 0 0 M',
    }),
    expect.objectContaining({
      author: expect.objectContaining({at: 99_999_999_999}),
      committer: {name: '', email: '', at: 0},
    }),
  ])
  // oxlint-disable-next-line no-control-regex -- They are what must not be there.
  expect(JSON.stringify(commits)).not.toMatch(/\\u00(?:0|1|7f|8|9)|[\x00-\x1f\x7f-\x9f\u202e]/)
})

test('tells names apart that no text can show', async () => {
  const scratch = new Scratch()
  const names = [
    'tab\t.yaml',
    'line\nfeed.yaml',
    '"quoted".yaml',
    'ü.yaml',
    'commit abc.yaml',
    ':x.yaml',
  ]
  scratch.commit({files: Object.fromEntries(names.map((it, index) => [it, meeting(`m${index}`)]))})
  const blob = scratch.gitWith({}, ['hash-object', '-w', '--stdin'], 'no: record').trim()
  const entries = ['\xff.yaml', '\xfe.yaml'].map((it) => `100644 blob ${blob}\t${it}\0`).join('')
  const tree = scratch.gitWith({}, ['mktree', '-z'], Buffer.from(entries, 'latin1')).trim()
  scratch.git('read-tree', '--prefix=raw/', tree)
  scratch.git('commit', '--quiet', '-m', 'raw')
  const {records} = await complete(scratch.root)
  expect(records.map(({file}) => file)).toEqual(names)
  const repository = await openRepository(scratch.root)
  if (repository.status === 'none') throw new Error('no repository')
  const {byPath} = await readHistory(repository, repository.head ?? '')
  expect(byPath.paths().slice(-2).toSorted()).toEqual(['raw/\\xfe.yaml', 'raw/\\xff.yaml'])
})

test('pairs files that moved whole', async () => {
  const scratch = new Scratch()
  scratch.commit({files: {'t/a.csv': '1', 't/b.csv': '2', 't/c.csv': '2'}})
  scratch.commit({
    files: {'u/a.csv': '1', 'u/b.csv': '2', 'new.csv': '3'},
    remove: ['t/a.csv', 't/b.csv'],
  })
  const repository = await openRepository(scratch.root)
  if (repository.status === 'none') throw new Error('no repository')
  const {commits} = await readHistory(repository, repository.head ?? '')
  expect(Array.from(commits, movesOf)).toEqual([
    [],
    [
      {from: 't/a.csv', to: 'u/a.csv'},
      {from: 't/b.csv', to: 'u/b.csv'},
    ],
  ])
})
