import {spawnSync} from 'node:child_process'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {CannotRun} from '../../src/model/diagnostic.ts'
import {compareRevisions, rangeOf, type CompareOptions} from '../../src/pipeline/diff.ts'
import {told} from '../helpers/diff.ts'
import {commitAll, folderOf, smallest} from '../helpers/run-cinch.ts'

const folders: string[] = []
afterAll(() => {
  for (const it of folders) rmSync(it, {recursive: true, force: true})
})

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files)
  folders.push(folder)
  commitAll(folder, 'First')
  return folder
}

function write(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, file), text)
}

function git(folder: string, ...args: string[]): void {
  const {status, stderr} = spawnSync('git', args, {cwd: folder, encoding: 'utf8'})
  if (status !== 0) throw new Error(stderr)
}

const measure = (cycle: string) => `kind: Measure
id: a1c
title: Glycemic control
steward: NCQA
domain: outcome
direction: higher
targets: [{from: 2026-01-01, to: 2026-12-31, value: ${cycle}}]
`

const compare = (root: string, range: string, rest: Partial<CompareOptions> = {}) =>
  compareRevisions({
    root,
    range: rangeOf(range, false),
    overlays: [],
    asOf: '2026-06-30',
    toolVersion: '0.0.0',
    ...rest,
  })

test.each([
  ['v1..v2', {from: 'v1', to: 'v2', parted: false}],
  ['main...HEAD', {from: 'main', to: 'HEAD', parted: true}],
  ['v1..', {from: 'v1', to: 'HEAD', parted: false}],
  ['v1', {from: 'v1', to: 'HEAD', parted: false}],
  ['release/1.2..HEAD~1', {from: 'release/1.2', to: 'HEAD~1', parted: false}],
])('%s', (text, expected) => {
  expect(rangeOf(text, false)).toEqual(expected)
})

test.each(['', '..', '...HEAD', '..v2'])(
  'a range without a first revision, as an unset variable leaves it, is refused: %j',
  (text) => {
    expect(() => rangeOf(text, false)).toThrow('without a first revision')
    expect(() => rangeOf(text, true)).toThrow(CannotRun)
  },
)

test('with the working tree the second revision may not be named', () => {
  expect(rangeOf('v1..', true)).toEqual({from: 'v1', to: 'worktree', parted: false})
  expect(() => rangeOf('v1..v2', true)).toThrow(CannotRun)
})

test('two commits, the working tree, and where two branches parted', async () => {
  const root = repository({...smallest, 'measure.yaml': measure('0.7')})
  git(root, 'branch', 'other')
  write(root, 'measure.yaml', measure('0.75'))
  commitAll(root, 'Second')
  write(root, 'measure.yaml', measure('0.8'))
  const raised = (from: string, to: string) => [
    `strengthened: Target of Glycemic control raised from ${from} to ${to} (2026)`,
  ]
  const committed = await compare(root, 'HEAD~1')
  expect(told(committed.changes)).toEqual(raised('0.7', '0.75'))
  expect(committed.from.commit).toMatch(/^[0-9a-f]{40}$/)
  expect(committed.results).toEqual([])
  const working = await compare(root, 'HEAD', {range: rangeOf('HEAD', true)})
  expect(told(working.changes)).toEqual(raised('0.75', '0.8'))
  expect(working.to.commit).toBeNull()

  git(root, 'checkout', '-q', '-f', 'other')
  write(root, 'network.yaml', `${smallest['network.yaml']}sponsor: physicians\n`)
  commitAll(root, 'Aside')
  // Between the tips the target goes down again; since they parted it did not move.
  expect((await compare(root, 'main..other')).changes).toHaveLength(2)
  expect(told((await compare(root, 'main...other')).changes)).toEqual([
    'unclassified: Network Small Network, LLC: sponsor: nothing -> physicians',
  ])
})

test('tests that come out otherwise name the changed records that they rest on', async () => {
  const root = repository(smallest)
  const stated = `entityForm: limitedLiabilityCompany
sponsor: physicians
owners: [{name: Members, class: physicians, share: 1}]
`
  write(root, 'network.yaml', `${smallest['network.yaml']}${stated}`)
  commitAll(root, 'Owners')
  const {results} = await compare(root, 'HEAD~1..HEAD')
  expect(results).toContainEqual(
    expect.objectContaining({rule: 'A1', after: 'supported', because: ['Network/small']}),
  )
})

const policy = `formatVersion: 1
approvals: [{kind: Measure, quorum: [{role: officer, count: 1}]}]
`

test('an approval that a policy asks for is missing on the second side', async () => {
  const root = repository({
    ...smallest,
    'cinch.yaml': policy,
    'measure.yaml': measure('0.7'),
  })
  write(root, 'measure.yaml', measure('0.6'))
  commitAll(root, 'Lower')
  const {approvals, changes} = await compare(root, 'HEAD~1')
  expect(told(changes)).toEqual([
    'weakened: Target of Glycemic control lowered from 0.7 to 0.6 (2026)',
  ])
  expect(approvals).toMatchObject([
    {kind: 'Measure', id: 'a1c', before: 'missing', after: 'missing'},
  ])
})

test('taking the policy away weakens', async () => {
  const root = repository({...smallest, 'cinch.yaml': policy})
  write(root, 'cinch.yaml', smallest['cinch.yaml'])
  commitAll(root, 'No policy')
  const {changes} = await compare(root, 'HEAD~1')
  expect(changes.map((it) => `${it.class} ${it.kind} ${it.field}`)).toEqual([
    'weakened CinchConfig approvals[]',
  ])
})

test('an overlay is compared over a range of its own history, and keeps its class', async () => {
  const root = repository(smallest)
  write(root, 'network.yaml', `${smallest['network.yaml']}sponsor: physicians\n`)
  commitAll(root, 'Second')
  const folder = repository({
    'cinch.yaml': 'formatVersion: 1\nclass: privileged\n',
    'hold.yaml': 'kind: Measure\nid: b\ntitle: B\nsteward: S\ndomain: cost\n',
  })
  git(folder, 'tag', 'start')
  write(folder, 'hold.yaml', 'kind: Measure\nid: b\ntitle: C\nsteward: S\ndomain: cost\n')
  commitAll(folder, 'Second')
  const {changes} = await compare(root, 'HEAD~1', {
    overlays: [{folder, range: rangeOf('start', false)}],
  })
  expect(changes.map((it) => [it.root, it.kind, it.confidentiality, it.location?.root])).toEqual([
    ['main', 'Network', 'network', undefined],
    ['overlay-1', 'Measure', 'privileged', 'overlay-1'],
  ])
})

test('a record that is in error on one side is unknown, not removed', async () => {
  const root = repository({...smallest, 'measure.yaml': measure('0.7')})
  write(root, 'measure.yaml', measure('high'))
  commitAll(root, 'Broken')
  expect(told((await compare(root, 'HEAD~1')).changes)).toEqual([
    'unclassified: What changed is unknown, because the record cannot be read on the second side: Measure a1c in measure.yaml',
  ])
})

test('a record in a file that is no YAML on one side is unknown, not removed', async () => {
  const root = repository({...smallest, 'measure.yaml': measure('0.7')})
  write(root, 'measure.yaml', `${measure('0.7')}  stray: 1\n`)
  commitAll(root, 'Broken')
  const {changes} = await compare(root, 'HEAD~1')
  expect(changes.map((it) => `${it.class} ${it.action} ${it.kind}/${it.id}`)).toContain(
    'unclassified unread Measure/a1c',
  )
  expect(changes.filter(({action}) => action === 'removed')).toEqual([])
})

test('a side that cannot be read is no comparison', async () => {
  const root = repository(smallest)
  await expect(compare(root, 'nowhere..HEAD')).rejects.toThrow(CannotRun)
  await expect(compare(root, '--help..HEAD')).rejects.toThrow(CannotRun)
  await expect(compare(folderOf(smallest), 'HEAD')).rejects.toThrow(CannotRun)
})

test('branches without a commit in common have no place where they parted', async () => {
  const root = repository(smallest)
  git(root, 'checkout', '-q', '--orphan', 'alone')
  commitAll(root, 'Alone')
  await expect(compare(root, 'main...alone')).rejects.toThrow('a commit in common')
})
