import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {Ajv} from 'ajv'
import formats from 'ajv-formats'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {formats as reportFormats} from '../../src/report/report.ts'
import {commitAll, folderOf, smallest} from '../helpers/run-cinch.ts'
import {examplesOf, tryScript, writeExample} from './examples.ts'

const schemas = process.env['CINCH_SCHEMAS'] ?? '../shared/schemas'
const pages = ['docs/how-to/ci.md', 'docs/how-to/shell-completion.md']

/** Holds the repository that the pages speak of, and what they write beside it. */
const top = folderOf({})
const work = join(top, 'records')
const home = folderOf({})

beforeAll(() => {
  mkdirSync(work)
  for (const [file, text] of Object.entries(smallest)) writeFileSync(join(work, file), text)
  commitAll(work)
})
afterAll(() => {
  for (const it of [top, home]) rmSync(it, {recursive: true, force: true})
})

describe.each(pages)('%s', (page) => {
  const scripts = examplesOf(page).filter(({language}) => language === 'sh')

  test('has scripts', () => expect(scripts.length).toBeGreaterThan(0))

  test.each(scripts)('line $line exits $exit', ({text, exit}) => {
    const {exitCode, stderr} = tryScript(text, {cwd: work, home})
    expect({exitCode, stderr: exit === 0 ? '' : stderr}).toEqual({
      exitCode: exit,
      stderr: expect.not.stringContaining('cinch: This is a bug') as unknown,
    })
    // Nothing that a page tells to write becomes part of the records.
    expect(readdirSync(work).sort()).toEqual(['.git', ...Object.keys(smallest)].sort())
  })

  test('links lead somewhere', () => {
    const text = readFileSync(page, 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(join(dirname(page), target)), target).toBe(true)
  })
})

const files = new Map(
  examplesOf('docs/how-to/ci.md').flatMap((it) =>
    it.file === undefined ? [] : [[it.file, it] as const],
  ),
)

function parsed(file: string): unknown {
  const example = files.get(file)
  if (example === undefined) throw new Error(`No example writes ${file}`)
  return parse(readFileSync(writeExample(example, home), 'utf8'))
}

test('the scripts of the GitLab job run, and write the reports that it names', () => {
  interface Job {
    extends: string
    script: string[]
    artifacts: {reports: Record<string, string>}
  }
  const jobs = parsed('.gitlab-ci.yml') as {
    '.cinch': {before_script: string[]; variables: Record<string, string>}
    cinch: Job
    'cinch-diff': Job
  }
  const {before_script: before, variables} = jobs['.cinch']
  expect(variables['GIT_DEPTH']).toBe('0')
  for (const job of [jobs.cinch, jobs['cinch-diff']]) {
    expect(job.extends).toBe('.cinch')
    // The clone of cinch itself is the only line that needs a network; a folder stands for it.
    const lines = [...before, ...job.script]
    const local = lines.filter((it) => !it.startsWith('git clone '))
    expect(lines.length - local.length).toBe(1)
    const script = ['CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD', ...local].join('\n')
    const {exitCode, stderr} = tryScript(script, {cwd: work, home})
    expect({exitCode, stderr}).toEqual({exitCode: 0, stderr: ''})
    for (const report of Object.values(job.artifacts.reports)) {
      expect(readFileSync(join(work, report), 'utf8'), report).toMatch(/^(?:\[\]|<\?xml)/)
      rmSync(join(work, report))
    }
  }
})

test('the GitHub workflow is one by the published schema, and gives the action inputs that it has', () => {
  const workflow = parsed('.github/workflows/cinch.yml') as {
    jobs: {records: {steps: {uses: string; with: Record<string, unknown>}[]}}
  }
  const {inputs} = parse(readFileSync('action.yml', 'utf8')) as {inputs: Record<string, unknown>}
  const steps = workflow.jobs.records.steps.filter(({uses}) => /\/cinch@[0-9a-f]{40}$/.test(uses))
  expect(steps.map((it) => it.with['command'])).toEqual([undefined, 'diff'])
  for (const step of steps) {
    expect(Object.keys(step.with).filter((it) => !(it in inputs))).toEqual([])
    expect(Object.keys(step.with)).toContain('base')
  }
  const page = readFileSync('docs/how-to/ci.md', 'utf8')
  for (const it of Object.keys(inputs)) expect(page).toContain(`| \`${it}\` |`)
  for (const it of reportFormats) expect(page).toContain(`| \`${it}\` |`)
  const schema = join(schemas, 'github-workflow.json')
  if (!existsSync(schema)) {
    console.warn(`skipped: ${schema} is not here; set CINCH_SCHEMAS`)
    expect(existsSync(schemas)).toBe(false)
    return
  }
  const ajv = new Ajv({strict: false, allErrors: true})
  formats.default(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
  validate(workflow)
  expect(validate.errors).toBeNull()
})

test('the hooks of the pre-commit example are among ours', () => {
  const {repos} = parsed('.pre-commit-config.yaml') as {repos: {hooks: {id: string}[]}[]}
  const ours = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as {id: string}[]
  const used = repos.flatMap(({hooks}) => hooks.map(({id}) => id))
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((id) => !ours.some((it) => it.id === id))).toEqual([])
})
