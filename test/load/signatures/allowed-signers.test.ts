import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {allowedSignersOf, readAllowedSigners} from '../../../src/load/signatures/allowed-signers.ts'
import {CannotRun} from '../../../src/model/diagnostic.ts'
import {allowedSignersText, outOfForce, type KnownKey} from '../../../src/model/signature.ts'
import {ed25519} from '../../helpers/ssh-signer.ts'

const key = ed25519().publicLine
const at = (text: string) => Date.parse(text) / 1000

test.each<[string, object]>([
  [`a@x ${key}`, {person: 'a@x'}],
  [`a@x ${key} a comment "of words"`, {person: 'a@x'}],
  [`"a b",c@x ${key}`, {person: 'a b,c@x'}],
  [`a@x namespaces="git,file" ${key}`, {namespaces: ['git', 'file']}],
  [`a@x NAMESPACES="git" ${key}`, {namespaces: ['git']}],
  [
    `a@x valid-after="20250101",valid-before="20250630123456Z" ${key}`,
    {window: {after: at('2025-01-01T00:00:00Z'), before: at('2025-06-30T12:34:56Z')}},
  ],
  [`a@x valid-after="202501011230" ${key}`, {window: {after: at('2025-01-01T12:30:00Z')}}],
])('reads %s', (line, expected) => {
  const [known, ...more] = allowedSignersOf(`# a remark\n\n${line}\r\n`)
  expect(known).toMatchObject({type: 'ssh', key, ...expected})
  expect(more).toEqual([])
})

test.each([
  [`a@x cert-authority ${key}`, 'cert-authority'],
  [`a@x cert-authority,namespaces="git" ${key}`, 'cert-authority'],
  [`a@x no-touch-required ${key}`, 'no-touch-required'],
  [`a@x namespaces="git",namespaces="file" ${key}`, 'second `namespaces`'],
  [`a@x valid-after="20250230" ${key}`, '20250230'],
  [`a@x valid-after="tomorrow" ${key}`, 'tomorrow'],
  [`a@x namespaces=git ${key}`, 'namespaces=git'],
  ['a@x', 'a@x'],
  [key, 'ssh-ed25519'],
  ['a@x ssh-ed25519 AAAA', 'a@x'],
])('refuses %s, and says the line', (line, found) => {
  const read = () => allowedSignersOf(`# a remark\n${line}\n`)
  expect(read).toThrow(CannotRun)
  expect(read).toThrow(/line 2/)
  expect(read).toThrow(found)
})

test('a file that is not there is no list without keys', () => {
  expect(() => readAllowedSigners('no-such-file')).toThrow(CannotRun)
})

describe('what is printed', () => {
  const known: KnownKey = {person: 'okafor', type: 'ssh', key: `${key} home`}
  const print = (more: Partial<KnownKey> = {}) =>
    allowedSignersText([{...known, ...more}], {namespaces: ['git', 'cinch-seal']})

  test('has the days as seconds of UTC, both included', () => {
    expect(print({from: '2025-01-01', to: '2025-06-30'})).toBe(
      `okafor namespaces="git,cinch-seal",valid-after="20250101000000Z",valid-before="20250630235959Z" ${key}\n`,
    )
  })

  test('has no OpenPGP key, and nothing that could begin another line or option', () => {
    expect(print({type: 'gpg'})).toBe('')
    expect(print({person: 'a b"\nc ssh-ed25519 AAAA'})).toBe(
      `a_b__c_ssh-ed25519_AAAA namespaces="git,cinch-seal" ${key}\n`,
    )
    expect(print({key: `${key}\nevil ${key}`}).split('\n')).toHaveLength(2)
  })

  test('reads back to the same days', () => {
    const day = fc.date({
      min: new Date('1970-01-02'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from, to] = [a, b].map((it) => it.toISOString().slice(0, 10)).sort()
        const one = {
          ...known,
          ...(from === undefined ? {} : {from}),
          ...(to === undefined ? {} : {to}),
        }
        const [again] = allowedSignersOf(allowedSignersText([one], {namespaces: ['git']}))
        const when = Math.floor(c.getTime() / 1000)
        if (again === undefined) throw new Error('expected a key')
        expect(outOfForce(again, when) === null).toBe(outOfForce(one, when) === null)
      }),
    )
  })
})
