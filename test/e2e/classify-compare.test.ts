import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {runCinch} from '../helpers/run-cinch.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-compare-'))
const repository = join(folder, 'brown-toland')
beforeAll(() => replay('examples/brown-toland-2003', repository))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCinch([...args, '--as-of', '2003-07-31'], {cwd: repository, env})

test('classify says what the network says it is, and what is missing for it', () => {
  const {stdout, exitCode} = run(['classify'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain('The network says it is: independent practice association (IPA)')
  expect(stdout).toContain('Missing for what it says it is:')
  expect(stdout.split('\n').filter((it) => it.length > 80)).toEqual([])
})

test('compare tells how each matter came out; with an id, of that one alone', () => {
  const all = run(['compare'])
  expect(all.exitCode).toBe(0)
  expect(all.stdout).toContain('medsouth-2002: MedSouth')
  const {stdout} = run(['compare', 'brown-toland-2003'])
  expect(stdout).toContain('came out: ended with an order')
  expect(stdout).not.toContain('MedSouth')
  expect(stdout).toMatch(/alike +there: Doctors told to end their other contracts \(V\)/)
  expect(stdout.split('\n').filter((it) => it.length > 80)).toEqual([])
})

test('a matter that is not on record cannot be compared, and those that are get named', () => {
  const {stderr, exitCode} = run(['compare', 'no-such-matter'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Unexpected matter `no-such-matter`')
  expect(stderr).toContain('brown-toland-2003')
})

describe.each(['classify', 'compare'])('%s', (command) => {
  test('prints the documented envelope', () => {
    const ajv = new Ajv2020({strict: false})
    addFormats.default(ajv)
    const schema = readFileSync('schemas/output/envelope.schema.json', 'utf8')
    const envelope: unknown = JSON.parse(run([command, '--json']).stdout)
    expect(ajv.validate(JSON.parse(schema), envelope), ajv.errorsText()).toBe(true)
    expect(envelope).toMatchObject({
      command,
      result: {lines: [{line: {id: 'hmo'}}, {line: {id: 'ppo'}}]},
    })
  })

  test('publishes no text of a record in a build log', () => {
    const {stdout, exitCode} = run([command, '--json'], {CI: 'true'})
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({discreet: true, result: null})
    expect(run([command], {CI: 'true'}).stdout).not.toContain('PPO')
  })
})
