import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {folderOf, runCinch} from '../helpers/run-cinch.ts'

const folder = folderOf({})
const repository = join(folder, 'suburban')
const asOf = ['--as-of', '2026-11-21']

beforeAll(() => replay('examples/suburban-health-2006', repository))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Every file of a folder, as text that shows any change of a byte. */
function contentOf(out: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(out).map((it) => [it, readFileSync(join(out, it)).toString('base64')]),
  )
}

test('the same commit and date give the same bytes in another locale, time zone and directory', () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  const here = runCinch(['dossier', ...asOf, '--out', one], {cwd: repository})
  const elsewhere = join(folder, 'a folder of another name')
  cpSync(repository, elsewhere, {recursive: true})
  const there = runCinch(['dossier', '--root', elsewhere, ...asOf, '--out', two], {
    cwd: '/',
    env: {LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati'},
  })
  expect([here.exitCode, there.exitCode]).toEqual([0, 0])
  expect(Object.keys(contentOf(one)).sort()).toEqual([
    'dossier.html',
    'dossier.json',
    'dossier.pdf',
  ])
  expect(contentOf(two)).toEqual(contentOf(one))
})

test('an uncommitted change marks every page as a draft; the commit by name does not', () => {
  const changed = join(folder, 'changed')
  cpSync(repository, changed, {recursive: true})
  appendFileSync(join(changed, 'records', 'network.yaml'), '# a remark\n')
  const drafted = join(folder, 'drafted')
  expect(runCinch(['dossier', ...asOf, '--out', drafted], {cwd: changed}).exitCode).toBe(0)
  const json = JSON.parse(readFileSync(join(drafted, 'dossier.json'), 'utf8')) as {
    draft: string | null
  }
  expect(json.draft).toMatch(/^Draft/)
  const {stdout} = spawnSync('pdftotext', ['-layout', join(drafted, 'dossier.pdf'), '-'], {
    encoding: 'utf8',
  })
  const pages = stdout.split('\f').slice(0, -1)
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.filter((page) => !/draft/i.test(page))).toEqual([])

  const named = join(folder, 'named')
  runCinch(['dossier', ...asOf, '--at', 'HEAD', '--out', named], {cwd: changed})
  expect(
    (JSON.parse(readFileSync(join(named, 'dossier.json'), 'utf8')) as {draft: string | null}).draft,
  ).toBeNull()
})

test('files that no dossier reads make no draft of it', () => {
  const beside = join(folder, 'beside')
  cpSync(repository, beside, {recursive: true})
  appendFileSync(join(beside, 'README.md'), 'A remark\n')
  const {exitCode} = runCinch(['dossier', ...asOf, '--format', 'json'], {cwd: beside})
  expect(exitCode).toBe(0)
  expect(runCinch(['dossier', ...asOf, '--format', 'json'], {cwd: beside}).exitCode).toBe(0)
  const json = readFileSync(join(beside, 'dossier', 'dossier.json'), 'utf8')
  expect((JSON.parse(json) as {draft: string | null}).draft).toBeNull()
})

test('--dry-run writes nothing and says what it would write', () => {
  const out = join(folder, 'dry')
  const {stdout, exitCode} = runCinch(['dossier', ...asOf, '--dry-run', '--out', out], {
    cwd: repository,
  })
  expect(exitCode).toBe(0)
  expect(stdout).toContain('would write')
  expect(existsSync(out)).toBe(false)
})

test('a place that cannot be written is exit 2, and leaves nothing', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const {exitCode, stderr} = runCinch(['dossier', ...asOf, '--out', join(file, 'below')], {
    cwd: repository,
  })
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Unexpected file on the way to')
  expect(readFileSync(file, 'utf8')).toBe('')
})

test('no command but dossier, schema --out and --report writes: the repository stays as it was', () => {
  const before = spawnSync('git', ['-C', repository, 'status', '--porcelain', '--ignored'], {
    encoding: 'utf8',
  })
  for (const command of ['validate', 'assess', 'trail'])
    runCinch([command, ...asOf], {cwd: repository})
  const after = spawnSync('git', ['-C', repository, 'status', '--porcelain', '--ignored'], {
    encoding: 'utf8',
  })
  expect(after.stdout).toBe(before.stdout)
})

test('a page says nowhere that the network is what no one can say it is', () => {
  const out = join(folder, 'words')
  runCinch(['dossier', ...asOf, '--format', 'html', '--out', out], {cwd: repository})
  const html = readFileSync(join(out, 'dossier.html'), 'utf8')
  expect(html).not.toMatch(/\b(?:fully|is|are) (?:compliant|certified|approved|guaranteed)\b/i)
  expect(html).not.toMatch(/\d+ ?% ready|readiness score/i)
})
