import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {failureOf} from '../../src/cli/failure.ts'
import {runCinch} from '../helpers/run-cinch.ts'

test('a missing argument names the help of its command, and no flag that was not given', () => {
  const {exitCode, stderr} = runCinch(['verify'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Missing 1 required arg')
  expect(stderr).toContain('`cinch verify --help` shows its arguments and flags')
  expect(stderr).not.toContain('multiple values')
})

test('a list flag takes one value, and leaves the argument after it', () => {
  const {exitCode, stderr} = runCinch(['verify', '--overlay', 'a', 'dossier'])
  expect(exitCode).toBe(2)
  expect(stderr).not.toContain('Missing')
})

test('a value that a flag does not know names the help of its command', () => {
  const {exitCode, stderr} = runCinch(['diff', '--format=sarif'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('`cinch diff --help`')
})

test.each([
  ['scandir', 'Change its permissions so that you may read it: nothing is passed over'],
  ['mkdir', 'Choose a folder that you may write to, or change its permissions'],
])('where the system refuses %s, the help is of that', (syscall, help) => {
  const refused = Object.assign(new Error('EACCES: permission denied'), {code: 'EACCES', syscall})
  expect(failureOf(refused, ['validate'])).toMatchObject({exitCode: 2, help})
})

test('a path that is not as wanted is told in words, without those of the system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-failure-'))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  writeFileSync(join(folder, 'cinch.yaml'), 'formatVersion: 1\n')
  writeFileSync(join(folder, 'body.yaml'), 'kind: GoverningBody\nid: board\ntype: board\n')
  try {
    for (const [args, words] of [
      [['schema', '--all', '--out', file], `Unexpected file \`${file}\`, expected a folder`],
      [
        ['schema', '--all', '--out', join(file, 'below')],
        `Unexpected file on the way to \`${join(file, 'below')}\`, expected a folder`,
      ],
      [['validate', '--report', folder], `Unexpected folder \`${folder}\`, expected a file`],
      [
        ['add', 'Meeting', '--from', 'none.yaml'],
        'Unexpected --from `none.yaml`, expected a file that exists',
      ],
      [
        ['add', 'Meeting', '--from', folder],
        `Unexpected --from \`${folder}\`, expected a file, not`,
      ],
      [['import', 'roster', 'none.csv'], 'Unexpected file `none.csv`, expected one that exists'],
    ] as const) {
      const {exitCode, stderr} = runCinch([...args], {cwd: folder})
      expect(exitCode, args.join(' ')).toBe(2)
      expect(stderr).toContain(words)
      expect(stderr).toMatch(/\n {2}fix: \w/)
      expect(stderr).not.toMatch(/E[A-Z]{4,}|mkdir/)
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
})
