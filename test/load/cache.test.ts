import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest'
import {openCache} from '../../src/load/cache.ts'

function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cinch-test-')))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

beforeEach(() => {
  vi.stubEnv('CINCH_NO_CACHE', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A place for caches and a repository beside it. */
function home(): {base: string; folder: string; repository: string} {
  const top = scratch()
  const [base, repository] = [join(top, 'cache'), join(top, 'repository')]
  mkdirSync(repository)
  vi.stubEnv('XDG_CACHE_HOME', base)
  return {base, folder: join(base, 'cinch'), repository}
}

const text = (value: Buffer | undefined) => value?.toString()

function keep(repository: string, entries: Readonly<Record<string, string>>, key = 'k'): void {
  const cache = openCache('test', [key], {repositories: [repository]})
  for (const [id, value] of Object.entries(entries)) cache.set(id, Buffer.from(value))
  cache.save()
}

function kept(repository: string, id: string, key = 'k'): string | undefined {
  return text(openCache('test', [key], {repositories: [repository]}).get(id))
}

describe('what was kept', () => {
  test('is there on the next run, bytes and all, and joined by what is set then', () => {
    const {repository} = home()
    keep(repository, {a: 'x\ny \0\u20ac', b: ''})
    keep(repository, {c: '1'})
    expect([kept(repository, 'a'), kept(repository, 'b'), kept(repository, 'c')]).toEqual([
      'x\ny \0\u20ac',
      '',
      '1',
    ])
    expect(kept(repository, 'd')).toBeUndefined()
  })

  test('is there for the same key and name only', () => {
    const {repository} = home()
    keep(repository, {a: '1'})
    expect(kept(repository, 'a', 'other')).toBeUndefined()
    const other = openCache('tests', ['k'], {repositories: [repository]})
    expect(other.get('a')).toBeUndefined()
  })

  test('can be read and written by its owner alone', () => {
    const {base, folder, repository} = home()
    keep(repository, {a: '1'})
    const [name = ''] = readdirSync(folder)
    expect(name).toMatch(/^test-[0-9a-f]{40}\.cache$/)
    expect(readdirSync(folder)).toHaveLength(1)
    const modes = [base, folder, join(folder, name)].map((it) => statSync(it).mode & 0o777)
    expect(modes).toEqual([0o700, 0o700, 0o600])
  })

  test('is written where something was set, and not else', () => {
    const {folder, repository} = home()
    openCache('test', [], {repositories: [repository]}).save()
    expect(readdirSync(folder)).toEqual([])
  })

  test('takes an id of an object, no line', () => {
    const {repository} = home()
    const cache = openCache('test', [], {repositories: [repository]})
    expect(() => cache.set('a b', Buffer.from(''))).toThrow(RangeError)
    expect(() => cache.set('a\n', Buffer.from(''))).toThrow(RangeError)
  })
})

/** Does to the one file of a cache what befalls files. */
const damages: Record<string, (file: string) => void> = {
  'cut short': (file) => writeFileSync(file, readFileSync(file).subarray(0, -1)),
  empty: (file) => writeFileSync(file, ''),
  'one bit changed': (file) => {
    const content = readFileSync(file)
    content.writeUInt8(content.readUInt8(content.length - 1) ^ 1, content.length - 1)
    writeFileSync(file, content)
  },
  'of another program': (file) => writeFileSync(file, 'SQLite format 3\0\n'),
  'a folder': (file) => {
    rmSync(file)
    mkdirSync(file)
  },
  'a link': (file) => {
    const elsewhere = join(scratch(), 'file')
    writeFileSync(elsewhere, readFileSync(file))
    rmSync(file)
    symlinkSync(elsewhere, file)
  },
  'open to others': (file) => chmodSync(file, 0o622),
}

describe('a file that is not as it was written', () => {
  test.each(Object.entries(damages))('%s: is no cache, and nothing is thrown', (_name, damage) => {
    const {folder, repository} = home()
    keep(repository, {a: '1'})
    const [name = ''] = readdirSync(folder)
    damage(join(folder, name))
    expect(kept(repository, 'a')).toBeUndefined()
    expect(() => keep(repository, {b: '2'})).not.toThrow()
  })

  test('an interrupted write beside it is not read', () => {
    const {folder, repository} = home()
    keep(repository, {a: '1'})
    const [name = ''] = readdirSync(folder)
    writeFileSync(join(folder, `${name}.0123456789ab`), 'half')
    expect(kept(repository, 'a')).toBe('1')
  })
})

describe('a folder that cannot be trusted holds none', () => {
  test('where others can write', () => {
    const {folder, repository} = home()
    keep(repository, {a: '1'})
    chmodSync(folder, 0o720)
    expect(kept(repository, 'a')).toBeUndefined()
    chmodSync(folder, 0o755)
    expect(kept(repository, 'a')).toBe('1')
  })

  test('where others can put another in its place', () => {
    const {base, repository} = home()
    keep(repository, {a: '1'})
    chmodSync(base, 0o707)
    expect(kept(repository, 'a')).toBeUndefined()
    chmodSync(base, 0o1707)
    expect(kept(repository, 'a')).toBe('1')
  })

  test.each(['', 'deep/er'])(
    'in the repository itself, below %j, and makes none there',
    (below) => {
      const {repository} = home()
      vi.stubEnv('XDG_CACHE_HOME', join(repository, below))
      keep(repository, {a: '1'})
      expect(readdirSync(repository)).toEqual([])
      expect(kept(repository, 'a')).toBeUndefined()
    },
  )

  test.each(['base', 'folder'] as const)('a link into the repository: %s', (which) => {
    const {repository, ...paths} = home()
    mkdirSync(join(repository, 'cinch'))
    if (which === 'folder') mkdirSync(paths.base)
    symlinkSync(
      which === 'folder' ? join(repository, 'cinch') : repository,
      which === 'folder' ? paths.folder : paths.base,
    )
    keep(repository, {a: '1'})
    expect(readdirSync(join(repository, 'cinch'))).toEqual([])
  })

  test('a link to a folder elsewhere', () => {
    const {base, folder, repository} = home()
    const elsewhere = scratch()
    mkdirSync(base)
    symlinkSync(elsewhere, folder)
    keep(repository, {a: '1'})
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('a file in its place, or in the place of what holds it', () => {
    const {base, folder, repository} = home()
    writeFileSync(base, '')
    expect(() => keep(repository, {a: '1'})).not.toThrow()
    rmSync(base)
    mkdirSync(base)
    writeFileSync(folder, '')
    expect(() => keep(repository, {a: '1'})).not.toThrow()
    expect(kept(repository, 'a')).toBeUndefined()
  })
})

test('a relative path in the variable is no answer', () => {
  const {repository} = home()
  const folder = scratch()
  vi.stubEnv('HOME', folder)
  vi.stubEnv('XDG_CACHE_HOME', 'relative')
  keep(repository, {a: '1'})
  expect(existsSync('relative')).toBe(false)
  const below = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  expect(readdirSync(join(folder, below, 'cinch'))).toHaveLength(1)
})

test.each([
  ['1', undefined],
  ['true', undefined],
  ['0', '1'],
  ['false', '1'],
  ['', '1'],
])('CINCH_NO_CACHE=%j', (value, expected) => {
  const {repository} = home()
  keep(repository, {a: '1'})
  vi.stubEnv('CINCH_NO_CACHE', value)
  expect(kept(repository, 'a')).toBe(expected)
})

test('the folder stays small: what was written longest ago goes first', () => {
  const {folder, repository} = home()
  for (let i = 0; i < 205; i += 1) keep(repository, {a: '1'}, `${i}`)
  writeFileSync(join(folder, 'of-the-user.txt'), '')
  keep(repository, {a: '1'}, 'last')
  expect(readdirSync(folder)).toHaveLength(201)
  expect(kept(repository, 'a', 'last')).toBe('1')
  expect(existsSync(join(folder, 'of-the-user.txt'))).toBe(true)
})
