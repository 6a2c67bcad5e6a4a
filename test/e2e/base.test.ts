import {spawnSync} from 'node:child_process'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const folders: string[] = []
afterEach(() => {
  for (const it of folders.splice(0)) rmSync(it, {recursive: true, force: true})
})

const protocol = (id: string, measure: string, extra = '') =>
  `kind: Protocol\nid: ${id}\ntitle: ${id}\ncondition: x\nspecialties: [cardiology]\neffective: 2024-03-01\nreviewCycleMonths: 12\nmeasures: [${measure}]\n${extra}`

const measure = (id: string) => {
  const {stdout} = runCinch(['schema', 'Measure'])
  const [example] = (JSON.parse(stdout) as {examples: object[]}).examples
  return `${JSON.stringify({...example, id}, null, 2)}\n`
}

/** Two protocols in error, each with a measure of its own; nothing links the two pairs. */
const files = {
  ...smallest,
  'a.yaml': protocol('a', 'measure-a', 'oops: 1\n'),
  'b.yaml': protocol('b', 'measure-b', 'oops: 1\n'),
  'measure-a.yaml': measure('measure-a'),
  'measure-b.yaml': measure('measure-b'),
}

function repository(extra: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf({...files, ...extra})
  folders.push(folder)
  commitAll(folder)
  return folder
}

function validate(cwd: string, ...args: string[]) {
  const ran = runCinch(['validate', '--as-of', '2026-06-30', '--json', ...args], {cwd})
  const {diagnostics = [], read = []} = JSON.parse(ran.stdout) as {
    diagnostics?: {code: string; location: {file: string}}[]
    read?: string[]
  }
  const found = diagnostics.map(({code, location}) => `${location.file} ${code}`)
  return {...ran, found, read: read.join('\n')}
}

function change(folder: string, changed: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(changed)) writeFileSync(join(folder, file), text)
}

const both = ['a.yaml schema/unknown-key', 'b.yaml schema/unknown-key']
const untouched = (count: number) =>
  `${count} ${count === 1 ? 'finding' : 'findings'} in records that this change does not touch.`

test('without a base everything is shown', () => {
  const {found, exitCode} = validate(repository())
  expect({found, exitCode}).toEqual({found: both, exitCode: 1})
})

test('where nothing changed nothing is shown, and what stands there is counted', () => {
  const {found, exitCode, read} = validate(repository(), '--base', 'HEAD')
  expect({found, exitCode}).toEqual({found: [], exitCode: 0})
  expect(read).toContain(untouched(2))
  expect(read).toContain('records changed 0, linked to them 0')
})

test('a changed record is shown, and the other is counted', () => {
  const folder = repository()
  change(folder, {'a.yaml': protocol('a', 'measure-a', '# more\ntitel: 2\noops: 1\n')})
  const {found, exitCode, read} = validate(folder, '--base', 'HEAD')
  expect(found).toEqual(['a.yaml schema/unknown-key', 'a.yaml schema/unknown-key'])
  expect(exitCode).toBe(1)
  expect(read).toContain(untouched(1))
})

test('a record that links to a changed one is shown, one that links to another is not', () => {
  const folder = repository()
  change(folder, {'measure-b.yaml': measure('measure-b').replace('"title": "', '"title": "New ')})
  const {found, read} = validate(folder, '--base', 'HEAD')
  expect(found).toEqual(['b.yaml schema/unknown-key'])
  expect(read).toContain('records changed 1, linked to them 1')
})

test('a record that a changed one rests on is shown', () => {
  const folder = repository({'measure-a.yaml': measure('measure-a').replace('{', '{"oops": 1,')})
  change(folder, {'a.yaml': protocol('a', 'measure-a').replace('condition: x', 'condition: gout')})
  expect(validate(folder, '--base', 'HEAD').found).toEqual(['measure-a.yaml schema/unknown-key'])
})

test('a removed record is a change: what referred to it is shown', () => {
  const folder = repository({'b.yaml': protocol('b', 'measure-b')})
  rmSync(join(folder, 'measure-b.yaml'))
  const {found} = validate(folder, '--base', 'HEAD')
  expect(found).toEqual(['b.yaml reference/unresolved'])
})

test('only lines that moved are no change', () => {
  const folder = repository()
  change(folder, {'a.yaml': `# A remark\n\n${files['a.yaml']}`})
  expect(validate(folder, '--base', 'HEAD').found).toEqual([])
})

test('of several records in one file only the changed one is shown', () => {
  const folder = repository({
    'b.yaml': `${files['b.yaml']}---\n${protocol('c', 'measure-a', 'oops: 1\n')}`,
  })
  change(folder, {
    'b.yaml': `${files['b.yaml']}---\n${protocol('c', 'measure-a', 'oops: 2\n')}`,
  })
  const {found, read} = validate(folder, '--base', 'HEAD')
  expect(found).toEqual(['b.yaml schema/unknown-key'])
  expect(read).toContain(untouched(2))
})

test('a new finding is shown wherever it stands: the second of an id, a file of its own', () => {
  const folder = repository()
  change(folder, {'0.yaml': measure('measure-a'), 'stray.bin': 'x'})
  const {found} = validate(folder, '--base', 'HEAD')
  expect(found).toContain('measure-a.yaml record/duplicate-id')
  expect(found.some((it) => it.startsWith('stray.bin '))).toBe(true)
})

test('a file that cannot be read and was not changed is counted; changed, it is shown', () => {
  const folder = repository({'bad.yaml': 'a: [\n'})
  expect(validate(folder, '--base', 'HEAD').found).toEqual([])
  change(folder, {'bad.yaml': 'b: [\n'})
  expect(validate(folder, '--base', 'HEAD').found).toContain('bad.yaml yaml/syntax')
})

test('an integrity failure is always shown, and exits 3', () => {
  const folder = repository({
    'exhibits/rates.txt': 'The conversion factor will be $48.50 from 1 July.\n',
    'exhibit.yaml': `kind: Exhibit\nid: rates\ntitle: Rates\nfile: exhibits/rates.txt\nsha256: "${'0'.repeat(64)}"\ncustodian: Secretary\nmade: 2026-01-01\nclass: network\n`,
  })
  const {found, exitCode} = validate(folder, '--base', 'HEAD')
  expect(exitCode).toBe(3)
  expect(found).toEqual(expect.arrayContaining(['exhibit.yaml exhibit/hash']))
  expect(found.some((it) => it.startsWith('exhibits/rates.txt leak/'))).toBe(true)
})

test('a change to cinch.yaml, and a base of zeros, show everything', () => {
  const folder = repository()
  expect(validate(folder, '--base', '0'.repeat(40)).found).toEqual(both)
  change(folder, {'cinch.yaml': 'formatVersion: 1 # newer\n'})
  const {found, read} = validate(folder, '--base', 'HEAD')
  expect(found).toEqual(both)
  expect(read).toContain('Everything is shown: cinch.yaml differs from commit')
})

test('a base without records shows everything', () => {
  const folder = folderOf({'README.md': 'x'})
  folders.push(folder)
  commitAll(folder)
  change(folder, files)
  expect(validate(folder, '--base', 'HEAD').found).toEqual(both)
})

test('with --at two commits are compared, whatever the working tree holds', () => {
  const folder = repository()
  change(folder, {'a.yaml': protocol('a', 'measure-a', 'oops: 3\n')})
  commitAll(folder, 'Second')
  change(folder, {'b.yaml': protocol('b', 'measure-b', 'oops: 4\n')})
  const {found} = validate(folder, '--at', 'HEAD', '--base', 'HEAD~1')
  expect(found).toEqual(['a.yaml schema/unknown-key'])
})

test('a base that a shallow clone lacks exits 2, and the fix names the depth', () => {
  const folder = repository()
  const {stdout} = spawnSync('git', ['rev-parse', 'HEAD'], {cwd: folder, encoding: 'utf8'})
  change(folder, {'a.yaml': protocol('a', 'measure-a', 'oops: 3\n')})
  commitAll(folder, 'Second')
  const clone = folderOf({})
  folders.push(clone)
  spawnSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone])
  for (const base of [stdout.trim(), 'nowhere', '--output=x']) {
    const ran = runCinch(['validate', `--base=${base}`], {cwd: clone})
    expect(ran).toMatchObject({exitCode: 2, stdout: ''})
    expect(ran.stderr).toContain('fetch-depth: 0')
  }
})

test.each(['sarif', 'gitlab'])(
  '%s, which has no room for it, says the count on stderr',
  (format) => {
    const {stderr} = runCinch(['validate', '--base', 'HEAD', '--format', format], {
      cwd: repository(),
    })
    expect(stderr).toContain(untouched(2))
  },
)

test.each(['pretty', 'junit', 'github', 'markdown'])('%s says the count', (format) => {
  const {stdout} = runCinch(['validate', '--base', 'HEAD', '--format', format], {cwd: repository()})
  expect(stdout).toContain(untouched(2))
})
