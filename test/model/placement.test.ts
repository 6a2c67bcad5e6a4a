import {expect, test} from 'vitest'
import {fileFor} from '../../src/model/placement.ts'
import type {Entry, Kind} from '../../src/model/workspace.ts'

/** A workspace of protocols in these files. */
const held = (...files: readonly (readonly [root: string, file: string])[]) => ({
  all: <K extends Kind>(kind: K) =>
    (kind === 'Protocol'
      ? files.map(([root, file]) => ({kind, root, file}))
      : []) as unknown as readonly Entry<K>[],
})

test.each([
  ['no record yet', [], 'records/protocols/<id>.yaml'],
  ['a folder of their own', [['main', 'clinical/asthma.yaml']], 'clinical/<id>.yaml'],
  [
    'most of them in one',
    [
      ['main', 'old/a.yaml'],
      ['main', 'clinical/b.yaml'],
      ['main', 'clinical/c.yaml'],
    ],
    'clinical/<id>.yaml',
  ],
  ['one file for all kinds', [['main', 'protocol.yaml']], 'records/protocols/<id>.yaml'],
  ['an overlay', [['counsel', 'secret/a.yaml']], 'records/protocols/<id>.yaml'],
] as const)(
  'a new record is said to go where `cinch add` puts it: %s',
  (_name, files, expected) => {
    expect(fileFor(held(...files), 'Protocol')).toBe(expected)
  },
)

test('the name of the file can be said', () => {
  expect(fileFor(held(), 'NecessityRecord', 'ppo')).toBe('records/necessity/ppo.yaml')
})
