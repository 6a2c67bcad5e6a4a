import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {inputOf, partOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const hash = 'c'.repeat(64)
const config = {
  ignore: [
    {glob: 'records/p{2,3}.yaml', reason: 'old'},
    {glob: 'notes/**', reason: 'drafts'},
  ],
}
const ignored = [
  {root: 'main', file: 'records/p2.yaml', reason: 'old'},
  {root: 'main', file: 'records/p3.yaml', reason: 'old'},
  {root: 'main', file: '.gitignore', reason: 'Settings of git'},
]
const hashes = [
  {root: 'main', file: 'cinch.yaml', sha256: 'd'.repeat(64)},
  {root: 'main', file: 'records.yaml', sha256: hash},
  {root: 'main', file: 'broken.yaml', sha256: 'e'.repeat(64)},
]
const dossier = compile(inputOf(fullNetwork, {config, ignored, hashes}))

test('what the configuration leaves out is told with glob, reason and count', () => {
  const part = partOf(dossier, 'manifest')
  expect(part).toContain('records/p{2,3}.yaml | “old” | 2 | records/p2.yaml, records/p3.yaml')
  expect(part).toContain('notes/** | “drafts” | 0 | none')
  expect(part).toContain('built in | “Settings of git” | 1 | .gitignore')
})

test('the limits say that files are left out; nothing where no glob leaves any out', () => {
  expect(partOf(dossier, 'limits')).toContain('The configuration leaves 2 files out, by 2 globs')
  expect(partOf(compile(inputOf(fullNetwork)), 'limits')).not.toContain('The configuration leaves')
})

test('every input has its hash: configuration, records, and files that could not be used', () => {
  const part = partOf(dossier, 'manifest')
  expect(part).toContain(`cinch.yaml | ${'d'.repeat(64)} | configuration`)
  expect(part).toContain(`records.yaml | ${hash} | `)
  expect(part).toContain(`broken.yaml | ${'e'.repeat(64)} | none that could be used`)
  expect(part).toContain('byte for byte under one version of Node')
})

test('records of a file are named once by kind', () => {
  expect(partOf(dossier, 'manifest')).toContain(
    'Meeting board-2026-01, board-2026-04; Person ann-bell',
  )
})
