import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
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
  expect(run.stderr).toContain('cinch.cjs')
  return run.stderr.split('\n')
}

test.each([[['--help']], [['validate', '--help']], [['dossier', '--help']], [['rules']]])(
  '%j loads no heavy library',
  (args) => {
    expect(loadedBy(args).filter((it) => heavy.test(it))).toEqual([])
  },
)

test('the program is one file: oclif and the commands are not loaded one by one', () => {
  const ours = loadedBy(['explain', 'B1']).filter((it) => it.endsWith('js'))
  expect(ours.filter((it) => it.includes('@oclif/core'))).toEqual([])
  expect(ours.length).toBeLessThan(8)
})

test('a code cache of another bundle, or one that is no cache, changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-bundle-'))
  for (const it of ['bin', 'dist', 'schemas', 'templates', 'package.json', 'oclif.manifest.json'])
    cpSync(it, join(folder, it), {recursive: true})
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const cache = join(folder, 'dist/bundle/cinch.cache')
  const good = readFileSync(cache)
  const run = () => {
    const {status, stdout} = spawnSync(process.execPath, [
      join(folder, 'bin/run.js'),
      'explain',
      'B1',
    ])
    return {status, text: stdout.toString()}
  }
  const expected = run()
  expect(expected.status).toBe(0)
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('not a cache'),
    Buffer.concat([Buffer.alloc(64, 97), good.subarray(64)]),
    Buffer.concat([good.subarray(0, 64), Buffer.alloc(1000)]),
    good.subarray(0, good.length / 2),
  ]) {
    writeFileSync(cache, bytes)
    expect(run()).toEqual(expected)
    // Written anew for the next run.
    expect(readFileSync(cache).subarray(0, 64)).toEqual(good.subarray(0, 64))
    expect(readFileSync(cache).length).toBeGreaterThan(100_000)
  }
})

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

test('an installation that is not built cannot run, and is no finding', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-unbuilt-'))
  for (const it of ['bin', 'package.json']) cpSync(it, join(folder, it), {recursive: true})
  const run = () => spawnSync(process.execPath, [join(folder, 'bin/run.js'), 'rules'])
  const {status, stderr} = run()
  expect(status).toBe(2)
  expect(stderr.toString()).toMatch(/without `.*cinch\.cjs`\n {2}fix: npm run build\n$/)
  mkdirSync(join(folder, 'dist/bundle'), {recursive: true})
  writeFileSync(join(folder, 'dist/bundle/cinch.cjs'), 'not a program')
  expect(run().status).toBe(70)
})
