import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, expect, onTestFinished, test, vi} from 'vitest'
import {replay, replayUnchecked} from '../../src/dev/replay.ts'
import {withHead} from '../../src/dev/replay-all.ts'
import {readTrail} from '../../src/load/git/history.ts'
import {uncommitted} from '../../src/load/git/uncommitted.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinch-test-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  return folder
}

async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true})
    await writeFile(join(folder, name), text)
  }
}

const head = 'a63d9b8187d44b0e1a4c1df0f8f2d9bd2f0b0000'

/** An example of two steps, and one that builds on it. */
async function examples(): Promise<string> {
  const folder = await scratch()
  await put(folder, {
    'base/history.yaml': `head: '${head}'
steps:
  - step: '001'
    author: {name: A. Okafor, email: okafor@northgate.example}
    date: '2024-01-05T10:00:00+01:00'
    message: |
      Begin

      # not a comment
  - author: {name: B. Lund, email: lund@northgate.example}
    committer: {name: A. Okafor, email: okafor@northgate.example}
    date: '2024-02-01T00:00:00Z'
    committed: '2024-02-03T00:00:00Z'
    message: Remove
    remove: [records/old.yaml]
`,
    'base/history/001/cinch.yaml': 'formatVersion: 1\n',
    'base/history/001/records/old.yaml': 'kind: Meeting\nid: old\nbody: b\nheld: 2024-01-02\n',
    'base/history/001/records/new.yaml':
      'kind: Meeting\r\nid: new\r\nbody: b\r\nheld: 2024-01-03\r\n',
    'base/history/001/.gitignore': '*.yaml\n',
    'more/history.yaml': `base: ../base
steps:
  - step: '003'
    author: {name: A. Okafor, email: okafor@northgate.example}
    date: '2024-03-01T00:00:00Z'
    message: Change
`,
    'more/history/003/records/new.yaml': 'kind: Meeting\nid: new\nbody: c\nheld: 2024-01-03\n',
  })
  return folder
}

test('replays steps with their people, dates and messages', async () => {
  const [folder, target] = [await examples(), join(await scratch(), 'made')]
  const hash = await replayUnchecked(join(folder, 'more'), target)
  const trail = await readTrail({root: target, rootName: 'main'})
  if (trail.status !== 'complete') throw new Error(trail.reason)
  expect(trail.head).toBe(hash)
  expect(
    trail.commits.map(({author, committer, subject}) => [
      author.name,
      author.at,
      committer.name,
      committer.at,
      subject,
    ]),
  ).toEqual([
    [
      'A. Okafor',
      Date.UTC(2024, 0, 5, 9) / 1000,
      'A. Okafor',
      Date.UTC(2024, 0, 5, 9) / 1000,
      'Begin',
    ],
    ['B. Lund', Date.UTC(2024, 1, 1) / 1000, 'A. Okafor', Date.UTC(2024, 1, 3) / 1000, 'Remove'],
    ['A. Okafor', Date.UTC(2024, 2, 1) / 1000, 'A. Okafor', Date.UTC(2024, 2, 1) / 1000, 'Change'],
  ])
  expect(trail.records.map(({id, changes}) => [id, ...changes.map(({type}) => type)])).toEqual([
    ['new', 'added', 'changed'],
    ['old', 'added', 'removed'],
  ])
  expect(existsSync(join(target, 'records/old.yaml'))).toBe(false)
  expect(existsSync(join(target, '.git/hooks'))).toBe(false)
  expect(await uncommitted(target)).toEqual([])
})

test('gives the same hash everywhere', async () => {
  const folder = join(await examples(), 'more')
  const here = await replayUnchecked(folder, join(await scratch(), 'one'))
  const config = join(await scratch(), 'config')
  await writeFile(
    config,
    '[user]\n name = Someone\n email = s@x.example\n[core]\n autocrlf = true\n[commit]\n gpgSign = true\n template = /none\n[init]\n defaultBranch = trunk\n',
  )
  for (const [key, value] of Object.entries({
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    HOME: dirname(config),
    GIT_CONFIG_GLOBAL: config,
    GIT_AUTHOR_NAME: 'Someone',
    GIT_COMMITTER_DATE: '2001-01-01T00:00:00Z',
    GIT_DIR: '/none',
  }))
    vi.stubEnv(key, value)
  expect(await replayUnchecked(folder, join(await scratch(), 'another', 'place'))).toBe(here)
})

test('says which hash it found where another was expected', async () => {
  const folder = join(await examples(), 'base')
  const found = await replayUnchecked(folder, await scratch())
  await expect(replay(folder, await scratch())).rejects.toThrow(
    `Unexpected head \`${found}\` of ${folder}, expected \`${head}\``,
  )
  const file = join(folder, 'history.yaml')
  await writeFile(file, withHead(await readFile(file, 'utf8'), found))
  expect(await replay(folder, await scratch())).toBe(found)
})

test('writes the hash into the text, which otherwise stays as it was', () => {
  expect(withHead('# note\nsteps:\n  - a\n', head)).toBe(`# note\nhead: '${head}'\nsteps:\n  - a\n`)
  expect(withHead(`base: ../b\nhead: 12e4\nsteps: []\n`, head)).toBe(
    `base: ../b\nhead: '${head}'\nsteps: []\n`,
  )
})

test('refuses a folder with files, a loop of bases and a date without a zone', async () => {
  const folder = await examples()
  await expect(replay(join(folder, 'base'), folder)).rejects.toThrow(/expected an empty folder/)
  await put(folder, {'loop/history.yaml': 'base: ../loop\nsteps: []\n'})
  await expect(replay(join(folder, 'loop'), await scratch())).rejects.toThrow(/Unexpected base/)
  await put(folder, {
    'zone/history.yaml':
      "steps: [{author: {name: A, email: a@x}, date: '2024-01-05', message: x}]\n",
  })
  await expect(replay(join(folder, 'zone'), await scratch())).rejects.toThrow(
    /Unexpected date `2024-01-05`/,
  )
})
