import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const member = (id: string) =>
  `kind: Participant\nid: ${id}\nname: The Practice of ${id}\ntype: practice\njoined: 2024-01-01\n`
const members = ['ash', 'birch', 'cedar', 'elm', 'fir', 'gum']

/** A repository with a commit before the first quarter of 2026 and one in it. */
function repository(): string {
  const folder = folderOf({
    ...smallest,
    ...Object.fromEntries(members.map((it) => [`participants/${it}.yaml`, member(it)])),
  })
  commitAll(folder, 'Records', '2025-12-01T00:00:00Z')
  writeFileSync(join(folder, 'participants/holly.yaml'), member('holly'))
  writeFileSync(
    join(folder, 'case.yaml'),
    'kind: CorrectiveAction\nid: ca-secret\nmember: m-1\nopened: 2026-01-10\ntrigger: {reason: performance}\n',
  )
  commitAll(folder, 'Holly joins', '2026-02-01T00:00:00Z')
  return folder
}

const audit = (root: string, ...rest: readonly string[]) =>
  runCinch(['audit', '--root', root, '--period', '2026Q1', '--as-of', '2026-04-15', ...rest])

const read = (root: string, file: string) => readFileSync(join(root, 'audits/2026Q1', file), 'utf8')

describe('cinch audit', () => {
  test('writes a workpaper and a worksheet, which validate knows without an entry', () => {
    const root = repository()
    const {exitCode, stdout} = audit(root, '--sample', '3')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('wrote audits/2026Q1/')])
    const paper = read(root, 'workpaper.md')
    expect(paper).toContain('# Workpaper 2026Q1')
    expect(paper).toContain('## Commits in the period (1)')
    expect(paper).toContain('Participant/holly')
    expect(paper).toContain('Drawn: 3 of 7 members')
    expect(read(root, 'worksheet.csv').split('\r\n')).toHaveLength(5)
    expect(read(root, 'worksheet.md').match(/^## \d/gm)).toHaveLength(3)
    const validated = runCinch(['validate', '--root', root, '--as-of', '2026-04-15'])
    expect(validated.stdout).not.toContain('audits/')
  })

  test('reads an earlier commit by name or by date, and no later one on the way', () => {
    const root = repository()
    writeFileSync(join(root, 'participants/ivy.yaml'), member('ivy'))
    commitAll(root, 'Ivy joins', '2026-03-01T00:00:00Z')
    for (const earlier of [
      ['--at', 'HEAD~1'],
      ['--known-on', '2026-02-28'],
    ]) {
      const {exitCode, stdout} = audit(root, '--json', '--dry-run', ...earlier)
      expect(exitCode).toBe(0)
      expect(stdout).toContain('holly')
      expect(stdout).not.toContain('ivy')
      const {workpaper} = JSON.parse(stdout) as {workpaper: {commits: unknown[]}}
      expect(workpaper.commits).toHaveLength(1)
    }
    expect(audit(root, '--json', '--dry-run').stdout).toContain('ivy')
    expect(audit(root, '--known-on', '2025-11-30').exitCode).toBe(2)
    expect(audit(root, '--at=HEAD', '--known-on=2026-02-28').exitCode).toBe(2)
    expect(audit(root, '--at=--output=x').exitCode).toBe(2)
  })

  test('passes nobody', () => {
    const root = repository()
    const {stdout} = audit(root)
    const all = [stdout, read(root, 'workpaper.md'), read(root, 'worksheet.md')].join('\n')
    expect(all).not.toMatch(/\b(?:passed|compliant|certified|guaranteed|safe harbou?r|clean)\b/i)
    expect(all).not.toMatch(/\d %|\d percent/)
  })

  test('names no case, no person and no message of a commit', () => {
    const root = repository()
    audit(root)
    const paper = read(root, 'workpaper.md')
    expect(paper).not.toMatch(/ca-secret|m-1\b|Holly joins|t@example\.org/)
    expect(paper).toContain('- changes of class peer review: 1')
  })

  test('the same bytes again, and from elsewhere', () => {
    const root = repository()
    audit(root)
    const first = read(root, 'workpaper.md')
    expect(audit(root).stdout).toContain('unchanged audits/2026Q1/workpaper.md')
    const env = {LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati'}
    const args = ['audit', '--period', '2026Q1', '--as-of', '2026-04-15']
    expect(runCinch(args, {cwd: root, env}).stdout).toContain('unchanged')
    expect(read(root, 'workpaper.md')).toBe(first)
  })

  test('a worksheet that was filled in is never written over', () => {
    const root = repository()
    audit(root)
    const file = join(root, 'audits/2026Q1/worksheet.csv')
    writeFileSync(file, 'filled in')
    const {exitCode, stderr} = audit(root, '--seed', 'another')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('expected none there yet')])
    expect(readFileSync(file, 'utf8')).toBe('filled in')
    expect(read(root, 'workpaper.md')).not.toContain('another')
  })

  test('--dry-run writes nothing', () => {
    const root = repository()
    const {exitCode, stdout} = audit(root, '--dry-run')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('would write audits/2026Q1/')])
    expect(existsSync(join(root, 'audits'))).toBe(false)
  })

  test('the seed decides the sample', () => {
    const root = repository()
    const drawn = (...rest: readonly string[]) => {
      const {stdout} = audit(root, '--dry-run', '--json', '--sample', '2', ...rest)
      const {workpaper} = JSON.parse(stdout) as {
        workpaper: {sample: {seed: string; members: readonly {id: string}[]}}
      }
      return workpaper.sample
    }
    const one = drawn('--seed', '4163253')
    expect(one.members.map(({id}) => id)).toEqual(
      drawn('--seed', '4163253').members.map((it) => it.id),
    )
    expect(one.seed).toBe('4163253')
    expect(drawn().seed).toMatch(/^2026Q1:[0-9a-f]{40}$/)
  })

  test('a history that begins in the period, or after it, is said', () => {
    const root = repository()
    const paper = (period: string) => {
      const args = ['audit', '--root', root, '--period', period, '--as-of', '2026-04-15']
      runCinch([...args, '--out', `audits/${period}`])
      return readFileSync(join(root, `audits/${period}/workpaper.md`), 'utf8')
    }
    expect(paper('2025H2')).toContain('The history begins in the period')
    expect(paper('2024')).toContain('holds no commit by the end of the period')
  })

  test('exit 2, and nothing written', () => {
    const root = repository()
    const args = ['audit', '--root', root, '--as-of', '2026-04-15']
    const refused = (...rest: readonly string[]) => {
      const {exitCode, stderr} = runCinch([...args, ...rest])
      expect([exitCode, existsSync(join(root, 'audits'))]).toEqual([2, false])
      return stderr
    }
    const period = ['--period', '2026Q1']
    expect(refused(...period, '--overlay', '.')).toMatch(
      /Unexpected --overlay[^]*workpaper is committed there[^]*cinch status --due 90d/,
    )
    expect(refused('--period', '2026Q3')).toContain('expected one that has begun')
    expect(refused('--period', 'Q1')).toContain('Unexpected --period')
    expect(refused(...period, '--out', '../out')).toContain('Unexpected path')
    expect(refused(...period, '--out', '.git/x')).toContain('Unexpected path')
    expect(refused(...period, '--seed', '')).toContain('Unexpected --seed')
    expect(refused(...period, '--seed', 'a\nb')).toContain('Unexpected --seed')
    expect(refused(...period, '--sample', '-1')).toContain('--sample')
  })

  test('exit 2: part of a history, and a link in the place of the folder', () => {
    const root = repository()
    const shallow = join(folderOf({x: ''}), 'clone')
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, shallow])
    expect(audit(shallow)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('git fetch --unshallow') as string,
    })
    const outside = folderOf({x: ''})
    mkdirSync(join(root, 'audits'))
    symlinkSync(outside, join(root, 'audits/2026Q1'))
    expect(audit(root)).toMatchObject({exitCode: 2})
    expect(existsSync(join(outside, 'workpaper.md'))).toBe(false)
  })

  test('a build log shows counts and files alone', () => {
    const root = repository()
    const env = {CI: '1'}
    const args = ['audit', '--root', root, '--period', '2026Q1', '--as-of', '2026-04-15']
    const {stdout} = runCinch([...args, '--json'], {env})
    expect(JSON.parse(stdout)).toMatchObject({workpaper: null})
    expect(stdout).not.toContain('holly')
  })
})

describe('cinch status --due', () => {
  const due = (root: string, ...rest: readonly string[]) =>
    runCinch(['status', '--root', root, '--as-of', '2026-04-15', '--due', '3y', ...rest])

  test('text, JSON and a calendar from the same list', () => {
    const root = repository()
    expect(due(root)).toMatchObject({exitCode: 0})
    const {result} = JSON.parse(due(root, '--json').stdout) as {
      result: {until: string; obligations: readonly {due: string}[]}
    }
    expect(result.until).toBe('2029-04-15')
    const calendar = due(root, '--format', 'ics')
    expect(calendar.stdout.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(result.obligations.length)
    expect(calendar.stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
  })

  test('needs no history, and reads a working tree', () => {
    const root = folderOf(smallest)
    expect(due(root, '--worktree')).toMatchObject({exitCode: 0})
  })

  test.each(['90', '2020-01-01'])('exit 2: no span to come: %s', (span) => {
    const args = ['status', '--root', folderOf(smallest), '--as-of', '2026-04-15', '--due', span]
    const {exitCode, stderr} = runCinch(args)
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Unexpected --due')])
  })

  test('a calendar without --due is a usage error', () => {
    const args = ['status', '--root', repository(), '--format', 'ics']
    expect(runCinch(args)).toMatchObject({exitCode: 2})
  })

  test('plain status counts what falls due', () => {
    const args = ['status', '--root', repository(), '--as-of', '2026-04-15']
    expect(runCinch(args).stdout).toMatch(/^Due\n {2}.* due up to 2026-05-15/m)
  })
})
