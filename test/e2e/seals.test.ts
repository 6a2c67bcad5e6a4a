import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {devNull, tmpdir} from 'node:os'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {runCinch} from '../helpers/run-cinch.ts'

// Each step compiles and rebuilds whole dossiers of a network of real size.
vi.setConfig({testTimeout: 300_000})

const scratch = mkdtempSync(join(tmpdir(), 'cinch-seals-'))
const root = join(scratch, 'northgate')
afterAll(() => rmSync(scratch, {recursive: true, force: true}))

/** Two officers and counsel, by the name in their address, with their records and keys. */
const people = {
  okafor: 'adaeze-okafor',
  venn: 'priya-venn',
  whitcombe: 'rowan-whitcombe',
} as const
type Who = keyof typeof people
const keyOf = (who: Who) => join(scratch, who)

/** Commits everything as a person, with that person's key. */
function commit(who: Who, message: string, day: string): void {
  const git = (args: readonly string[]) =>
    execFileSync('git', [...args], {
      cwd: root,
      stdio: 'pipe',
      env: {
        PATH: process.env['PATH'],
        HOME: scratch,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: devNull,
        GIT_AUTHOR_DATE: `${day}T09:00:00Z`,
        GIT_COMMITTER_DATE: `${day}T09:00:00Z`,
      },
    })
  git(['add', '-A'])
  const identity = [`user.name=${people[who]}`, `user.email=${who}@northgate.example`]
  const signing = ['gpg.format=ssh', `user.signingkey=${keyOf(who)}`, 'commit.gpgsign=true']
  git([...[...identity, ...signing].flatMap((it) => ['-c', it]), 'commit', '-q', '-m', message])
}

function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8')
  if (!text.includes(from)) throw new Error(`Nothing to change in ${path}`)
  writeFileSync(join(root, path), text.replace(from, to))
}

const cinch = (...args: string[]) => runCinch([...args, '--no-input'], {cwd: root})

function verified(target: string) {
  const ran = cinch('verify', target, '--json')
  const report = JSON.parse(ran.stdout) as {
    readonly exitCode: number
    readonly checks: readonly {readonly name: string; readonly state: string}[]
    readonly findings: readonly {readonly code: string}[]
  }
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(report.exitCode).toBe(ran.exitCode)
  const failing = report.checks.filter(({state}) => state !== 'holds' && state !== 'none')
  return {
    exitCode: ran.exitCode,
    failing: failing.map(({name}) => name),
    codes: report.findings.map(({code}) => code),
  }
}

const schema = JSON.parse(readFileSync('schemas/output/seal.schema.json', 'utf8')) as {
  readonly $id: string
}
const ajv = new Ajv2020({strict: false, allErrors: true})
addFormats.default(ajv)
const validate = ajv.compile(schema)
const isSeal = ajv.compile({$ref: `${schema.$id}#/$defs/statement`})

const good = {exitCode: 0, failing: [], codes: []}
const policyText = 'exhibits/policies/antitrust-policy.txt'
const documents = 'records/exhibits/documents.yaml'
const sanctions = 'SanctionPolicy/performance-and-sanctions'
const first = () =>
  `seals/${readdirSync(join(root, 'seals')).find((it) => /^0001-.*json$/.test(it)) ?? ''}`
const second = () =>
  `seals/${readdirSync(join(root, 'seals')).find((it) => /^0002-.*json$/.test(it)) ?? ''}`

beforeAll(async () => {
  await replay('examples/northgate', root)
  for (const who of Object.keys(people))
    execFileSync('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-C',
      who,
      '-f',
      join(scratch, who),
    ])
})

describe('two officers and counsel take northgate through two seals', () => {
  test('a policy that does not match its hash cannot be sealed', () => {
    const {exitCode, stderr} = cinch('seal', '--as-of', '2026-06-30')
    expect(stderr).toContain('integrity findings (exhibit/hash, L4); nothing was sealed')
    expect(exitCode).toBe(3)
  })

  test('keys are put on record, the policy is registered, and counsel approves', () => {
    for (const [who, id] of Object.entries(people)) {
      const [type, key] = readFileSync(join(scratch, `${who}.pub`), 'utf8').split(' ')
      const mail = `emails: [${who}@northgate.example]\n`
      change(
        'records/people.yaml',
        mail,
        `${mail}keys: [{type: ssh, key: '${type} ${key}', from: 2024-01-01}]\n`,
      )
      expect(id).not.toBe('')
    }
    const hash = createHash('sha256')
      .update(readFileSync(join(root, policyText)))
      .digest('hex')
    change(documents, '4d03147c03775a938d0853600d9f3a635fe9a6a44fa9c9ad69f6a83f040f3caa', hash)
    commit('okafor', 'Put keys on record, register the policy of 2026', '2026-07-01')
    const {exitCode, stdout, stderr} = cinch(
      'approve',
      sanctions,
      '--person',
      'rowan-whitcombe',
      '--role',
      'counsel',
      '--verdict',
      'approved',
      '--date',
      '2026-07-01',
      '--as-of',
      '2026-07-01',
    )
    expect(`${stdout}${stderr}`).toContain('rowan-whitcombe')
    expect(exitCode).toBe(0)
    commit('whitcombe', 'Approve the sanction policy', '2026-07-01')
  })

  test('a commit is named to be sealed by itself or by a day', () => {
    const sealed = (...which: string[]) => {
      const {stdout, exitCode} = cinch(
        'seal',
        '--as-of=2026-07-02',
        '--dry-run',
        '--json',
        ...which,
      )
      expect(exitCode).toBe(0)
      return JSON.parse(stdout) as {readonly written: boolean; readonly predicate: object}
    }
    const by = sealed('--known-on', '2026-07-01')
    expect(by).toEqual(sealed('--at', 'HEAD'))
    expect(by.predicate).toMatchObject({previous: null})
    expect(cinch('seal', '--as-of=2026-07-02', '--known-on=1999-01-01').exitCode).toBe(2)
    expect(cinch('seal', '--as-of=2026-07-02', '--known-on=2026-07-01', '--at=HEAD').exitCode).toBe(
      2,
    )
  })

  test('the first officer seals; before it is committed and after, all holds', () => {
    const seal = ['seal', '--as-of', '2026-07-02', '--key', keyOf('okafor')]
    expect(cinch(...seal, '--dry-run').stdout).toContain('would write seals/0001-')
    const {exitCode, stdout} = cinch(...seal)
    expect(stdout).toContain('signed by adaeze-okafor')
    expect(stdout).toContain('git commit -m "Seal 1"')
    expect(exitCode).toBe(0)
    expect(isSeal(JSON.parse(readFileSync(join(root, first()), 'utf8')))).toBe(true)
    expect(verified(first())).toEqual({...good, codes: ['seal/uncommitted']})
    commit('okafor', 'Seal 1', '2026-07-02')
    expect(verified(first())).toEqual(good)
    expect(cinch('validate', '--as-of', '2026-07-02').stdout).not.toContain('seals/')
  })

  test('a sanction is weakened: the seal holds still, and the change is told', () => {
    change(
      'records/enforcement/sanction-policy.yaml',
      'suspension, signal: outlier, consecutivePeriods: 4',
      'suspension, signal: outlier, consecutivePeriods: 9',
    )
    commit('venn', 'Give more time before suspension', '2026-07-03')
    expect(verified(first())).toEqual(good)
    const told = cinch(
      'diff',
      'HEAD~1..HEAD',
      '--as-of',
      '2026-07-03',
      '--fail-on',
      'weakened-unapproved',
    )
    expect(told.stdout).toMatch(/Weakened \(1\)[^]*approved -> stale/)
    expect(told.exitCode).toBe(1)
    const {stdout} = cinch('status', '--as-of', '2026-07-03', '--json')
    const {result} = JSON.parse(stdout) as {
      readonly result: {approvals: {kind: string; id: string; state: string}[]}
    }
    const policy = result.approvals.find(({kind, id}) => `${kind}/${id}` === sanctions)
    expect(policy?.state).toBe('stale')
    const trail = cinch('trail', sanctions).stdout
    expect(trail).toContain('Give more time before suspension')
    expect(trail).toContain('Priya Venn'.toLowerCase().replace(' ', '-'))
  })

  test('the other officer seals the dossier at hand; L6 rests on the first seal', () => {
    const dossier = join(scratch, 'dossier')
    expect(cinch('dossier', '--as-of', '2026-07-04', '--out', dossier).exitCode).toBe(0)
    const {exitCode, stdout} = cinch(
      'seal',
      '--as-of',
      '2026-07-04',
      '--key',
      keyOf('venn'),
      '--dossier',
      dossier,
    )
    expect(stdout).toContain(`follows ${first()}`)
    expect(exitCode).toBe(0)
    commit('venn', 'Seal 2', '2026-07-04')
    expect(verified(dossier)).toEqual(good)
    expect(verified(second())).toEqual(good)
    expect(verified(first())).toEqual(good)
    const assessed = JSON.parse(cinch('assess', '--as-of', '2026-07-04', '--json').stdout) as {
      readonly assessment: {readonly lines: readonly {results: {rule: string; outcome: string}[]}[]}
    }
    const [line] = assessed.assessment.lines
    expect(line?.results.find(({rule}) => rule === 'L6')?.outcome).toBe('supported')
  })

  test('a dossier of the commit that holds the seal is told from the one sealed, and is not edited', () => {
    const later = join(scratch, 'later')
    const compile = ['dossier', '--as-of', '2026-07-04', '--format', 'json', '--out', later]
    expect(cinch(...compile).exitCode).toBe(0)
    const file = join(later, 'dossier.json')
    expect(verified(file)).toEqual({
      exitCode: 3,
      failing: ['dossier'],
      codes: ['dossier/other-commit'],
    })
    writeFileSync(file, readFileSync(file, 'utf8').replace('Northgate', 'Southgate'))
    expect(verified(file).codes).toEqual(['dossier/edited'])
  })

  test.each<[string, (copy: string) => void, readonly string[]]>([
    [
      'the commit that weakened is amended away',
      (copy) => dropWeakening(copy),
      ['history/rewritten'],
    ],
    [
      'a policy is swapped',
      (copy) => writeFileSync(join(copy, policyText), 'Better\n'),
      ['exhibit/working-tree'],
    ],
    [
      'the seal is edited',
      (copy) => {
        const file = join(copy, second())
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace('notReady', 'readyForCounselsReview'),
        )
      },
      ['seal/signature-bad', 'seal/edited', 'rebuild/outcomes'],
    ],
  ])('an attempt in between is caught and named: %s', (_name, attack, codes) => {
    const copy = join(scratch, `attacked-${String(codes[0]).replace('/', '-')}`)
    cpSync(root, copy, {recursive: true})
    attack(copy)
    const {exitCode, stdout} = runCinch(['verify', join(copy, second()), '--root', copy, '--json'])
    const {findings} = JSON.parse(stdout) as {findings: readonly {code: string}[]}
    expect(findings.map(({code}) => code)).toEqual(codes)
    expect(exitCode).toBe(3)
  })

  test('the custodian gets a form, and a build log no text of the repository', () => {
    const form = cinch('custodian-form', '--out', join(scratch, 'form'))
    expect(form.stdout).toContain('custodian-form.pdf')
    const text = readFileSync(join(scratch, 'form/custodian-form.txt'), 'utf8')
    expect(text).toContain('Executed on ______________ (date).')
    const inLog = runCinch(['verify', second()], {cwd: root, env: {CI: 'true'}})
    expect(inLog.stdout).not.toMatch(/priya|SHA256/)
    expect(inLog.exitCode).toBe(0)
  })
})

/** The last two commits again, without what the first of them changed. */
function dropWeakening(copy: string): void {
  const git = (args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=X', '-c', 'user.email=x@x.example', ...args], {
      cwd: copy,
      stdio: 'pipe',
      env: {PATH: process.env['PATH'], HOME: scratch, GIT_CONFIG_NOSYSTEM: '1'},
    })
  git(['rebase', '-q', '--onto', 'HEAD~2', 'HEAD~1'])
}

test.each<[string[], string]>([
  [['seal'], 'Expected --as-of'],
  [['seal', '--as-of', '2026-06-30', '--tag', 'x'], '--key'],
  [['verify', 'nowhere.intoto.json'], 'expected a seal or a dossier'],
  [['verify', 'cinch.yaml'], 'expected a seal or a dossier in PDF, HTML or JSON'],
])('%s cannot run', (args, message) => {
  const {exitCode, stderr} = runCinch([...args, '--no-input'], {cwd: root})
  expect(stderr).toContain(message)
  expect(exitCode).toBe(2)
})
