import {existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

let folder: string
beforeEach(() => {
  folder = folderOf(smallest)
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))
const cinch = (...args: string[]) => runCinch(args, {cwd: folder})

describe('cinch schema --editor', () => {
  const below = '.vscode/schemas'

  test('writes two files that need no entry in `ignore`, and the same again', () => {
    const {exitCode, stdout} = cinch('schema', '--editor')
    expect({exitCode, stdout}).toEqual({
      exitCode: 0,
      stdout: `Wrote ${below}/record.schema.json (created)\nWrote ${below}/cinch.schema.json (created)\n`,
    })
    expect(readdirSync(join(folder, below)).sort()).toEqual([
      'cinch.schema.json',
      'record.schema.json',
    ])
    expect(cinch('validate').stdout).toContain('Nothing found')
    expect(cinch('schema', '--editor').stdout.match(/\(unchanged\)/g)).toHaveLength(2)
  })

  test('--dry-run writes nothing', () => {
    expect(cinch('schema', '--editor', '--dry-run').stdout).toMatch(/^Would write /)
    expect(existsSync(join(folder, '.vscode'))).toBe(false)
    expect(cinch('schema', '--editor', '--out', 'other', '--dry-run').exitCode).toBe(0)
    expect(existsSync(join(folder, 'other'))).toBe(false)
  })

  test('follows no link', () => {
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, '.vscode'))
    expect(cinch('schema', '--editor').exitCode).toBe(2)
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  })

  test.each([
    ['--out', 'x'],
    ['Protocol', '--out', 'x'],
    ['--dry-run'],
    ['--editor', '--all', '--out', 'x'],
  ])('%s %s cannot be run', (...args) => {
    expect(cinch('schema', ...args).exitCode).toBe(2)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})

test('cinch schema --all writes every schema, and a file in the way is no bug', () => {
  expect(cinch('schema', '--all', '--out', 'schemas').exitCode).toBe(0)
  expect(readdirSync(join(folder, 'schemas')).length).toBeGreaterThan(30)
  writeFileSync(join(folder, 'taken'), '')
  expect(cinch('schema', '--all', '--out', 'taken').exitCode).toBe(2)
})

describe('cinch explain', () => {
  test('says what a code means and what to do', () => {
    const {exitCode, stdout} = cinch('explain', 'yaml/duplicate-key')
    expect({exitCode, stdout}).toEqual({
      exitCode: 0,
      stdout: 'yaml/duplicate-key\n  A key stands twice.\n  fix: Keep one.\n',
    })
    expect(JSON.parse(cinch('explain', 'leak/price', '--json').stdout)).toMatchObject({
      code: 'leak/price',
      means: expect.stringContaining('Exit 3') as unknown,
    })
  })

  test("knows a finding of a network's own rule", () => {
    expect(cinch('explain', 'house/anything').stdout).toContain("network's own rules")
  })

  test.each([
    ['E1O', '`cinch explain E1`'],
    ['exhibit/mising', '`cinch explain exhibit/missing`'],
    ['unvouched', '`cinch explain seal/key-unvouched`'],
    ['lader-to-removal', '`cinch explain enforcement/ladder-to-removal`'],
  ])('names what may be meant by %s', (typed, meant) => {
    const {exitCode, stderr} = cinch('explain', typed)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('Did you mean')
    expect(stderr).toContain(meant)
  })

  test('says where to look where nothing is near', () => {
    const {exitCode, stderr} = cinch('explain', 'zzzzzzzzzzz')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('`cinch rules` lists the tests')
    expect(stderr).not.toContain('Did you mean')
  })
})

test('the first help names what to type first, within 80 columns', () => {
  const {stdout} = cinch('--help')
  expect(stdout).toMatch(/^START\n {2}\$ cinch init /m)
  for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
})
