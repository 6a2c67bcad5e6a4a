import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test, vi} from 'vitest'
import {openRepository, type Repository} from '../../../src/load/git/repository.ts'
import {gitRuns} from '../../../src/load/git/run.ts'
import {checkCommits} from '../../../src/load/signatures/commits.ts'
import {hostingKeys} from '../../../src/load/signatures/hosting.ts'
import {allowedSignersText, type KnownKey} from '../../../src/model/signature.ts'
import {writeCommits, type SignedCommit} from '../../helpers/signed-commits.ts'
import {ed25519, rsa} from '../../helpers/ssh-signer.ts'
import {Scratch, scratchFolder} from '../git/scratch.ts'

const okafor = ed25519()
const lopez = rsa(2048, 'rsa-sha2-512')
const stranger = ed25519()
const keys: readonly KnownKey[] = [
  {person: 'okafor', type: 'ssh', key: okafor.publicLine, from: '2025-01-01', to: '2025-06-30'},
  {person: 'lopez', type: 'ssh', key: lopez.publicLine, from: '2025-01-01'},
]

async function repositoryOf({root}: Scratch): Promise<Repository> {
  const repository = await openRepository(root)
  if (repository.status === 'none') throw new Error('expected a repository')
  return repository
}

async function statesOf(commits: readonly SignedCommit[]) {
  const scratch = new Scratch()
  const hashes = writeCommits(scratch, commits)
  const checks = await checkCommits(await repositoryOf(scratch), hashes, keys)
  return {scratch, checks: hashes.map((it) => checks.get(it))}
}

const date = '2025-06-15T12:00:00Z'

describe('a commit', () => {
  test.each<[string, SignedCommit, object]>([
    ['of a known key', {date, sign: okafor.sign}, {state: 'good', person: 'okafor'}],
    ['of an RSA key', {date, sign: lopez.sign}, {state: 'good', person: 'lopez'}],
    [
      'after the last day of its key',
      {date: '2025-07-01T00:00:00Z', sign: okafor.sign},
      {state: 'expired', person: 'okafor'},
    ],
    ['of an unknown key', {date, sign: stranger.sign}, {state: 'unknownKey', person: null}],
    [
      'whose message was changed after it was signed',
      {date, sign: okafor.sign, change: (it) => it.replace('A change', 'B change')},
      {state: 'bad', person: null},
    ],
    [
      'signed for another use',
      {date, sign: (it) => okafor.sign(it, {namespace: 'cinch-seal'})},
      {state: 'bad'},
    ],
    [
      'with another encoding and bytes that are no UTF-8',
      {date, headers: 'encoding ISO-8859-1\n', message: 'Ä\tx  ', sign: okafor.sign},
      {state: 'good'},
    ],
    [
      'with a tag merged into it, whose own signature stands indented',
      {
        date,
        headers: 'mergetag object abc\n type commit\n \n -----BEGIN SSH SIGNATURE-----\n x\n',
        sign: okafor.sign,
      },
      {state: 'good'},
    ],
    [
      'with a signature for the other hash algorithm beside',
      {
        date,
        sign: okafor.sign,
        change: (it) => it.replace('\ngpgsig ', '\ngpgsig-sha256 -----BEGIN\n x\ngpgsig '),
      },
      {state: 'good'},
    ],
    [
      'with an X.509 signature',
      {date, sign: () => '-----BEGIN SIGNED MESSAGE-----\nMIIB\n-----END SIGNED MESSAGE-----'},
      {state: 'unchecked', reason: 'it is neither an SSH nor an OpenPGP signature'},
    ],
    [
      'with a damaged signature',
      {date, sign: () => '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----'},
      {state: 'bad', key: null},
    ],
  ])('%s', async (_, commit, expected) => {
    const {checks} = await statesOf([commit])
    expect(checks[0]).toMatchObject(expected)
  })
})

test('a key that a service publishes is nobody’s, whoever claims it', async () => {
  const scratch = new Scratch()
  const [hash = ''] = writeCommits(scratch, [{date, sign: okafor.sign}])
  const [service] = hostingKeys.flatMap(({ssh}) => ssh ?? [])
  const claimed: KnownKey = {person: 'okafor', type: 'ssh', key: `${service} mine`}
  const checks = await checkCommits(await repositoryOf(scratch), [hash], [claimed])
  expect(checks.get(hash)).toMatchObject({state: 'unknownKey', person: null})
})

test('300 signed commits take one process', async () => {
  const scratch = new Scratch()
  const many = Array.from({length: 300}, (_, index) => ({
    date,
    message: `Change ${index}`,
    sign: okafor.sign,
  }))
  const hashes = writeCommits(scratch, many)
  const repository = await repositoryOf(scratch)
  const before = gitRuns()
  const checks = await checkCommits(repository, hashes, keys)
  expect(gitRuns() - before).toBe(1)
  expect([...checks.values()].filter(({state}) => state === 'good')).toHaveLength(300)
})

test('what is known of a commit is kept for the same keys, and is not asked for other keys', async () => {
  vi.stubEnv('CINCH_NO_CACHE', '')
  vi.stubEnv('XDG_CACHE_HOME', scratchFolder())
  const scratch = new Scratch()
  const hashes = writeCommits(scratch, [
    {date, sign: okafor.sign},
    {date, sign: () => 'no signature'},
  ])
  const repository = await repositoryOf(scratch)
  const first = await checkCommits(repository, hashes, keys)
  const before = gitRuns()
  expect(await checkCommits(repository, hashes.slice(0, 1), keys)).toEqual(
    new Map([[hashes[0], first.get(hashes[0] ?? '')]]),
  )
  expect(gitRuns()).toBe(before)
  // What could not be checked is tried again.
  expect(await checkCommits(repository, hashes, keys)).toEqual(first)
  expect(gitRuns()).toBe(before + 1)
  const others = await checkCommits(repository, hashes, [])
  expect(others.get(hashes[0] ?? '')?.state).toBe('unknownKey')
  vi.unstubAllEnvs()
})

test.skipIf(spawnSync('ssh-keygen', ['-?']).error !== undefined)(
  'git says the same of each, given the same keys',
  async () => {
    const {scratch, checks} = await statesOf([
      {date, sign: okafor.sign},
      {date, sign: lopez.sign, message: 'two\n\nlines'},
      {date: '2025-07-01T00:00:00Z', sign: okafor.sign},
      {date, sign: stranger.sign},
      {date, sign: okafor.sign, change: (it) => it.replace('A change', 'B change')},
      {date, sign: okafor.sign, headers: 'mergetag object abc\n type commit\n \n gpgsig x\n'},
      {date},
    ])
    const file = join(scratch.root, 'signers')
    writeFileSync(file, allowedSignersText(keys, {namespaces: ['git']}))
    const said = scratch
      .git('-c', `gpg.ssh.allowedSignersFile=${file}`, 'log', '--reverse', '--format=%G?')
      .trim()
      .split('\n')
    // Git knows no `expired` for SSH keys: outside its days a key is one that it does not know.
    const letters = {good: 'G', expired: 'U', unknownKey: 'U', bad: 'B', unchecked: 'N'} as const
    expect(said).toEqual(
      checks.map((it) => letters[(it?.state ?? 'unchecked') as keyof typeof letters]),
    )
    expect(said).toEqual(['G', 'G', 'U', 'U', 'B', 'G', 'N'])
  },
)
