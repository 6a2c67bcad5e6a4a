import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {canary, counselRoot, faultyRoot, peerReviewRoot} from '../helpers/canary-overlay.ts'
import {commitAll, folderOf, runCinch} from '../helpers/run-cinch.ts'
import {readPdf} from '../render/read-pdf.ts'

const folder = folderOf({})
const northgate = join(folder, 'northgate')
const roots = {counsel: '', peerReview: '', faulty: '', draft: ''}
const {'records/canary-leak.yaml': _, ...draftRoot} = faultyRoot
const example = (name: string) => join(folder, name)

beforeAll(async () => {
  for (const name of ['northgate', 'northgate-counsel', 'northgate-peer-review'])
    await replay(`examples/${name}`, example(name))
  for (const [name, files] of [
    ['counsel', counselRoot],
    ['peerReview', peerReviewRoot],
    ['faulty', faultyRoot],
    ['draft', draftRoot],
  ] as const) {
    roots[name] = folderOf(files)
    commitAll(roots[name], 'canary-subject', '2026-06-01T00:00:00Z')
  }
})
afterAll(() => {
  for (const it of [folder, ...Object.values(roots)]) rmSync(it, {recursive: true, force: true})
})

function run(
  command: string,
  overlays: readonly string[],
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const all = ['--as-of', '2026-06-30', '--root', northgate]
  for (const it of overlays) all.push('--overlay', it)
  return runCinch([...command.split(' '), ...all, ...args], {env})
}

const commands = [
  'validate',
  'assess',
  'assess --explain I6',
  'classify',
  'compare',
  'trail canary-case',
  'trail --verify',
  'rules test',
]

test.each(commands)('a build log and a service see nothing of an overlay: %s', (command) => {
  const ofService = command === 'assess' || command === 'validate'
  for (const [format, env] of [
    ['pretty', {CI: 'true'}],
    ...(ofService ? ([['sarif', {}]] as const) : []),
  ] as const) {
    const {stdout, stderr} = run(
      command,
      [roots.faulty, roots.peerReview],
      ['--format', format],
      env,
    )
    expect(stdout).not.toBe('')
    expect(`${stdout}${stderr}`).not.toMatch(canary)
  }
})

test('what an overlay has against a line is told by the name of the root', () => {
  const {stdout} = run('assess', [roots.counsel, roots.peerReview], ['--format', 'sarif'])
  const {runs} = JSON.parse(stdout) as {
    runs: {
      results: {ruleId: string; locations: {physicalLocation: {artifactLocation: object}}[]}[]
    }[]
  }
  const poll = runs[0]?.results.find((it) => it.ruleId === 'I6')
  expect(poll?.locations[0]?.physicalLocation.artifactLocation).toEqual({
    uri: 'cinch.yaml',
    uriBaseId: 'counsel',
  })
})

test('whoever has the overlay at hand is shown it, with its class', () => {
  const {stdout} = run('assess', [roots.counsel, roots.peerReview])
  expect(stdout).toContain('Read counsel (privileged): commit')
  expect(stdout).toMatch(/I6\s+gate contrary/)
  expect(stdout).toContain('counsel:records/canary-file.yaml:')
  expect(stdout).toMatch(canary)
})

test.each([
  ['of both roots', () => [roots.counsel, roots.peerReview], []],
  ['with faults, as a draft', () => [roots.draft, roots.peerReview], ['--draft']],
] as const)(
  'a dossier of the main root holds nothing of an overlay: %s',
  async (_name, of, args) => {
    const out = join(folder, 'dossier')
    rmSync(out, {recursive: true, force: true})
    mkdirSync(out)
    const {stdout, stderr} = run('dossier', of(), ['--out', out, ...args])
    expect(`${stdout}${stderr}`).not.toMatch(canary)
    expect(readdirSync(out)).toEqual(['dossier.html', 'dossier.json', 'dossier.pdf'])
    for (const it of ['dossier.html', 'dossier.json'])
      expect(readFileSync(join(out, it), 'utf8')).not.toMatch(canary)
    const pdf = await readPdf(new Uint8Array(readFileSync(join(out, 'dossier.pdf'))))
    const text = pdf.texts.map((it) => it.text).join('')
    expect(text).toContain('Northgate')
    expect(text).not.toMatch(canary)
    // The outcome stays, for readiness is computed on everything.
    expect(readFileSync(join(out, 'dossier.json'), 'utf8')).toContain('withheld')
  },
)

test('content that may not be kept in an overlay refuses the dossier, and names nothing', () => {
  const out = join(folder, 'refused')
  const {exitCode, stdout, stderr} = run('dossier', [roots.faulty], ['--draft', '--out', out])
  expect(exitCode).toBe(3)
  expect(`${stdout}${stderr}`).not.toMatch(canary)
  expect(existsSync(out)).toBe(false)
})

test('without the overlays, nothing of them is told', () => {
  expect(run('assess', [], ['--json']).stdout).not.toMatch(canary)
})

test('the example overlays are sound, and the tests read them', () => {
  const overlays = [example('northgate-counsel'), example('northgate-peer-review')]
  const checked = run('validate', overlays)
  expect(checked.stdout).toContain('1 error, 0 warnings, 0 notes')
  const [alone, together] = [run('assess', []), run('assess', overlays)]
  expect(alone.stdout).toContain('Of 2 exhausted cases among 9')
  expect(together.stdout).toContain('Of 2 exhausted cases among 11')
  expect(together.stdout).toContain('Read peer-review (peerReview): commit')
})
