import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const rule = (condition: string) => `kind: HouseRule
id: states-named
title: The network says where it works
severity: warning
select: Network
condition: '${condition}'
message: No state is named
fix: List them under states
passing: [{states: [CO]}]
failing: [{states: []}, {}]
`

const sound = 'has(record.states) && size(record.states) > 0'
const folders = {
  sound: folderOf({...smallest, 'rule.yaml': rule(sound)}),
  broken: folderOf({...smallest, 'rule.yaml': rule('has(record.state)')}),
  none: folderOf(smallest),
  invalid: folderOf({...smallest, 'rule.yaml': rule(sound).replace('select', 'selekt')}),
}

beforeAll(() => Object.values(folders).forEach((it) => commitAll(it)))
afterAll(() => Object.values(folders).forEach((it) => rmSync(it, {recursive: true, force: true})))

test.each([
  ['sound', 0, /sound {3}1 passing and 2 failing examples {2}states-named/],
  ['broken', 1, /error house-rule\/key[\s\S]*Did you mean `states`\?[\s\S]*broken {2}1 fault/],
  ['none', 0, /hold no HouseRule/],
  ['invalid', 1, /selekt/],
] as const)('rules test where they are %s exits %i', (name, exitCode, text) => {
  const ran = runCinch(['rules', 'test', '--as-of', '2026-06-30'], {cwd: folders[name]})
  expect(ran.stdout).toMatch(text)
  expect(ran.exitCode).toBe(exitCode)
})

test('`rules` lists the tests all the same, and a mistyped one is told', () => {
  expect(runCinch(['rules']).stdout).toMatch(/^A1 /)
  const {exitCode, stderr} = runCinch(['rules', 'tset'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Did you mean `cinch rules test`?')
})

test('what breaks a rule stands in the assessment and in the dossier', () => {
  const cwd = folders.sound
  const assessed = runCinch(['assess', '--as-of', '2026-06-30'], {cwd}).stdout
  expect(assessed).toContain('network.yaml:1:1 warning house/states-named\n  No state is named')
  const out = join(cwd, 'out')
  runCinch(['dossier', '--as-of', '2026-06-30', '--format', 'json', '--out', out], {cwd})
  expect(readFileSync(join(out, 'dossier.json'), 'utf8')).toContain('house/states-named')
})

test('a broken rule is an error of an assessment', () => {
  const {stdout} = runCinch(['assess', '--as-of', '2026-06-30', '--json'], {cwd: folders.broken})
  const {diagnostics} = JSON.parse(stdout) as {diagnostics: {code: string; severity: string}[]}
  expect(diagnostics).toContainEqual(
    expect.objectContaining({code: 'house-rule/key', severity: 'error'}),
  )
})
