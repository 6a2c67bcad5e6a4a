import {rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const sha = '0'.repeat(64)
const exhibit = {
  'exhibits/minutes.txt': 'Minutes\n',
  'exhibit.yaml': `kind: Exhibit
id: minutes
title: Minutes
file: exhibits/minutes.txt
sha256: "${sha}"
custodian: Secretary
made: 2026-01-01
class: network
`,
}

/** Each kind of repository, made once. */
const made: Record<string, string> = {}
const repositories = {
  sound: smallest,
  broken: {...smallest, 'network.yaml': smallest['network.yaml'].replace('basis', 'bassis')},
  tampered: {...smallest, ...exhibit},
  leaking: {
    ...smallest,
    'exhibits/rates.txt': 'The conversion factor will be $48.50 from 1 July.\n',
    'exhibit.yaml': exhibit['exhibit.yaml'].replace('minutes.txt', 'rates.txt').replace(sha, sha),
  },
  empty: {'cinch.yaml': 'formatVersion: 1\n', 'README.md': 'Nothing here\n'},
  none: {'network.yaml': smallest['network.yaml']},
  newer: {...smallest, 'cinch.yaml': 'formatVersion: 2\n'},
} as const

beforeAll(() => {
  for (const [name, files] of Object.entries(repositories)) {
    made[name] = folderOf(files)
    commitAll(made[name] ?? '')
  }
  made['uncommitted'] = folderOf(smallest)
  made['shallow'] = folderOf({})
  writeFileSync(join(made['sound'] ?? '', '.git', 'description'), 'second\n')
  spawnSync('git', [
    '-C',
    made['sound'] ?? '',
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.org',
    'commit',
    '-q',
    '--allow-empty',
    '-m',
    'Second',
  ])
  spawnSync('git', [
    'clone',
    '-q',
    '--depth',
    '1',
    `file://${made['sound']}`,
    made['shallow'] ?? '',
  ])
})

afterAll(() => {
  for (const folder of Object.values(made)) rmSync(folder, {recursive: true, force: true})
})

/** Command line after the repository, by command; `OUT` stands for a folder to write to. */
const commands = {
  validate: ['validate', '--as-of', '2026-06-30'],
  assess: ['assess', '--as-of', '2026-06-30'],
  trail: ['trail', '--verify', '--as-of', '2026-06-30'],
  dossier: ['dossier', '--as-of', '2026-06-30', '--out', 'OUT', '--format', 'json'],
} as const

const reports = [
  [],
  ['--json'],
  ['--format', 'sarif'],
  ['--format', 'junit'],
  ['--format', 'github'],
  ['--format', 'gitlab'],
  ['--format', 'markdown'],
] as const

const formats = {
  validate: reports,
  assess: reports,
  trail: reports,
  dossier: [[], ['--json']],
} as const

/** What a reader of each format finds, also where the command could not run. */
const answers: Readonly<Record<string, RegExp>> = {
  '--json': /^\{\n[^]*\n\}\n$/,
  sarif: /^\{\n {2}"\$schema"[^]*"exitCode": \d/,
  junit: /^<\?xml [^]*<\/testsuites>\n$/,
  github: /^(?:::error |cinch )/m,
  gitlab: /^\[[^]*\]\n$/,
  markdown: /^### cinch /m,
}

/** What each command exits with on each repository, whatever the format. */
const matrix = {
  sound: {validate: 0, assess: 1, trail: 0, dossier: 0},
  broken: {validate: 1, assess: 2, trail: 0, dossier: 1},
  tampered: {validate: 3, assess: 3, trail: 0, dossier: 3},
  leaking: {validate: 3, assess: 3, trail: 0, dossier: 3},
  empty: {validate: 2, assess: 2, trail: 2, dossier: 2},
  none: {validate: 2, assess: 2, trail: 2, dossier: 2},
  newer: {validate: 2, assess: 2, trail: 2, dossier: 2},
  uncommitted: {validate: 0, assess: 1, trail: 2, dossier: 2},
  shallow: {validate: 0, assess: 1, trail: 2, dossier: 2},
} as const

describe.each(Object.entries(matrix))('%s repository', (name, row) => {
  const cases = Object.entries(row).flatMap(([command, exitCode]) =>
    formats[command as keyof typeof formats].map((format) => ({command, format, exitCode})),
  )
  test.each(cases)('$command $format exits $exitCode', ({command, format, exitCode}) => {
    const cwd = made[name] ?? ''
    const out = folderOf({})
    const args = commands[command as keyof typeof commands].map((it) => (it === 'OUT' ? out : it))
    const ran = runCinch([...args, ...format], {cwd})
    rmSync(out, {recursive: true, force: true})
    expect(ran).toMatchObject({exitCode})
    const asked = format.at(-1) ?? ''
    if (asked !== '') expect(ran.stdout).toMatch(answers[asked] ?? /never/)
    if (/json|sarif|gitlab/.test(asked))
      expect(() => JSON.parse(ran.stdout) as unknown).not.toThrow()
    // What could not run is told as such: no format looks clean.
    if (exitCode === 2 && ['junit', 'gitlab', 'markdown'].includes(asked))
      expect(ran.stdout).toMatch(/could.not.run/)
  })
})

test.each([
  ['a mistyped flag', ['validate', '--rot', '.']],
  ['a mistyped command', ['valdate']],
  ['a format that does not exist', ['validate', '--format', 'xml']],
  ['a date that does not exist', ['validate', '--as-of', '2026-02-30']],
  ['a folder that does not exist', ['validate', '--root', 'nowhere']],
  ['a dossier without its date', ['dossier']],
  ['a test that does not exist', ['explain', 'Z9']],
  ['a kind that does not exist', ['schema', 'Protocl']],
  ['a revision that is an option', ['assess', '--at', '--output=x']],
  ['a revision that does not exist', ['assess', '--at', 'nowhere']],
  ['a record that history does not hold', ['trail', 'nobody']],
])('%s exits 2 and says how to go on', (_name, args) => {
  const {exitCode, stdout, stderr} = runCinch(args, {cwd: made['sound'] ?? ''})
  expect(exitCode).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/\S/)
})

test('a mistyped command is answered with the one that was meant, and not run', () => {
  expect(runCinch(['valdate']).stderr).toContain('Did you mean `cinch validate`?')
})

test('a mistyped flag is answered with the one that was meant', () => {
  const {stderr, exitCode} = runCinch(['validate', '--fromat', 'json'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Did you mean `--format`?')
})

test('a record that is a link out of the repository is refused and never read', () => {
  const folder = folderOf(smallest)
  symlinkSync('/etc/hostname', join(folder, 'host.yaml'))
  const {exitCode, stdout} = runCinch(['validate', '--as-of', '2026-06-30'], {cwd: folder})
  expect(exitCode).toBe(1)
  expect(stdout).toContain('file/symlink')
  rmSync(folder, {recursive: true, force: true})
})

test('--fail-on sets what exits 1', () => {
  const at = (level: string) =>
    runCinch(['assess', '--as-of', '2026-06-30', '--fail-on', level], {cwd: made['sound'] ?? ''})
  expect(at('never').exitCode).toBe(0)
  expect(at('gate').exitCode).toBe(1)
})
