import {spawnSync} from 'node:child_process'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {decodePath, decodeText, withoutSpace} from '../../../src/load/git/bytes.ts'
import {CommitLog} from '../../../src/load/git/commit-log.ts'
import {CommitTable} from '../../../src/load/git/commit-table.ts'
import {readHistory} from '../../../src/load/git/history.ts'
import {LogReader, logArguments} from '../../../src/load/git/log.ts'
import {oldestFirst} from '../../../src/load/git/order.ts'
import {openRepository} from '../../../src/load/git/repository.ts'
import {Scratch} from './scratch.ts'

/** What strangers may write, one character for each byte. */
const oddText = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      ' ',
      '\t',
      '\n',
      '\n\n',
      '\r',
      '\x0b',
      '\x00',
      '\x1b[31m',
      ':100644 100644 ',
      '\xc3\xa0',
      '\xc3\xa0 ',
      '\xe9',
      '\xa0',
      '\x85',
      '\xe2\x80\xae',
      '\xf0\x9f\x98\x80',
      '<',
      '>',
      '<a@x.example>',
      'commit ',
      'parent ',
      'gpgsig ',
      'Co-authored-by: C <c@x>',
      '\nCo-authored-by: \xc3\xa0 <\xc3\xa0@x.example>',
      '\r co-AUTHORED-by: no',
      '0',
      '17',
    ),
    {maxLength: 8},
  )
  .map((it) => it.join(''))
const oneLine = oddText.map((it) => it.replace(/[\n\0]/g, ''))
const time = fc.constantFrom('0 +0000', '1704445200 +0100', '99999999999999999999 +0000', '-5', '')
const person = fc.oneof(
  fc.constant('A <a@x.example> 1704445200 +0000'),
  fc.tuple(oneLine, oneLine, time).map(([name, email, at]) => `${name} <${email}> ${at}`),
  oneLine,
)
const madeCommit = fc.record({
  author: person,
  committer: fc.option(person),
  more: fc.constantFrom('', 'encoding ISO-8859-1\n', 'gpgsig -----\n author x\n -----\n', 'odd\n'),
  message: fc.oneof(
    oddText,
    oddText.map((it) => it.repeat(3000)),
  ),
  /** Each makes one of four trees: nothing, one file, another version, a link in its place. */
  tree: fc.nat({max: 3}),
  second: fc.boolean(),
})
type MadeCommit = typeof madeCommit extends fc.Arbitrary<infer T> ? T : never

/** The commits in a row, some of them merging the one before the last. */
function write(scratch: Scratch, made: readonly MadeCommit[]): readonly string[] {
  const put = (type: string, content: string) => {
    const args = ['hash-object', '-t', type, '-w', '--stdin', '--literally']
    return scratch.gitWith({}, args, Buffer.from(content, 'latin1')).trim()
  }
  const blobs = ['one', 'two'].map((it) => put('blob', it))
  const entries = [
    '',
    `100644 blob ${blobs[0]}\t\xff.yaml\0`,
    `100644 blob ${blobs[1]}\t\xff.yaml\x00100755 blob ${blobs[0]}\tcommit x\0`,
    `120000 blob ${blobs[1]}\t\xff.yaml\x00100644 blob ${blobs[0]}\tz\n:é\0`,
  ]
  const trees = entries.map((it) =>
    scratch.gitWith({}, ['mktree', '-z'], Buffer.from(it, 'latin1')).trim(),
  )
  const hashes: string[] = []
  for (const {author, committer, more, message, tree, second} of made) {
    const parents = hashes.slice(second ? -2 : -1).toReversed()
    const of = parents.map((it) => `parent ${it}\n`).join('')
    const header = `author ${author}\n${committer === null ? '' : `committer ${committer}\n`}${more}`
    hashes.push(put('commit', `tree ${trees[tree]}\n${of}${header}\n${message}`))
  }
  scratch.git('update-ref', 'refs/heads/main', hashes.at(-1) ?? '')
  return hashes
}

/** The bytes that git prints, as git is asked for them. */
function logOf(scratch: Scratch): Buffer {
  return spawnSync('git', [...logArguments, 'HEAD'], {
    cwd: scratch.root,
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
    },
  }).stdout
}

function readIn(pieces: readonly Buffer[], head: string) {
  const table = new CommitTable()
  const reader = new LogReader(table)
  for (const it of pieces) reader.read(it)
  reader.end()
  return [...new CommitLog(table, oldestFirst(table, table.ids.find(head)))]
}

/** What git says of one commit, found with one question each. */
function plainGit(scratch: Scratch, hash: string) {
  const bytesOf = (...args: string[]) =>
    spawnSync('git', args, {cwd: scratch.root, env: {PATH: process.env['PATH']}}).stdout
  const show = (format: string) =>
    bytesOf('show', '-s', '--encoding=UTF-8', `--format=${format}`, hash)
  const header = bytesOf('cat-file', 'commit', hash).toString('latin1').split('\n\n')[0] ?? ''
  const parents = show('%P').toString().trim()
  const [first = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'] = parents.split(' ').filter((it) => it)
  const told = bytesOf('diff-tree', '-r', '-z', '--no-abbrev', first, hash).toString('latin1')
  // Each line of a change, and the path behind it.
  const parts = told.split('\0').slice(0, -1)
  const changes = parts.flatMap((line, index) => {
    if (index % 2 === 1) return []
    const [from = '', to = '', before = '', after = ''] = line.slice(1).split(' ')
    const path = decodePath(parts[index + 1] ?? '').path
    const blobOf = (mode: string, blob: string) => (mode.startsWith('100') ? blob : null)
    return [{path, before: blobOf(from, before), after: blobOf(to, after)}]
  })
  const lines = show('%B').toString('latin1').split('\n').map(withoutSpace)
  const start = lines.findIndex((it) => it !== '')
  const end = lines.indexOf('', start)
  const subject = start < 0 ? [] : lines.slice(start, end < 0 ? undefined : end)
  return {
    parents,
    changes,
    subject: decodeText(subject.join(' ')),
    signature: /\ngpgsig/.test(header) ? 'unchecked' : 'none',
  }
}

test('what is read of odd commits is what plain git says of each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(madeCommit, {minLength: 1, maxLength: 5}), async (made) => {
      const scratch = new Scratch()
      const hashes = write(scratch, made)
      const repository = await openRepository(scratch.root)
      if (repository.status !== 'complete') throw new Error(repository.status)
      const {commits, byPath} = await readHistory(repository, hashes.at(-1) ?? '')
      const read = [...commits]
      const changed = read.flatMap(({changes}, place) => changes.map(({path}) => ({path, place})))
      expect(byPath.size).toBe(new Set(changed.map(({path}) => path)).size)
      for (const [index, path] of byPath.paths().entries())
        expect([...byPath.touching(byPath.numbers[index] ?? -1)]).toEqual(
          changed.flatMap((it) => (it.path === path ? [it.place] : [])),
        )
      expect(read.map(({commit}) => commit.hash).toSorted()).toEqual(
        scratch.git('rev-list', 'HEAD').trim().split('\n').toSorted(),
      )
      for (const {commit, changes} of read) {
        const {subject, signature} = commit
        const own = {parents: commit.parents.join(' '), changes, subject, signature}
        expect(own).toEqual(plainGit(scratch, commit.hash))
      }
    }),
    {numRuns: 15},
  )
})

test('a stream says the same however it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(madeCommit, {minLength: 1, maxLength: 4}),
      fc.array(fc.nat(), {maxLength: 12}),
      (made, cuts) => {
        const scratch = new Scratch()
        const head = write(scratch, made).at(-1) ?? ''
        const log = logOf(scratch)
        const at = cuts.map((it) => it % log.length).sort((a, b) => a - b)
        const pieces = [...at, log.length].map((to, index) => log.subarray(at[index - 1] ?? 0, to))
        expect(readIn(pieces, head)).toEqual(readIn([log], head))
      },
    ),
    {numRuns: 15},
  )
})

test('a name that ends in a letter of two bytes keeps both', async () => {
  const scratch = new Scratch()
  scratch.commit({
    name: 'Nicol\u00e0',
    message: 'Come Nicol\u00e0\n\nCo-authored-by: x <x@citt\u00e0>',
  })
  const repository = await openRepository(scratch.root)
  if (repository.status !== 'complete') throw new Error(repository.status)
  const {commits} = await readHistory(repository, repository.head ?? '')
  expect(commits.commit(0)).toMatchObject({
    author: {name: 'Nicol\u00e0'},
    subject: 'Come Nicol\u00e0',
    coAuthors: ['x@citt\u00e0'],
  })
})

test('a parent that git does not take for one is none', async () => {
  const scratch = new Scratch()
  const first = scratch.commit({message: 'one'})
  const tree = scratch.git('rev-parse', 'HEAD^{tree}').trim()
  const who = 'B <b@x.example> 1704445200 +0000'
  const text = `tree ${tree}\nparent ${first}\nauthor ${who}\ncommitter ${who}\nparent ${'0'.repeat(40)}\n\nx\n`
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally']
  const second = scratch.gitWith({}, args, text).trim()
  scratch.git('update-ref', 'HEAD', second)
  const repository = await openRepository(scratch.root)
  if (repository.status !== 'complete') throw new Error(repository.status)
  const {commits} = await readHistory(repository, second)
  expect(Array.from(commits, ({commit}) => commit.parents)).toEqual([[], [first]])
})

test('what is not the log of git is refused', () => {
  const read = (text: string) => {
    const reader = new LogReader(new CommitTable())
    reader.read(Buffer.from(`${text}\0`))
    reader.end()
  }
  for (const text of [
    'fatal',
    'commit x',
    `commit ${'g'.repeat(40)}\n`,
    `commit ${'a'.repeat(39)}\n`,
  ])
    expect(() => read(text)).toThrow(/^Unexpected answer of `git log`/)
})
