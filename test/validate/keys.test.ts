import {describe, expect, test} from 'vitest'
import type {Diagnostic} from '../../src/model/diagnostic.ts'
import type {Entry} from '../../src/model/workspace.ts'
import {checkKeys} from '../../src/validate/keys.ts'
import {ecdsa, ed25519, hardware, rsa} from '../helpers/ssh-signer.ts'

interface Key {
  readonly type?: 'ssh' | 'gpg'
  readonly key: string
  readonly from?: string
  readonly to?: string
}

function person(id: string, keys: readonly Key[], roleEnds?: string): Entry {
  return {
    kind: 'Person',
    root: 'main',
    file: 'people.yaml',
    locate: (path = []) => ({
      file: `${id}/${path.join('.')}`,
      start: {line: 1, column: 1},
      end: {line: 1, column: 1},
    }),
    value: {
      kind: 'Person',
      id,
      name: id,
      roles: [
        {role: 'officer', from: '2024-01-01', ...(roleEnds === undefined ? {} : {to: roleEnds})},
      ],
      keys: keys.map((it) => ({type: 'ssh', from: '2024-01-01', ...it})),
    },
  }
}

const told = (...entries: readonly Entry[]) =>
  checkKeys(entries).map(
    ({code, severity, location}: Diagnostic) => `${severity} ${code} ${location.file}`,
  )
const pgp = (body: string) =>
  `-----BEGIN PGP PUBLIC KEY BLOCK-----\nComment: x\n\n${body}\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n`

const line = ed25519().publicLine

describe('the form of a key', () => {
  test.each<[string, Key]>([
    ['ed25519', {key: line}],
    ['ed25519 with a comment of several words', {key: `${line} A. Okafor, laptop`}],
    ['rsa', {key: rsa(2048, 'rsa-sha2-512').publicLine}],
    ['ecdsa', {key: ecdsa(521).publicLine}],
    ['in hardware', {key: hardware('ecdsa').publicLine}],
    ['an armored OpenPGP key, old header', {type: 'gpg', key: pgp('mDMEZg==')}],
    ['an armored OpenPGP key, new header', {type: 'gpg', key: pgp('xjMEZg==')}],
  ])('%s has it', (_, key) => {
    expect(told(person('okafor', [key]))).toEqual([])
  })

  test.each<[string, Key]>([
    ['a word', {key: 'okafor'}],
    ['a fingerprint', {key: 'SHA256:PuZENOT4aUP8oIm2f7KnSfjP44EfTOM9w7jLGvl9Ows'}],
    ['a line cut short', {key: line.slice(0, -8)}],
    ['a type that is not the type inside', {key: line.replace('ssh-ed25519 ', 'ssh-rsa ')}],
    ['DSA', {key: 'ssh-dss AAAAB3NzaC1kc3MAAACB'}],
    ['a certificate', {key: 'ssh-ed25519-cert-v01@openssh.com AAAA'}],
    ['two lines', {key: `${line}\n${line}`}],
    ['options before the key', {key: `namespaces="git" ${line}`}],
    ['an OpenPGP key given as SSH', {key: pgp('mDMEZg==')}],
    ['an SSH key given as OpenPGP', {type: 'gpg', key: line}],
    ['a key id', {type: 'gpg', key: 'B5690EEEBB952194'}],
    ['a signature in the armor of a key', {type: 'gpg', key: pgp('iHUEABYI')}],
    ['two armored keys', {type: 'gpg', key: pgp('mDMEZg==') + pgp('mDMEZg==')}],
  ])('%s has not', (_, key) => {
    expect(told(person('okafor', [key]))).toEqual(['error record/key okafor/keys.0.key'])
  })

  test('a private key is told as what it is', () => {
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----'
    expect(told(person('okafor', [{key}]))).toEqual(['error record/private-key okafor/keys.0.key'])
    expect(JSON.stringify(checkKeys([person('okafor', [{key}])]))).not.toContain('b3Bl')
  })
})

describe('a key that stands twice', () => {
  const other = `${line} other comment`
  test('at two people on the same day is an error', () => {
    expect(
      told(
        person('okafor', [{key: line, to: '2024-06-30'}]),
        person('lopez', [{key: other, from: '2024-06-30'}]),
      ),
    ).toEqual(['error record/key-shared lopez/keys.0.key'])
  })

  test('at two people one after the other is a warning', () => {
    expect(
      told(
        person('okafor', [{key: line, to: '2024-06-30'}]),
        person('lopez', [{key: other, from: '2024-07-01'}]),
      ),
    ).toEqual(['warning record/key-shared lopez/keys.0.key'])
  })

  test('at one person on the same days is a warning; on other days nothing', () => {
    const spans = (from: string) => [
      {key: line, to: '2024-06-30'},
      {key: other, from},
    ]
    expect(told(person('okafor', spans('2024-06-30')))).toEqual([
      'warning record/key-repeated okafor/keys.1.key',
    ])
    expect(told(person('okafor', spans('2024-07-01')))).toEqual([])
  })
})

test.each([
  [undefined, undefined, []],
  [undefined, '2025-01-01', []],
  ['2025-01-01', '2025-01-01', []],
  ['2025-01-01', '2025-01-02', ['warning record/key-role okafor/keys.0']],
  ['2025-01-01', undefined, ['warning record/key-role okafor/keys.0']],
])('roles to %s and a key to %s', (roleEnds, to, expected) => {
  expect(
    told(person('okafor', [{key: line, ...(to === undefined ? {} : {to})}], roleEnds)),
  ).toEqual(expected)
})
