import {spawnSync} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {folderOf, smallest} from '../helpers/run-cinch.ts'

const home = mkdtempSync(join(tmpdir(), 'cinch-home-'))

/** Runs a command line without oclif's search for the command, or with it. */
function run(argv: readonly string[], byOclif: boolean) {
  const script = `
    process.argv.splice(1, 0, 'bin/run.js')
    const {main} = require('./bin/load-bundle.js').loadBundle()
    main(process.argv.slice(2), process.cwd()${byOclif ? ', {}' : ''})
  `
  const {status, stdout, stderr} = spawnSync(process.execPath, ['-e', script, '--', ...argv], {
    encoding: 'utf8',
    env: {PATH: process.env['PATH'], HOME: home, CINCH_NO_CACHE: '1'},
  })
  return {status, stdout, stderr: stderr.replaceAll(/^ {4}at .*$/gm, '')}
}

const root = folderOf(smallest)
const read = ['--root', root, '--as-of', '2026-06-30']

test.each([
  [['explain', 'B1']],
  [['explain', 'B1', '--json']],
  [['explain', 'b999']],
  [['explain']],
  [['explain', 'B1', 'B2']],
  [['explain', '--', '--help']],
  [['explain', 'B1', '-h']],
  [['explain', '--help']],
  [['explain:B1']],
  [['rules', '--json']],
  [['rules', 'test', '--nothing']],
  [['rules', 'tset']],
  [['validate', ...read]],
  [['validate', ...read, '--format', 'json']],
  [['validate', ...read, '--fail-on', 'nothing']],
  [['validate', ...read, '--formt', 'json']],
  [['validate', 'northgate']],
  [['validate', 'a=b']],
  [['validate', '--as-of']],
  [['validate', '--no-cache', 'northgate', '--help']],
  [['--root', root, 'validate']],
  [['status', ...read, '--json']],
  [['schema', '--nothing']],
  [['constructor']],
  [['help', 'validate']],
  [['completion', 'bash']],
  [['doctor', '--root', root, '--json']],
  [['vaildate']],
  [[]],
  [['']],
])('%j says the same as where oclif looks for the command', (argv) => {
  const told = run(argv, false)
  expect(told).toEqual(run(argv, true))
  expect(told.stdout + told.stderr).not.toBe('')
})
