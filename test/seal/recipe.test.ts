import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Dossier} from '../../src/model/dossier.ts'
import {rewritten, sign} from '../tampering/attacks.ts'
import {
  commitAll,
  copyOf,
  dossierOf,
  edit,
  freshPath,
  git,
  keys,
  lastSeal,
  put,
  removeScratch,
  seal,
  smallNetwork,
} from '../tampering/sealed-repository.ts'

const base = freshPath('recipe')
let dossier = ''
let lines: readonly string[] = []

beforeAll(async () => {
  smallNetwork(base)
  await seal(base, {key: keys.okafor})
  dossier = await dossierOf(base)
  await seal(base, {key: keys.venn})
  put(base, 'README.md', 'Later\n')
  commitAll(base, 'Later')
  lines = recipeIn(join(dossier, 'dossier.json'))
})
afterAll(removeScratch)

/** The very text that the dossier prints. */
function recipeIn(file: string): readonly string[] {
  const {blocks} = JSON.parse(readFileSync(file, 'utf8')) as Dossier
  const at = blocks.findIndex((it) => it.type === 'heading' && it.id === 'seal-recipe')
  const list = blocks.slice(at).find((it) => it.type === 'list')
  if (list?.type !== 'list') throw new Error('The dossier prints no recipe')
  return list.items.map(({runs}) => runs.map(({text}) => text).join(''))
}

function check(root: string, folder = dossier) {
  const {status, stdout, stderr} = spawnSync('sh', ['-c', lines.join('\n')], {
    cwd: root,
    encoding: 'utf8',
    env: {PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1', DOSSIER: folder},
  })
  return {status, stdout, stderr}
}

test('holds for a real seal, with git, ssh-keygen and sha256sum alone', () => {
  const {status, stdout, stderr} = check(base)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/Good "cinch-seal" signature for venn[^]*The seal holds\n$/)
  expect(status).toBe(0)
})

test('holds for a seal whose tag was signed, and not for a tag of another seal or person', async () => {
  const root = copyOf(base)
  const folder = await dossierOf(root)
  lines = recipeIn(join(folder, 'dossier.json'))
  try {
    await seal(root, {key: keys.okafor, tag: 'seal-tagged'})
    const whole = check(root, folder)
    expect(whole.stderr).toBe('')
    expect(whole.stdout).toMatch(/Good "git" signature for okafor[^]*The seal holds\n$/)
    for (const [from, to] of [
      ['"asOf": "2026-06-30"', '"asOf": "2026-03-31"'],
      ['"person": "okafor"', '"person": "venn"'],
    ] as const) {
      const other = copyOf(root)
      edit(other, lastSeal(other), from, to)
      expect(check(other, folder).status, to).not.toBe(0)
    }
    const moved = copyOf(root)
    edit(moved, `${lastSeal(moved)}.tag`, 'sha256:', 'sha256:0')
    expect(check(moved, folder).stdout).not.toContain('The seal holds')
    const signed = copyOf(root)
    const [head = ''] = readFileSync(join(signed, `${lastSeal(signed)}.tag`), 'utf8').split('-----')
    writeFileSync(join(signed, `${lastSeal(signed)}.tag`), head)
    expect(check(signed, folder).stdout).not.toContain('The seal holds')
  } finally {
    lines = recipeIn(join(dossier, 'dossier.json'))
  }
})

test.each<[string, (root: string) => string | void]>([
  ['an edited seal', (root) => edit(root, lastSeal(root), '2026-06-30', '2026-03-31')],
  ['a seal signed by another person', (root) => sign(root, lastSeal(root), keys.whitcombe)],
  ['a signature removed', (root) => writeFileSync(join(root, `${lastSeal(root)}.sig`), '')],
  [
    'a history that was rewritten',
    (root) => {
      const first = git(root, ['rev-list', '--max-parents=0', 'HEAD'])
      const change = () => edit(root, 'records/network.yaml', 'Riverbend', 'Riverside')
      rewritten(root, (commit) => (commit === first ? change : 'keep'))
    },
  ],
  [
    'a replaced commit',
    (root) => {
      git(root, ['replace', git(root, ['rev-parse', 'HEAD~2']), git(root, ['rev-parse', 'HEAD~3'])])
    },
  ],
  [
    'an earlier seal that is another',
    (root) =>
      edit(
        root,
        'seals/' + git(root, ['ls-files', 'seals']).split('\n')[0]?.slice(6),
        '"node": "v',
        '"node": "w',
      ),
  ],
  [
    'an edited dossier',
    (root) => {
      const copy = copyOf(dossier)
      edit(copy, 'dossier.html', 'Riverbend', 'Riverside')
      return root === '' ? undefined : copy
    },
  ],
])('does not hold for %s', (_name, tamper) => {
  const root = copyOf(base)
  const folder = tamper(root) ?? dossier
  const {status, stdout} = check(root, folder)
  expect(status).not.toBe(0)
  expect(stdout).not.toContain('The seal holds')
})
