import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {canary, counselRoot, faultyRoot, peerReviewRoot} from '../helpers/canary-overlay.ts'
import {commitAll, folderOf, type Ran} from '../helpers/run-cinch.ts'
import {readPdf} from '../render/read-pdf.ts'

const folder = folderOf({})
const of = (name: string) => join(folder, name)

/** A shared root with what the overlays speak of, and no more: every run reads it. */
const shared = {
  'cinch.yaml': 'formatVersion: 1\nname: shared\n',
  'network.yaml': `kind: Network
id: small
legalName: Small Network, LLC
productLines:
  - {id: commercial-ppo, title: PPO, basis: clinical, stage: operating, programLive: 2024-01-01, jointPricing: true}
---
kind: Person
id: priya-venn
name: Priya Venn
roles: [{role: officer, from: 2024-01-01}]
---
kind: Person
id: rowan-whitcombe
name: Rowan Whitcombe
roles: [{role: counsel, from: 2024-01-01}]
---
kind: GoverningBody
id: board
title: Board
type: board
`,
} as const

/** The second commit of an overlay: something for `diff` to tell, and outcomes that it moves. */
const later = `kind: Hold
id: canary-second
title: canary-second-title
placed: 2026-06-02
instructedBy: rowan-whitcombe
scope: canary-second-scope
---
kind: Meeting
id: canary-second-meeting
body: board
held: 2026-01-01
minutesDrafted: 2026-04-01
`

beforeAll(() => {
  const {'records/canary-leak.yaml': _, ...draft} = faultyRoot
  const roots = {shared, counsel: counselRoot, faulty: faultyRoot, draft, peer: peerReviewRoot}
  for (const [name, files] of Object.entries(roots)) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(of(name), path, '..'), {recursive: true})
      writeFileSync(join(of(name), path), text)
    }
    commitAll(of(name), 'canary-subject', '2026-06-01T00:00:00Z')
  }
  writeFileSync(join(of('counsel'), 'records/canary-later.yaml'), later)
  writeFileSync(
    join(of('shared'), 'second.yaml'),
    'kind: Person\nid: third-person\nname: Third Person\nroles: [{role: officer, from: 2026-06-02}]\n',
  )
  for (const it of ['counsel', 'shared'])
    commitAll(of(it), 'canary-subject-two', '2026-06-02T00:00:00Z')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Runs the built program; several at once, for most of the time of one is its start. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((told) => {
    const child = spawn(process.execPath, [resolve('bin/run.js'), ...args], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: tmpdir(),
        NO_COLOR: '1',
        TZ: 'UTC',
        CINCH_NO_CACHE: '1',
        ...env,
      },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (it) => (stdout += it))
    child.stderr.on('data', (it) => (stderr += it))
    child.on('close', (exitCode) => told({exitCode, stdout, stderr}))
  })
}

const roots = (...overlays: readonly string[]) => [
  '--as-of',
  '2026-06-30',
  '--root',
  of('shared'),
  ...overlays.flatMap((it) => ['--overlay', of(it)]),
]

const range = ['--overlay-range', 'HEAD~1..HEAD']
const services = ['sarif', 'junit', 'github', 'gitlab', 'markdown'] as const
const commands: readonly (readonly [string, readonly string[]])[] = [
  ['validate', roots('faulty', 'peer')],
  ['assess', roots('faulty', 'peer')],
  ['assess --explain I6', roots('counsel', 'peer')],
  ['assess --explain E5', roots('counsel', 'peer')],
  ['classify', roots('faulty', 'peer')],
  ['compare', roots('faulty', 'peer')],
  ['trail canary-case', roots('counsel', 'peer')],
  ['trail --verify', roots('faulty', 'peer')],
  ['rules test', roots('faulty', 'peer')],
  ['status', roots('faulty', 'peer')],
  ['review', roots('faulty', 'peer')],
  ['diff HEAD~1..HEAD', [...roots('counsel'), ...range]],
]

/** Everything that a run of a command leaves for others to see. */
async function published(
  [command, where]: (typeof commands)[number],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const {exitCode, stdout, stderr} = await run([...command.split(' '), ...where, ...args], env)
  // Anything else would show nothing because nothing was read.
  expect([0, 1, 3], `${command}: ${stderr}`).toContain(exitCode)
  expect(stdout, command).not.toBe('')
  return `${stdout}${stderr}`
}

test.each(commands)(
  'a build log is not shown what whoever holds the roots is: %s',
  async (...it) => {
    const isDiff = it[0].startsWith('diff')
    const [atHand, ...logs] = await Promise.all([
      published(it, []),
      published(it, isDiff ? ['--format', 'markdown', '--full'] : [], {CI: '1'}),
      published(it, ['--format', 'json'], {CI: '1'}),
    ])
    expect(atHand).toMatch(canary)
    for (const text of logs) expect(text).not.toMatch(canary)
  },
)

/** A build or none is the same to a format for services; so each is run once, in one or the other. */
test.each([
  ['validate', services],
  ['assess', services],
  ['status', ['junit', 'markdown']],
  ['review', ['github', 'gitlab']],
] as const)('what a service shows has nothing of an overlay: %s', async (command, formats) => {
  const it = commands.find(([name]) => name === command)
  if (it === undefined) throw new RangeError(command)
  const summary = of(`${command}.md`)
  const github = {CI: '1', GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary}
  const texts = await Promise.all(
    formats.map((format) => published(it, ['--format', format], format === 'github' ? github : {})),
  )
  for (const text of texts) expect(text).not.toMatch(canary)
  if (existsSync(summary)) expect(readFileSync(summary, 'utf8')).not.toMatch(canary)
})

test.each([
  ['a terminal', {}],
  ['a build', {CI: '1'}],
] as const)(
  'a dossier of the shared root holds nothing of an overlay, from %s',
  async (name, env) => {
    const out = of(`dossier ${name}`)
    const args = [...roots('draft', 'peer'), '--draft', '--out', out]
    const {exitCode, stdout, stderr} = await run(['dossier', ...args], env)
    expect(exitCode, stderr).toBe(0)
    expect(`${stdout}${stderr}`).not.toMatch(canary)
    const html = readFileSync(join(out, 'dossier.html'), 'utf8')
    const json = readFileSync(join(out, 'dossier.json'), 'utf8')
    const pdf = await readPdf(new Uint8Array(readFileSync(join(out, 'dossier.pdf'))))
    for (const text of [html, json, pdf.texts.map((it) => it.text).join('')]) {
      expect(text).toContain('Small Network')
      expect(text).not.toMatch(canary)
    }
  },
)

describe('the full report of several roots', () => {
  const report = (file: string, env = {}) =>
    run(['assess', ...roots('counsel', 'peer'), '--report', file, '--format', 'markdown'], env)

  test.each([
    ['the shared root', () => of('shared/report.json')],
    ['a folder of the shared root', () => of('shared/new/report.json')],
    ['an overlay, which another overlay is not for', () => of('counsel/report.json')],
    ['a link to the shared root', () => of('link/report.json')],
  ])('is not written into %s', async (_name, file) => {
    if (!existsSync(of('link'))) symlinkSync(of('shared'), of('link'))
    const {exitCode, stdout, stderr} = await report(file())
    expect(exitCode).toBe(2)
    expect(`${stdout}${stderr}`).toContain('expected a file outside of every root')
    expect(`${stdout}${stderr}`).not.toMatch(canary)
    expect(existsSync(file())).toBe(false)
  })

  test('is written beside them, whole, while the build log shows none of it', async () => {
    const {stdout, stderr} = await report(of('report.json'), {CI: '1'})
    expect(`${stdout}${stderr}`).not.toMatch(canary)
    expect(readFileSync(of('report.json'), 'utf8')).toMatch(canary)
  })

  test('of one root may stand in it', async () => {
    const file = of('shared/report.json')
    const {exitCode} = await run(['assess', ...roots(), '--report', file])
    expect(exitCode).toBe(1)
    expect(readFileSync(file, 'utf8')).not.toMatch(canary)
    rmSync(file)
  })
})
