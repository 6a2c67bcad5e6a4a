import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

/** Libraries that only the command that needs them may load. */
const heavy = /node_modules\/(?:yaml|ajv|pdfkit|fontkit|handlebars)\//

/** Files of the CommonJS modules that a run has loaded; all heavy libraries are such. */
function loadedBy(args: readonly string[]): string[] {
  const script = `
    const {createRequire} = await import('node:module')
    const {pathToFileURL} = await import('node:url')
    process.argv = [process.argv[0], 'bin/run.js', ...${JSON.stringify(args)}]
    process.stdout.write = () => true
    await import(pathToFileURL(process.cwd() + '/bin/run.js'))
    process.on('exit', () => {
      const loaded = Object.keys(createRequire(process.cwd() + '/x.js').cache)
      process.stderr.write(loaded.join('\\n'))
    })
  `
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'})
  expect(run.stderr).toContain('@oclif/core')
  return run.stderr.split('\n')
}

test.each([[['--help']], [['validate', '--help']], [['dossier', '--help']], [['rules']]])(
  '%j loads no heavy library',
  (args) => {
    expect(loadedBy(args).filter((it) => heavy.test(it))).toEqual([])
  },
)

test('validate of plain records loads neither the whole parser nor the schema compiler', () => {
  const loaded = loadedBy(['validate', '--root', folderOf(smallest), '--as-of', '2026-06-30'])
  expect(loaded.filter((it) => it.endsWith('checks/network.cjs'))).toHaveLength(1)
  const byChecks = /node_modules\/ajv\/dist\/runtime\//
  expect(loaded.filter((it) => heavy.test(it) && !byChecks.test(it))).toEqual([])
})

test('--version is that of the package', () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
  expect(runCinch(['--version'])).toMatchObject({exitCode: 0, stdout: `cinch ${version}\n`})
})
