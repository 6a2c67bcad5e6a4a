import {expect, test} from 'vitest'
import {folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const asOf = ['--as-of', '2026-06-30']

function codesOf(config: string, ...args: readonly string[]) {
  const cwd = folderOf({...smallest, 'cinch.yaml': `formatVersion: 1\n${config}`})
  const {stdout, stderr, exitCode} = runCinch([...args, ...asOf, '--json'], {cwd})
  expect(stderr).not.toContain('bug in cinch')
  const {diagnostics = []} = JSON.parse(stdout || '{}') as {
    readonly diagnostics?: readonly {
      readonly severity: string
      readonly location: {readonly start: {readonly line: number}}
    }[]
  }
  const lines = diagnostics
    .filter(({severity}) => severity === 'error')
    .map(({location}) => location.start.line)
  return {exitCode, lines}
}

test.each([
  ['a policy without a quorum', 'approvals:\n  - kind: SanctionPolicy\n    roles: []\n', 3],
  ['a quorum that is no list', 'approvals:\n  - {kind: SanctionPolicy, quorum: 2, reason: x}\n', 3],
  ['no list of policies', 'approvals: two\n', 2],
  ['a policy that is a word', 'approvals: [two]\n', 2],
  ['no list of what is ignored', 'ignore: {a: b}\n', 2],
  ['an ignored file without a glob', 'ignore: [{reason: x}]\n', 2],
  ['globs that are none', 'exhibits: 5\n', 2],
  ['a threshold that is nothing', 'thresholds: {e3.days: null}\n', 2],
  ['thresholds that are a list', 'thresholds: [1]\n', 2],
  ['a mark without a statement', 'sampleData: true\n', 2],
  ['a mark with another', 'reconstruction: {statement: 5}\n', 2],
])('%s is an error at its place, and nothing ends for it', (_, config, line) => {
  const validated = codesOf(config, 'validate')
  expect(validated.exitCode).toBe(1)
  expect(validated.lines).toContain(line)
  for (const args of [['assess', '--worktree'], ['status', '--worktree'], ['review']])
    expect([0, 1, 3]).toContain(codesOf(config, ...args).exitCode)
})

test('a policy that is sound still asks, and its fault has its own place', () => {
  const config =
    'approvals:\n  - kind: Network\n  - kind: Netwrk\n    quorum: [{role: officer, count: 1}]\n    reason: x\n'
  const {lines} = codesOf(config, 'validate')
  expect(lines).toEqual(expect.arrayContaining([3, 4]))
})
