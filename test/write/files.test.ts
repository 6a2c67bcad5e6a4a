import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {CannotRun} from '../../src/model/diagnostic.ts'
import {compareText} from '../../src/model/location.ts'
import {writeFiles} from '../../src/write/files.ts'
import {folderOf} from '../helpers/run-cinch.ts'

const byText = (a: unknown, b: unknown) => compareText(String(a), String(b))
const bytes = (text: string) => new TextEncoder().encode(text)
const file = (path: string, text = 'new\n') => ({path, bytes: bytes(text)})
const locked: string[] = []
afterEach(() => {
  for (const folder of locked.splice(0)) chmodSync(folder, 0o755)
})

function failure(work: () => unknown): CannotRun {
  try {
    work()
  } catch (error) {
    if (error instanceof CannotRun) return error
    throw error
  }
  throw new Error('Expected a failure, found none')
}

test('creates, replaces and leaves alone; says which; leaves nothing beside', () => {
  const root = folderOf({'a.yaml': 'old\n', 'b.yaml': 'new\n'})
  const files = [file('a.yaml'), file('b.yaml'), file('records/approvals/c.yaml')]
  const expected = [
    {path: 'a.yaml', bytes: 4, action: 'replaced'},
    {path: 'b.yaml', bytes: 4, action: 'unchanged'},
    {path: 'records/approvals/c.yaml', bytes: 4, action: 'created'},
  ]
  expect(writeFiles(root, files, {dryRun: true})).toEqual(expected)
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old\n')
  expect(existsSync(join(root, 'records'))).toBe(false)
  expect(writeFiles(root, files)).toEqual(expected)
  expect(readdirSync(root, {recursive: true}).toSorted(byText)).toEqual([
    'a.yaml',
    'b.yaml',
    'records',
    'records/approvals',
    'records/approvals/c.yaml',
  ])
  for (const {path} of files) expect(readFileSync(join(root, path), 'utf8')).toBe('new\n')
})

test('keeps the mode of a file that it replaces', () => {
  const root = folderOf({'a.yaml': 'old\n'})
  chmodSync(join(root, 'a.yaml'), 0o640)
  writeFiles(root, [file('a.yaml')])
  expect(statSync(join(root, 'a.yaml')).mode & 0o777).toBe(0o640)
})

test.each([
  ['../a.yaml'],
  ['/etc/a.yaml'],
  ['a/../../b.yaml'],
  ['./a.yaml'],
  ['a//b.yaml'],
  [''],
  ['a\\b.yaml'],
  ['C:/a.yaml'],
  ['a\u0000.yaml'],
  ['a\n.yaml'],
])('refuses the path %j, and writes nothing', (path) => {
  const root = folderOf({'a.yaml': 'old\n'})
  const {message} = failure(() => writeFiles(root, [file('good.yaml'), file(path)]))
  expect(message).toContain('expected one that stays below the root')
  expect(readdirSync(root)).toEqual(['a.yaml'])
})

test.each(['.git/config', 'records/.GIT/hooks/pre-commit', '.git./config'])(
  'refuses %s: the folder of git',
  (path) => {
    const {message} = failure(() => writeFiles(folderOf({}), [file(path)]))
    expect(message).toContain('expected none in the folder of git')
  },
)

test('follows no link: of the file, of a folder above it, or one that leads nowhere', () => {
  const outside = folderOf({'secret.yaml': 'old\n'})
  const root = folderOf({})
  symlinkSync(join(outside, 'secret.yaml'), join(root, 'file.yaml'))
  symlinkSync(outside, join(root, 'folder'))
  symlinkSync(join(outside, 'none.yaml'), join(root, 'dangling.yaml'))
  for (const path of ['file.yaml', 'folder/new.yaml', 'dangling.yaml'])
    for (const dryRun of [true, false])
      expect(failure(() => writeFiles(root, [file(path)], {dryRun})).message).toContain(
        'Unexpected link at',
      )
  expect(readdirSync(outside)).toEqual(['secret.yaml'])
  expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe('old\n')
})

test('refuses a folder where a file should be, and a file where a folder should be', () => {
  const root = folderOf({'a/b.yaml': 'old\n'})
  expect(failure(() => writeFiles(root, [file('a')])).message).toContain('expected a file')
  expect(failure(() => writeFiles(root, [file('a/b.yaml/c')])).message).toContain(
    'Unexpected file at `a/b.yaml`, expected a folder',
  )
})

test('names that differ only in case are one place', () => {
  const root = folderOf({})
  const {message} = failure(() => writeFiles(root, [file('A.yaml'), file('a.yaml')]))
  expect(message).toBe('Unexpected second file at `a.yaml`, expected one')
  expect(readdirSync(root)).toEqual([])
})

test.each([
  ['changed since', bytes('read\n'), 'by another program'],
  ['come since', null, 'expected none there yet'],
])('a file that has %s it was read is left as it is, and so are the others', (_, was, said) => {
  const root = folderOf({'a.yaml': 'old\n'})
  const {message} = failure(() => writeFiles(root, [file('b.yaml'), {...file('a.yaml'), was}]))
  expect(message).toContain(said)
  expect(readdirSync(root)).toEqual(['a.yaml'])
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old\n')
})

test('a file that has gone since it was read is not made again', () => {
  const root = folderOf({})
  const {message} = failure(() => writeFiles(root, [{...file('a.yaml'), was: bytes('old\n')}]))
  expect(message).toContain('by another program')
  expect(readdirSync(root)).toEqual([])
})

test('all or none: a file beside its place that cannot be made undoes the others', () => {
  const root = folderOf({'a.yaml': 'old\n', [`z/c.yaml.${process.pid}.part`]: 'left\n'})
  const {message, help} = failure(() =>
    writeFiles(root, [file('a.yaml'), file('new/b.yaml'), file('z/c.yaml')]),
  )
  expect(message).toBe('Cannot write `z/c.yaml`: a file of an interrupted run stands beside it')
  expect(help).toContain('.part')
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old\n')
  expect(readdirSync(root).toSorted(byText)).toEqual(['a.yaml', 'z'])
})

test('a root that is not there, or is a file', () => {
  const root = folderOf({'a.yaml': 'old\n'})
  expect(failure(() => writeFiles(join(root, 'none'), [])).message).toContain('no such folder')
  expect(failure(() => writeFiles(join(root, 'a.yaml'), [])).message).toContain('expected a folder')
})

const asRoot = process.getuid?.() === 0
test.skipIf(asRoot)('a folder that may not be written to', () => {
  const root = folderOf({'a.yaml': 'old\n'})
  chmodSync(root, 0o555)
  locked.push(root)
  expect(failure(() => writeFiles(root, [file('a.yaml')])).message).toContain('permission denied')
})

test('a full disk is said, and leaves the old file', () => {
  const script = `
    import {writeFiles} from ${JSON.stringify(join(process.cwd(), 'src/write/files.ts'))}
    try {
      writeFiles(process.argv[1], [{path: 'a.yaml', bytes: new Uint8Array(4_000_000)}])
    } catch (error) { console.log(error.name, error.message, error.help) }`
  const root = folderOf({'a.yaml': 'old\n'})
  // A limit on the size of files stands in for the disk: the system refuses in the same call.
  const {stdout} = spawnSync(
    'bash',
    [
      '-c',
      'trap "" XFSZ; ulimit -f 1000; exec node --import tsx --input-type=module -e "$0" "$1"',
      script,
      root,
    ],
    {encoding: 'utf8', env: {PATH: process.env['PATH'], HOME: root, TSX_DISABLE_CACHE: '1'}},
  )
  expect(stdout).toContain('CannotRun Cannot write `a.yaml`')
  expect(readdirSync(root)).toEqual(['a.yaml'])
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old\n')
})

test.each([
  ['of a process that runs', `${process.pid} ${hostname()}\n`, 'Another cinch is writing here'],
  ['of one that has ended', `999999999 ${hostname()}\n`, 'has ended without removing it'],
  ['of another machine', `1 elsewhere\n`, 'Another cinch is writing here'],
  ['of a stranger', '\u001B[2J evil\n', 'Another cinch is writing here'],
])('a lock %s is told, and never broken', (_name, text, said) => {
  const root = folderOf({'a.yaml': 'old\n', '.cinch.lock': text})
  const {message, help = ''} = failure(() => writeFiles(root, [file('a.yaml')]))
  expect(message).toMatch(/^Unexpected lock `\.cinch\.lock`/)
  expect(message + help).not.toContain('evil')
  expect(help).toContain(said)
  expect(help).toContain('remove `.cinch.lock`')
  expect(readFileSync(join(root, '.cinch.lock'), 'utf8')).toBe(text)
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old\n')
})

test('the lock is given back after a failure', () => {
  const root = folderOf({})
  mkdirSync(join(root, 'a.yaml'))
  failure(() => writeFiles(root, [file('a.yaml')]))
  writeFileSync(join(root, 'b.yaml'), 'old\n')
  expect(writeFiles(root, [file('b.yaml')])[0]?.action).toBe('replaced')
  expect(existsSync(join(root, '.cinch.lock'))).toBe(false)
})
