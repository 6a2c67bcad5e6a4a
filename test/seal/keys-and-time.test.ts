import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  codesOf,
  commitAll,
  copyOf,
  edit,
  freshPath,
  git,
  keys,
  lastSeal,
  newKey,
  put,
  removeScratch,
  seal,
  sealOnly,
  smallNetwork,
  verify,
} from '../tampering/sealed-repository.ts'
import type {CannotRun} from '../../src/model/diagnostic.ts'
import {open} from '../../src/pipeline/open.ts'
import {runCinch} from '../helpers/run-cinch.ts'

const base = freshPath('small')
beforeAll(() => smallNetwork(base))
afterAll(removeScratch)

describe('a key counts on its days only', () => {
  test('one that is nobody’s on record makes no seal', async () => {
    await expect(sealOnly(copyOf(base), {key: newKey('stranger')})).rejects.toThrow(
      /that no Person record holds/,
    )
  })

  test('the fix is the command that puts its public half on record', async () => {
    const root = copyOf(base)
    const key = newKey('newcomer')
    const at = Date.parse('2026-01-20T12:00:00Z') / 1000
    const failed = await sealOnly(root, {key, at}).catch((error: unknown) => error)
    const {help = ''} = failed as CannotRun
    const [type, blob] = key.line.split(' ')
    expect(help).toContain(
      `cinch add Person/ID-OF-THE-PERSON keys --set type=ssh --set 'key=${type} ${blob}' --set from=2026-01-20`,
    )
    const command = help.slice(help.indexOf('cinch add')).replace('ID-OF-THE-PERSON', 'okafor')
    const args = command.split(' ').slice(1).join(' ')
    const {exitCode, stdout} = runCinch(
      [...(args.match(/'[^']*'|\S+/g) ?? []).map((it) => it.replaceAll("'", '')), '--no-input'],
      {cwd: root},
    )
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Wrote Person/okafor')])
    expect(readFileSync(join(root, 'records/people.yaml'), 'utf8')).toContain(blob)
  })

  test.each([
    ['before its first day', '2023-12-31'],
    ['after its last day', '2026-02-01'],
  ])('%s it makes none', async (_name, day) => {
    const root = copyOf(base)
    edit(root, 'records/people.yaml', 'from: 2024-01-01}]', 'from: 2024-01-01, to: 2026-01-31}]')
    commitAll(root, 'Rotate')
    const at = Date.parse(`${day}T12:00:00Z`) / 1000
    await expect(sealOnly(root, {key: keys.okafor, at})).rejects.toThrow(/the key is the person's/)
  })

  test('a seal that is signed all the same, by hand, is told', async () => {
    const root = copyOf(base)
    // The key ended before the seal is committed; the clock was set back to sign.
    edit(root, 'records/people.yaml', 'from: 2024-01-01}]', 'from: 2024-01-01, to: 2025-12-31}]')
    commitAll(root, 'Rotate')
    const early = Date.parse('2025-06-01T00:00:00Z') / 1000
    await seal(root, {key: keys.okafor, at: early})
    expect(codesOf(await verify(root, join(root, lastSeal(root))))).toEqual(['seal/key-not-valid'])
  })
})

describe('nothing is sealed', () => {
  test.each<[string, (root: string) => void, RegExp]>([
    [
      'where the tree is dirty',
      (root) => edit(root, 'records/network.yaml', 'LLC', 'Inc.'),
      /not committed/,
    ],
    [
      'in a shallow clone',
      (root) => put(root, '.git/shallow', `${git(root, ['rev-parse', 'HEAD'])}\n`),
      /shallow/,
    ],
  ])('%s', async (_name, change, message) => {
    const root = copyOf(base)
    change(root)
    await expect(sealOnly(root, {key: keys.okafor})).rejects.toThrow(message)
  })

  test('over a seal that is not committed', async () => {
    const root = copyOf(base)
    await sealOnly(root, {key: keys.okafor})
    await expect(sealOnly(root, {key: keys.okafor})).rejects.toThrow(
      /expected every seal committed/,
    )
  })

  test('under a tag that exists, or that git could take for an option', async () => {
    const root = copyOf(base)
    git(root, ['tag', 'taken'])
    await expect(sealOnly(root, {key: keys.okafor, tag: 'taken'})).rejects.toThrow(/exists already/)
    await expect(sealOnly(root, {key: keys.okafor, tag: '--help'})).rejects.toThrow(/name/)
  })
})

describe('a time-stamp token beside a seal', () => {
  const folder = freshPath('authority')
  const run = (args: readonly string[]) =>
    execFileSync('openssl', [...args], {
      cwd: folder,
      stdio: 'pipe',
      env: {PATH: process.env['PATH']},
    })

  /** A time-stamping authority of its own. */
  beforeAll(() => {
    mkdirSync(folder)
    const config = `[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical, CA:true
[tsa]
extendedKeyUsage = critical, timeStamping
[tsa_config]
serial = ${folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`
    writeFileSync(join(folder, 'openssl.cnf'), config)
    writeFileSync(join(folder, 'serial'), '01\n')
    for (const name of ['ca', 'other'])
      run([
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-config',
        'openssl.cnf',
        '-extensions',
        'ca',
        '-subj',
        `/CN=${name}`,
        '-days',
        '36500',
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.pem`,
      ])
    run([
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-config',
      'openssl.cnf',
      '-subj',
      '/CN=TSA',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.csr',
    ])
    run([
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-days',
      '36500',
      '-extfile',
      'openssl.cnf',
      '-extensions',
      'tsa',
      '-out',
      'tsa.pem',
    ])
  })

  function stamp(file: string, token: string): void {
    run(['ts', '-query', '-data', file, '-sha512', '-cert', '-out', 'query.tsq'])
    run([
      'ts',
      '-reply',
      '-config',
      'openssl.cnf',
      '-section',
      'tsa_config',
      '-queryfile',
      'query.tsq',
      '-inkey',
      'tsa.key',
      '-signer',
      'tsa.pem',
      '-out',
      token,
    ])
  }

  async function timeOf(root: string, tsaCa?: string) {
    const options = tsaCa === undefined ? {} : {tsaCa: join(folder, tsaCa)}
    const verification = await verify(root, join(root, lastSeal(root)), options)
    const {state, told = ''} = verification.checks.find(({name}) => name === 'time') ?? {}
    return {state, told, codes: codesOf(verification)}
  }

  test('is verified against the authority named, and told without one', async () => {
    const root = copyOf(base)
    const path = join(root, await sealOnly(root, {key: keys.okafor}))
    stamp(path, `${path}.tsr`)
    commitAll(root, 'Seal')
    expect(await timeOf(root, 'ca.pem')).toMatchObject({state: 'holds', codes: []})
    expect(await timeOf(root)).toMatchObject({
      state: 'notChecked',
      told: expect.stringContaining('not checked against an authority') as string,
      codes: ['time/unchecked'],
    })
    expect(await timeOf(root, 'other.pem')).toMatchObject({
      state: 'fails',
      codes: ['time/untrusted'],
    })

    writeFileSync(join(folder, 'another.txt'), 'Another file\n')
    stamp('another.txt', `${path}.tsr`)
    expect(await timeOf(root, 'ca.pem')).toMatchObject({state: 'fails', codes: ['time/imprint']})
    // Nothing that is put beside it softens that.
    writeFileSync(`${path}.tst`, 'no token')
    expect(await timeOf(root, 'ca.pem')).toMatchObject({
      state: 'fails',
      codes: ['time/imprint', 'time/unreadable'],
    })
    rmSync(`${path}.tst`)

    writeFileSync(`${path}.tsr`, 'no token')
    expect(await timeOf(root)).toMatchObject({state: 'notChecked', codes: ['time/unreadable']})
    expect(readFileSync(`${path}.tsr`, 'utf8')).toBe('no token')
  })

  test('says why it cannot be read or is not trusted, in words that are of the token', async () => {
    const root = copyOf(base)
    const path = join(root, await sealOnly(root, {key: keys.okafor}))
    stamp(path, `${path}.tsr`)
    commitAll(root, 'Seal')
    const told = await timeOf(root, 'other.pem')
    expect(told.told).toMatch(
      /^Unexpected signer of the time-stamp token: certificate verify error/,
    )
    writeFileSync(`${path}.tsr`, 'no token')
    const unread = await timeOf(root)
    expect(unread.told).toMatch(/^Unexpected time-stamp token that cannot be read: \w/)
    expect(unread.told).not.toContain('Using configuration')
  })

  test('takes no file for certificates that is not there, or holds none', async () => {
    const root = copyOf(base)
    const path = join(root, await sealOnly(root, {key: keys.okafor}))
    stamp(path, `${path}.tsr`)
    commitAll(root, 'Seal')
    await expect(timeOf(root, 'nowhere.pem')).rejects.toThrow(/expected a file that can be read/)
    await expect(timeOf(root, 'ca.key')).rejects.toThrow(/without a certificate/)
  })

  test('is looked through, and leaves no test of what may not be kept unknown', async () => {
    const root = copyOf(base)
    const path = join(root, await sealOnly(root, {key: keys.okafor}))
    const scanned = async () => {
      commitAll(root, 'Seal')
      const {workspace} = await open({
        root,
        overlays: [],
        at: 'HEAD',
        asOf: '2026-06-30',
        history: false,
      })
      return {notScanned: workspace.notScanned ?? [], hits: workspace.hits}
    }
    stamp(path, `${path}.tsr`)
    expect(await scanned()).toEqual({notScanned: [], hits: []})

    const token = readFileSync(`${path}.tsr`)
    const octets = (size: number) => Buffer.from([0x30, 0x82, size >> 8, size & 0xff])
    const hidden = Buffer.concat([Buffer.from([0]), Buffer.from('\nSSN: 123-45-6789\n')])
    writeFileSync(`${path}.tsr`, Buffer.concat([octets(hidden.length), hidden]))
    expect((await scanned()).hits.map(({pattern}) => pattern)).not.toEqual([])

    for (const other of [token.subarray(1), Buffer.concat([token, Buffer.from([0])])]) {
      writeFileSync(`${path}.tsr`, other)
      expect((await scanned()).notScanned.map(({reason}) => reason)).toEqual(['binary (tsr)'])
    }
  })
})
