import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {folderOf} from '../helpers/run-cinch.ts'
import {examplesOf, tryScript} from './examples.ts'

const page = 'docs/how-to/add-records.md'
const top = folderOf({})
const home = folderOf({})
const cwd = join(top, 'work')

beforeAll(() => mkdirSync(cwd))
afterAll(() => {
  for (const it of [top, home]) rmSync(it, {recursive: true, force: true})
})

/** In the order of the page: each script stands on what those before it wrote. */
describe(page, () => {
  // The first one asks, and nobody is there to answer.
  const scripts = examplesOf(page).filter(({language}) => language === 'sh')

  test('without a terminal the first one names the flags', () => {
    const {exitCode, stderr} = tryScript(scripts[0]?.text ?? '', {cwd, home})
    expect(exitCode).toBe(2)
    expect(stderr).toContain('`--legal-name`')
  })

  test.each(scripts.slice(1))('line $line exits $exit', ({text, exit}) => {
    const {exitCode, stderr, stdout} = tryScript(text, {cwd, home})
    expect({exitCode, stderr, stdout}).toMatchObject({exitCode: exit})
    expect(stderr).not.toContain('bug')
  })

  test('what the page wrote validates', () => {
    const {exitCode, stdout} = tryScript('cd northgate; cinch validate --as-of 2026-12-31', {
      cwd,
      home,
    })
    expect(stdout).toContain('Meeting 3')
    expect(exitCode).toBe(0)
  })
})
