import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {runCinch} from '../helpers/run-cinch.ts'
import {writeCommits} from '../helpers/signed-commits.ts'
import {ed25519} from '../helpers/ssh-signer.ts'
import {Scratch} from '../load/git/scratch.ts'

const [okafor, stranger] = [ed25519(), ed25519()]

/** One person with a key; the second commit is hers, the third a stranger's, the fourth changed. */
function repository(commits: 2 | 3 | 4): Scratch {
  const scratch = new Scratch()
  scratch.write('cinch.yaml', 'formatVersion: 1\n')
  scratch.write(
    'records/okafor.yaml',
    `kind: Person\nid: okafor\nname: A. Okafor\nroles:\n  - {role: officer, from: 2024-01-01}\nkeys:\n  - {type: ssh, key: ${okafor.publicLine}, from: 2025-01-01}\n`,
  )
  scratch.git('add', '--all')
  const tree = scratch.git('write-tree').trim()
  const date = '2025-06-15T12:00:00Z'
  writeCommits(
    scratch,
    [
      {tree, date},
      {tree, date, sign: okafor.sign},
      {tree, date, sign: stranger.sign},
      {tree, date, sign: okafor.sign, change: (it: string) => it.replace('A change', 'B change')},
    ].slice(0, commits),
  )
  return scratch
}

const run = ({root}: Scratch, ...args: readonly string[]) =>
  runCinch([...args, '--root', root, '--as-of', '2026-01-01', '--no-cache'])

test('trail counts signatures, and says whose keys there are and how each came in', () => {
  const {stdout, exitCode} = run(repository(4), 'trail')
  expect(stdout).toContain(
    'Signatures of 4 commits of main: known key 1, unknown key 1, bad 1, none 1.',
  )
  expect(stdout).toMatch(/okafor ssh 2025-01-01 to now\n {4}SHA256:\S{43}\n/)
  expect(stdout).toContain('which put the first keys on record')
  expect(stdout).toContain('Not verified: cinch trail --verify looks for')
  expect(stdout).not.toContain('Nothing found')
  expect(stdout).toMatch(/A signature binds an identity,\s+not a time\./)
  expect(exitCode).toBe(0)
})

test('trail of a record says who signed each of its changes', () => {
  const {stdout} = run(repository(2), 'trail', 'okafor')
  expect(stdout).toContain('signature: none')
})

test('a signature that does not fit is a failure of integrity, whatever --fail-on says', () => {
  const args = ['trail', '--verify', '--fail-on', 'never']
  expect(run(repository(4), ...args)).toMatchObject({
    exitCode: 3,
    stdout: expect.stringContaining('trail/signature-bad'),
  })
  expect(run(repository(3), ...args).exitCode).toBe(0)
  expect(run(repository(3), 'trail', '--verify', '--fail-on', 'major').exitCode).toBe(1)
})

test('JSON has the counts and the keys', () => {
  const {stdout} = run(repository(2), 'trail', '--json')
  const {result} = JSON.parse(stdout) as {result: {signatures: readonly object[]}}
  expect(result.signatures).toMatchObject([
    {
      root: 'main',
      checkedAgainst: 'records',
      counts: {good: 1, none: 1},
      keys: [{person: 'okafor', type: 'ssh', vouched: false}],
    },
  ])
})

test('signers prints what trail reads back, and what git reads', () => {
  const scratch = repository(3)
  const {stdout, exitCode} = run(scratch, 'signers', '--namespace', 'git')
  expect(stdout).toBe(
    `okafor namespaces="git",valid-after="20250101000000Z" ${okafor.publicLine}\n`,
  )
  expect(exitCode).toBe(0)
  const file = join(scratch.root, '.git', 'signers')
  writeFileSync(file, stdout)
  const read = run(scratch, 'trail', '--allowed-signers', file)
  expect(read.stdout).toContain('known key 1, unknown key 1, none 1.')
  expect(read.stdout).toContain('Checked against the file given.')
})

test('a file of keys that is not there, or names an authority, stops the command', () => {
  const scratch = repository(2)
  expect(run(scratch, 'trail', '--allowed-signers', 'nothing-here')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('nothing-here'),
  })
  const file = join(scratch.root, '.git', 'signers')
  writeFileSync(file, `* cert-authority ${okafor.publicLine}\n`)
  expect(run(scratch, 'trail', '--allowed-signers', file)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('cert-authority'),
  })
})

test('the file decides alone: the key on record is unknown, the one on file is good', () => {
  const scratch = repository(3)
  const file = join(scratch.root, '.git', 'signers')
  writeFileSync(file, `somebody namespaces="git" ${stranger.publicLine}\n`)
  const {stdout} = run(scratch, 'trail', '--verify', '--allowed-signers', file)
  expect(stdout).toContain('known key 1, unknown key 1, none 1.')
  expect(stdout).toContain('Checked against the file given.')
})

test.each(['assess', 'dossier', 'review', 'status', 'trail'])(
  '%s reads the file of keys, and stops where there is none',
  (name) => {
    const ran = run(repository(2), name, '--allowed-signers', 'nothing-here')
    expect(ran).toMatchObject({exitCode: 2, stderr: expect.stringContaining('nothing-here')})
  },
)
