import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {commitAll, folderOf, smallest} from '../helpers/run-cinch.ts'
import {commandsIn} from '../helpers/workflow-commands.ts'

/** A checkout of cinch as another project's CI has it: nothing installed, nothing built. */
const checkout = folderOf({})
const folders = [checkout]
const home = folderOf({})
folders.push(home)

const base = {PATH: process.env['PATH'], HOME: home, TZ: 'UTC'}

beforeAll(() => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'])
  for (const file of listed.toString('utf8').split('\0')) {
    if (file === '' || !existsSync(file)) continue
    mkdirSync(dirname(join(checkout, file)), {recursive: true})
    copyFileSync(file, join(checkout, file))
    chmodSync(join(checkout, file), statSync(file).mode)
  }
  // The first run builds, and is the only one that may use the network.
  const cache = execFileSync('npm', ['config', 'get', 'cache'], {encoding: 'utf8'}).trim()
  const {status, stderr} = spawnSync(join(checkout, '.ci/cinch'), ['--version'], {
    encoding: 'utf8',
    env: {...base, npm_config_cache: cache},
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
}, 600_000)

afterAll(() => {
  for (const it of folders) rmSync(it, {recursive: true, force: true})
})

const alone = spawnSync('unshare', ['-rn', 'true']).status === 0
if (!alone) console.warn('skipped: no network namespace here, so runs could reach the network')

/** Without any network, where the system can take it away. */
function run(program: string, args: readonly string[], cwd: string, env: Record<string, string>) {
  const all = alone ? ['unshare', '-rn', program, ...args] : [program, ...args]
  const {status, stdout, stderr} = spawnSync(all[0] ?? '', all.slice(1), {
    cwd,
    encoding: 'utf8',
    env: {...base, ...env},
  })
  return {exitCode: status, stdout, stderr}
}

function governance(files: Readonly<Record<string, string>> = smallest): string {
  const folder = folderOf(files)
  folders.push(folder)
  commitAll(folder)
  return folder
}

const broken = {...smallest, 'network.yaml': smallest['network.yaml'].replace('basis', 'bassis')}

interface Action {
  readonly inputs: Readonly<Record<string, {readonly default?: string}>>
  readonly outputs: Readonly<Record<string, {readonly value: string}>>
  readonly runs: {
    readonly using: string
    readonly steps: readonly {
      readonly id: string
      readonly shell: string
      readonly env: Readonly<Record<string, string>>
      readonly run: string
    }[]
  }
}

/** Runs the steps of `action.yml` as a runner does: bash, variables with the inputs filled in. */
function runAction(cwd: string, given: Readonly<Record<string, string>> = {}) {
  const action = parse(readFileSync(join(checkout, 'action.yml'), 'utf8')) as Action
  expect(action.runs.using).toBe('composite')
  expect(Object.keys(given).filter((it) => !(it in action.inputs))).toEqual([])
  const files = folderOf({output: '', summary: '', 'step.sh': ''})
  folders.push(files)
  let last = {exitCode: null as number | null, stdout: '', stderr: ''}
  for (const {shell, env, run: script} of action.runs.steps) {
    expect(shell).toBe('bash')
    expect(script).not.toContain('${{')
    const filled = Object.entries(env).map(([name, text]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1] ?? ''
      return [name, given[input] ?? action.inputs[input]?.default ?? ''] as const
    })
    writeFileSync(join(files, 'step.sh'), script)
    last = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(files, 'step.sh')], cwd, {
      ...Object.fromEntries(filled),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: checkout,
      GITHUB_WORKSPACE: cwd,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
    })
    if (last.exitCode !== 0) break
  }
  return {
    ...last,
    output: readFileSync(join(files, 'output'), 'utf8'),
    summary: readFileSync(join(files, 'summary'), 'utf8'),
  }
}

describe('action.yml', () => {
  test('passes on records that are sound, and says so in the summary', () => {
    const ran = runAction(governance())
    expect(ran).toMatchObject({exitCode: 0, stderr: '', output: 'exit-code=0\n'})
    expect(ran.summary).toContain('### cinch validate')
  })

  test('fails on a finding, annotated, without text of a record', () => {
    const {exitCode, stdout, output} = runAction(governance(broken))
    expect({exitCode, output}).toEqual({exitCode: 1, output: 'exit-code=1\n'})
    const [found] = commandsIn(stdout)
    expect(found?.properties).toMatchObject({file: 'network.yaml', title: 'schema/unknown-key'})
    expect(stdout).not.toContain('bassis')
  })

  test('gives every input to the command', () => {
    const cwd = governance(
      Object.fromEntries(Object.entries(broken).map(([k, v]) => [`a b/${k}`, v])),
    )
    const given = {
      root: 'a b',
      'as-of': '2026-06-30',
      base: 'HEAD',
      format: 'junit',
      'report-file': 'out.xml',
    }
    const {exitCode, stdout} = runAction(cwd, given)
    expect(exitCode).toBe(0)
    expect(stdout).toContain('1 finding in records that this change does not touch.')
    expect(readFileSync(join(cwd, 'out.xml'), 'utf8')).toBe(stdout)
    expect(runAction(cwd, {root: 'a b', 'fail-on': 'never'}).exitCode).toBe(0)
    expect(runAction(governance(), {'report-file': 'out.md', format: 'markdown'}).exitCode).toBe(0)
    expect(runAction(governance(), {command: 'assess', 'fail-on': 'gate'}).exitCode).toBe(1)
    expect(runAction(governance(), {command: 'trail --verify'}).exitCode).toBe(0)
    expect(runAction(governance(), {command: 'rules test'}).exitCode).toBe(0)
  })

  test('diff stops a control that was loosened without an approval, and shows no text', () => {
    const policy = (days: number) => `kind: SanctionPolicy
id: performance
title: Performance policy
ladder:
  - {step: coaching, signal: belowFloor, consecutivePeriods: 1, withinDays: 30}
dueProcess: {noticeDays: ${days}}
`
    const given = {command: 'diff', base: 'HEAD~1', 'fail-on': 'weakened-unapproved'}
    const cwd = governance({...smallest, 'policy.yaml': policy(30)})
    writeFileSync(join(cwd, 'policy.yaml'), policy(45))
    commitAll(cwd)
    expect(runAction(cwd, given)).toMatchObject({exitCode: 0, output: 'exit-code=0\n'})
    writeFileSync(join(cwd, 'policy.yaml'), policy(5))
    commitAll(cwd)
    const {exitCode, stdout, output, summary} = runAction(cwd, given)
    expect({exitCode, output}).toEqual({exitCode: 1, output: 'exit-code=1\n'})
    expect(commandsIn(stdout).map(({properties}) => properties['title'])).toEqual([
      'diff/weakened-unapproved',
      'diff/change',
    ])
    expect(summary).toContain('### cinch diff')
    expect(stdout + summary).not.toContain('Performance')
  })

  test.each([
    [{command: 'diff'}],
    [{command: 'diff', base: '--worktree'}],
    [{command: 'diff', base: '"; touch hacked; "'}],
    [{root: '$(touch hacked)'}],
    [{base: '"; touch hacked; "'}],
    [{command: 'validate; touch hacked'}],
    [{command: 'dossier'}],
    [{format: '`touch hacked`'}],
    [{'as-of': '2026-06-30 --root /'}],
  ])('reads an input as a value, never as a script: %j', (given) => {
    const cwd = governance()
    const {exitCode, output} = runAction(cwd, given)
    expect({exitCode, output}).toEqual({exitCode: 2, output: 'exit-code=2\n'})
    expect(existsSync(join(cwd, 'hacked'))).toBe(false)
  })
})

interface Hook {
  readonly id: string
  readonly language: string
  readonly entry: string
  readonly pass_filenames: boolean
  readonly always_run: boolean
}

/** As pre-commit runs a hook of language `script`: its entry, found in the hook's repository. */
function runHook(id: string, cwd: string) {
  const hooks = parse(readFileSync(join(checkout, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[]
  const hook = hooks.find((it) => it.id === id)
  expect(hook).toMatchObject({language: 'script', pass_filenames: false, always_run: true})
  const [program = '', ...args] = hook?.entry.split(' ') ?? []
  return run(join(checkout, program), args, cwd, {PRE_COMMIT: '1', GIT_INDEX_FILE: '.git/index'})
}

describe('.pre-commit-hooks.yaml', () => {
  test('cinch-validate lets sound records be committed, and stops others', () => {
    expect(runHook('cinch-validate', governance())).toMatchObject({exitCode: 0, stderr: ''})
    const {exitCode, stdout} = runHook('cinch-validate', governance(broken))
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Did you mean `basis`?')
  })

  test('cinch-validate-change stops what the commit brings, not what stands there', () => {
    const cwd = governance(broken)
    expect(runHook('cinch-validate-change', cwd).exitCode).toBe(0)
    writeFileSync(join(cwd, 'stray.txt'), 'x')
    const {exitCode, stdout} = runHook('cinch-validate-change', cwd)
    expect(exitCode).toBe(1)
    expect(stdout).toContain('stray.txt')
  })

  test('cinch-rules-test runs', () => {
    expect(runHook('cinch-rules-test', governance()).exitCode).toBe(0)
  })
})

test('nothing but the build is left in the checkout, and all of it is ignored by git', () => {
  commitAll(checkout)
  const {stdout} = spawnSync('git', ['-C', checkout, 'status', '--porcelain', '--ignored'], {
    encoding: 'utf8',
  })
  expect(stdout.split('\n').filter((it) => it !== '' && !it.startsWith('!! '))).toEqual([])
  expect(stdout).toContain('!! dist/')
})

test('a machine without a node that is new enough is told so', () => {
  const folder = folderOf({'bin/node': '#!/bin/sh\n[ "$1" = --version ] && echo v18.0.0\nexit 1\n'})
  folders.push(folder)
  chmodSync(join(folder, 'bin/node'), 0o755)
  const {status, stderr} = spawnSync(join(checkout, '.ci/cinch'), ['validate'], {
    encoding: 'utf8',
    env: {...base, PATH: `${join(folder, 'bin')}:/usr/bin:/bin`},
  })
  expect(status).toBe(2)
  expect(stderr).toContain('Expected Node 20.19 or later on the PATH, found v18.0.0')
})
