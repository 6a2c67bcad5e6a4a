import {expect, test} from 'vitest'
import type {SealCheckState, Verification} from '../../src/model/verification.ts'
import {verifyText} from '../../src/report/verify.ts'

const hash = 'a'.repeat(40)
const seal: NonNullable<Verification['seal']> = {
  file: 'seals/0001-a.intoto.json',
  sha256: hash,
  signature: {state: 'good', person: 'okafor', key: 'SHA256:x'},
  predicate: {
    sequence: 1,
    previous: null,
    commit: hash,
    tree: hash,
    folder: '',
    asOf: '2026-03-31',
    inputs: {},
    tool: {name: 'cinch', version: '0'},
    node: 'v20',
    rules: {version: '1', hash: ''},
    lines: [],
    signer: {scheme: 'none'},
  },
}

test.each([
  [
    'holds',
    'Everything that was looked at holds. A seal shows what was sealed, not that it is true.',
  ],
  ['notChecked', 'Nothing contradicts the seal; not checked: signature.'],
  [
    'recorded',
    'Nothing contradicts the seal; changed on counsel’s recorded instruction: signature.',
  ],
  ['fails', 'Does not hold: signature.'],
] as const)('%s comes to one sentence', (state: SealCheckState, sentence) => {
  const text = verifyText(
    {
      target: 'seals/0001-a.intoto.json',
      seal,
      checks: [{name: 'signature', state, told: 'Told'}],
      findings: [],
      incomplete: false,
      toolVersion: '0',
      exitCode: 0,
      discreet: false,
    },
    100,
  )
  expect(text.trimEnd().split('\n').at(-1)).toBe(sentence)
})

test('no line of it is longer than the terminal is wide', () => {
  const text = verifyText(
    {
      target: 'seals/0001-a.intoto.json',
      seal,
      checks: [{name: 'signature', state: 'holds', told: 'Told'}],
      findings: [],
      incomplete: false,
      toolVersion: '0',
      exitCode: 0,
      discreet: false,
    },
    80,
  )
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
})
