import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import {Ajv2020} from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {commitAll, folderOf, runCinch, smallest} from '../helpers/run-cinch.ts'

const schemas = process.env['CINCH_SCHEMAS'] ?? '../shared/schemas'
const sarifSchema = join(schemas, 'sarif-2.1.0.json')

const folder = folderOf({})
const suburban = join(folder, 'suburban')
const asOf = ['--as-of', '2026-11-21']
let broken: string

beforeAll(async () => {
  await replay('examples/suburban-health-2006', suburban)
  broken = folderOf({
    ...smallest,
    'protocol.yaml':
      'kind: Protocol\nid: a\ntitle: SECRET-TITLE\ncondition: x\nspecialties: [cardiolgy]\n',
  })
  commitAll(broken)
})
afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
  rmSync(broken, {recursive: true, force: true})
})

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string
      readonly kind: string
      readonly level: string
      readonly message: {readonly text: string}
      readonly locations: readonly {
        readonly physicalLocation: {readonly region: Readonly<Record<string, number>>}
      }[]
      readonly partialFingerprints: Readonly<Record<string, string>>
    }[]
  }[]
}

function sarifOf(args: readonly string[], cwd: string): Sarif {
  return JSON.parse(runCinch([...args, ...asOf, '--format', 'sarif'], {cwd}).stdout) as Sarif
}

describe('sarif', () => {
  test.each([
    ['validate', () => broken],
    ['assess', () => suburban],
    ['trail', () => suburban],
    ['validate in a folder that is no repository', () => folder],
  ])('of %s validates against the published schema', (command, cwd) => {
    if (!existsSync(sarifSchema)) {
      console.warn(`skipped: ${sarifSchema} is not here; set CINCH_SCHEMAS`)
      expect(existsSync(schemas)).toBe(false)
      return
    }
    const ajv = new Ajv({strict: false, allErrors: true})
    formats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(sarifSchema, 'utf8')) as object)
    const log = sarifOf([command.split(' ')[0] ?? ''], cwd())
    validate(log)
    expect(validate.errors).toBeNull()
  })

  test('names the rules that decide, each with a region and a fingerprint of its own', () => {
    const results = sarifOf(['assess'], suburban).runs[0]?.results ?? []
    for (const rule of ['B7', 'B8', 'I1', 'J1']) {
      const own = results.filter(({ruleId, kind}) => ruleId === rule && kind === 'fail')
      expect(own.length, rule).toBeGreaterThan(0)
      for (const {locations} of own)
        expect(locations[0]?.physicalLocation.region['startLine']).toBeGreaterThan(0)
    }
    const prints = results.map(({partialFingerprints}) => Object.values(partialFingerprints).join())
    expect(new Set(prints).size).toBe(prints.length)
  })

  test('has level none for everything that is not a failure', () => {
    const results = sarifOf(['assess'], suburban).runs[0]?.results ?? []
    expect(results.filter(({kind, level}) => kind !== 'fail' && level !== 'none')).toEqual([])
  })

  test('keeps its fingerprints when lines move', () => {
    const before = sarifOf(['validate'], broken).runs[0]?.results ?? []
    const moved = folderOf({
      ...smallest,
      'protocol.yaml':
        '# moved\n\nkind: Protocol\nid: a\ntitle: SECRET-TITLE\ncondition: x\nspecialties: [cardiolgy]\n',
    })
    const after = sarifOf(['validate'], moved).runs[0]?.results ?? []
    rmSync(moved, {recursive: true, force: true})
    expect(before.length).toBeGreaterThan(0)
    expect(after.map((it) => it.partialFingerprints)).toEqual(
      before.map((it) => it.partialFingerprints),
    )
  })
})

describe('json', () => {
  test.each([
    ['validate', () => broken],
    ['assess', () => suburban],
    ['trail', () => suburban],
  ])('of %s is the documented envelope', (command, cwd) => {
    const ajv = new Ajv2020({strict: false, allErrors: true})
    formats.default(ajv)
    const schema = JSON.parse(readFileSync('schemas/output/envelope.schema.json', 'utf8')) as object
    const validate = ajv.compile(schema)
    for (const full of [[], ['--full']]) {
      const {stdout, exitCode} = runCinch([command, ...asOf, '--json', ...full], {
        cwd: cwd(),
        env: {CI: 'true'},
      })
      const envelope = JSON.parse(stdout) as {exitCode: number; discreet: boolean}
      validate(envelope)
      expect(validate.errors).toBeNull()
      expect(envelope.exitCode).toBe(exitCode)
      expect(envelope.discreet).toBe(full.length === 0)
    }
  })
})

describe('what a build log shows', () => {
  const secret = /SECRET-TITLE|cardiolgy/
  test.each([
    ['pretty', ['validate']],
    ['json', ['validate', '--json']],
    ['sarif', ['validate', '--format', 'sarif']],
    ['pretty', ['assess']],
    ['json', ['assess', '--json']],
    ['pretty', ['trail']],
    ...['junit', 'github', 'gitlab', 'markdown'].flatMap((format): [string, string[]][] => [
      [format, ['validate', '--format', format]],
      [format, ['assess', '--format', format]],
      [format, ['trail', '--verify', '--format', format]],
    ]),
  ])('%s of %j holds no text of a record', (_format, args) => {
    const {stdout, stderr} = runCinch([...args, ...asOf], {cwd: broken, env: {CI: 'true'}})
    expect(stdout + stderr).not.toMatch(secret)
  })

  test.each(['sarif', 'junit', 'github', 'gitlab', 'markdown'])(
    '%s is discreet where no CI is set, too, and shows the text with --full',
    (format) => {
      const args = ['validate', ...asOf, '--format', format]
      const {stdout} = runCinch(args, {cwd: broken})
      expect(stdout).not.toMatch(secret)
      expect(stdout).toContain('schema/enum')
      expect(stdout).toContain('protocol.yaml')
      expect(runCinch([...args, '--full'], {cwd: broken}).stdout).toContain('cardiolgy')
    },
  )

  test('shows code and place, and the whole text with --full', () => {
    const discreet = runCinch(['validate', ...asOf], {cwd: broken, env: {CI: 'true'}}).stdout
    expect(discreet).toContain('protocol.yaml:5:15 error schema/enum')
    const full = runCinch(['validate', '--full', ...asOf], {cwd: broken, env: {CI: 'true'}}).stdout
    expect(full).toContain('cardiolgy')
    expect(full).toContain('cardiology')
  })

  test('--report keeps the whole text in a local file', () => {
    const report = join(folder, 'report.json')
    const ran = runCinch(['validate', '--report', report, ...asOf], {
      cwd: broken,
      env: {CI: 'true'},
    })
    expect(ran.stdout).not.toMatch(secret)
    expect(readFileSync(report, 'utf8')).toContain('cardiolgy')
  })

  test('no outcome and no readiness of an assessment or a dossier is in a build log', () => {
    const told = /not ready|notReady|contrary|fails|absent|unknown/
    const env = {CI: 'true'}
    const out = join(folder, 'in-ci')
    const runs = [
      runCinch(['assess', ...asOf], {cwd: suburban, env}),
      runCinch(['assess', ...asOf, '--json'], {cwd: suburban, env}),
      runCinch(['dossier', ...asOf, '--format', 'json', '--out', out], {cwd: suburban, env}),
      ...['junit', 'github', 'gitlab', 'markdown'].map((format) =>
        runCinch(['assess', ...asOf, '--format', format], {cwd: suburban}),
      ),
    ]
    for (const {stdout, stderr} of runs) expect(stdout + stderr).not.toMatch(told)
    // The rules' own descriptions speak of outcomes; the results do not.
    expect(JSON.stringify(sarifOf(['assess'], suburban).runs[0]?.results)).not.toMatch(told)
  })

  test('every test that is not supported is there, with a finding or without one', () => {
    const {stdout} = runCinch(['assess', ...asOf, '--json'], {cwd: suburban})
    const whole = JSON.parse(stdout) as {
      assessment: {lines: {results: {rule: string; outcome: string}[]}[]}
      findings: {code: string}[]
    }
    const open = whole.assessment.lines
      .flatMap((it) => it.results)
      .filter(({outcome}) => outcome !== 'supported' && outcome !== 'notApplicable')
      .map(({rule}) => rule)
    expect(open.some((rule) => !whole.findings.some(({code}) => code === rule))).toBe(true)
    const shown = (sarifOf(['assess'], suburban).runs[0]?.results ?? []).map(({ruleId}) => ruleId)
    expect(open.filter((rule) => !shown.includes(rule))).toEqual([])
    for (const format of ['junit', 'github', 'gitlab', 'markdown'])
      for (const full of [[], ['--full']]) {
        const text = runCinch(['assess', ...asOf, '--format', format, ...full], {
          cwd: suburban,
        }).stdout
        const words = new Set(text.match(/\b[A-L]\d+\b/g))
        expect(
          open.filter((rule) => !words.has(rule)),
          `${format} ${full.join()}`,
        ).toEqual([])
      }
  })

  test('no network name, no summary and no fact of an assessment is in a build log', () => {
    const {stdout} = runCinch(['assess', ...asOf], {cwd: suburban, env: {CI: 'true'}})
    expect(stdout).toMatch(/warning B7\n.*\n {2}fix: {2}`cinch explain B7`/)
    expect(stdout).not.toMatch(/Suburban|Primary care physicians|192 clinicians|recalled/)
  })
})

test('pretty output keeps to 80 columns, and without colour codes where NO_COLOR is set', () => {
  const {stdout} = runCinch(['assess', ...asOf], {cwd: suburban})
  // oxlint-disable-next-line no-control-regex
  expect(stdout).not.toMatch(/\u001b/)
  const long = stdout.split('\n').filter((it) => it.length > 80 && it.trim().includes(' '))
  expect(long).toEqual([])
})

test('one typo is one located error that tells how to fix it', () => {
  const typo = folderOf({
    ...smallest,
    'network.yaml': smallest['network.yaml'].replace('legalName', 'legalNam'),
  })
  const {stdout, exitCode} = runCinch(['validate', ...asOf], {cwd: typo})
  rmSync(typo, {recursive: true, force: true})
  expect(exitCode).toBe(1)
  expect(stdout.match(/^\S+:\d+:\d+ error/gm)).toEqual(['network.yaml:3:1 error'])
  expect(stdout).toContain('legalName')
})

test('--explain traces an outcome to every fact it rests on, with file, line, commit and strength', () => {
  const {stdout} = runCinch(['assess', ...asOf, '--explain', 'B7'], {cwd: suburban})
  expect(stdout).toContain('B7 ')
  expect(stdout).toMatch(/critical, contrary, weakest link declared/)
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /Participant\/\S+ records\/physicians\.yaml:\d+:\d+ @ [0-9a-f]{12}/,
  )
  expect(stdout).not.toContain('B8 ')
  expect(runCinch(['assess', '--explain', 'Z9'], {cwd: suburban}).exitCode).toBe(2)
})

describe('on GitHub', () => {
  const summary = join(folder, 'summary.md')
  const env = {CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary}

  test('the step summary gets the report as Markdown, after what stands there', () => {
    writeFileSync(summary, '# Before\n')
    const {stdout, exitCode} = runCinch(['validate', ...asOf, '--format', 'github'], {
      cwd: broken,
      env,
    })
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(
      /^::error file=protocol\.yaml,line=5,endLine=5,col=15,title=schema\/enum::/m,
    )
    const text = readFileSync(summary, 'utf8')
    expect(text).toMatch(/^# Before\n<!-- cinch validate -->\n### cinch validate\n/)
    expect(text).toContain('`schema/enum` at `protocol.yaml:5:15`')
    expect(text).not.toMatch(/SECRET-TITLE|cardiolgy/)
  })

  test('other formats write no summary', () => {
    rmSync(summary, {force: true})
    runCinch(['validate', ...asOf, '--format', 'markdown'], {cwd: broken, env})
    expect(existsSync(summary)).toBe(false)
  })

  test('a summary that cannot be written is told, and changes no exit code', () => {
    const {exitCode, stderr} = runCinch(['validate', ...asOf, '--format', 'github'], {
      cwd: broken,
      env: {...env, GITHUB_STEP_SUMMARY: join(folder, 'no', 'such', 'folder')},
    })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('The step summary was not written')
  })

  test('files are named from the top of the repository, not from the root', () => {
    const nested = folderOf({
      'governance/cinch.yaml': 'formatVersion: 1\n',
      'governance/network.yaml': smallest['network.yaml'].replace('basis', 'bassis'),
    })
    commitAll(nested)
    const args = ['validate', ...asOf, '--root', 'governance', '--format']
    expect(runCinch([...args, 'github'], {cwd: nested}).stdout).toContain(
      'file=governance/network.yaml,',
    )
    expect(runCinch([...args, 'gitlab'], {cwd: nested}).stdout).toContain(
      '"path": "governance/network.yaml"',
    )
    rmSync(nested, {recursive: true, force: true})
  })
})
