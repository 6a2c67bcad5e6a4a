import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {readTrail} from '../../../src/load/git/history.ts'
import {openRepository, resolveRevision} from '../../../src/load/git/repository.ts'
import {openCommit} from '../../../src/load/git/store.ts'
import {uncommitted} from '../../../src/load/git/uncommitted.ts'
import {meeting, Scratch, scratchFolder} from './scratch.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

/** A repository with a script beside it that leaves a mark when it runs. */
function trap(): {scratch: Scratch; script: string; sprung: () => boolean} {
  const folder = scratchFolder()
  const [script, mark] = [join(folder, 'trap'), join(folder, 'mark')]
  writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> ${mark}\nexit 0\n`)
  chmodSync(script, 0o755)
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': meeting('a', 'held: 2024-01-02\n')}})
  scratch.commit({files: {'a.yaml': meeting('a', 'held: 2024-01-03\n'), 'b.csv': 'x\n'}})
  return {scratch, script, sprung: () => existsSync(mark)}
}

/** Everything that reads. */
async function readAll(root: string): Promise<void> {
  await readTrail({root, rootName: 'main'})
  await resolveRevision(root, 'HEAD')
  const store = await openCommit(root, 'HEAD')
  for (const {path, type} of store.list()) if (type === 'file') store.read(path)
  await uncommitted(root)
}

type Plant = (scratch: Scratch, script: string) => void

const config =
  (text: string): Plant =>
  (scratch, script) => {
    appendFileSync(join(scratch.root, '.git/config'), text.replaceAll('TRAP', script))
  }

const plants: Record<string, Plant> = {
  'file monitor': config('[core]\n fsmonitor = TRAP\n'),
  'hooks by configuration': (scratch, script) => {
    mkdirSync(join(scratch.root, 'hooks'))
    for (const name of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman'])
      writeFileSync(join(scratch.root, 'hooks', name), `#!/bin/sh\n${script}\n`, {mode: 0o755})
    config(`[core]\n hooksPath = ${scratch.root}/hooks\n`)(scratch, script)
  },
  'hooks in their place': (scratch, script) => {
    mkdirSync(join(scratch.root, '.git/hooks'), {recursive: true})
    for (const name of ['post-index-change', 'reference-transaction', 'post-checkout'])
      writeFileSync(join(scratch.root, '.git/hooks', name), `#!/bin/sh\n${script}\n`, {mode: 0o755})
  },
  'filters of attributes': (scratch, script) => {
    scratch.write('.gitattributes', '* filter=evil diff=evil merge=evil text\n')
    config(
      '[filter "evil"]\n clean = TRAP\n smudge = TRAP\n process = TRAP\n required = true\n[diff "evil"]\n textconv = TRAP\n command = TRAP\n',
    )(scratch, script)
    scratch.write('a.yaml', meeting('a', 'held: 2024-02-02\n'))
  },
  'attributes outside the tree': (scratch, script) => {
    mkdirSync(join(scratch.root, '.git/info'), {recursive: true})
    writeFileSync(join(scratch.root, '.git/info/attributes'), '* filter=evil diff=evil\n')
    config('[filter "evil"]\n clean = TRAP\n[diff "evil"]\n textconv = TRAP\n command = TRAP\n')(
      scratch,
      script,
    )
    scratch.write('a.yaml', 'changed')
  },
  'external diff': config('[diff]\n external = TRAP\n'),
  signatures: (scratch, script) => {
    const tree = scratch.git('rev-parse', 'HEAD^{tree}').trim()
    const parent = scratch.git('rev-parse', 'HEAD').trim()
    const text = `tree ${tree}\nparent ${parent}\nauthor B <b@x> 1 +0000\ncommitter B <b@x> 1 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\nsigned\n`
    const hash = scratch.gitWith({}, ['hash-object', '-t', 'commit', '-w', '--stdin'], text).trim()
    scratch.git('update-ref', 'HEAD', hash)
    config(
      '[log]\n showSignature = true\n[gpg]\n program = TRAP\n[gpg "ssh"]\n program = TRAP\n defaultKeyCommand = TRAP\n',
    )(scratch, script)
  },
  'pager, editor and aliases': config(
    '[core]\n pager = TRAP\n editor = TRAP\n askPass = TRAP\n[pager]\n log = TRAP\n cat-file = TRAP\n ls-tree = TRAP\n[alias]\n log = !TRAP\n cat-file = !TRAP\n ls-tree = !TRAP\n',
  ),
  'settings from another file': (scratch, script) => {
    writeFileSync(
      join(scratch.root, 'evil.config'),
      `[core]\n fsmonitor = ${script}\n[diff]\n external = ${script}\n[log]\n showSignature = true\n[gpg]\n program = ${script}\n`,
    )
    config('[include]\n path = ../evil.config\n path = ~/none\n')(scratch, script)
  },
  'a promise to fetch': (scratch, script) => {
    const blob = scratch.git('rev-parse', 'HEAD:b.csv').trim()
    rmSync(join(scratch.root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
    config(
      '[core]\n repositoryFormatVersion = 1\n sshCommand = TRAP\n gitProxy = TRAP\n[extensions]\n partialClone = evil\n[remote "evil"]\n url = ext::TRAP\n promisor = true\n uploadpack = TRAP\n[protocol "ext"]\n allow = always\n[protocol "ssh"]\n allow = always\n[credential]\n helper = !TRAP\n',
    )(scratch, script)
  },
  'borrowed objects': config('[core]\n alternateRefsCommand = TRAP\n alternateRefsPrefixes = x\n'),
}

describe('a repository that names programs', () => {
  test.each(Object.entries(plants))('%s: none is started', async (_name, plant) => {
    const {scratch, script, sprung} = trap()
    plant(scratch, script)
    await readAll(scratch.root).catch((error: unknown) => {
      // A damaged object may stop the reading, in our words; a program may not.
      expect(error).toMatchObject({name: 'CannotRun'})
    })
    expect(sprung()).toBe(false)
  })

  test('the traps would spring under plain git', () => {
    const {scratch, script, sprung} = trap()
    plants['filters of attributes']?.(scratch, script)
    scratch.gitWith({}, ['status', '--porcelain'], '', true)
    expect(sprung()).toBe(true)
  })
})

test('nothing of the shell that it is called from reaches git', async () => {
  const {scratch, script, sprung} = trap()
  const decoy = new Scratch()
  vi.stubEnv('GIT_DIR', join(decoy.root, '.git'))
  vi.stubEnv('GIT_EXTERNAL_DIFF', script)
  vi.stubEnv('GIT_PAGER', script)
  vi.stubEnv('GIT_TRACE', script)
  vi.stubEnv('GIT_CONFIG_COUNT', '1')
  vi.stubEnv('GIT_CONFIG_KEY_0', 'log.showRoot')
  vi.stubEnv('GIT_CONFIG_VALUE_0', 'false')
  vi.stubEnv('GIT_CONFIG_PARAMETERS', "'core.fsmonitor'='x'")
  const trail = await readTrail({root: scratch.root, rootName: 'main'})
  expect(trail).toMatchObject({status: 'complete', records: [{id: 'a', changes: [{}, {}]}]})
  expect(sprung()).toBe(false)
})

test('settings that would hide changes hide none', async () => {
  const {scratch} = trap()
  config(
    '[log]\n showRoot = false\n follow = true\n mailmap = true\n diffMerges = off\n decorate = full\n date = iso\n[diff]\n renames = copies\n relative = true\n noprefix = true\n ignoreSubmodules = all\n orderFile = none\n[color]\n ui = always\n[core]\n quotePath = true\n abbrev = 4\n worktree = /nowhere\n bare = true\n[i18n]\n logOutputEncoding = UTF-16\n[notes]\n displayRef = *\n[format]\n pretty = oneline\n',
  )(scratch, '')
  scratch.git('--work-tree=.', 'notes', 'add', '-m', ':100644 a note', 'HEAD')
  const trail = await readTrail({root: scratch.root, rootName: 'main'})
  expect(trail).toMatchObject({
    status: 'complete',
    records: [{id: 'a', changes: [{type: 'added'}, {type: 'changed'}]}],
  })
  expect(await uncommitted(scratch.root)).toEqual([])
})

test('reads nothing into the repository', async () => {
  const {scratch} = trap()
  const state = () =>
    readdirSync(scratch.root, {recursive: true, encoding: 'utf8', withFileTypes: false}).toSorted()
  const before = state()
  await readAll(scratch.root)
  expect(state()).toEqual(before)
})

test.each([
  '--output=x',
  '-h',
  '--all',
  '',
  'HEAD\n--all',
  'HEAD\0',
  'HEAD..HEAD~1',
  '^HEAD',
  'nowhere',
  'HEAD:a.yaml',
  ':a.yaml',
  '--end-of-options',
])('refuses the revision %j', async (rev) => {
  const {scratch} = trap()
  const before = readdirSync(scratch.root).toSorted()
  await expect(resolveRevision(scratch.root, rev)).rejects.toThrow(/^Unexpected revision `/)
  expect(readdirSync(scratch.root).toSorted()).toEqual(before)
})

test('reads the commits themselves, whatever replaces or grafts them', async () => {
  const {scratch} = trap()
  const [head, parent] = ['HEAD', 'HEAD~1'].map((it) => scratch.git('rev-parse', it).trim())
  const other = scratch.git('commit-tree', '-m', 'other', 'HEAD^{tree}').trim()
  const plain = await readTrail({root: scratch.root, rootName: 'main'})
  scratch.git('replace', parent ?? '', other)
  mkdirSync(join(scratch.root, '.git/info'), {recursive: true})
  writeFileSync(join(scratch.root, '.git/info/grafts'), `${head}\n`)
  expect(scratch.git('log', '--format=%H').trim()).toBe(head)
  expect(await readTrail({root: scratch.root, rootName: 'main'})).toEqual({
    ...plain,
    overridden: {grafts: true, replaced: 1},
  })
  scratch.git('pack-refs', '--all')
  expect(await openRepository(scratch.root)).toMatchObject({grafts: true, replaced: 1})
})

test('believes the commits over a commit-graph', async () => {
  const {scratch} = trap()
  const plain = await readTrail({root: scratch.root, rootName: 'main'})
  scratch.git('commit-graph', 'write', '--reachable')
  const file = join(scratch.root, '.git/objects/info/commit-graph')
  const graph = readFileSync(file)
  const chunk = (name: string) => Number(graph.readBigUInt64BE(graph.indexOf(name) + 4))
  const head = Buffer.from(scratch.git('rev-parse', 'HEAD').trim(), 'hex')
  const index = (graph.indexOf(head, chunk('OIDL')) - chunk('OIDL')) / 20
  // Parents stand after the tree; this number says that there is none.
  graph.writeUInt32BE(0x70000000, chunk('CDAT') + index * 36 + 20)
  chmodSync(file, 0o644)
  writeFileSync(file, graph)
  expect(scratch.git('log', '--format=%s').trim().split('\n')).toHaveLength(1)
  expect(await readTrail({root: scratch.root, rootName: 'main'})).toEqual(plain)
})

test.runIf(process.getuid?.() === 0)('reads a checkout that another user owns', async () => {
  const {scratch} = trap()
  spawnSync('chown', ['-R', '65534:65534', scratch.root])
  expect(() => scratch.git('status')).toThrow(/dubious ownership/)
  const trail = await readTrail({root: scratch.root, rootName: 'main'})
  expect(trail.status).toBe('complete')
  expect(await uncommitted(scratch.root)).toEqual([])
})

test('says what to do without git', async () => {
  const {scratch} = trap()
  vi.stubEnv('PATH', scratchFolder())
  await expect(openRepository(scratch.root)).rejects.toMatchObject({
    name: 'CannotRun',
    message: expect.stringContaining('without `git`'),
    help: 'Install git',
  })
})

test.each([
  ['999999999999999999', 253_402_300_799],
  ['253402300800', 253_402_300_799],
  ['1704445200', 1_704_445_200],
  ['-5', 0],
])('a commit that claims the time %s is dated', async (time, expected) => {
  const {scratch} = trap()
  const tree = scratch.git('rev-parse', 'HEAD^{tree}').trim()
  const text = `tree ${tree}\nauthor B <b@x> ${time} +0000\ncommitter B <b@x> ${time} +0000\n\nx\n`
  const args = ['hash-object', '-t', 'commit', '--literally', '-w', '--stdin']
  scratch.git('update-ref', 'HEAD', scratch.gitWith({}, args, text).trim())
  const trail = await readTrail({root: scratch.root, rootName: 'main'})
  expect(trail).toMatchObject({commits: [{author: {at: expected}, committer: {at: expected}}]})
})

test('why a history cannot be read is told, and not what git remarks beside it', async () => {
  vi.stubEnv('CINCH_NO_CACHE', '1')
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': meeting('a', 'held: 2024-01-02\n')}})
  scratch.commit({files: {'a.yaml': meeting('a', 'held: 2024-01-03\n')}})
  const tree = scratch.git('rev-parse', 'HEAD~1^{tree}').trim()
  rmSync(join(scratch.root, '.git/objects', tree.slice(0, 2), tree.slice(2)))
  await expect(readTrail({root: scratch.root, rootName: 'main'})).rejects.toThrow(
    new RegExp(`^Unexpected answer of \`git log\`: .*${tree}`),
  )
})

test.each([
  ['its configuration includes', 'pipe', '[include]\n path = ../pipe\n'],
  ['its head stands in', '.git/HEAD', ''],
])('a pipe where %s stops nothing for ever', async (_, pipe, text) => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']})
  const scratch = new Scratch()
  scratch.commit({files: {'a.yaml': meeting('a')}})
  appendFileSync(join(scratch.root, '.git/config'), text)
  rmSync(join(scratch.root, pipe), {force: true})
  spawnSync('mkfifo', [join(scratch.root, pipe)])
  const read = vi.fn<(ended: unknown) => void>()
  const reading = readTrail({root: scratch.root, rootName: 'main'}).then(read, read)
  await vi.advanceTimersByTimeAsync(299_999)
  expect(read).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await reading
  expect(read.mock.lastCall?.[0]).toMatchObject({
    name: 'CannotRun',
    message: expect.stringMatching(/^Unexpected silence of `git [-\w]+` for 300 seconds/) as string,
  })
})
