import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import formats from 'ajv-formats'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import Validate from '../src/commands/validate.ts'

const schemas = process.env['CINCH_SCHEMAS'] ?? '../shared/schemas'

test.each([
  ['action.yml', 'github-action.json'],
  ['.pre-commit-hooks.yaml', 'pre-commit-hooks.json'],
])('%s validates against the published schema', (file, name) => {
  const schema = join(schemas, name)
  if (!existsSync(schema)) {
    console.warn(`skipped: ${schema} is not here; set CINCH_SCHEMAS`)
    expect(existsSync(schemas)).toBe(false)
    return
  }
  const ajv = new Ajv({strict: false, allErrors: true})
  formats.default(ajv)
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object)
  validate(parse(readFileSync(file, 'utf8')))
  expect(validate.errors).toBeNull()
})

test('the action has an input for each flag that it names, and no input is part of a script', () => {
  const text = readFileSync('action.yml', 'utf8')
  const {inputs, runs} = parse(text) as {
    inputs: Record<string, unknown>
    runs: {steps: {run: string; env: Record<string, string>}[]}
  }
  for (const {run, env} of runs.steps) {
    expect(run).not.toContain('${{')
    expect(Object.values(env).sort()).toEqual(
      Object.keys(inputs)
        .map((it) => `\${{ inputs.${it} }}`)
        .sort(),
    )
    for (const [, flag = ''] of run.matchAll(/"--([a-z-]+)=/g))
      expect(Object.keys({...Validate.flags, ...Validate.baseFlags})).toContain(flag)
  }
})
