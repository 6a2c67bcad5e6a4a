import {mkdirSync, renameSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {prepareSeal} from '../../src/pipeline/seal.ts'
import {
  codesOf,
  commitAll,
  copyOf,
  dossierOf,
  freshPath,
  git,
  keys,
  lastSeal,
  put,
  removeScratch,
  seal,
  sealOnly,
  smallNetwork,
  textOf,
  toolVersion,
  verify,
} from './sealed-repository.ts'

// Each test rebuilds dossiers.
vi.setConfig({testTimeout: 120_000})

const base = freshPath('odd')
let dossier = ''
let first = ''
beforeAll(async () => {
  smallNetwork(base)
  git(base, ['config', 'uploadpack.allowFilter', 'true'])
  dossier = await dossierOf(base)
  first = await seal(base, {key: keys.okafor, tag: 'seals/1'})
})
afterAll(removeScratch)

async function looked(root: string, target = join(root, lastSeal(root))) {
  const verification = await verify(root, target)
  const {checks, incomplete} = verification
  const told = checks.map(({told: words}) => words)
  const inState = (state: string) => checks.filter((it) => it.state === state).map((it) => it.name)
  const codes = codesOf(verification)
  return {codes, incomplete, told, fails: inState('fails'), notChecked: inState('notChecked')}
}

const holds = {codes: [], incomplete: false, fails: [], notChecked: []}
const unseen = ['inputs', 'exhibits', 'history', 'chain', 'rules', 'rebuild']

test.each([
  ['--depth=1', ['history/shallow', 'seal/tag-missing'], ['signature', ...unseen]],
  ['--filter=blob:none', ['history/partial'], ['history', 'chain', 'rules', 'rebuild']],
  ['--filter=tree:0', ['history/partial'], unseen],
])(
  'a clone with %s: what is not here is told as such, neither passed nor called tampering',
  async (how, codes, notChecked) => {
    const clone = freshPath('clone')
    git(base, ['clone', '-q', how, `file://${base}`, clone])
    for (const target of [join(clone, first), dossier]) {
      const {told, ...found} = await looked(clone, target)
      expect(found).toEqual({codes, incomplete: true, fails: [], notChecked})
      expect(told).toContain('Not looked at: the clone is not whole')
      expect(told.join('\n')).not.toMatch(/hint:|Unexpected (?:answer|revision)/)
    }
  },
)

test('a whole clone without the tag does not hold, and is told where to look for it', async () => {
  const clone = freshPath('clone')
  git(base, ['clone', '-q', '--no-tags', `file://${base}`, clone])
  const {findings} = await verify(clone, join(clone, first))
  expect(findings.map(({code, severity}) => `${severity} ${code}`)).toEqual([
    'error seal/tag-missing',
  ])
  expect(findings[0]?.help).toContain('git fetch --tags')
  git(clone, ['fetch', '-q', '--tags'])
  expect(await looked(clone, join(clone, first))).toMatchObject(holds)
})

test.each([
  ['letter case of an exhibit', 'exhibits/Minutes.txt', 'exhibits/minutes.txt'],
  ['Unicode form of an exhibit', 'exhibits/cafe\u0301.txt', 'exhibits/caf\u00e9.txt'],
  ['letter case of a record file', 'records/People.yaml', 'records/people.yaml'],
])(
  'names that differ in the %s alone are a fault, and nothing is sealed',
  async (_, one, other) => {
    const root = copyOf(base)
    for (const path of [one, other])
      if (path.startsWith('exhibits/caf') || path === one) put(root, path, `# ${path.length}\n`)
    commitAll(root, 'Names')
    const prepared = await prepareSeal({
      root,
      at: 'HEAD',
      pinned: false,
      asOf: '2026-06-30',
      toolVersion,
    })
    expect(prepared.faults).toBeGreaterThan(0)
    expect(prepared.opened.diagnostics.map(({code}) => code)).toContain('file/name-collision')
    // What was sealed before is still what it was.
    expect(await looked(root)).toMatchObject(holds)
  },
)

/** Puts a folder elsewhere, and a link in its place. */
function linked(root: string, folder: string): string {
  const away = join(freshPath('away'), folder)
  mkdirSync(dirname(away))
  renameSync(join(root, folder), away)
  symlinkSync(away, join(root, folder))
  return away
}

test('a link in the place of the folder of seals: nothing is written through it', async () => {
  const root = copyOf(base)
  const away = linked(root, 'seals')
  await expect(sealOnly(root, {key: keys.venn})).rejects.toThrow('Unexpected link at `seals`')
  commitAll(root, 'Link')
  const {codes, fails} = await looked(root, join(away, first.slice('seals/'.length)))
  expect(codes).toEqual(['seal/not-held', 'seal/removed'])
  expect(fails).toEqual(['chain'])
})

test.each([
  ['exhibits', ['exhibit/removed']],
  ['records', ['exhibit/removed']],
])('a link in the place of the folder %s, committed, hides nothing', async (folder, codes) => {
  const root = copyOf(base)
  linked(root, folder)
  await expect(sealOnly(root, {key: keys.venn})).rejects.toThrow('change that is not committed')
  commitAll(root, 'Link')
  const found = await looked(root)
  expect(found.codes).toEqual(codes)
  expect(found.fails).toEqual(['exhibits'])
})

test('a repository and a dossier that are reached through links hold', async () => {
  const link = freshPath('link')
  symlinkSync(base, link)
  const beside = freshPath('beside')
  symlinkSync(dirname(dossier), beside)
  expect(await looked(link)).toMatchObject(holds)
  expect(await looked(link, join(base, first))).toMatchObject(holds)
  expect(await looked(base, join(beside, dossier.slice(dirname(dossier).length)))).toMatchObject(
    holds,
  )
  expect(textOf(link, first)).toBe(textOf(base, first))
})
