import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {runCinch} from '../helpers/run-cinch.ts'

/** Libraries that only the command that needs them may load. */
const heavy = /node_modules\/(?:yaml|ajv|pdfkit|fontkit|handlebars)\//

test.each([[['--help']], [['validate', '--help']], [['dossier', '--help']], [['rules']]])(
  '%j loads no heavy library',
  (args) => {
    // CommonJS modules are in require.cache; all the libraries named above are.
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
    const {stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    expect(stderr).toContain('@oclif/core')
    expect(stderr.split('\n').filter((it) => heavy.test(it))).toEqual([])
  },
)

test('--version is that of the package', () => {
  const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
  expect(runCinch(['--version'])).toMatchObject({exitCode: 0, stdout: `cinch ${version}\n`})
})
