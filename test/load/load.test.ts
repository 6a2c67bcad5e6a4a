import {createHash} from 'node:crypto'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {createServer} from 'node:net'
import {basename, join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {loadSources, type LoadOptions} from '../../src/load/load.ts'
import {folderOf, lineOf} from './folder.ts'

const config = 'formatVersion: 1\n'
const network = 'kind: Network\nid: north\n'
const load = (root: string, options: Partial<LoadOptions> = {}) =>
  loadSources({root, overlays: [], at: 'worktree', ...options})

test('records, a table and an exhibit, each once', async () => {
  const root = folderOf({
    'cinch.yaml': config,
    'records/a.yaml': `${network}---\nkind: Person\nid: p-1\n`,
    'records/b.yml': 'kind: Person\nid: p-2\n',
    'tables/t.csv': 'unit,measure\na,b\n',
    'exhibits/memo.txt': 'minutes',
    '.gitignore': 'out/\n',
  })
  const {sources, files, ignored, counts, diagnostics, hits, roots} = await load(root)
  expect(diagnostics).toEqual([])
  expect(sources.map((it) => [it.file, it.index])).toEqual([
    ['records/a.yaml', 0],
    ['records/a.yaml', 1],
    ['records/b.yml', 0],
  ])
  expect(
    files.map(({file, use, bytes, sha256, pointer}) => ({file, use, bytes, sha256, pointer})),
  ).toEqual([
    {
      file: 'exhibits/memo.txt',
      use: 'exhibit',
      bytes: 7,
      sha256: createHash('sha256').update('minutes').digest('hex'),
      pointer: false,
    },
    {
      file: 'tables/t.csv',
      use: 'table',
      bytes: 17,
      sha256: createHash('sha256').update('unit,measure\na,b\n').digest('hex'),
      pointer: false,
    },
  ])
  expect(Buffer.from(files[1]!.read()).toString()).toBe('unit,measure\na,b\n')
  expect(ignored).toEqual([{root: 'main', file: '.gitignore', reason: 'Settings of git'}])
  expect(counts).toEqual({records: 3, scanned: 6})
  expect(hits).toEqual([])
  expect(
    roots.map(({name, class: kind, commit, uncommitted}) => ({name, kind, commit, uncommitted})),
  ).toEqual([{name: 'main', kind: 'network', commit: null, uncommitted: null}])
  expect(roots[0]?.configSource?.locate(['formatVersion']).start).toEqual({line: 1, column: 16})
})

test('the hash of each record is that of its own bytes, whatever was read after it', async () => {
  const record = (id: string, more = '') => Buffer.from(`kind: Person\nid: ${id}\n${more}`)
  const contents: Readonly<Record<string, Buffer>> = {
    'a.yaml': record('p-1', `name: ${'long '.repeat(20_000)}\n`),
    'b.yaml': record('p-2'),
    'c.yaml': record('p-3', 'name: José Núñez\n'),
    'd.yaml': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), record('p-4')]),
    'e.yaml': Buffer.concat([record('p-5', 'name: '), Buffer.from([0xff, 0x0a])]),
    'f.yaml': record('p-6', 'name: \u0001\n'),
    'g.yaml': record('p-7'),
  }
  const root = folderOf({'cinch.yaml': config})
  for (const [name, bytes] of Object.entries(contents)) writeFileSync(join(root, name), bytes)
  const {hashes = [], sources} = await load(root)
  for (const [name, bytes] of Object.entries(contents))
    expect(hashes.find(({file}) => file === name)?.sha256).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    )
  expect(sources.map(({value}) => (value as {id: string}).id)).toEqual([
    'p-1',
    'p-2',
    'p-3',
    'p-4',
    'p-7',
  ])
})

test('every other file is ignored with its reason, or told', async () => {
  const root = folderOf({
    'cinch.yaml': `${config}ignore:\n  - {glob: docs/**, reason: For people}\n`,
    'a.yaml': network,
    'docs/.hidden/x': '',
    'docs/guide.yaml': 'kind: [',
    'notes.txt': 'x',
    '.circleci/ci.yaml': 'on: push',
  })
  const {ignored, ignoredRecords, diagnostics} = await load(root)
  expect(ignored).toEqual([
    {root: 'main', file: 'docs/.hidden/x', reason: 'For people'},
    {root: 'main', file: 'docs/guide.yaml', reason: 'For people'},
  ])
  const said =
    'file/unlisted Unexpected file, expected a record, a table, an exhibit or a file that is ignored with its reason'
  expect(diagnostics.map(lineOf)).toEqual([
    `.circleci/ci.yaml:1:1 ${said}`,
    `notes.txt:1:1 ${said}`,
  ])
  expect(ignoredRecords?.map((it) => [it.file, it.kind, it.named])).toEqual([
    ['docs/guide.yaml', null, true],
  ])
})

test('an ignored file that a record glob names, or that says a kind, is known', async () => {
  const root = folderOf({
    'cinch.yaml': `${config}records: [r/*.yaml]\nignore:\n  - {glob: r/b.yaml, reason: old}\n  - {glob: other/**, reason: Notes}\n`,
    'r/a.yaml': network,
    'r/b.yaml': 'kind: Person\nid: p-1\n',
    'other/c.txt': '# moved\nkind: Participant\nid: c\n',
    'other/d.json': '{"id": "d", "kind": "Measure"}',
    'other/e.yaml': 'on: push\n',
    'other/f.md': '# Notes\n\nkind: Participant\n\n* not a record',
    'other/g.bin': new Uint8Array([0xff, 0xd8, 0x6b]),
    'README.md': '# For people',
    '.github/h.yml': 'kind: Person\nid: p-2\n',
  })
  const {ignoredRecords, sources, diagnostics} = await load(root)
  expect(sources.map((it) => it.file)).toEqual(['r/a.yaml'])
  expect(diagnostics).toEqual([])
  expect(
    ignoredRecords?.map(({file, kind, named, reason, location}) => [
      file,
      kind,
      named,
      reason,
      `${location.file}:${location.start.line}`,
    ]),
  ).toEqual([
    ['.github/h.yml', 'Person', false, 'Settings of a forge', '.github/h.yml:1'],
    ['other/c.txt', 'Participant', false, 'Notes', 'cinch.yaml:5'],
    ['other/d.json', 'Measure', false, 'Notes', 'cinch.yaml:5'],
    ['r/b.yaml', 'Person', true, 'old', 'cinch.yaml:4'],
  ])
})

test.each([
  '.DS_Store',
  'exhibits/.DS_Store',
  '.github/workflows/ci.yml',
  '.gitlab-ci.yml',
  '.gitlab/agents/a.yaml',
  'CODEOWNERS',
  '.vscode/settings.json',
  '.editorconfig',
  '.pre-commit-config.yaml',
  'README.md',
  'LICENSE',
  'SECURITY.md',
  'dossier/dossier.pdf',
])('%s needs no entry, and is scanned', async (file) => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network, [file]: 'Social 219-09-9999\n'})
  const {ignored, diagnostics, hits} = await load(root)
  expect(diagnostics).toEqual([])
  expect(ignored.map((it) => it.file)).toEqual([file])
  expect(hits.map((it) => it.location.file)).toEqual([file])
})

test.each(['docs/README.md', 'notes/LICENSE', 'sub/.github/ci.yml', 'README', 'out/dossier.pdf'])(
  '%s needs one',
  async (file) => {
    const root = folderOf({'cinch.yaml': config, 'a.yaml': network, [file]: 'text'})
    const {ignored, diagnostics} = await load(root)
    expect(ignored).toEqual([])
    expect(diagnostics.map(({code, location}) => [code, location.file])).toEqual([
      ['file/unlisted', file],
    ])
  },
)

test('what a glob names is never ignored by its name alone', async () => {
  const root = folderOf({
    'cinch.yaml': `${config}exhibits: [README.md]\n`,
    'a.yaml': network,
    'dossier/b.yaml': 'kind: Person\nid: p-1\n',
    'README.md': 'text',
  })
  const {ignored, sources, files} = await load(root)
  expect(ignored).toEqual([])
  expect(sources.map((it) => it.file)).toEqual(['a.yaml', 'dossier/b.yaml'])
  expect(files.map((it) => it.file)).toEqual(['README.md'])
})

test('an overlay without records is told in its own words', async () => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network})
  const overlay = folderOf({'cinch.yaml': config})
  const {diagnostics} = await load(root, {overlays: [overlay]})
  expect(diagnostics.map((it) => `${it.location.root} ${lineOf(it)}`)).toEqual([
    `overlay-1 cinch.yaml:1:1 config/no-records Unexpected overlay \`${basename(overlay)}\` without records, expected one at least`,
  ])
  writeFileSync(join(overlay, 'b.yaml'), 'kind: Person\nid: p-1\n')
  expect((await load(root, {overlays: [overlay]})).diagnostics).toEqual([])
})

test('an empty cinch.yaml, a misnamed one, and a bare repository', async () => {
  const root = folderOf({'cinch.yaml': '', 'a.yaml': network})
  const {diagnostics} = await load(root)
  expect(diagnostics.map((it) => `${lineOf(it)} | ${it.help}`)).toEqual([
    'cinch.yaml:1:1 yaml/empty Unexpected empty file, expected settings of a governance repository | Write `formatVersion: 1`',
  ])
  const misnamed = folderOf({'cinch.yml': config, 'a.yaml': network})
  await expect(load(misnamed)).rejects.toMatchObject({
    message: `Unexpected name \`cinch.yml\` in \`${misnamed}\`, expected \`cinch.yaml\``,
    help: 'Rename the file to `cinch.yaml`',
  })
  const bare = folderOf({HEAD: 'ref: refs/heads/main\n', 'objects/x': '', 'refs/x': ''})
  await expect(load(bare)).rejects.toThrow(/Unexpected bare repository/)
})

test('a YAML file among the tables is a record', async () => {
  const root = folderOf({'cinch.yaml': config, 'tables/t.yaml': network, 'tables/t.csv': 'a'})
  const {sources, files} = await load(root)
  expect(sources.map((it) => it.file)).toEqual(['tables/t.yaml'])
  expect(files.map((it) => it.file)).toEqual(['tables/t.csv'])
})

test('globs of the configuration, one of them without a file, two of them outside', async () => {
  const root = folderOf({
    'cinch.yaml': `${config}records: [r/*.yaml, old/**, ../x, /etc/*]\n`,
    'r/a.yaml': network,
  })
  const {sources, diagnostics} = await load(root)
  expect(sources).toHaveLength(1)
  expect(diagnostics.map(lineOf)).toEqual([
    'cinch.yaml:2:21 config/glob-unmatched Unexpected glob `old/**` that matches no file, expected at least one',
    'cinch.yaml:2:29 config/glob Unexpected glob that does not stay inside the root, expected a glob such as `records/**/*.yaml`',
    'cinch.yaml:2:35 config/glob Unexpected glob that does not stay inside the root, expected a glob such as `records/**/*.yaml`',
  ])
})

test.each([
  ['records: 3'],
  ['records: [1, {a: b}]'],
  ['ignore: x'],
  ['ignore: [x, {glob: 1}, {reason: y}]'],
  ['class: 7'],
])('a configuration with %s does not stop the reading', async (line) => {
  const root = folderOf({'cinch.yaml': `${config}${line}\n`, 'a.yaml': network})
  const loaded = await load(root).catch((error: Error) => error.message)
  // A list of records without a usable glob matches nothing; anything else reads the record.
  if (line.startsWith('records: [')) expect(loaded).toMatch(/nothing matched/)
  else expect(loaded).toMatchObject({counts: {records: 1}})
})

test('a configuration that is no YAML is one finding, and the records are read', async () => {
  const root = folderOf({'cinch.yaml': 'formatVersion: 1: 2\n', 'a.yaml': network, 'x.txt': ''})
  const {sources, diagnostics} = await load(root)
  expect(sources).toHaveLength(1)
  expect(diagnostics.map(lineOf)).toEqual([
    'cinch.yaml:1:16 yaml/syntax Unexpected second colon on one line, expected one `key: value`',
  ])
})

test.each([
  ['class: peerReview', 'peerReview'],
  ['', 'network'],
  ['class: peerreview', 'personLevel'],
])('an overlay with `%s` has class %s', async (line, expected) => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network})
  const overlay = folderOf({
    'cinch.yaml': `${config}${line}\n`,
    'a.yaml': 'kind: Person\nid: q\n: 1\n',
  })
  const {roots, sources, diagnostics} = await load(root, {overlays: [overlay]})
  expect(roots.map((it) => [it.name, it.class])).toEqual([
    ['main', 'network'],
    ['overlay-1', expected],
  ])
  expect(sources.map((it) => it.root)).toEqual(['main', 'overlay-1'])
  expect(diagnostics.map((it) => it.location.root)).toEqual(['overlay-1'])
})

test('a revision is read through the store, and never from the disk', async () => {
  const root = folderOf({'cinch.yaml': config, 'disk.yaml': network})
  const stored: Readonly<Record<string, string>> = {'cinch.yaml': config, 'commit.yaml': network}
  const {sources, roots} = await load(root, {
    at: 'HEAD',
    store: async () => ({
      list: () =>
        Object.entries(stored).map(([path, text]) => ({path, bytes: text.length, type: 'file'})),
      read: (path) => Buffer.from(stored[path] ?? ''),
    }),
    commitOf: async () => 'a'.repeat(40),
    uncommittedOf: async () => ['disk.yaml'],
  })
  expect(sources.map((it) => it.file)).toEqual(['commit.yaml'])
  expect(roots.map((it) => [it.commit, it.uncommitted])).toEqual([['a'.repeat(40), ['disk.yaml']]])
})

test.each([
  ['no folder', {}, 'missing', /expected one that exists/],
  ['a file', {'a.txt': ''}, 'a.txt', /expected the folder of a governance repository/],
  ['no cinch.yaml', {'a.yaml': network}, '', /without cinch.yaml: no governance repository/],
  ['an empty folder', {}, '', /no governance repository/],
  ['no record', {'cinch.yaml': config}, '', /nothing matched the record globs/],
  [
    'everything ignored',
    {'cinch.yaml': `${config}ignore: [{glob: '**', reason: All}]\n`, 'a.yaml': network},
    '',
    /nothing matched/,
  ],
  [
    'a newer format',
    {'cinch.yaml': 'formatVersion: 2\n', 'a.yaml': network},
    '',
    /format version 2 in `cinch.yaml`, expected 1/,
  ],
])('%s: cannot run', async (_name, files, folder, message) => {
  const root = folderOf(files)
  await expect(load(join(root, folder))).rejects.toMatchObject({
    name: 'CannotRun',
    message: expect.stringMatching(message) as string,
  })
})

test('the folder above that has a cinch.yaml is suggested', async () => {
  const root = folderOf({'cinch.yaml': config, 'records/deep/a.yaml': network})
  await expect(load(join(root, 'records/deep'))).rejects.toMatchObject({
    help: expect.stringMatching(/^Did you mean `--root .+`\?$/) as string,
  })
})

test('one root twice: cannot run', async () => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network})
  await expect(load(root, {overlays: [`${root}/.`]})).rejects.toThrow(/expected each root once/)
})

test('a cinch.yaml of a megabyte is read, a larger one is not', async () => {
  const padded = (bytes: number) => `${config}#${' '.repeat(bytes - config.length - 1)}`
  const root = folderOf({'cinch.yaml': padded(1_048_576), 'a.yaml': network})
  expect((await load(root)).diagnostics).toEqual([])
  const larger = folderOf({'cinch.yaml': padded(1_048_577), 'a.yaml': network})
  await expect(load(larger)).rejects.toThrow(/of 1048577 bytes, expected at most 1048576/)
})

test('a second document, and a second cinch.yaml further down', async () => {
  const root = folderOf({
    'cinch.yaml': `${config}---\nrecords: []\n`,
    'a.yaml': network,
    'sub/cinch.yaml': config,
  })
  const {diagnostics, sources} = await load(root)
  expect(sources).toHaveLength(1)
  expect(diagnostics.map(lineOf)).toEqual([
    'cinch.yaml:3:1 config/second-document Unexpected second document in `cinch.yaml`, expected one',
    'sub/cinch.yaml:1:1 file/nested-root Unexpected cinch.yaml in a folder, expected one at the root alone',
  ])
})

test('a record behind a large-file pointer is told, not parsed', async () => {
  const root = folderOf({
    'cinch.yaml': config,
    'a.yaml': network,
    'b.yaml': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
  })
  const {diagnostics, unread} = await load(root)
  expect(diagnostics.map(lineOf)).toEqual([
    'b.yaml:1:1 file/pointer Unexpected large-file pointer, expected the record itself',
  ])
  expect(unread).toEqual([{root: 'main', file: 'b.yaml'}])
})

test('a cinch.yaml that is a link is refused', async () => {
  const outside = folderOf({'cinch.yaml': config})
  const root = folderOf({'a.yaml': network})
  symlinkSync(join(outside, 'cinch.yaml'), join(root, 'cinch.yaml'))
  await expect(load(root)).rejects.toThrow(/Unexpected link `cinch.yaml`, expected a file/)
})

test('links, sockets and repositories inside are told and not read', async () => {
  const outside = folderOf({'secret.yaml': 'kind: Secret\n', 'folder/b.yaml': 'kind: Secret\n'})
  const root = folderOf({
    'cinch.yaml': config,
    'a.yaml': network,
    'nested/.git/HEAD': '',
    'nested/c.yaml': 'kind: Secret\n',
  })
  symlinkSync(join(outside, 'secret.yaml'), join(root, 'link.yaml'))
  symlinkSync(join(outside, 'folder'), join(root, 'records'))
  symlinkSync('nowhere', join(root, 'dangling.yaml'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(join(root, 'socket.yaml'), resolve))
  onTestFinished(() => void server.close())
  const {sources, diagnostics, notScanned} = await load(root)
  expect(sources.map((it) => it.file)).toEqual(['a.yaml'])
  const link = 'file/symlink Unexpected link, expected a file: links are not followed'
  expect(diagnostics.map(lineOf)).toEqual([
    `dangling.yaml:1:1 ${link}`,
    `link.yaml:1:1 ${link}`,
    'nested:1:1 file/submodule Unexpected repository inside the root, expected files',
    `records:1:1 ${link}`,
    'socket.yaml:1:1 file/not-regular Unexpected device, pipe or socket, expected a file',
  ])
  expect(notScanned?.map((it) => it.file)).toEqual([
    'dangling.yaml',
    'link.yaml',
    'nested',
    'records',
    'socket.yaml',
  ])
})

test('names that turn text, or differ in case or Unicode form', async () => {
  const root = folderOf({
    'cinch.yaml': config,
    'Fee.yaml': network,
    'fee.yaml': network,
    'e\u0301.yaml': network,
    '\u00e9.yaml': network,
    'a\u202elmay.yaml': network,
    'b\n.yaml': network,
  })
  const {diagnostics} = await load(root)
  expect(diagnostics.map(({code, message}) => `${code} ${message}`)).toEqual([
    'file/name Unexpected control or direction character in the name `a\\u202elmay.yaml`, expected printable text',
    'file/name Unexpected control or direction character in the name `b\\u000a.yaml`, expected printable text',
    'file/name-collision Unexpected name `fee.yaml`, expected one that differs from `Fee.yaml` in more than case or Unicode form',
    'file/name-collision Unexpected name `\u00e9.yaml`, expected one that differs from `e\u0301.yaml` in more than case or Unicode form',
  ])
})

test('a name that is no UTF-8 is told and not opened', async () => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network})
  writeFileSync(
    Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff]), Buffer.from('.yaml')]),
    network,
  )
  const {sources, diagnostics, notScanned} = await load(root)
  expect(sources).toHaveLength(1)
  expect(diagnostics.map((it) => it.code)).toEqual(['file/name'])
  expect(notScanned?.map((it) => it.reason)).toEqual(['name that is no UTF-8'])
})

test('a file of which a document is lost is named as unread', async () => {
  const root = folderOf({
    'cinch.yaml': config,
    'a.yaml': `${network}---\na: b: c\n---\nkind: Person\nid: p-1\n`,
    'b.yaml': 'kind: Person\nid: 01\n',
    'c.yaml': 'kind: &x Person\n',
    'd.yaml': Buffer.from([0xff, 0xfe]),
  })
  const {sources, unread} = await load(root)
  expect(sources.map((it) => [it.file, it.index])).toEqual([
    ['a.yaml', 0],
    ['a.yaml', 2],
    ['b.yaml', 0],
  ])
  expect(unread?.map((it) => it.file)).toEqual(['a.yaml', 'c.yaml', 'd.yaml'])
})

test('sizes on both sides of the limit, without reading what is over it', async () => {
  const mebibyte = 1024 * 1024
  const root = folderOf({
    'cinch.yaml': config,
    'a.yaml': `${network}# ${' '.repeat(5 * mebibyte - network.length - 2)}`,
    'b.yaml': '',
    'exhibits/huge.bin': '',
  })
  truncateSync(join(root, 'b.yaml'), 5 * mebibyte + 1)
  truncateSync(join(root, 'exhibits/huge.bin'), 512 * mebibyte + 1)
  const {sources, files, diagnostics, notScanned} = await load(root)
  expect(sources).toHaveLength(1)
  expect(files).toEqual([])
  expect(diagnostics.map(lineOf)).toEqual([
    'b.yaml:1:1 file/too-large Unexpected record file of 5242881 bytes, expected at most 5242880',
    'exhibits/huge.bin:1:1 file/too-large Unexpected exhibit file of 536870913 bytes, expected at most 536870912',
  ])
  expect(notScanned?.map((it) => [it.file, it.reason])).toEqual([
    ['b.yaml', 'too large'],
    ['exhibits/huge.bin', 'too large'],
  ])
})

test.each([
  [
    'a git-lfs pointer',
    'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n',
    true,
  ],
  ['a git-annex pointer', '/annex/objects/SHA256E-s9--00.pdf\n', true],
  ['a text about pointers', `About them:\nversion https://git-lfs.github.com/spec/v1\n`, false],
  [
    'a long text that starts like one',
    `version https://git-lfs.github.com/spec/v1\n${'x'.repeat(1100)}`,
    false,
  ],
])('%s: pointer is %s', async (_name, content, pointer) => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network, 'exhibits/e.pdf': content})
  const {files} = await load(root)
  expect(files.map((it) => it.pointer)).toEqual([pointer])
})

test.each([
  [
    'git-lfs',
    `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 9\n`,
    'a'.repeat(64),
  ],
  ['git-annex', `/annex/objects/SHA256E-s9--${'b'.repeat(64)}.pdf\n`, 'b'.repeat(64)],
  ['git-annex by another hash', `/annex/objects/MD5E-s9--${'b'.repeat(32)}.pdf\n`, undefined],
  ['no pointer', `oid sha256:${'a'.repeat(64)}\n`, undefined],
])('a pointer of %s says which file it stands for', async (_name, content, pointsTo) => {
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network, 'exhibits/x': content})
  const {files} = await load(root)
  expect(files.map((it) => it.pointsTo)).toEqual([pointsTo])
})

test(
  'a 100 MB line in a table takes seconds, and is read to its end',
  {timeout: 60_000},
  async () => {
    const line = Buffer.alloc(100_000_000, 'x')
    line.write(' 219-09-9999 ', 99_999_000)
    const root = folderOf({'cinch.yaml': config, 'a.yaml': network, 'tables/t.csv': line})
    const {hits, files} = await load(root)
    expect(files[0]?.sha256).toBe(createHash('sha256').update(line).digest('hex'))
    expect(hits.map((it) => [it.pattern, it.location.start])).toEqual([
      ['identifier-ssn', {line: 1, column: 99_999_002}],
    ])
  },
)

test('a file that is no UTF-8 is told, and still scanned', async () => {
  const bytes = Buffer.concat([
    Buffer.from('kind: X\nnote: "pays 115% of Medicare '),
    Buffer.from([0xe9, 0x22]),
  ])
  const root = folderOf({'cinch.yaml': config, 'a.yaml': network, 'b.yaml': bytes})
  const {diagnostics, hits} = await load(root)
  expect(diagnostics.map(lineOf)).toEqual([
    'b.yaml:2:30 yaml/encoding Unexpected byte `0xE9`, expected UTF-8',
  ])
  expect(hits.map((it) => it.pattern)).toEqual(['price-medicare-percent'])
})

test('reading writes nothing', async () => {
  const root = folderOf({
    'cinch.yaml': config,
    'records/a.yaml': 'a: b: c',
    'x.txt': '',
    'exhibits/e': 'x',
  })
  mkdirSync(join(root, '.git'))
  const state = () =>
    readdirSync(root, {recursive: true, encoding: 'utf8'})
      .sort()
      .map((path) => {
        const {mtimeMs, ctimeMs, size} = lstatSync(join(root, path))
        return [path, mtimeMs, ctimeMs, size]
      })
  const before = state()
  await load(root)
  expect(state()).toEqual(before)
  expect(readFileSync(join(root, 'records/a.yaml'), 'utf8')).toBe('a: b: c')
})
