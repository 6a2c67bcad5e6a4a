import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {expect, test} from 'vitest'
import {folderOf, gitAt, runCinch, smallest} from '../helpers/run-cinch.ts'

const sanctions = `kind: SanctionPolicy
id: sanctions
title: Performance policy
ladder:
  - {step: coaching, signal: belowFloor, withinDays: 30}
  - {step: removal, signal: planOverdue, withinDays: 90}
`

/** A network that asks for two approvals of its sanction policy. */
const files = {
  ...smallest,
  'cinch.yaml': `formatVersion: 1
approvals:
  - kind: SanctionPolicy
    quorum:
      - {role: medicalDirector, count: 1}
      - {role: counsel, count: 1}
`,
  'records/people.yaml': `kind: Person
id: okafor
name: A. Okafor
emails: [okafor@riverbend.example]
roles: [{role: medicalDirector, from: 2024-01-01}]
---
kind: Person
id: quill
name: B. Quill
emails: [quill@riverbend.example]
roles: [{role: counsel, from: 2024-01-01}]
---
kind: Person
id: venn
name: C. Venn
emails: [venn@riverbend.example]
roles: [{role: counsel, from: 2024-01-01}, {role: staff, from: 2024-01-01}]
`,
  'records/sanctions.yaml': sanctions,
}

/** Commits everything, as a person, on a day. */
function commit(folder: string, person: string, day: string, key?: string): void {
  const at = `${day}T12:00:00Z`
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [
      '-c',
      `user.name=${person}`,
      '-c',
      `user.email=${person}@riverbend.example`,
      ...(key === undefined
        ? []
        : ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${key}`, '-c', 'commit.gpgsign=true']),
      'commit',
      '-q',
      '-m',
      'Change',
    ],
  ]) {
    gitAt(folder, at, args)
  }
}

const name = 'SanctionPolicy/sanctions'
const approve = (cwd: string, person: string, role: string, day: string, ...more: string[]) =>
  runCinch(
    [
      'approve',
      name,
      '--person',
      person,
      '--role',
      role,
      '--verdict',
      'approved',
      '--as-of',
      day,
      ...more,
    ],
    {cwd},
  )
const codesOf = (cwd: string, day: string) => {
  const {stdout} = runCinch(['validate', '--as-of', day, '--json'], {cwd})
  return (JSON.parse(stdout) as {diagnostics: {code: string}[]}).diagnostics.map(({code}) => code)
}
const stateOf = (cwd: string, day: string) => {
  const {stdout} = runCinch(['status', '--as-of', day, '--json'], {cwd})
  const {result} = JSON.parse(stdout) as {result: {approvals: {state: string}[]}}
  return result.approvals.map(({state}) => state)
}

test('a change, its approval, a later change, and approval again', () => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  expect(codesOf(cwd, '2026-01-05')).toEqual(['approval/missing'])
  expect(stateOf(cwd, '2026-01-05')).toEqual(['missing'])

  const dry = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06', '--dry-run')
  expect(dry.stdout).toMatch(
    /^would write records\/approvals\/sanctions-okafor-[0-9a-f]{8}\.yaml\n/,
  )
  expect(readdirSync(join(cwd, 'records')).includes('approvals')).toBe(false)

  const first = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06')
  expect(first).toMatchObject({exitCode: 0})
  expect(first.stdout).toMatch(/^wrote records\/approvals\//)
  expect(first.stderr).toContain('Dated 2026-01-06')
  commit(cwd, 'okafor', '2026-01-06')
  expect(codesOf(cwd, '2026-01-06')).toEqual(['approval/partial'])

  expect(approve(cwd, 'quill', 'counsel', '2026-01-07').exitCode).toBe(0)
  commit(cwd, 'quill', '2026-01-07')
  expect(codesOf(cwd, '2026-01-07')).toEqual([])
  expect(stateOf(cwd, '2026-01-07')).toEqual(['approved'])

  // Comments, layout and the file do not matter.
  writeFileSync(join(cwd, 'records/sanctions.yaml'), `# Adopted by the board\n${sanctions}`)
  expect(codesOf(cwd, '2026-01-08')).toEqual([])

  writeFileSync(
    join(cwd, 'records/sanctions.yaml'),
    sanctions.replace('withinDays: 30', 'withinDays: 120'),
  )
  commit(cwd, 'okafor', '2026-02-01')
  expect(codesOf(cwd, '2026-02-01')).toEqual(['approval/stale'])
  const review = runCinch(['review', name, '--as-of', '2026-02-02'], {cwd})
  expect(review.exitCode).toBe(0)
  expect(review.stdout).toContain(`${name}: changed since it was approved`)
  expect(review.stdout).toContain(
    'ladder[].withinDays: weakened (lower is stronger)\n    was 30\n    is  120\n',
  )
  expect(review.stdout).toContain('author okafor')
  expect(review.stdout).toContain(
    'nobody on record who may; not\n              okafor, the author of the change',
  )
  expect(review.stdout.replace(/\s+/g, ' ')).toContain(
    'Next: Put another person in the role medicalDirector on record, or let authors approve: `authorExcluded: false` in the policy of cinch.yaml. cinch approve',
  )
  expect(review.stdout.split('\n').filter((it) => it.length > 80)).toEqual([])

  const own = approve(cwd, 'okafor', 'medicalDirector', '2026-02-02')
  expect(own).toMatchObject({exitCode: 1, stdout: ''})
  expect(own.stderr).toContain(
    'this approval would not count: `okafor` is the author of the change',
  )
  expect(approve(cwd, 'venn', 'counsel', '2026-02-02').exitCode).toBe(0)
  commit(cwd, 'venn', '2026-02-02')
  expect(stateOf(cwd, '2026-02-02')).toEqual(['partial'])
})

test('with a file of keys who signed the change is left out of those who approve it', () => {
  const cwd = folderOf(files)
  const keys = folderOf({})
  const key = join(keys, 'okafor')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'x', '-f', key])
  commit(cwd, 'an-account', '2026-01-05', key)
  const listed = join(keys, 'signers')
  writeFileSync(listed, `okafor@riverbend.example ${readFileSync(`${key}.pub`, 'utf8')}`)
  const given = ['--allowed-signers', listed]

  const alone = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06', '--dry-run')
  expect(alone.exitCode).toBe(0)
  expect(alone.stderr).toContain('the author of the change is no known person')
  const told = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06', '--dry-run', ...given)
  expect(told.stderr).toContain('`okafor` signed the change (commit ')
  expect(told.exitCode).toBe(1)
  const {stdout} = runCinch(['review', '--as-of', '2026-01-06', ...given], {cwd})
  expect(stdout.replace(/\s+/g, ' ')).toContain('not okafor, the author of the change')
  expect(approve(cwd, 'quill', 'counsel', '2026-01-06', '--dry-run', ...given).exitCode).toBe(0)
  const missing = approve(cwd, 'quill', 'counsel', '2026-01-06', '--allowed-signers', 'nowhere')
  expect(missing.stderr).toContain('Unexpected --allowed-signers `nowhere`')
  expect(missing.exitCode).toBe(2)
})

test('two people on two branches write two files, and both merge', () => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  const written = [
    approve(cwd, 'okafor', 'medicalDirector', '2026-01-06'),
    approve(cwd, 'quill', 'counsel', '2026-01-06'),
  ].map(({stdout}) => stdout.split('\n')[0])
  expect(new Set(written).size).toBe(2)
  const again = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06')
  expect(again).toMatchObject({exitCode: 2, stdout: ''})
  expect(again.stderr).toContain('expected none yet that says the same')
})

test.each([
  ['a person who is not on record', ['nobody', 'counsel'], 2, 'Unexpected person `nobody`'],
  [
    'a role that the person does not hold',
    ['okafor', 'counsel'],
    1,
    'is not on record as `counsel`',
  ],
])('refuses %s, and writes nothing', (_name, [person = '', role = ''], exitCode, said) => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  const ran = approve(cwd, person, role, '2026-01-06')
  expect(ran).toMatchObject({exitCode, stdout: ''})
  expect(ran.stderr).toContain(said)
  expect(readdirSync(join(cwd, 'records')).includes('approvals')).toBe(false)
})

test('as JSON it tells what it wrote, or why not; a build log gets the place alone', () => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  const refused = approve(cwd, 'okafor', 'counsel', '2026-01-06', '--json')
  expect(refused.exitCode).toBe(1)
  expect(JSON.parse(refused.stdout)).toEqual({
    written: false,
    file: null,
    reasons: ['`okafor` is not on record as `counsel`'],
  })
  const args = ['approve', name, '--person', 'okafor', '--role', 'medicalDirector']
  const ran = runCinch([...args, '--verdict', 'approved', '--as-of', '2026-01-06', '--json'], {
    cwd,
    env: {CI: 'true'},
  })
  expect(JSON.parse(ran.stdout)).toEqual({
    written: true,
    file: expect.stringMatching(
      /^records\/approvals\/sanctions-okafor-[0-9a-f]{8}\.yaml$/,
    ) as string,
  })
})

test.each([
  ['after the date judged at', ['--date', '2026-01-07'], 'expected a day that has come'],
  ['that does not exist', ['--date', '2026-02-30'], 'expected a date that exists'],
  ['of an exhibit that is not on record', ['--relied-on', 'none'], 'Unexpected exhibit `none`'],
])('refuses a date or exhibit %s', (_name, more, said) => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  const ran = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06', ...more)
  expect(ran).toMatchObject({exitCode: 2, stdout: ''})
  expect(ran.stderr).toContain(said)
})

test('refuses a record that does not validate, and a file in which another does not', () => {
  const broken = {...files, 'records/sanctions.yaml': sanctions.replace('belowFloor', 'nonsense')}
  const whole = approve(folderOf(broken), 'okafor', 'medicalDirector', '2026-01-06')
  expect(whole.exitCode).toBe(2)
  expect(whole.stderr).toContain('that does not validate')
  const beside = {
    ...files,
    'records/sanctions.yaml': `${sanctions}---\nkind: SanctionPolicy\nid: b\n`,
  }
  const cwd = folderOf(beside)
  const ran = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06')
  expect(ran).toMatchObject({exitCode: 1, stdout: ''})
  expect(ran.stderr).toContain('nothing was written')
})

test('what it writes validates, whatever the link that stands where it would write', () => {
  const outside = folderOf({})
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  symlinkSync(outside, join(cwd, 'records/approvals'))
  const ran = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06')
  expect(ran).toMatchObject({exitCode: 2, stdout: ''})
  expect(ran.stderr).toContain('Unexpected link at `records/approvals`')
  expect(readdirSync(outside)).toEqual([])
})

test('a configuration that would not read the approval as a record is refused', () => {
  const config = `${files['cinch.yaml']}records: [network.yaml, 'records/*.yaml']\n`
  const cwd = folderOf({...files, 'cinch.yaml': config})
  commit(cwd, 'venn', '2026-01-05')
  const ran = approve(cwd, 'okafor', 'medicalDirector', '2026-01-06')
  expect(ran.exitCode).toBe(2)
  expect(ran.stderr).toContain('Add `records/approvals/*.yaml` to `records` in cinch.yaml')
})

test('review --person shows what that person could approve', () => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  const of = (person: string) =>
    runCinch(['review', '--person', person, '--as-of', '2026-01-06'], {cwd})
  expect(of('quill').stdout).toContain('B. Quill (quill)')
  expect(of('venn').stdout).toContain('0 records wait')
  expect(of('nobody')).toMatchObject({exitCode: 2, stdout: ''})
})

test.each([
  ['no such record', 'SanctionPolicy/none', 'Unexpected record `SanctionPolicy/none`'],
  ['an id without its kind', 'sanctions', 'Did you mean `SanctionPolicy/sanctions`?'],
])('review of %s', (_name, record, said) => {
  const ran = runCinch(['review', record], {cwd: folderOf(files)})
  expect(ran).toMatchObject({exitCode: 2, stdout: ''})
  expect(ran.stderr).toContain(said)
})

test('without a history review and status say what they do not know', () => {
  const cwd = folderOf(files)
  const {stdout, exitCode} = runCinch(['review', name, '--as-of', '2026-01-06'], {cwd})
  expect(exitCode).toBe(0)
  expect(stdout).toContain('who changed it is not known: no history was read')
  const status = runCinch(['status', '--as-of', '2026-01-06'], {cwd})
  expect(status.exitCode).toBe(0)
  expect(status.stdout).toContain('main: not in a git repository')
  expect(status.stdout).toContain('Not known: no history was read.')
})

test('status tells readiness, approvals, uncommitted paths and three steps, at 80 columns', () => {
  const cwd = folderOf(files)
  commit(cwd, 'venn', '2026-01-05')
  writeFileSync(join(cwd, 'records/new.yaml'), 'kind: Exhibit\nid: \u001B[2Jx\n')
  const {stdout, exitCode} = runCinch(['status', '--as-of', '2026-01-06'], {cwd})
  expect(exitCode).toBe(0)
  expect(stdout).toContain('PPO (ppo): ')
  expect(stdout).toContain(`no approval that counts: ${name}`)
  expect(stdout).toContain('main: records/new.yaml')
  expect(stdout).toMatch(/\n {2}1\. .*\n(?: {5}.*\n)+ {2}2\. .*\n(?: {5}.*\n)+ {2}3\. /)
  expect(stdout).not.toContain('\u001B')
  expect(stdout.split('\n').filter((it) => it.length > 80)).toEqual([])
  expect(stdout).not.toMatch(/safe harbor|compliant|certified|guaranteed|%/)
})

test.each([['status'], ['review']])(
  '%s prints the documented envelope, and in a build log no text of a record',
  (command) => {
    const cwd = folderOf(files)
    commit(cwd, 'venn', '2026-01-05')
    const ajv = new Ajv2020({strict: false})
    addFormats.default(ajv)
    const schema = JSON.parse(readFileSync('schemas/output/envelope.schema.json', 'utf8')) as object
    const args = [command, '--as-of', '2026-01-06', '--json']
    const envelope: unknown = JSON.parse(runCinch(args, {cwd}).stdout)
    expect(ajv.validate(schema, envelope), ajv.errorsText()).toBe(true)
    expect(envelope).toMatchObject({command, exitCode: 0})
    const published = runCinch(args, {cwd, env: {CI: 'true'}})
    expect(published.exitCode).toBe(0)
    expect(JSON.parse(published.stdout)).toMatchObject({discreet: true, result: null})
    expect(published.stdout).not.toContain('Okafor')
    expect(published.stdout).not.toContain('sanctions')
  },
)

test('status exits 3 where an exhibit is not what was registered', () => {
  const exhibit = `kind: Exhibit
id: x
title: X
custodian: C
made: 2026-01-01
class: network
file: exhibits/x.txt
sha256: '${'0'.repeat(64)}'
`
  const cwd = folderOf({...files, 'records/x.yaml': exhibit, 'exhibits/x.txt': 'text\n'})
  commit(cwd, 'venn', '2026-01-05')
  const {exitCode, stdout} = runCinch(['status', '--as-of', '2026-01-06'], {cwd})
  expect(exitCode).toBe(3)
  expect(stdout).toContain('exhibit/hash')
})
