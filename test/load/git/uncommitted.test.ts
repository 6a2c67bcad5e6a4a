import {chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync, unlinkSync, utimesSync} from 'node:fs'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {knownFiles} from '../../../src/load/git/known-files.ts'
import {openRepository} from '../../../src/load/git/repository.ts'
import {uncommitted} from '../../../src/load/git/uncommitted.ts'
import {Scratch, scratchFolder} from './scratch.ts'

function clean(): Scratch {
  const scratch = new Scratch()
  symlinkSync('a.yaml', `${scratch.root}/link`)
  scratch.commit({
    files: {'a.yaml': 'a\n', 'sub/b.csv': '1,2\n', 'sub/c.txt': 'c', '.gitignore': '*.log\n'},
  })
  return scratch
}

const file = (scratch: Scratch, name: string) => `${scratch.root}/${name}`

const changes: readonly (readonly [string, (scratch: Scratch) => void, readonly string[]])[] = [
  ['nothing', () => {}, []],
  ['same size, other bytes', (it) => it.write('a.yaml', 'b\n'), ['a.yaml']],
  ['longer', (it) => it.write('a.yaml', 'a\n\n'), ['a.yaml']],
  ['much longer', (it) => it.write('a.yaml', 'a\n'.repeat(9)), ['a.yaml']],
  ['written anew, the same', (it) => it.write('a.yaml', 'a\n'), []],
  ['lines end in CR LF', (it) => it.write('a.yaml', 'a\r\n'), []],
  ['CR alone', (it) => it.write('a.yaml', 'a\r'), ['a.yaml']],
  ['deleted', (it) => rmSync(file(it, 'sub/b.csv')), ['sub/b.csv']],
  [
    'a deleted folder',
    (it) => rmSync(file(it, 'sub'), {recursive: true}),
    ['sub/b.csv', 'sub/c.txt'],
  ],
  ['untracked', (it) => it.write('new/d.yaml', ''), ['new/d.yaml']],
  ['untracked and ignored', (it) => it.write('x.log', ''), ['x.log']],
  ['executable', (it) => chmodSync(file(it, 'a.yaml'), 0o755), ['a.yaml']],
  ['writable by all', (it) => chmodSync(file(it, 'a.yaml'), 0o666), []],
  ['staged only', (it) => it.git('rm', '--quiet', '--cached', 'a.yaml'), []],
  [
    'staged and changed',
    (it) => {
      it.write('a.yaml', 'b\n')
      it.git('add', 'a.yaml')
    },
    ['a.yaml'],
  ],
  [
    'assumed unchanged',
    (it) => {
      it.git('update-index', '--assume-unchanged', 'a.yaml')
      it.write('a.yaml', 'b\n')
    },
    ['a.yaml'],
  ],
  [
    'another link',
    (it) => {
      unlinkSync(file(it, 'link'))
      symlinkSync('b.yaml', file(it, 'link'))
    },
    ['link'],
  ],
  [
    'a link for a file',
    (it) => {
      rmSync(file(it, 'a.yaml'))
      symlinkSync('/etc/passwd', file(it, 'a.yaml'))
    },
    ['a.yaml'],
  ],
  [
    'a folder for a file',
    (it) => {
      rmSync(file(it, 'a.yaml'))
      it.write('a.yaml/x', '')
    },
    ['a.yaml', 'a.yaml/x'],
  ],
  ['an empty folder', (it) => mkdirSync(file(it, 'empty')), []],
  [
    'same size, and the old time',
    (it) => {
      const {atime, mtime} = lstatSync(file(it, 'a.yaml'))
      it.write('a.yaml', 'b\n')
      utimesSync(file(it, 'a.yaml'), atime, mtime)
    },
    ['a.yaml'],
  ],
]

test.each(changes)('%s', async (_name, change, expected) => {
  const scratch = clean()
  change(scratch)
  expect(await uncommitted(scratch.root)).toEqual(expected)
})

describe('with what an earlier run found', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  /** From here on what is found is kept, and files have rested long enough. */
  function keep(): void {
    vi.stubEnv('XDG_CACHE_HOME', scratchFolder())
    vi.stubEnv('CINCH_NO_CACHE', '')
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 10_000})
  }

  test.each(changes)('%s', async (_name, change, expected) => {
    const scratch = clean()
    keep()
    expect(await uncommitted(scratch.root)).toEqual([])
    change(scratch)
    expect(await uncommitted(scratch.root)).toEqual(expected)
    expect(await uncommitted(scratch.root)).toEqual(expected)
  })

  test('a commit that takes the change in, and one that takes it back', async () => {
    const scratch = clean()
    keep()
    expect(await uncommitted(scratch.root)).toEqual([])
    scratch.commit({files: {'a.yaml': 'b\n'}})
    expect(await uncommitted(scratch.root)).toEqual([])
    scratch.git('reset', '--quiet', '--soft', 'HEAD~1')
    expect(await uncommitted(scratch.root)).toEqual(['a.yaml'])
  })

  async function blobOf({root}: Scratch, touch = () => {}): Promise<string | undefined> {
    const repository = await openRepository(root)
    if (repository.status === 'none') throw new Error('expected a repository')
    touch()
    return knownFiles(repository).blobOf('a.yaml', lstatSync(`${root}/a.yaml`))
  }

  test('a file that rested is not read again until something touches it', async () => {
    const scratch = clean()
    keep()
    await uncommitted(scratch.root)
    expect(await blobOf(scratch)).toBe(scratch.git('rev-parse', 'HEAD:a.yaml').trim())
    expect(await blobOf(scratch, () => scratch.write('a.yaml', 'a\n'))).toBeUndefined()
  })

  test('a file that was changed a moment before is read again', async () => {
    const scratch = clean()
    keep()
    vi.useRealTimers()
    await uncommitted(scratch.root)
    expect(await blobOf(scratch)).toBeUndefined()
  })
})

test('shows paths of a subfolder from it', async () => {
  const scratch = clean()
  scratch.write('a.yaml', 'b\n')
  scratch.write('sub/c.txt', 'd')
  expect(await uncommitted(`${scratch.root}/sub`)).toEqual(['c.txt'])
})

test('honours that the file system keeps no modes', async () => {
  const scratch = clean()
  chmodSync(file(scratch, 'a.yaml'), 0o755)
  scratch.git('config', 'core.fileMode', 'false')
  expect(await uncommitted(scratch.root)).toEqual([])
})

test('compares with the commit at HEAD, in a repository of SHA-256 too', async () => {
  const root = scratchFolder()
  const scratch = new Scratch(root)
  rmSync(`${root}/.git`, {recursive: true})
  scratch.git('init', '--quiet', '--template=', '--object-format=sha256')
  scratch.commit({files: {'a.yaml': 'a\n'}})
  expect(await uncommitted(root)).toEqual([])
})

test('without a commit every file, without a repository null', async () => {
  const scratch = new Scratch()
  scratch.write('a.yaml', '')
  expect(await uncommitted(scratch.root)).toEqual(['a.yaml'])
  expect(await uncommitted(scratchFolder())).toBeNull()
})
