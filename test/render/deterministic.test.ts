import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {tmpdir} from 'node:os'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {renderers} from '../../src/render/index.ts'
import {fixture} from './fixture.ts'

const script = fileURLToPath(new URL('print-hashes.ts', import.meta.url))

/** Hash of each format, rendered in a process of its own. */
function hashes(env: Readonly<Record<string, string>>): string {
  const args = ['--import', import.meta.resolve('tsx'), script]
  return execFileSync(process.execPath, args, {
    cwd: tmpdir(),
    env: {...process.env, ...env},
    encoding: 'utf8',
  })
}

test('offers three formats', () => {
  expect(renderers.map((it) => [it.format, it.mediaType])).toEqual([
    ['pdf', 'application/pdf'],
    ['html', 'text/html'],
    ['json', 'application/json'],
  ])
})

test('gives the same bytes again, in another locale, time zone and folder', async () => {
  const here: string[] = []
  for (const {format, render} of renderers) {
    const first = Buffer.from(await render(fixture))
    const second = Buffer.from(await render(fixture))
    expect(first.equals(second)).toBe(true)
    here.push(`${format} ${createHash('sha256').update(first).digest('hex')}\n`)
  }
  const there = hashes({TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'})
  expect(there).toBe(here.join(''))
})
