import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {issuesIn} from '../helpers/gitlab.ts'
import {commandsIn} from '../helpers/workflow-commands.ts'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const protocol = (cycle: number) => `kind: Protocol
id: asthma
title: Asthma <b>@team</b>
condition: Asthma
specialties: [pulmonology]
reviewCycleMonths: ${cycle}
`
let root: string

beforeAll(() => {
  root = folderOf({...smallest, 'protocol.yaml': protocol(12)})
  commitAll(root, 'First')
  writeFileSync(join(root, 'protocol.yaml'), protocol(24))
  commitAll(root, 'Second')
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

const cinch = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCinch(['diff', '--as-of', '2026-06-30', '--no-input', ...args], {cwd: root, env})

test('it tells the last commit without an argument, and nothing against the working tree', () => {
  const {exitCode, stdout, stderr} = cinch([])
  expect(stdout).toContain('Review cycle of Asthma <b>@team</b> lengthened from 12 to 24 months')
  expect(stdout).toContain('Protocol/asthma · reviewCycleMonths · protocol.yaml:6:20')
  expect([exitCode, stderr]).toEqual([0, ''])
  expect(cinch(['--worktree']).stdout).toContain('No record changed.')
})

test('what is weakened comes with the commands that let it through', () => {
  const {stdout} = cinch(['HEAD~1'])
  expect(stdout).toContain(
    '  cinch review Protocol/asthma\n  cinch approve Protocol/asthma --person ID --role ROLE --verdict approved\n',
  )
  expect(cinch(['HEAD..HEAD~1']).stdout).not.toContain('cinch approve')
})

describe('exit code', () => {
  test.each([
    [['HEAD~1'], 0],
    [['HEAD~1', '--fail-on', 'weakened'], 1],
    [['HEAD~1', '--fail-on', 'weakened-unapproved'], 1],
    [['HEAD~1', '--fail-on', 'unclassified'], 1],
    [['HEAD~1', '--fail-on', 'never'], 0],
    [['HEAD..HEAD~1', '--fail-on', 'weakened'], 0],
    [['HEAD..HEAD', '--fail-on', 'unclassified'], 0],
    [['nowhere..HEAD'], 2],
    [['HEAD~9..HEAD'], 2],
    [['HEAD~1..HEAD', '--worktree'], 2],
    [['HEAD~1', '--fail-on', 'everything'], 2],
    [['HEAD~1', '--format', 'sarif'], 2],
    [['HEAD~1', '--overlay', '.'], 2],
  ])('of %j is %d', (args, expected) => {
    expect(cinch(args).exitCode).toBe(expected)
  })

  test.each([['--json'], ['--format=markdown']])('is the same with %s', (format) => {
    expect(cinch(['HEAD~1', '--fail-on', 'weakened', format]).exitCode).toBe(1)
    expect(cinch(['nowhere..HEAD', format]).exitCode).toBe(2)
  })
})

test('json is what its schema says, discreet or not', () => {
  const ajv = new Ajv2020({strict: false})
  formats.default(ajv)
  const schema = readFileSync('schemas/output/diff.schema.json', 'utf8')
  const check = ajv.compile(JSON.parse(schema) as object)
  for (const env of [{}, {CI: 'true'}]) {
    const json: unknown = JSON.parse(cinch(['HEAD~1', '--json'], env).stdout)
    check(json)
    expect(check.errors ?? []).toEqual([])
    expect(json).toMatchObject({discreet: 'CI' in env, changes: [{kind: 'Protocol'}]})
  }
})

test('a build log shows no text of a record unless it is asked for', () => {
  for (const args of [[], ['--json'], ['--format', 'markdown']]) {
    expect(cinch(['HEAD~1', ...args], {CI: '1'}).stdout).not.toMatch(/Asthma|weakened:|lengthened/)
    expect(cinch(['HEAD~1', ...args, '--full'], {CI: '1'}).stdout).toContain('lengthened')
  }
})

test('markdown is discreet unless asked, and reads no markup of a record', () => {
  expect(cinch(['HEAD~1', '--format', 'markdown']).stdout).not.toContain('Asthma')
  const {stdout} = cinch(['HEAD~1', '--format', 'markdown', '--full'])
  expect(stdout).toContain('`Review cycle of Asthma')
  expect(stdout.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(/<b>|@team/)
})

test('place, locale and time zone do not change a byte', () => {
  const plain = cinch(['HEAD~1']).stdout
  const elsewhere = runCinch(['diff', 'HEAD~1', '--as-of', '2026-06-30', '--root', root], {
    env: {LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati'},
  })
  expect(elsewhere.stdout).toBe(plain)
})

describe('annotations and code quality', () => {
  const level = ['--fail-on', 'weakened-unapproved']

  test('github annotates the line that weakens, and says in one line that it is not approved', () => {
    const whole = cinch(['HEAD~1', ...level, '--format', 'github', '--full'])
    expect(whole.exitCode).toBe(1)
    const [reached, change] = commandsIn(whole.stdout)
    expect(reached).toMatchObject({
      command: 'error',
      properties: {file: 'cinch.yaml', title: 'diff/weakened-unapproved'},
    })
    expect(change).toMatchObject({
      command: 'error',
      properties: {file: 'protocol.yaml', line: '6', title: 'diff/weakened'},
      message: expect.stringMatching(/lengthened from 12 to 24 months \(not approved\)$/) as string,
    })
    expect(cinch(['HEAD..HEAD', ...level, '--format', 'github'])).toMatchObject({
      exitCode: 0,
      stdout: expect.not.stringContaining('::') as string,
    })
  })

  test('a log gets places, and the step summary the report', () => {
    const summary = join(root, '.git', 'summary')
    const {stdout} = cinch(['HEAD~1', ...level, '--format', 'github'], {
      GITHUB_STEP_SUMMARY: summary,
    })
    expect(commandsIn(stdout).map(({command, message}) => [command, message])).toEqual([
      ['error', expect.stringMatching(/^Unexpected 1 change at the threshold/)],
      ['notice', 'Protocol.reviewCycleMonths changed'],
    ])
    const written = readFileSync(summary, 'utf8')
    expect(written).toContain('### cinch diff')
    expect(stdout + written).not.toMatch(/Asthma|lengthened/)
  })

  test('gitlab gets issues with the fields that it documents', () => {
    const severities = (args: readonly string[]) =>
      issuesIn(cinch(['HEAD~1', '--format', 'gitlab', ...args]).stdout).map((it) => [
        it['check_name'],
        it['severity'],
      ])
    expect(severities([...level, '--full'])).toEqual([
      ['diff/weakened-unapproved', 'critical'],
      ['diff/weakened', 'critical'],
    ])
    expect(severities([])).toEqual([['diff/change', 'minor']])
    expect(cinch(['HEAD~1', '--format', 'gitlab']).stdout).not.toMatch(/Asthma|lengthened/)
    expect(issuesIn(cinch(['HEAD..HEAD', '--format', 'gitlab']).stdout)).toEqual([])
    const failed = cinch(['nowhere..HEAD', '--format', 'gitlab'])
    expect([failed.exitCode, issuesIn(failed.stdout).length]).toEqual([2, 1])
  })
})
