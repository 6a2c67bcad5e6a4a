import {spawnSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

/** Libraries that only the command that needs them may load. */
const heavy = /node_modules\/(?:yaml|ajv|pdfkit|fontkit|handlebars)\//

/**
 * What a run has loaded: files of CommonJS modules, as all heavy libraries are, parts of the bundle,
 * and modules of Node.
 */
function loadedBy(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {CINCH_NO_CACHE: '1'},
): string[] {
  const script = `
    const {createRequire} = await import('node:module')
    const {pathToFileURL} = await import('node:url')
    process.argv = [process.argv[0], 'bin/run.js', ...${JSON.stringify(args)}]
    process.stdout.write = () => true
    await import(pathToFileURL(process.cwd() + '/bin/run.js'))
    process.on('exit', () => {
      const require = createRequire(process.cwd() + '/x.js')
      const loaded = [...Object.keys(require.cache), ...require('./bin/load-bundle.js').loadBundle.loaded()]
      process.stderr.write([...loaded, ...process.moduleLoadList].join('\\n'))
    })
  `
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: {...process.env, ...env},
  })
  expect(run.stderr).toContain('load-bundle.js')
  return run.stderr.split('\n')
}

test.each([[['--help']], [['validate', '--help']], [['dossier', '--help']], [['rules']]])(
  '%j loads no heavy library',
  (args) => {
    expect(loadedBy(args).filter((it) => heavy.test(it))).toEqual([])
  },
)

describe('a small command', () => {
  const loaded = loadedBy(['explain', 'B1'])

  test('runs no module of oclif, nor a command, as a file of its own', () => {
    const ours = loaded.filter((it) => it.startsWith('/') && it.endsWith('js'))
    expect(ours.filter((it) => it.includes('@oclif/core'))).toEqual([])
    expect(ours.length).toBeLessThan(5)
  })

  test('loads its own command and no other, from two files of the bundle', () => {
    expect(loaded.filter((it) => it.startsWith('./command-'))).toEqual(['./command-explain.cjs'])
    expect(loaded.filter((it) => it.startsWith('pack '))).toEqual(['pack start', 'pack rules'])
  })

  test.each(['child_process', 'net', 'tty', 'dgram', 'perf_hooks', 'fs/promises', 'readline'])(
    'loads no %s, which Node takes long to load',
    (name) => {
      // Of a pipe Node itself makes a socket.
      const own = name === 'net' || name === 'tty' ? [] : [`NativeModule ${name}`]
      expect(loaded.filter((it) => own.includes(it))).toEqual([])
    },
  )
})

test('validate loads what reads records only where something has changed, and no rule', () => {
  const root = folderOf(smallest)
  const args = ['validate', '--root', root, '--as-of', '2026-06-30']
  const packs = () => loadedBy(args, keeping).filter((it) => it.startsWith('pack '))
  const keeping = {XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'cinch-cache-')), CINCH_NO_CACHE: ''}
  expect(packs()).toEqual(['pack start', 'pack warm', 'pack read'])
  // A file that has not rested for two seconds is read again.
  spawnSync('sleep', ['2.1'])
  expect(packs()).toEqual(['pack start', 'pack warm', 'pack read'])
  expect(packs()).toEqual(['pack start', 'pack warm'])
})

test('a code cache of another bundle, or one that is no cache, changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-bundle-'))
  for (const it of ['bin', 'dist', 'schemas', 'templates', 'package.json', 'oclif.manifest.json'])
    cpSync(it, join(folder, it), {recursive: true})
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const cache = join(folder, 'dist/bundle/cinch.cache/start')
  const good = readFileSync(cache)
  const run = () => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [
      join(folder, 'bin/run.js'),
      'explain',
      'B1',
    ])
    return {status, text: stdout.toString(), told: stderr.toString()}
  }
  const expected = run()
  expect([expected.status, expected.told]).toEqual([0, ''])
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('not a cache'),
    Buffer.concat([Buffer.alloc(64, 97), good.subarray(64)]),
    Buffer.concat([good.subarray(0, 64), Buffer.alloc(1000)]),
    good.subarray(0, good.length / 2),
    // V8 takes these two, and dies of them.
    Buffer.from(good).fill(0, good.length / 2, good.length / 2 + 5000),
    Buffer.concat([good.subarray(0, -5000), Buffer.alloc(5000)]),
  ]) {
    writeFileSync(cache, bytes)
    expect(run()).toEqual(expected)
    // Written anew for the next run.
    expect(readFileSync(cache).subarray(0, 64)).toEqual(good.subarray(0, 64))
    expect(readFileSync(cache).length).toBeGreaterThan(100_000)
  }
  // Where none can be written, the program is only slower.
  const caches = join(folder, 'dist/bundle/cinch.cache')
  rmSync(caches, {recursive: true})
  writeFileSync(caches, 'in the way')
  expect(run()).toEqual(expected)
  expect(readFileSync(caches, 'utf8')).toBe('in the way')
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
  expect(stderr.toString()).toMatch(/without `.*start\.cjs`\n {2}fix: npm run build\n$/)
  mkdirSync(join(folder, 'dist/bundle'), {recursive: true})
  writeFileSync(join(folder, 'dist/bundle/start.cjs'), 'not a program')
  expect(run().status).toBe(70)
})
