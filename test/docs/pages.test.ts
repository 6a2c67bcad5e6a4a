import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, normalize} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {exitCodes} from '../../src/cli/exit.ts'
import {parseSources} from '../../src/load/source.ts'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import {formats} from '../../src/report/report.ts'
import {checkRecord} from '../../src/validate/records.ts'
import {checkOf, configSchema} from '../../src/validate/schemas.ts'
import {commitAll, folderOf, smallest} from '../helpers/run-cinch.ts'
import {examplesOf, tryScript} from './examples.ts'

const pages = readdirSync('docs', {recursive: true, encoding: 'utf8'})
  .filter((it) => it.endsWith('.md'))
  .map((it) => `docs/${it.split('\\').join('/')}`)
  .sort()

const prose = (page: string) => readFileSync(page, 'utf8').replace(/^(`{3,})[^]*?^\1$/gm, '')

/** Anchors of a page, as forges make them of headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text)
  return new Set(
    headings.map((it) =>
      it
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  )
}

test.each(pages)('%s: every link leads somewhere', (page) => {
  for (const [, target = '', anchor] of prose(page).matchAll(
    /\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g,
  )) {
    const file = target === '' ? page : normalize(join(dirname(page), target))
    expect(existsSync(file), `${target} of ${page}`).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(file), `${target}#${anchor}`).toContain(anchor)
  }
})

/** Pages that people wrote: the rest quotes fields such as `approved`, and records. */
const written = pages.filter((it) => !readFileSync(it, 'utf8').startsWith('<!-- Generated'))

test.each(written)('%s promises nothing', (page) => {
  expect(forbiddenUses(prose(page))).toEqual([])
})

test('the map names every page', () => {
  const map = readFileSync('docs/README.md', 'utf8')
  const own = pages.filter((it) => !it.startsWith('docs/rules/') && it !== 'docs/README.md')
  const linked = own.filter((it) => map.includes(`](${it.slice('docs/'.length)})`))
  // A page on how to do a thing may be named by the page of the one who does it.
  const named = [map, ...own.map((it) => readFileSync(it, 'utf8'))].join('\n')
  expect(
    own.filter((it) => !linked.includes(it) && !named.includes(it.split('/').at(-1) ?? '')),
  ).toEqual([])
})

const own = pages.filter((it) => !it.startsWith('docs/rules/'))

test.each(own)('%s: records on it are as they should be', (page) => {
  for (const {text, file, line} of examplesOf(page).filter(({language}) => language === 'yaml')) {
    if (file === 'cinch.yaml') {
      const [source] = parseSources('main', file, text).sources
      expect(checkOf(configSchema)(source?.value), `line ${line}`).toBe(true)
    } else if (file === undefined && /^kind:/m.test(text)) {
      const {sources, diagnostics} = parseSources('main', page, text)
      const found = [...diagnostics, ...sources.flatMap((it) => checkRecord(it).diagnostics)]
      expect(
        found.map(({message}) => message),
        `line ${line}`,
      ).toEqual([])
    }
  }
})

test('the pages on formats and exit codes name each', () => {
  const [codes, formatPage] = ['exit-codes', 'formats'].map((it) =>
    readFileSync(`docs/reference/${it}.md`, 'utf8'),
  ) as [string, string]
  for (const code of Object.values(exitCodes)) expect(codes).toContain(`\n| ${code} |`)
  for (const format of formats) expect(formatPage).toContain(`\n| \`${format}\` |`)
})

describe.each(['docs/how-to/officer.md', 'docs/how-to/counsel.md', 'docs/how-to/editors.md'])(
  '%s',
  (page) => {
    const top = folderOf(
      Object.fromEntries(Object.entries(smallest).map(([file, text]) => [`records/${file}`, text])),
    )
    const work = join(top, 'records')
    const home = mkdtempSync(join(tmpdir(), 'cinch-home-'))
    beforeAll(() => {
      commitAll(work)
      writeFileSync(join(work, 'README.md'), 'Records\n')
      commitAll(work, 'Look again', '2026-02-02T00:00:00Z')
    })
    afterAll(() => {
      for (const it of [top, home]) rmSync(it, {recursive: true, force: true})
    })
    const scripts = examplesOf(page).filter(({language}) => language === 'sh')
    test.each(scripts)('the script on line $line runs', ({text, exit}) => {
      const {exitCode, stderr} = tryScript(text, {cwd: work, home})
      expect({exitCode, stderr}).toEqual({exitCode: exit, stderr: expect.anything() as unknown})
      expect(stderr).not.toContain('This is a bug')
    })
  },
)

describe('docs/tutorial.md, from an empty folder', () => {
  const top = mkdtempSync(join(tmpdir(), 'cinch-tutorial-'))
  const home = mkdtempSync(join(tmpdir(), 'cinch-home-'))
  afterAll(() => {
    for (const it of [top, home]) rmSync(it, {recursive: true, force: true})
  })
  const scripts = examplesOf('docs/tutorial.md').filter(({language}) => language === 'sh')
  test.each(scripts)('the script on line $line exits $exit', ({text, exit}) => {
    const {exitCode, stdout, stderr} = tryScript(text, {cwd: top, home})
    expect(exitCode, `${stdout}\n${stderr}`).toBe(exit)
  })
  test('a dossier is there at the end', () => {
    expect(readdirSync(join(top, 'dossier')).some((it) => it.endsWith('.pdf'))).toBe(true)
  })
})
