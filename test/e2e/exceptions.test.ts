import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {folderOf, runCinch} from '../helpers/run-cinch.ts'

const folder = folderOf({})
const northgate = join(folder, 'northgate')
/** Made three commits before the last: `Accept the late review … until September`. */
const before = 'HEAD~3'
const finding = '78a075971ae01d20'

beforeAll(() => replay('examples/northgate', northgate))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function assess(...args: string[]) {
  return runCinch(['assess', '--as-of', '2026-06-30', ...args], {cwd: northgate})
}

/** The text of a terminal without its line breaks. */
function told(...args: string[]): string {
  return assess(...args).stdout.replaceAll(/\s+/g, ' ')
}

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly partialFingerprints: Readonly<Record<string, string>>
        readonly suppressions?: readonly {readonly status: string}[]
      }[]
    },
  ]
}

function sarif(...args: string[]) {
  const {runs} = JSON.parse(assess('--format', 'sarif', '--full', ...args).stdout) as Sarif
  return runs[0].results.find((it) => it.partialFingerprints['cinch/v1'] === finding)
}

test('the exception is shown with its end and its approver, and honoured where the base has it', () => {
  expect(told('--base', 'HEAD')).toContain(
    'C3 records/protocols/low-back-pain.yaml:37:12 excepted until 2026-09-30 by Marisol Castellanos Rule',
  )
  expect(told()).toContain('No base was named, so no exception is honoured.')
  for (const args of [[], ['--base', before], ['--base', '0'.repeat(40)]])
    expect(told(...args)).toContain('Castellanos; not honoured, since no base holds it')
})

test('sarif leaves it out where it is honoured, unless asked', () => {
  expect(sarif('--base', before)?.suppressions).toMatchObject([{status: 'underReview'}])
  expect(sarif('--base', 'HEAD')).toBeUndefined()
  expect(sarif('--base', 'HEAD', '--excepted')?.suppressions).toMatchObject([{status: 'accepted'}])
})

test('a base that does not exist exits 2', () => {
  const {exitCode, stderr} = assess('--base', 'nowhere')
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Unexpected revision `nowhere`')
})

test('a build log does not name the approver', () => {
  const {stdout} = runCinch(['assess', '--as-of', '2026-06-30', '--base', 'HEAD'], {
    cwd: northgate,
    env: {CI: 'true'},
  })
  expect(stdout).toContain('records/protocols/low-back-pain.yaml')
  expect(stdout).not.toContain('Castellanos')
})

test('a dossier reads exceptions from the base as an assessment does', () => {
  const dossier = (...args: string[]) => {
    const out = join(folder, 'dossier')
    const ran = runCinch(
      ['dossier', '--as-of', '2026-06-30', '--format', 'json', '--out', out, ...args],
      {cwd: northgate},
    )
    return {...ran, text: ran.exitCode === 2 ? '' : readFileSync(join(out, 'dossier.json'), 'utf8')}
  }
  const without = dossier()
  expect(without.stderr).toContain('No base was named, so no exception is honoured.')
  expect(without.text).toContain(`${finding} (accepted until 2026-09-30; not in the base read)`)
  const based = dossier('--base', 'HEAD')
  expect(based.stderr).toMatch(/Exceptions are honoured as commit [0-9a-f]{12} holds them\./)
  expect(based.text).toContain(`${finding} (accepted until 2026-09-30)`)
  expect(dossier('--base', 'nowhere').exitCode).toBe(2)
})

test.each(['sarif', 'junit', 'github', 'gitlab', 'markdown'])(
  '%s does not bring back the test whose only finding is excepted, and counts it',
  (format) => {
    const of = (...args: string[]) => assess('--format', format, ...args)
    // `C3` in an annotation's title or a JSON value, never inside a hash.
    const named = /\bC3\b/
    expect(of().stdout).toMatch(named)
    const {stdout, stderr} = of('--base', 'HEAD')
    expect(format === 'sarif' ? JSON.stringify(resultsOf(stdout)) : stdout).not.toMatch(named)
    expect(stdout + stderr).toContain('1 finding with an honoured exception left out')
    expect(of('--base', 'HEAD', '--excepted').stdout).toMatch(named)
  },
)

function resultsOf(text: string): unknown {
  return (JSON.parse(text) as Sarif).runs[0].results
}

// An annotation beyond the tenth of GitHub is listed by test and place alone.
test.each(['junit', 'sarif', 'pretty'])(
  'a build log marks what is excepted as such, and tells neither who nor until when: %s',
  (format) => {
    const of = (...args: string[]) =>
      runCinch(['assess', '--as-of', '2026-06-30', '--format', format, ...args], {
        cwd: northgate,
        env: {CI: 'true'},
      }).stdout.replaceAll(/\s+/g, ' ')
    const honoured = of('--base', 'HEAD', '--excepted')
    expect(honoured).toContain('Excepted. Text not shown here')
    expect(honoured).not.toContain('Castellanos')
    expect(of('--base', before)).toContain('Excepted; not honoured, since no base holds it. Text')
  },
)
