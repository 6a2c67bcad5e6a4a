import {expect, test} from 'vitest'
import type {SealPredicate} from '../../src/model/seal.ts'
import {sealText} from '../../src/report/seal.ts'

const predicate: SealPredicate = {
  sequence: 2,
  previous: null,
  commit: 'b6b24ddd2438'.padEnd(40, '0'),
  tree: '0'.repeat(40),
  folder: '',
  asOf: '2026-06-30',
  inputs: {},
  tool: {name: 'cinch', version: '0.1.0'},
  node: '20.19.0',
  rules: {version: '1.0.0', hash: '0'},
  lines: [],
  signer: {scheme: 'none'},
}
const told = (written: boolean) =>
  sealText({written, predicate, files: [], outputs: [], whole: true})

test('what was sealed names the command that compiles its dossier, at 80 columns', () => {
  const text = told(true)
  expect(text).toContain('\n  cinch dossier --at b6b24ddd2438 --as-of 2026-06-30 --out DIR\n')
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('a dry run tells no next step', () => {
  expect(told(false)).not.toContain('cinch dossier')
})
