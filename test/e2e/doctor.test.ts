import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {fontFiles, type Checkup} from '../../src/model/checkup.ts'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

interface Told {
  readonly exitCode: number
  readonly checkups: readonly Checkup[]
}

function doctor(root: string, env: Readonly<Record<string, string>> = {}): Told {
  const {exitCode, stdout} = runCinch(['doctor', '--root', root, '--json'], {env})
  const told = JSON.parse(stdout) as Told
  expect(told.exitCode).toBe(exitCode)
  return told
}

function stateOf({checkups}: Told, id: string): string {
  const found = checkups.find((it) => it.id === id)
  return found === undefined ? 'not told' : `${found.state}: ${found.what}`
}

function committed(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf({...smallest, ...files})
  commitAll(folder)
  return folder
}

/** A folder with a program of that name that prints a line. */
function fake(name: string, line: string, folder = folderOf({x: ''})): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\necho '${line}'\n`)
  chmodSync(file, 0o755)
  return folder
}

describe('in order', () => {
  test('a clone with its whole history', () => {
    const told = doctor(committed())
    expect(told.exitCode).toBe(0)
    expect(told.checkups.filter(({state}) => state === 'missing')).toEqual([])
    expect(stateOf(told, 'depth')).toBe('ok: the whole history is here')
  })

  test('outside any repository', () => {
    const told = doctor(folderOf({'a.txt': 'a'}))
    expect(told.exitCode).toBe(0)
    expect(stateOf(told, 'config')).toMatch(/^note: no cinch\.yaml/)
    expect(stateOf(told, 'repository')).toMatch(/^note: no git repository/)
  })

  test('text at 80 columns, with a fix for what is not in order', () => {
    const {stdout} = runCinch(['doctor', '--root', folderOf({'a.txt': 'a'})])
    expect(stdout.split('\n').filter((it) => it.length > 80)).toEqual([])
    expect(stdout).toContain('fix: ')
    expect(stdout).toContain('Nothing is missing that a command needs.')
  })

  test('writes nothing, in the clone or in the cache', () => {
    const root = committed()
    const cache = join(folderOf({x: ''}), 'cache')
    doctor(root, {XDG_CACHE_HOME: cache, CINCH_NO_CACHE: ''})
    expect(existsSync(cache)).toBe(false)
    expect(readdirSync(root).sort()).toEqual(['.git', 'cinch.yaml', 'network.yaml'])
  })

  test('every font of the package is known by its hash', () => {
    const fonts = readdirSync('templates/fonts').filter((it) => it.endsWith('.ttf'))
    expect(fontFiles.map(({file}) => file)).toEqual(fonts.sort())
    expect(stateOf(doctor(folderOf({x: ''})), 'fonts')).toBe('ok: 6 fonts of the package')
  })
})

describe('git', () => {
  test('not on the PATH', () => {
    const told = doctor(committed(), {PATH: folderOf({x: ''})})
    expect(told.exitCode).toBe(1)
    expect(stateOf(told, 'git')).toBe('missing: git is not on the PATH')
    expect(stateOf(told, 'repository')).toBe('unknown: not looked at without git')
  })

  test.each([
    ['2.30.9', 1, 'missing'],
    ['2.31.0', 0, 'note'],
    ['2.33.1', 0, 'note'],
    ['2.34.0', 0, 'ok'],
    ['3.0.0', 0, 'ok'],
  ])('version %s', (version, exitCode, state) => {
    const PATH = fake('git', `git version ${version} (Vendor 7)`)
    const told = doctor(folderOf({'a.txt': 'a'}), {PATH})
    expect([told.exitCode, stateOf(told, 'git')]).toEqual([
      exitCode,
      `${state}: git version ${version} (Vendor 7)`,
    ])
  })

  test('one that says nothing of its version is unknown', () => {
    const told = doctor(folderOf({'a.txt': 'a'}), {PATH: fake('git', 'hello')})
    expect(stateOf(told, 'git')).toBe('unknown: git does not tell its version')
  })

  test('one that lies in the repository is never started', () => {
    const root = committed({'records/x.txt': ''})
    const mark = join(root, 'started')
    fake('git', `git version 9.9'; touch '${mark}`, join(root, 'records'))
    const told = doctor(join(root, 'records'), {PATH: join(root, 'records')})
    expect(stateOf(told, 'git')).toMatch(/^missing: git at .* was not started$/)
    expect(existsSync(mark)).toBe(false)
  })

  test('a relative entry of the PATH is passed over', () => {
    const root = committed()
    fake('git', 'git version 9.9', root)
    const {stdout} = runCinch(['doctor', '--json'], {cwd: root, env: {PATH: '.:'}})
    expect(stateOf(JSON.parse(stdout) as Told, 'git')).toBe('missing: git is not on the PATH')
  })
})

describe('the machine', () => {
  const preloaded = (version: string) => {
    const file = join(folderOf({x: ''}), 'version.cjs')
    writeFileSync(
      file,
      `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '${version}'}})\n`,
    )
    return {NODE_OPTIONS: `--require ${file}`}
  }

  test.each([
    ['18.20.8', 1, 'missing'],
    ['20.18.3', 1, 'missing'],
    ['20.19.0', 0, 'ok'],
    ['22.0.0', 0, 'ok'],
    ['one', 0, 'unknown'],
  ])('Node %s exits %i', (version, exitCode, state) => {
    const told = doctor(folderOf({x: ''}), preloaded(version))
    expect([told.exitCode, stateOf(told, 'node')]).toEqual([
      exitCode,
      `${state}: Node ${version}, >=20.19 asked for`,
    ])
    const fix = told.checkups.find(({id}) => id === 'node')?.fix
    expect(fix).toBe(state === 'missing' ? 'Install Node 20.19 or later' : null)
  })

  // A file in the place of a folder: nobody can write there, the superuser neither.
  test.each([
    ['the folder of all caches', ''],
    ['the folder of ours', 'cinch'],
  ])('a file in the place of %s', (_name, below) => {
    const top = folderOf({x: ''})
    const file = join(top, 'cache', below)
    mkdirSync(join(file, '..'), {recursive: true})
    writeFileSync(file, 'no folder')
    const root = committed()
    const env = {XDG_CACHE_HOME: join(top, 'cache'), CINCH_NO_CACHE: ''}
    const told = doctor(root, env)
    expect(told.exitCode).toBe(0)
    expect(stateOf(told, 'cache')).toBe(
      `note: cache ${join(top, 'cache', 'cinch')}: not used: no folder can be made or written there`,
    )
    expect(told.checkups.find(({id}) => id === 'cache')?.fix).toContain('XDG_CACHE_HOME')
    // And the work goes on without one.
    const ran = runCinch(['validate'], {cwd: root, env})
    expect([ran.exitCode, ran.stderr]).toEqual([0, ''])
  })
})

describe('the clone', () => {
  test('partial: commits are here, older files are not', () => {
    const root = committed()
    execFileSync('git', ['-C', root, 'config', 'uploadpack.allowFilter', 'true'])
    writeFileSync(join(root, 'network.yaml'), `${smallest['network.yaml']}# changed\n`)
    commitAll(root, 'More')
    const clone = join(folderOf({x: ''}), 'clone')
    execFileSync('git', ['clone', '-q', '--filter=blob:none', `file://${root}`, clone])
    const told = doctor(clone)
    expect(told.exitCode).toBe(1)
    expect(stateOf(told, 'depth')).toBe('missing: the clone is partial: older files are not here')
    expect(told.checkups.find(({id}) => id === 'depth')?.fix).toBe('Clone again without `--filter`')
    const {exitCode, stderr} = runCinch(['trail'], {cwd: clone})
    expect(exitCode).toBe(2)
    expect(stderr).toContain('partial')
  })

  test('shallow', () => {
    const root = committed()
    writeFileSync(join(root, 'a.md'), 'a')
    commitAll(root, 'More')
    const clone = join(folderOf({x: ''}), 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone])
    const told = doctor(clone)
    expect(told.exitCode).toBe(1)
    expect(stateOf(told, 'depth')).toMatch(/^missing: the clone is shallow/)
    expect(told.checkups.find(({id}) => id === 'depth')?.fix).toBe('git fetch --unshallow')
  })

  test('no commit yet', () => {
    const root = folderOf(smallest)
    execFileSync('git', ['init', '-q', root])
    expect(stateOf(doctor(root), 'depth')).toBe('note: no commit yet')
  })

  test('replaced objects and grafts', () => {
    const root = committed()
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', root, ...args], {encoding: 'utf8'}).trim()
    const blob = git('rev-parse', 'HEAD:cinch.yaml')
    git('replace', blob, git('rev-parse', 'HEAD:network.yaml'))
    mkdirSync(join(root, '.git/info'), {recursive: true})
    writeFileSync(join(root, '.git/info/grafts'), `${git('rev-parse', 'HEAD')}\n`)
    expect(stateOf(doctor(root), 'overrides')).toBe('note: a file of grafts and 1 replaced objects')
  })
})

describe('the files', () => {
  const of = (files: Readonly<Record<string, string>>, id: string) =>
    stateOf(doctor(committed(files)), id)

  test('a record that is not UTF-8', () => {
    const root = folderOf(smallest)
    writeFileSync(join(root, 'person.yaml'), Buffer.from('kind: Person\nname: Ren\xe9\n', 'latin1'))
    const told = doctor(root)
    expect([told.exitCode, stateOf(told, 'encoding')]).toEqual([
      1,
      'missing: not UTF-8: person.yaml',
    ])
  })

  test('a byte order mark is a note', () => {
    expect(of({'a.yaml': '\ufeffkind: Person\n'}, 'byte-order-mark')).toMatch(/^note: .*a\.yaml$/)
  })

  test('CR LF in an exhibit, with and without the attribute', () => {
    const files = {'exhibits/a.txt': 'a\r\nb\r\n'}
    expect(of(files, 'line-ends')).toBe('note: CR LF, and not marked -text: exhibits/a.txt')
    const marked = {...files, '.gitattributes': 'exhibits/** -text\n'}
    expect(of(marked, 'line-ends')).toBe('ok: files with CR LF are marked -text')
    expect(of({'exhibits/a.txt': 'a\nb\n'}, 'line-ends')).toMatch(/^ok: no CR LF/)
  })

  test('names that differ in case alone', () => {
    expect(of({'a.yaml': '', 'A.yaml': ''}, 'names')).toMatch(/^missing: /)
  })

  test('a large-file pointer', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`
    expect(of({'exhibits/scan.pdf': pointer}, 'large-files')).toBe(
      'missing: large-file pointers not fetched: exhibits/scan.pdf',
    )
  })

  test('a newer format of the repository', () => {
    const told = doctor(committed({'cinch.yaml': 'formatVersion: 99\n'}))
    expect([told.exitCode, stateOf(told, 'config')]).toEqual([
      1,
      expect.stringMatching(/^missing: Unexpected format version 99/),
    ])
  })

  test('a name with an escape moves no cursor', () => {
    const root = folderOf(smallest)
    writeFileSync(join(root, 'a\u001b[2J.yaml'), '')
    const {stdout} = runCinch(['doctor', '--root', root])
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/)
  })

  test('a build log shows no name of a file', () => {
    const root = committed({'exhibits/secret.txt': 'a\r\n'})
    const {stdout} = runCinch(['doctor', '--root', root], {env: {CI: '1'}})
    expect(stdout).not.toContain('secret')
    expect(stdout).toContain('note    line-ends')
  })
})

test('keys on record, and a program that lacks to check them', () => {
  const person =
    'kind: Person\nid: pat\nname: Pat\nroles: [{role: officer, from: 2024-01-01}]\nkeys:\n  - {type: gpg, from: 2024-01-01, key: "-----BEGIN PGP PUBLIC KEY BLOCK-----"}\n'
  const root = committed({'pat.yaml': person})
  const PATH = fake('git', 'git version 2.40.0')
  const told = doctor(root, {PATH})
  expect([told.exitCode, stateOf(told, 'gpg')]).toEqual([1, 'missing: gpg is not on the PATH'])
  expect(stateOf(doctor(committed(), {PATH}), 'gpg')).toBe('note: gpg is not on the PATH')
})

test('a package whose fonts are missing or other ones', () => {
  const copy = folderOf({x: ''})
  for (const it of [
    'bin',
    'dist/bundle',
    'dist/validate',
    'schemas',
    'templates',
    'package.json',
    'oclif.manifest.json',
  ])
    cpSync(resolve(it), join(copy, it), {recursive: true})
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  const [first, second] = fontFiles.map(({file}) => join(copy, 'templates/fonts', file))
  rmSync(first ?? '')
  writeFileSync(second ?? '', 'no font')
  const {exitCode, stdout} = runCinch(['doctor', '--json'], {
    cwd: folderOf({x: ''}),
    program: join(copy, 'bin/run.js'),
  })
  expect([exitCode, stateOf(JSON.parse(stdout) as Told, 'fonts')]).toEqual([
    1,
    'missing: SourceCodePro_400Regular.ttf is missing, SourceSans3_400Regular.ttf is another file',
  ])
})

test.each([
  ['a folder that is not there', ['--root', '/no/such/folder']],
  ['an overlay', ['--overlay', '.']],
])('exit 2: %s', (_name, args) => {
  expect(runCinch(['doctor', ...args])).toMatchObject({exitCode: 2})
})
