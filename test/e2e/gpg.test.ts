import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {devNull, tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

// Short, for the socket of the agent that signs.
const scratch = mkdtempSync(join(tmpdir(), 'cg-'))
const home = join(scratch, 'h')
const root = folderOf({
  ...smallest,
  'cinch.yaml': `formatVersion: 1
approvals:
  - {kind: SanctionPolicy, quorum: [{role: officer, count: 1}]}
`,
  'sanctions.yaml': `kind: SanctionPolicy
id: sanctions
title: Performance policy
ladder:
  - {step: coaching, signal: belowFloor, withinDays: 30}
`,
})
afterAll(() => {
  spawnSync('gpgconf', ['--homedir', home, '--kill', 'all'])
  for (const it of [scratch, root]) rmSync(it, {recursive: true, force: true})
})

const gpg = (...args: readonly string[]) =>
  execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', '--no-tty', ...args], {
    encoding: 'utf8',
    input: '',
    stdio: ['pipe', 'pipe', 'ignore'],
  })

/** Puts the key as it is now into the Person record. */
function record(id: string): void {
  const key = gpg('--armor', '--export', id).trimEnd().split('\n').join('\n      ')
  writeFileSync(
    join(root, `${id}.yaml`),
    `kind: Person
id: ${id}
name: ${id}
emails: [${id}@small.example]
roles: [{role: officer, from: 2024-01-01}]
keys:
  - type: gpg
    from: 2024-01-01
    key: |
      ${key}
`,
  )
}

function git(args: readonly string[]): string {
  return execFileSync('git', [...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      HOME: scratch,
      GNUPGHOME: home,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
    },
  })
}

function commit(who: string): void {
  const address = `${who}@small.example`
  git(['add', '-A'])
  const identity = [`user.name=${who}`, `user.email=${address}`, `user.signingkey=${address}`]
  const settings = identity.flatMap((it) => ['-c', it])
  git([...settings, 'commit', '-q', '--allow-empty', '-S', '-m', `By ${who}`])
}

const cinch = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCinch([...args, '--no-input'], {cwd: root, env})
const words = (text: string) => text.replace(/\s+/g, ' ')
const name = 'SanctionPolicy/sanctions'
const review = () => words(cinch(['review', name]).stdout)

describe.skipIf(spawnSync('gpg', ['--version']).error !== undefined)('people sign with gpg', () => {
  beforeAll(() => {
    mkdirSync(home, {mode: 0o700})
    for (const it of ['okafor', 'venn', 'stranger'])
      gpg(
        '--passphrase',
        '',
        '--quick-gen-key',
        `${it} <${it}@small.example>`,
        'ed25519',
        'sign',
        'never',
      )
    git(['init', '-q', '-b', 'main'])
    record('okafor')
    record('venn')
    commit('okafor')
  })

  test('an approval in a commit that the person signed counts', () => {
    expect(cinch(['validate']).stdout).toContain('0 errors')
    const said = ['--person', 'venn', '--role', 'officer', '--verdict', 'approved']
    expect(cinch(['approve', name, ...said]).exitCode).toBe(0)
    commit('venn')
    expect(review()).toContain('venn (officer) approved; counts; signed by its person')
  })

  test('known and unknown keys are told apart', () => {
    commit('stranger')
    const {stdout, exitCode} = cinch(['trail', '--verify'])
    expect(stdout).toContain('Signatures of 3 commits of main: known key 2, unknown key 1.')
    expect(stdout).toContain('warning trail/signature-unknown-key')
    expect(exitCode).toBe(1)
  })

  test('without gpg nothing is taken for checked, nor for unsigned', () => {
    const bin = join(scratch, 'bin')
    mkdirSync(bin)
    const path = execFileSync('which', ['git'], {encoding: 'utf8'}).trim()
    symlinkSync(path, join(bin, 'git'))
    const without = {PATH: bin}
    const {stdout} = cinch(['trail', '--verify'], without)
    expect(stdout).toContain('not checked 2')
    expect(words(stdout)).toContain('`gpg` is not installed')
    const shown = words(cinch(['review', name], without).stdout)
    expect(shown).toContain('signature not known')
    expect(shown).not.toContain('not signed')
  })

  test('a seal asks for an SSH key', () => {
    const key = join(scratch, 'okafor.asc')
    writeFileSync(key, gpg('--armor', '--export', 'okafor'))
    const {stderr, exitCode} = cinch(['seal', '--as-of', '2026-06-30', '--key', key])
    expect(stderr).toContain('Unexpected OpenPGP key')
    expect(exitCode).toBe(2)
  })

  test('a history signed with gpg is sealed with an SSH key that a gpg signature put on record', () => {
    const key = join(scratch, 'ssh')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key])
    const line = readFileSync(`${key}.pub`, 'utf8').trim()
    const person = join(root, 'okafor.yaml')
    const entry = `  - {type: ssh, key: '${line}', from: 2024-01-01}\n`
    writeFileSync(person, readFileSync(person, 'utf8').trimEnd().concat('\n', entry))
    commit('okafor')
    const sealed = cinch(['seal', '--as-of', '2026-06-30', '--key', key])
    expect(words(`${sealed.stderr}${sealed.stdout}`)).toContain('signed by okafor with SHA256:')
    commit('okafor')
    const file = /wrote (seals\/\S+json) /.exec(sealed.stdout)?.[1] ?? ''
    const {stdout, exitCode} = cinch(['verify', file])
    expect(words(stdout)).toMatch(
      /signature holds Signed by okafor .* history holds .* seals holds/,
    )
    expect(exitCode).toBe(0)
    expect(cinch(['trail', '--verify']).stdout).toContain('known key 4, unknown key 1')
  })

  test('a revoked key vouches for nothing any more, and is told as such', () => {
    const primary = /^fpr:+([0-9A-F]+):/m.exec(gpg('--with-colons', '--list-keys', 'venn'))?.[1]
    const file = join(home, 'openpgp-revocs.d', `${primary}.rev`)
    writeFileSync(join(scratch, 'rev'), readFileSync(file, 'utf8').replace(/^:---/gm, '---'))
    gpg('--import', join(scratch, 'rev'))
    record('venn')
    commit('okafor')
    const {stdout} = cinch(['trail', '--verify'])
    expect(stdout).toContain('known key 4, key not in force 1, unknown key 1')
    expect(words(stdout)).toContain(
      'of `venn`, expected one made while the key was in force: the key was revoked',
    )
    const shown = review()
    expect(shown).toContain(`${name}: no approval that counts`)
    expect(shown).toContain(
      'it is not signed with a key in force of anybody on record (the key was revoked), and `venn` has a key on record',
    )
  })
})
