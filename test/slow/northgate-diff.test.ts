import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {diff} from '../../src/diff/diff.ts'
import type {RecordChange} from '../../src/model/change.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {open} from '../../src/pipeline/open.ts'
import {knowledge, told} from '../helpers/diff.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-northgate-diff-'))
const root = join(folder, 'replayed')
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** What each commit changed against its parent, by its subject; some subjects come again. */
const steps: (readonly [string, readonly RecordChange[]])[] = []

beforeAll(async () => {
  await replay('examples/northgate', root)
  const log = spawnSync('git', ['log', '--reverse', '--format=%H %s'], {
    cwd: root,
    encoding: 'utf8',
  })
  let before: Workspace | undefined
  for (const line of log.stdout.trim().split('\n')) {
    const [at = '', ...subject] = line.split(' ')
    const {workspace} = await open({root, overlays: [], at, asOf: '2026-06-30', history: false})
    if (before !== undefined) steps.push([subject.join(' '), diff(before, workspace, knowledge)])
    before = workspace
  }
}, 300_000)

const toldOf = (subject: string, ...classes: readonly RecordChange['class'][]) =>
  told(
    steps
      .flatMap(([of, changes]) => (of === subject ? changes : []))
      .filter((it) => classes.includes(it.class)),
  )

test('every commit changes records, and each change has a sentence of its own', () => {
  expect(steps).toHaveLength(40)
  for (const [subject, changes] of steps) {
    expect(changes.length, subject).toBeGreaterThan(0)
    const sentences = changes.map((it) => `${it.kind}/${it.id} ${it.sentence}`)
    expect(new Set(sentences).size, subject).toBe(sentences.length)
    expect(
      changes.filter((it) => it.rule === null),
      subject,
    ).toEqual([])
  }
})

/** Birchwood's three are bound by none; two sentences tell it of each protocol. */
const bound = [
  /^weakened: Members bound by the protocol .*, family-medicine: 13 of 13 -> 65 of 68$/,
  /^weakened: Members that may be bound by the protocol .*: from 13 to 68, of which 13 and 65 are$/,
] as const

test('the planted weaknesses are what weakens, with members who join unbound and a file ignored', () => {
  const weakened = steps.flatMap(([subject, changes]) =>
    told(changes.filter((it) => it.class === 'weakened')).map((it) => `${subject}: ${it}`),
  )
  const joined = 'Clinical committee of November; targets for 2026'
  const unbound = toldOf(joined, 'weakened')
  expect(unbound).toHaveLength(18)
  for (const words of bound) expect(unbound.filter((it) => words.test(it))).toHaveLength(9)
  expect(weakened.filter((it) => !it.startsWith(joined))).toEqual([
    'Forty-five practices of Harrow and Stell join on 1 October: weakened: Files ignored: imports/**, reason: Spreadsheets that records were taken from, kept as they came',
    'Talks with payer C ended without a contract; incentive plan of 2026: weakened: Conduct on record: Talks with payer C, ended without a contract: termination threat (2025-11-18)',
    'Antitrust policy: observers sign the reminder: weakened: Evidence no longer matches its record: Antitrust policy: its bytes have another hash',
    'Accept the late review of the low back pain protocol until September: weakened: Exception granted: low-back-pain-review, for C3, until 2026-09-30',
  ])
})

test('members, protocols, contracts and cases are told in their own terms', () => {
  expect(toldOf('Birchwood admitted; committees of September', 'recorded')).toContain(
    'recorded: Member joined: Birchwood Family Medicine (2025-10-01)',
  )
  expect(
    toldOf('Forty-five practices of Harrow and Stell join on 1 October', 'recorded'),
  ).toContain('recorded: Member joined: Harrow Nephrology (2025-10-01)')
  expect(toldOf('Notes of counsel after the first year; Old Quay has left', 'recorded')).toContain(
    'recorded: Member left: Old Quay Family Practice (2025-03-31)',
  )
  expect(toldOf('Adopt ten protocols and set the targets for 2024', 'strengthened')).toContain(
    'strengthened: Protocol adopted: Asthma in children and adults (2023-12-12)',
  )
  expect(toldOf('Contract with payer A signed; talks with payer M begin', 'recorded')).toContain(
    'recorded: Contract in force: Contract with payer A, from 2024-07-01',
  )
  expect(
    toldOf('Participation agreement of 2025 signed; committees of June', 'strengthened'),
  ).toContain(
    'strengthened: Forfeiture on exit clause added: Participation agreement, version 2025, compared with Participation agreement, version 2024',
  )
  expect(
    toldOf('Scorecard of the second quarter of 2024; clinical committee of August', 'recorded'),
  ).toContain('recorded: Case opened: ca-001 (2024-08-12)')
})
