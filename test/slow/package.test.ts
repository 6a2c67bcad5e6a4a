import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'

let folder: string
let cinch: string

/** Packs the package and installs the tarball in an empty folder, as a user would. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cinch-pack-'))
  execFileSync('npm', ['run', 'build'], {stdio: 'pipe'})
  execFileSync('npm', ['pack', '--pack-destination', folder], {stdio: 'pipe'})
  const tarball = readdirSync(folder).find((it) => it.endsWith('.tgz')) ?? ''
  writeFileSync(join(folder, 'package.json'), '{"private": true}')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
    stdio: 'pipe',
  })
  cinch = join(folder, 'node_modules', '.bin', 'cinch')
}, 600_000)

afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('the installed package holds no development files', () => {
  const installed = join(folder, 'node_modules', 'cinch')
  expect(existsSync(join(installed, 'dist', 'dev'))).toBe(false)
  expect(existsSync(join(installed, 'src'))).toBe(false)
  expect(existsSync(join(installed, 'schemas', 'protocol.schema.json'))).toBe(true)
})

test('validate runs from the installed package', async () => {
  const repository = join(folder, 'suburban')
  await replay('examples/suburban-health-2006', repository)
  const {status, stdout} = spawnSync(cinch, ['validate', '--as-of', '2026-11-21'], {
    cwd: repository,
    encoding: 'utf8',
  })
  expect(stdout).toContain('Nothing found.')
  expect(status).toBe(0)
})

test('dossier runs from the installed package and writes every format', async () => {
  const repository = join(folder, 'medsouth')
  await replay('examples/medsouth-2002', repository)
  const {status} = spawnSync(cinch, ['dossier', '--as-of', '2026-11-21', '--out', '../written'], {
    cwd: repository,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(readdirSync(join(folder, 'written')).sort()).toEqual([
    'dossier.html',
    'dossier.json',
    'dossier.pdf',
  ])
})
