import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openTrail} from '../../src/pipeline/trail.ts'
import {writeCommits} from '../helpers/signed-commits.ts'
import {ed25519, type TestSigner} from '../helpers/ssh-signer.ts'
import {meeting, Scratch} from '../load/git/scratch.ts'

const [okafor, lopez] = [ed25519(), ed25519()]

function person(id: string, key: TestSigner, more = ''): string {
  return `kind: Person\nid: ${id}\nname: ${id}\nroles:\n  - {role: officer, from: 2024-01-01}\nkeys:\n  - {type: ssh, key: ${key.publicLine}, from: 2025-01-01}\n${more}`
}

/** Each step writes files; the last commit is signed. */
function repositoryOf(
  signer: TestSigner,
  ...steps: readonly Readonly<Record<string, string>>[]
): Scratch {
  const scratch = new Scratch()
  scratch.write('cinch.yaml', 'formatVersion: 1\n')
  const trees = steps.map((files) => {
    for (const [path, content] of Object.entries(files)) scratch.write(path, content)
    scratch.git('add', '--all')
    return scratch.git('write-tree').trim()
  })
  const date = '2025-06-15T12:00:00Z'
  writeCommits(
    scratch,
    trees.map((tree, at) => ({
      tree,
      date,
      message: `Step ${at}`,
      ...(at === trees.length - 1 ? {sign: signer.sign} : {}),
    })),
  )
  return scratch
}

async function lastSignature(root: string, overlays: readonly string[] = []) {
  const options = {root, overlays, at: 'HEAD', asOf: '2026-01-01', history: true}
  const whole = await openTrail({...options, verify: true})
  const shown = await openTrail({...options, verify: false})
  expect(shown.trails).toEqual(whole.trails)
  expect(shown.read).toEqual(whole.read)
  expect(shown.findings).toEqual([])
  return shown.trails.map(({commits}) => commits.at(-1)?.signature)
}

const okaforFile = {'people/okafor.yaml': person('okafor', okafor)}

/** Large enough that no version of it is read. */
const large = `# ${'x'.repeat(5 * 1024 * 1024)}\n`

test.each<[string, () => Scratch, string]>([
  [
    'among other records',
    () => repositoryOf(okafor, {...okaforFile, 'a.yaml': meeting('a')}),
    'good',
  ],
  ['nobody has it', () => repositoryOf(lopez, okaforFile), 'unknownKey'],
  [
    'behind another record in a file',
    () => repositoryOf(okafor, {'a.yaml': `${meeting('a')}---\n${person('okafor', okafor)}`}),
    'good',
  ],
  [
    'the word written with escapes',
    () =>
      repositoryOf(okafor, {
        'a.yaml': person('okafor', okafor).replace('kind: Person', '"\\x6bind": "\\x50erson"'),
      }),
    'good',
  ],
  [
    'in a file that no history follows',
    () =>
      repositoryOf(okafor, {
        'cinch.yaml': 'formatVersion: 1\nrecords: ["people/*.txt", "*.yaml"]\n',
        'a.yaml': meeting('a'),
        'people/okafor.txt': person('okafor', okafor),
      }),
    'good',
  ],
  [
    'in a file that could not be followed',
    () =>
      repositoryOf(okafor, {'a.yaml': large + meeting('a')}, {'a.yaml': person('okafor', okafor)}),
    'good',
  ],
  [
    'in a file that was moved',
    () =>
      repositoryOf(
        okafor,
        {'a.yaml': person('okafor', okafor)},
        {'a.yaml': meeting('a'), 'b.yaml': person('okafor', okafor)},
      ),
    'good',
  ],
  [
    'in a record that is no longer well-formed',
    () =>
      repositoryOf(okafor, okaforFile, {
        'people/okafor.yaml': person('okafor', okafor, 'roles: [\n'),
      }),
    'unknownKey',
  ],
  [
    'in the second of two records of one id',
    () => repositoryOf(okafor, {'a.yaml': person('okafor', lopez), ...okaforFile}),
    'unknownKey',
  ],
  [
    'in a record that is not valid',
    () => repositoryOf(okafor, {'a.yaml': person('okafor', okafor, 'shoe: 43\n')}),
    'unknownKey',
  ],
])('whose key it is, %s', async (_name, make, signature) => {
  expect(await lastSignature(make().root)).toEqual([signature])
})

test('whose key it is, in another root', async () => {
  const main = repositoryOf(lopez, okaforFile)
  const overlay = repositoryOf(okafor, {'b.yaml': person('lopez', lopez)})
  writeFileSync(join(overlay.root, 'new.yaml'), meeting('b'))
  expect(await lastSignature(main.root, [overlay.root])).toEqual(['unknownKey', 'good'])
})
