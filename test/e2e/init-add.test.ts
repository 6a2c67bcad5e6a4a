import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {commitAll, folderOf, runCinch} from '../helpers/run-cinch.ts'

let cwd = ''
beforeEach(() => {
  cwd = folderOf({})
})
afterEach(() => rmSync(cwd, {recursive: true, force: true}))

const asOf = ['--as-of', '2026-06-30']
const run = (...args: string[]) => runCinch([...args, ...asOf], {cwd})
const name = ['--legal-name', 'Harbor Care, LLC', '--no-input']
const least = [...name, '--no-competitors-read', '--line', 'id=ppo,basis=clinical,stage=proposed']

describe('from an empty folder to a dossier', () => {
  test.each([
    ['physicians', 'clinical', 'operating,live=2025-01-01', '--no-competitors-read', 'github'],
    ['hospital', 'financial', 'operating', '--competitors-read', 'gitlab'],
    ['joint', 'messenger', 'proposed', '--no-competitors-read', 'none'],
  ])('%s, %s, %s, %s, %s', (sponsor, basis, stage, readers, forge) => {
    const line = `id=ppo,basis=${basis},stage=${stage}`
    const network = [readers, '--sponsor', sponsor, '--forge', forge, '--line', line]
    const officer = ['--officer', 'Dana Brook', '--officer-since', '2024-01-01']
    const started = run('init', 'net', ...name, ...network, ...officer)
    expect(started).toMatchObject({exitCode: 0, stderr: ''})
    const checked = run('validate', '--root', 'net')
    expect(checked.stdout).toContain('Nothing found.')
    expect(checked.exitCode).toBe(0)
    const assessed = run('assess', '--root', 'net', '--fail-on', 'never')
    expect(assessed.exitCode).toBe(0)
    expect(assessed.stdout).toMatch(/unknown: [A-L]\d/)
    commitAll(join(cwd, 'net'))
    const compiled = run('dossier', '--root', 'net', '--out', 'dossier', '--format', 'json')
    expect(compiled).toMatchObject({exitCode: 0})
    expect(existsSync(join(cwd, 'dossier', 'dossier.json'))).toBe(true)
    for (const beside of ['net-counsel', 'net-peer-review'])
      expect(existsSync(join(cwd, beside, 'cinch.yaml'))).toBe(readers === '--competitors-read')
    for (const file of ['.github/workflows/cinch.yml', '.gitlab-ci.yml'])
      if (existsSync(join(cwd, 'net', file)))
        expect(parse(readFileSync(join(cwd, 'net', file), 'utf8'))).toBeTypeOf('object')
  })
})

describe('cinch init', () => {
  test('without a terminal names the flags that lack', () => {
    expect(run('init', 'net')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(
        'Expected `--legal-name`, `--line`, `--competitors-read` or `--no-competitors-read`',
      ) as string,
    })
    expect(existsSync(join(cwd, 'net'))).toBe(false)
  })

  test('the settings hold an example of approvals that is valid once it is no comment', () => {
    run('init', 'net', ...least)
    const file = join(cwd, 'net', 'cinch.yaml')
    expect(run('status', '--root', 'net').stdout).toContain('add `approvals` to say')
    const [settings = '', example = ''] = readFileSync(file, 'utf8').split(/^(?=# approvals:)/m)
    writeFileSync(file, settings + example.replace(/^# /gm, ''))
    expect(run('validate', '--root', 'net')).toMatchObject({exitCode: 0})
    expect(run('status', '--root', 'net').stdout).not.toContain('add `approvals`')
  })

  test('--dry-run writes nothing, and fits 80 columns', () => {
    const {exitCode, stdout} = run('init', 'net', ...least, '--dry-run')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Nothing was written.')
    expect(Math.max(...stdout.split('\n').map((it) => it.length))).toBeLessThanOrEqual(80)
    expect(existsSync(join(cwd, 'net'))).toBe(false)
  })

  test('a second run is refused, and an answer that is no date', () => {
    expect(run('init', 'net', ...least).exitCode).toBe(0)
    expect(run('init', 'net', ...least)).toMatchObject({exitCode: 2})
    expect(
      run('init', 'b', ...least, '--officer', 'A', '--officer-since', '2026-02-30'),
    ).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Unexpected date') as string,
    })
  })

  test('a price in an answer is an integrity failure, and nothing is written', () => {
    const priced = [...least, '--legal-name', 'Paid 115% of Medicare, LLC']
    const {exitCode, stdout} = run('init', 'net', ...priced.slice(2))
    expect(exitCode).toBe(3)
    expect(stdout).not.toContain('115')
    expect(existsSync(join(cwd, 'net'))).toBe(false)
  })

  test('--json lists the files', () => {
    const {stdout} = run('init', 'net', ...least, '--json')
    const told = JSON.parse(stdout) as {written: boolean; roots: {files: string[]}[]}
    expect(told.written).toBe(true)
    expect(told.roots[0]?.files).toContain('records/network.yaml')
  })
})

describe('cinch add', () => {
  beforeEach(() => run('init', 'net', ...least))
  const add = (...args: string[]) => run('add', ...args, '--root', 'net')

  test('names what lacks of an Attestation', () => {
    const {exitCode, stderr} = add('Attestation', '--no-input')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('`--set date=…` for an Attestation')
  })

  test('writes a record, which validates', () => {
    const {exitCode, stdout} = add(
      'Participant',
      '--id',
      'harbor',
      '--set',
      'name=Harbor',
      '--set',
      'type=practice',
    )
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Wrote Participant/harbor: net/records/participants/harbor.yaml')
    expect(run('validate', '--root', 'net').exitCode).toBe(0)
  })

  test('without a terminal names what lacks', () => {
    expect(add('Meeting', '--set', 'body=board')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('`--set held=…`') as string,
    })
    run(
      'add',
      'GoverningBody',
      '--root',
      'net',
      '--id',
      'b',
      '--set',
      'title=B',
      '--set',
      'type=board',
    )
    expect(add('GoverningBody/b', 'reservedPowers')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('for `reservedPowers` of `GoverningBody/b`') as string,
    })
    expect(add('Meting')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Did you mean `cinch add Meeting`?') as string,
    })
  })

  test('refuses what does not validate with exit 1, a price with exit 3', () => {
    const wrong = add('Meeting', '--set', 'body=board', '--set', 'held=2026-03-10')
    expect(wrong).toMatchObject({exitCode: 1})
    expect(wrong.stdout).toContain('error reference/unresolved')
    const price = add(
      'Safeguard',
      '--set',
      'title=We pay 115% of Medicare',
      '--set',
      'type=firewall',
    )
    expect(price).toMatchObject({exitCode: 3})
    expect(existsSync(join(cwd, 'net/records/safeguards'))).toBe(false)
  })

  test('--dry-run shows the lines and writes nothing', () => {
    const board = ['--id', 'board', '--set', 'title=Board', '--set', 'type=board']
    const {stdout, exitCode} = add('GoverningBody', ...board, '--dry-run')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('+title: Board\n+type: board')
    expect(existsSync(join(cwd, 'net/records/governance'))).toBe(false)
  })

  test('what would move a cursor is shown as code', () => {
    const {stdout} = add(
      'Participant',
      '--set',
      'name=a\u001b[2Jb\u202ec',
      '--set',
      'type=practice',
      '--dry-run',
    )
    expect(stdout).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u)
  })

  test('in a build log tells the place alone', () => {
    const args = ['add', 'Participant', '--set', 'name=Secret Practice', '--set', 'type=practice']
    const {stdout, exitCode} = runCinch(
      [...args, '--id', 'x', '--root', 'net', '--dry-run', ...asOf],
      {
        cwd,
        env: {CI: '1'},
      },
    )
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('Secret')
  })

  test('--json is the envelope', () => {
    const {stdout} = add('Participant', '--set', 'name=A', '--set', 'type=practice', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'add',
      exitCode: 0,
      result: {written: true, kind: 'Participant', added: {name: 'A'}},
    })
    const refused = add('Meeting', '--set', 'body=b', '--set', 'held=x', '--json')
    expect(JSON.parse(refused.stdout)).toMatchObject({exitCode: 1, result: {written: false}})
  })

  test('outside a governance repository cannot run', () => {
    expect(run('add', 'Participant')).toMatchObject({exitCode: 2})
  })
})
