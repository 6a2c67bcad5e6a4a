import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {SealPredicate} from '../../src/model/seal.ts'
import {isTagName, outputsOf, readSeal, sealBytes, statementOf} from '../../src/seal/statement.ts'
import {readTag, tagPayload} from '../../src/seal/tag.ts'

const hash = 'a'.repeat(64)
const predicate: SealPredicate = {
  sequence: 1,
  previous: null,
  commit: 'b'.repeat(40),
  tree: 'c'.repeat(40),
  folder: '',
  asOf: '2026-06-30',
  inputs: {'records/é.yaml': hash, 'cinch.yaml': hash},
  tool: {name: 'cinch', version: '0.0.0'},
  node: 'v20.20.2',
  rules: {version: '1.0.0', hash: '0123456789ab'},
  lines: [],
  signer: {scheme: 'none'},
}
const statement = statementOf(predicate, [{name: 'dossier.pdf', sha256: hash}])

test('the bytes are canonical: sorted, ASCII, one line feed at the end', () => {
  const text = sealBytes(statement).toString('utf8')
  // oxlint-disable-next-line no-control-regex
  expect(text).toMatch(/^[\n\x20-\x7e]*\n$/)
  expect(text.indexOf('"cinch.yaml"')).toBeLessThan(text.indexOf('"records/\\u00e9.yaml"'))
  expect(readSeal(sealBytes(statement))).toEqual({statement})
  expect(outputsOf(statement)).toEqual([{name: 'dossier.pdf', sha256: hash}])
})

test.each([
  ['another form of the same', JSON.stringify(statement)],
  [
    'a second key of one name',
    sealBytes(statement).toString().replace('"asOf"', '"asOf": "2025-01-01",\n    "asOf"'),
  ],
  [
    'another kind of statement',
    sealBytes(statement).toString().replace('cinch.example/seal', 'slsa.dev/provenance'),
  ],
  [
    'a hash of the wrong form',
    sealBytes({...statement, predicate: {...predicate, commit: '--help'}}).toString(),
  ],
  ['no JSON', 'seal\n'],
])('refuses %s', (_name, text) => {
  expect(readSeal(Buffer.from(text))).toHaveProperty('problem')
})

test('never throws on any bytes, and reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
      expect(readSeal(bytes)).toHaveProperty('problem')
    }),
  )
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(readSeal(Buffer.from(text))).toHaveProperty('problem')
    }),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.constant(hash)), (inputs) => {
      const made = statementOf({...predicate, inputs: {...inputs}}, [])
      expect(readSeal(sealBytes(made))).toEqual({statement: made})
    }),
  )
})

test.each([
  ['seal-1', true],
  ['seals/2026-q2', true],
  ['-d', false],
  ['a..b', false],
  ['a b', false],
  ['refs/../x', false],
  ['a.lock', false],
  ['', false],
])('`%s` is a name of a tag: %s', (name, is) => {
  expect(isTagName(name)).toBe(is)
})

test('the payload of a tag is read back, and no name breaks out of its line', () => {
  const payload = tagPayload({
    commit: predicate.commit,
    name: 'seal-1',
    tagger: {name: 'A\ntag other\n<x>', email: 'a@b>\n', at: 1},
    path: 'seals/0001-bbbbbbbbbbbb.intoto.json',
    sha256: hash,
  })
  const read = readTag(`${payload}-----BEGIN SSH SIGNATURE-----\nX\n`)
  expect(read).toMatchObject({object: predicate.commit, name: 'seal-1', payload})
  expect(read?.message).toContain(`sha256:${hash}`)
})
