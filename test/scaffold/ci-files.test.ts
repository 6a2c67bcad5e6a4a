import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {fill} from '../../src/scaffold/fill.ts'
import {examplesOf} from '../docs/examples.ts'

/** A scaffolded file of a forge, and what `docs/how-to/ci.md`, which is tested, tells to write there. */
function both<T>(template: string, file: string): readonly [T, T] {
  const text = readFileSync(`templates/scaffold/${template}`, 'utf8')
  const told = examplesOf('docs/how-to/ci.md').find((it) => it.file === file)?.text ?? ''
  return [parse(fill(text, {version: '0.1.0'})) as T, parse(told) as T]
}

test('the workflow of GitHub is that of the page, but for the action to name', () => {
  interface Workflow {
    jobs: {records: {steps: {uses: string}[]}}
  }
  const [ours, told] = both<Workflow>('github.yml', '.github/workflows/cinch.yml')
  for (const [index, step] of ours.jobs.records.steps.entries())
    if (step.uses === 'REPLACE-OWNER/cinch@REPLACE-COMMIT')
      step.uses = told.jobs.records.steps[index]?.uses ?? ''
  expect(ours).toEqual(told)
})

test('the job of GitLab is that of the page, but for the repository to name', () => {
  interface Jobs {
    '.cinch': {image: string; before_script: string[]; variables: Record<string, string>}
  }
  const [{'.cinch': ours, ...jobs}, {'.cinch': told, ...same}] = both<Jobs>(
    'gitlab.yml',
    '.gitlab-ci.yml',
  )
  expect(jobs).toEqual(same)
  expect(Object.keys(jobs)).toEqual(['workflow', 'cinch', 'cinch-diff'])
  expect(ours.variables).toMatchObject(told.variables)
  expect(ours.image).toBe(told.image)
  expect(ours.before_script.at(-1)).toBe(told.before_script.at(-1))
})

test('the hooks before a commit are those of the page', () => {
  interface Hooks {
    repos: {rev: string; hooks: object[]}[]
  }
  const [ours, told] = both<Hooks>('pre-commit-config.yaml', '.pre-commit-config.yaml')
  expect(ours.repos.map(({rev, hooks}) => ({rev, hooks}))).toEqual(
    told.repos.map(({rev, hooks}) => ({rev, hooks})),
  )
})
