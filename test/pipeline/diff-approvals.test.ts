import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {fingerprintAlgorithm, fingerprintOf} from '../../src/approvals/fingerprint.ts'
import {weakenedUnapproved} from '../../src/model/change.ts'
import {compareRevisions, rangeOf} from '../../src/pipeline/diff.ts'
import {folderOf, gitAt} from '../helpers/run-cinch.ts'

const folders: string[] = []
afterAll(() => {
  for (const it of folders) rmSync(it, {recursive: true, force: true})
})

const config = 'formatVersion: 1\napprovals: [{kind: Hold, quorum: [{role: counsel, count: 1}]}]\n'
const person = (id: string, more = '') => `kind: Person
id: ${id}
name: ${id}
emails: [${id}@x.example]
roles: [{role: counsel, from: 2024-01-01}]
${more}`
const hold = {
  kind: 'Hold',
  id: 'h',
  title: 'H',
  placed: '2025-01-01',
  instructedBy: 'venn',
  scope: 'S',
}
const released = {...hold, released: '2026-01-05'}
const approval = (by: string) => ({
  kind: 'Approval',
  id: `h-${by}`,
  record: {kind: 'Hold', id: 'h'},
  fingerprint: {algorithm: fingerprintAlgorithm, value: fingerprintOf(released)},
  person: by,
  role: 'counsel',
  date: '2026-01-06',
  verdict: 'approved',
})

type Files = Readonly<Record<string, string | object>>

/** One commit a step, by the person named first. */
function history(...steps: readonly (readonly [string, Files])[]): string {
  const folder = folderOf({'cinch.yaml': config})
  folders.push(folder)
  git(folder, 'init', '--quiet', '--initial-branch=main')
  for (const [by, files] of steps) {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), {recursive: true})
      writeFileSync(
        join(folder, file),
        typeof content === 'string' ? content : `${JSON.stringify(content)}\n`,
      )
    }
    git(folder, 'add', '--all')
    const name = ['-c', `user.name=${by}`, '-c', `user.email=${by}@x.example`]
    git(folder, ...name, 'commit', '--quiet', '--message', by)
  }
  return folder
}

function git(folder: string, ...args: readonly string[]): void {
  gitAt(folder, '2026-01-06T12:00:00Z', args)
}

async function compared(
  root: string,
  range: string,
  {worktree = false, change = true, allowedSigners = ''} = {},
) {
  const comparison = await compareRevisions({
    root,
    ...(allowedSigners === '' ? {} : {allowedSigners}),
    range: rangeOf(range, worktree),
    overlays: [],
    asOf: '2026-06-30',
    toolVersion: '0.0.0',
    change,
  })
  const [{after, reasons, ...marks} = {after: null, reasons: []}] = comparison.approvals
  const none = {authorsUnknown: false, granted: false, signersUnknown: false}
  const {authorsUnknown, granted, signersUnknown} = {...none, ...marks}
  return {
    open: weakenedUnapproved(comparison).length,
    standing: {after, authorsUnknown, granted, signersUnknown},
    reasons: reasons.join('; '),
  }
}

const start = [
  'okafor',
  {'okafor.yaml': person('okafor'), 'venn.yaml': person('venn'), 'h.yaml': hold},
] as const
const plain = {after: 'approved', authorsUnknown: false, granted: false, signersUnknown: false}

test('an approval of somebody else covers what weakens', async () => {
  const root = history(
    start,
    ['okafor', {'h.yaml': released}],
    ['venn', {'a.yaml': approval('venn')}],
  )
  expect(await compared(root, 'HEAD~2')).toMatchObject({open: 0, standing: plain})
})

test('that of who made the change does not', async () => {
  const root = history(start, ['okafor', {'h.yaml': released, 'a.yaml': approval('okafor')}])
  const {open, standing, reasons} = await compared(root, 'HEAD~1')
  expect({open, after: standing.after}).toEqual({open: 1, after: 'missing'})
  expect(reasons).toContain('`okafor` is the author of the change')
})

test('nor one beside content that is not committed, of which nobody knows the author', async () => {
  const root = history(start)
  writeFileSync(join(root, 'h.yaml'), JSON.stringify(released))
  writeFileSync(join(root, 'a.yaml'), JSON.stringify(approval('venn')))
  const {open, standing, reasons} = await compared(root, 'HEAD', {worktree: true})
  expect({open, standing}).toEqual({open: 1, standing: {...plain, authorsUnknown: true}})
  expect(reasons).toContain('not committed')
})

test('nor one in a shallow clone', async () => {
  const root = history(
    start,
    ['okafor', {'h.yaml': released}],
    ['venn', {'a.yaml': approval('venn')}],
  )
  const clone = folderOf({})
  folders.push(clone)
  git(clone, 'clone', '--quiet', `file://${root}`, 'whole')
  git(clone, 'clone', '--quiet', '--depth=2', '--no-local', `file://${root}`, 'shallow')
  const {standing, reasons} = await compared(join(clone, 'shallow'), 'HEAD~1')
  expect(standing).toEqual({...plain, authorsUnknown: true})
  expect(reasons).toContain('history of main cannot be read whole')
  expect(await compared(join(clone, 'whole'), 'HEAD~2')).toMatchObject({open: 0, standing: plain})
})

test('who compares the tips of two lines is not told that the change brings somebody along', async () => {
  const root = history(
    start,
    ['okafor', {'h.yaml': released}],
    ['venn', {'a.yaml': approval('venn')}],
  )
  git(root, 'branch', 'change')
  git(root, 'reset', '--quiet', '--hard', 'HEAD~2')
  writeFileSync(join(root, 'venn.yaml'), person('venn').replace('venn@', 'p.venn@'))
  git(root, '-c', 'user.name=o', '-c', 'user.email=okafor@x.example', 'commit', '-qam', 'Moved on')
  expect(await compared(root, 'HEAD...change')).toMatchObject({open: 0, standing: plain})
  const {standing, reasons} = await compared(root, 'HEAD..change')
  expect(standing).toEqual({...plain, granted: true})
  expect(reasons).toContain(
    'the first side does not hold the Person record of `venn` with the same',
  )
})

test('nor one of a change that comes from nobody on record', async () => {
  const root = history(
    start,
    ['elsewhere', {'h.yaml': released}],
    ['venn', {'a.yaml': approval('venn')}],
  )
  const {open, standing, reasons} = await compared(root, 'HEAD~2')
  expect({open, standing}).toEqual({open: 1, standing: {...plain, authorsUnknown: true}})
  expect(reasons).toContain('`elsewhere@x.example`, an address of nobody on record')
  expect(await compared(root, 'HEAD~2', {change: false})).toMatchObject({open: 0, standing: plain})
})

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f'

/** What the change itself brings: who is to agree to it, a role, another address, a key. */
test.each([
  ['the person', 'stell', {'stell.yaml': person('stell')}],
  ['the address', 'venn', {'venn.yaml': person('venn').replace('venn@', 'other@')}],
  [
    'the key',
    'venn',
    {'venn.yaml': person('venn', `keys: [{type: ssh, key: ${key}, from: 2026-05-01}]\n`)},
  ],
])('nor one of somebody of whom the change brings %s', async (_what, by, files) => {
  const root = history(
    start,
    ['okafor', {'h.yaml': released}],
    ['okafor', files],
    [by, {'a.yaml': approval(by)}],
  )
  const strict = await compared(root, 'HEAD~3')
  expect(strict).toMatchObject({open: 1, standing: {...plain, granted: true}})
  expect(strict.reasons).toContain('covers nothing here')
  // Between two seals lie many changes: who came in between may have agreed to a later one.
  expect(await compared(root, 'HEAD~3', {change: false})).toMatchObject({open: 0, standing: plain})
  expect(await compared(root, 'HEAD~2')).toMatchObject({standing: {granted: true}})
  expect(await compared(root, 'HEAD~1')).toMatchObject({standing: plain})
})

test('a name spelled otherwise brings nobody along', async () => {
  const root = history(
    start,
    [
      'okafor',
      {'h.yaml': released, 'venn.yaml': person('venn').replace('name: venn', 'name: P. Venn')},
    ],
    ['venn', {'a.yaml': approval('venn')}],
  )
  const {standing} = await compared(root, 'HEAD~2')
  expect(standing.granted).toBe(false)
})

/** A new key in a folder of its own; the line of its public half. */
function newKey(): {readonly file: string; readonly line: string} {
  const folder = folderOf({})
  folders.push(folder)
  const file = join(folder, 'key')
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'venn', '-f', file])
  return {file, line: readFileSync(`${file}.pub`, 'utf8').trim()}
}

/** Signs the last commit of `venn` again. */
function sign(root: string, {file}: {readonly file: string}): void {
  const name = ['-c', 'user.name=venn', '-c', 'user.email=venn@x.example']
  const key = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${file}`]
  git(root, ...name, ...key, 'commit', '--quiet', '--amend', '--no-edit', '-S')
}

describe('who has a key on record signs their own approvals', () => {
  const key = newKey()
  const keys = `keys: [{type: ssh, key: '${key.line}', from: 2024-01-01}]\n`
  const steps = (policy: string) =>
    [
      [start[0], {...start[1], 'venn.yaml': person('venn', keys), 'cinch.yaml': policy}],
      ['okafor', {'h.yaml': released}],
      ['venn', {'a.yaml': approval('venn')}],
    ] as const
  const apart = config.replace('quorum', 'authorExcluded: false, quorum')

  test.each([
    ['where the author may not approve', config],
    ['where the author may', apart],
  ])('%s', async (_, policy) => {
    const root = history(...steps(policy))
    const unsigned = await compared(root, 'HEAD~2')
    expect(unsigned).toMatchObject({open: 1, standing: {after: 'missing'}})
    expect(unsigned.reasons).toContain('it is not signed')
    sign(root, key)
    expect(await compared(root, 'HEAD~2')).toMatchObject({open: 0, standing: plain})
  })

  test('and where that is not known, it covers nothing', async () => {
    const root = history(...steps(apart))
    const clone = folderOf({})
    folders.push(clone)
    git(clone, 'clone', '--quiet', '--depth=2', '--no-local', `file://${root}`, 'shallow')
    const shallow = await compared(join(clone, 'shallow'), 'HEAD~1')
    expect(shallow.standing).toEqual({...plain, signersUnknown: true})
    expect(shallow.reasons).toContain('git fetch --unshallow')

    git(root, 'reset', '--quiet', '--soft', 'HEAD~1')
    const loose = await compared(root, 'HEAD~1', {worktree: true})
    expect(loose).toMatchObject({open: 1, standing: {...plain, signersUnknown: true}})
    expect(loose.reasons).toContain('the approval is not committed')
  })

  test('a file of keys decides alone whose the key is', async () => {
    const root = history(...steps(config))
    sign(root, key)
    const allowedSigners = `${key.file}.allowed`
    writeFileSync(allowedSigners, `venn@x.example ${key.line}\n`)
    expect(await compared(root, 'HEAD~2', {allowedSigners})).toMatchObject({open: 0})
    writeFileSync(allowedSigners, `venn@x.example ${newKey().line}\n`)
    const other = await compared(root, 'HEAD~2', {allowedSigners})
    expect(other).toMatchObject({open: 1, standing: {after: 'missing'}})
  })
})
