import {chmodSync, mkdirSync, rmSync, symlinkSync, unlinkSync} from 'node:fs'
import {expect, test} from 'vitest'
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

test.each<[string, (scratch: Scratch) => void, string[]]>([
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
])('%s', async (_name, change, expected) => {
  const scratch = clean()
  change(scratch)
  expect(await uncommitted(scratch.root)).toEqual(expected)
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
