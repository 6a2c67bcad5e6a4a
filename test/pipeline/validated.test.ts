import {cpSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {filesOpened} from '../../src/load/worktree.ts'
import {validateWorktree} from '../../src/pipeline/validated.ts'

const examples = readdirSync('examples').filter((it) => it !== 'rules')
const folder = mkdtempSync(join(tmpdir(), 'cinch-validated-'))
const {XDG_CACHE_HOME, CINCH_NO_CACHE} = process.env

/** Longer than a file must have rested before its times are believed. */
const rest = () => setTimeout(2100)

beforeAll(async () => {
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache')
  delete process.env['CINCH_NO_CACHE']
  for (const it of examples) await replay(`examples/${it}`, join(folder, it))
  await rest()
}, 120_000)

afterAll(() => {
  if (XDG_CACHE_HOME === undefined) delete process.env['XDG_CACHE_HOME']
  else process.env['XDG_CACHE_HOME'] = XDG_CACHE_HOME
  if (CINCH_NO_CACHE !== undefined) process.env['CINCH_NO_CACHE'] = CINCH_NO_CACHE
})

async function run(name: string, asOf = '2026-06-30') {
  const before = filesOpened()
  const found = await validateWorktree({
    root: join(folder, name),
    overlays: [],
    at: 'worktree',
    asOf,
    history: false,
  })
  return {text: JSON.stringify(found), opened: filesOpened() - before}
}

test.each(examples)(
  '%s: where nothing changed no file is opened, and all is as before',
  async (it) => {
    const first = await run(it)
    expect(first.opened).toBeGreaterThan(0)
    expect(await run(it)).toEqual({text: first.text, opened: 0})
    process.env['CINCH_NO_CACHE'] = '1'
    const without = await run(it)
    delete process.env['CINCH_NO_CACHE']
    expect(without).toEqual(first)
  },
)

test('another date is judged anew', async () => {
  await run('northgate', '2026-01-01')
  expect((await run('northgate', '2026-01-02')).opened).toBeGreaterThan(0)
})

test('a change of any file is seen, even where size and time are put back', async () => {
  const name = 'changing'
  cpSync(join(folder, 'northgate'), join(folder, name), {recursive: true})
  await rest()
  const first = await run(name)
  expect((await run(name)).opened).toBe(0)
  const file = join(folder, name, 'exhibits', readdirSync(join(folder, name, 'exhibits'))[0] ?? '')
  const exhibit = statSync(file).isDirectory() ? join(file, readdirSync(file)[0] ?? '') : file
  const {size, atime, mtime} = statSync(exhibit)
  writeFileSync(exhibit, 'x'.repeat(size))
  utimesSync(exhibit, atime, mtime)
  const changed = await run(name)
  expect(changed.opened).toBeGreaterThan(0)
  expect(changed.text).not.toBe(first.text)
})

test('what was written a moment ago is not remembered: its times prove nothing yet', async () => {
  const name = 'fresh'
  cpSync(join(folder, 'suburban-health-2006'), join(folder, name), {recursive: true})
  expect((await run(name)).opened).toBeGreaterThan(0)
  expect((await run(name)).opened).toBeGreaterThan(0)
})
