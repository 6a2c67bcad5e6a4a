import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest'
import {verifyGpg} from '../../../src/load/signatures/gpg.ts'
import {hostingKeys} from '../../../src/load/signatures/hosting.ts'
import {pgpKeyOf, pgpSignatureOf} from '../../../src/load/signatures/openpgp.ts'
import {gpgRuns} from '../../../src/load/signatures/run-gpg.ts'
import type {KnownKey} from '../../../src/model/signature.ts'

const message = Buffer.from('tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n\nA change\n')
const at = Date.parse('2025-06-15T12:00:00Z') / 1000

/** A detached signature of version 4 with an issuer that anybody can write. */
function claiming(keyId: string): string {
  const body = Buffer.concat([
    Buffer.from([4, 0, 22, 8, 0, 0, 0, 10, 9, 16]),
    Buffer.from(keyId, 'hex'),
    Buffer.from([0, 0, 0, 1, 1, 0, 1, 1]),
  ])
  const packet = Buffer.concat([Buffer.from([0xc2, body.length]), body])
  return `-----BEGIN PGP SIGNATURE-----\n\n${packet.toString('base64')}\n-----END PGP SIGNATURE-----\n`
}

const check = async (armored: string, keys: readonly KnownKey[], of = message, when = at) =>
  (await verifyGpg([{message: of, armored, at: when}], keys))[0]

describe('without running gpg', () => {
  test.each(hostingKeys.flatMap(({gpg, service}) => (gpg === undefined ? [] : [[service, gpg]])))(
    'the key id of %s is told, and that it proves nothing',
    async (service, fingerprint) => {
      const before = gpgRuns()
      expect(await check(claiming(fingerprint.slice(-16)), [])).toEqual({
        state: 'hosting',
        person: null,
        key: fingerprint.slice(-16),
        reason: `carries the key id of ${service}, not checked`,
      })
      expect(gpgRuns()).toBe(before)
    },
  )

  test('another key id is nobody’s', async () => {
    expect(await check(claiming('0123456789ABCDEF'), [])).toMatchObject({
      state: 'unknownKey',
      key: '0123456789ABCDEF',
    })
  })

  test.each([
    ['nothing', ''],
    ['no base64', '-----BEGIN PGP SIGNATURE-----\n\n{}\n-----END PGP SIGNATURE-----'],
    ['no packet', '-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----'],
    [
      'a length over the end',
      '-----BEGIN PGP SIGNATURE-----\n\nwv//////\n-----END PGP SIGNATURE-----',
    ],
  ])('%s is damaged', async (_, armored) => {
    expect(await check(armored, [])).toMatchObject({state: 'bad', person: null})
  })

  test('no text makes the reader throw anything but that it is damaged', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
        const text = Buffer.from(bytes).toString('base64')
        const armored = `-----BEGIN PGP SIGNATURE-----\n\n${text}\n-----END PGP SIGNATURE-----`
        try {
          const {issuer} = pgpSignatureOf(armored)
          expect(issuer === null || /^(?:[0-9A-F]{16}|[0-9A-F]{40})$/.test(issuer)).toBe(true)
        } catch (error) {
          expect((error as Error).constructor.name).toBe('Damaged')
        }
      }),
    )
  })
})

describe.skipIf(spawnSync('gpg', ['--version']).error !== undefined)('with gpg', () => {
  // Short, for the socket of the agent that signs.
  const folder = mkdtempSync(join(tmpdir(), 'cg-'))
  const home = join(folder, 'h')
  const gpg = (args: readonly string[], input = '') =>
    execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', '--no-tty', ...args], {
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString('latin1')
  const make = (name: string, ...more: string[]) =>
    gpg(['--passphrase', '', ...more, '--quick-gen-key', name, 'ed25519', 'sign', '1y'])
  const sign = (name: string, of = message) =>
    gpg(['--detach-sign', '--armor', '--local-user', name], of.toString('latin1'))
  const exported = (name: string) => gpg(['--armor', '--export', name])
  let okafor: KnownKey

  beforeAll(() => {
    mkdirSync(home, {mode: 0o700})
    make('okafor@northgate.example')
    make('lopez@northgate.example')
    make('old@northgate.example', '--faked-system-time', '20200101T000000')
    okafor = {person: 'okafor', type: 'gpg', key: exported('okafor@northgate.example')}
  })
  afterAll(() => {
    spawnSync('gpgconf', ['--homedir', home, '--kill', 'all'])
    rmSync(folder, {recursive: true, force: true})
  })
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  test('a signature with a known key is good, and says whose and which', async () => {
    expect(await check(sign('okafor@northgate.example'), [okafor])).toEqual({
      state: 'good',
      person: 'okafor',
      key: pgpKeyOf(okafor.key).primary,
    })
  })

  test('a changed message is bad', async () => {
    const armored = sign('okafor@northgate.example')
    expect(await check(armored, [okafor], Buffer.from('another'))).toMatchObject({state: 'bad'})
  })

  test('a key that nobody holds is unknown', async () => {
    expect(await check(sign('lopez@northgate.example'), [okafor])).toMatchObject({
      state: 'unknownKey',
      person: null,
    })
  })

  test('outside the days of the key it is expired', async () => {
    const keys = [{...okafor, to: '2025-06-14'}]
    expect(await check(sign('okafor@northgate.example'), keys)).toMatchObject({
      state: 'expired',
      person: 'okafor',
    })
  })

  test('a key past its own end counts for what was signed before, and for nothing after', async () => {
    const armored = gpg(
      '--detach-sign --armor --local-user old@northgate.example --faked-system-time 20200601T000000'.split(
        ' ',
      ),
      message.toString('latin1'),
    )
    const keys: KnownKey[] = [{person: 'old', type: 'gpg', key: exported('old@northgate.example')}]
    const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000
    expect(await check(armored, keys, message, day('2020-06-01'))).toMatchObject({state: 'good'})
    expect(await check(armored, keys, message, day('2022-01-01'))).toMatchObject({
      state: 'expired',
      reason: 'the key had expired',
    })
  })

  test('a signature made after the end is expired, although the commit is dated back', async () => {
    const address = 'extended@northgate.example'
    make(address, '--faked-system-time', '20200101T000000')
    const keys: KnownKey[] = [{person: 'old', type: 'gpg', key: exported(address)}]
    const id = /^fpr:+([0-9A-F]+):/m.exec(gpg(['--with-colons', '--list-keys', address]))?.[1] ?? ''
    const then = ['--faked-system-time', '20200301T000000']
    gpg([...then, '--passphrase', '', '--quick-set-expire', id, '2037-01-01'])
    const late = ['--faked-system-time', '20220101T000000', '--local-user', address]
    const armored = gpg([...late, '--detach-sign', '--armor'], message.toString('latin1'))
    const at = Date.parse('2020-06-01T00:00:00Z') / 1000
    expect(await check(armored, keys, message, at)).toMatchObject({
      state: 'expired',
      reason: 'the key had expired',
    })
  })

  test('of the dates of a commit and of its signature the later one is held against the days of a key', async () => {
    const address = 'dated@northgate.example'
    make(address, '--faked-system-time', '20240101T000000')
    const signedOn = (time: string) =>
      gpg(
        `--detach-sign --armor --local-user ${address} --faked-system-time ${time}`.split(' '),
        message.toString('latin1'),
      )
    const key: KnownKey = {person: 'old', type: 'gpg', key: exported(address), to: '2024-06-30'}
    const commit = Date.parse('2024-06-01T00:00:00Z') / 1000
    const [last, late] = [signedOn('20240630T235959'), signedOn('20240701T000000')]
    expect(await check(last, [key], message, commit)).toMatchObject({state: 'good'})
    expect(await check(late, [key], message, commit)).toMatchObject({
      state: 'expired',
      reason: "the key is the person's to 2024-06-30, and the signature is of 2024-07-01",
    })
    const after = Date.parse('2024-07-01T00:00:00Z') / 1000
    expect(await check(last, [key], message, after)).toMatchObject({state: 'expired'})
  })

  test('many take two processes, and leave nothing behind', async () => {
    const armored = sign('okafor@northgate.example')
    const before = gpgRuns()
    const ours = () => readdirSync(tmpdir()).filter((it) => it.startsWith('cinch-gpg-')).length
    const folders = ours()
    const many = Array.from({length: 300}, (_, index) => ({
      message: index % 2 === 0 ? message : Buffer.from(String(index)),
      armored,
      at,
    }))
    const states = (await verifyGpg(many, [okafor])).map(({state}) => state)
    expect(states).toEqual(many.map((_, index) => (index % 2 === 0 ? 'good' : 'bad')))
    expect(gpgRuns() - before).toBe(2)
    expect(ours()).toBe(folders)
  })

  test('where gpg is not installed it is not checked, and says so', async () => {
    const armored = sign('okafor@northgate.example')
    vi.stubEnv('PATH', folder)
    expect(await check(armored, [okafor])).toMatchObject({
      state: 'unchecked',
      reason: '`gpg` is not installed',
    })
  })

  test('two signatures in one are damaged: one may be right and the other not', async () => {
    const both = [sign('okafor@northgate.example'), sign('lopez@northgate.example')].map(
      (it) => pgpSignatureOf(it).packet,
    )
    const armored = `-----BEGIN PGP SIGNATURE-----\n\n${Buffer.concat(both).toString('base64')}\n-----END PGP SIGNATURE-----\n`
    expect(await check(armored, [okafor])).toMatchObject({state: 'bad'})
  })
})
