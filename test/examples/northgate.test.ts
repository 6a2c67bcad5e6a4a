import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {checkIntegrity, open} from '../../src/pipeline/open.ts'
import {verifyTrails} from '../../src/pipeline/trail.ts'
import {rules} from '../../src/rules/index.ts'
import {kinds} from '../../src/validate/schemas.ts'
import {edited, judgeCommit, judgedOf} from './changed-northgate.ts'
import {changes} from './changes/index.ts'
import {expectExactly} from './judge-changes.ts'
import {mutationTable, mutations, notBothWays} from './mutations.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-northgate-'))
const root = join(folder, 'replayed')
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Outcome of each test by line. */
async function judged() {
  const opened = await open({root, overlays: [], at: 'HEAD', asOf: '2026-06-30', history: true})
  const evaluated = await evaluate(opened, '0.0.0')
  const outcomes: Readonly<Record<string, Record<string, string>>> = Object.fromEntries(
    evaluated.assessment.lines.map(({line, results}) => [
      line.id,
      Object.fromEntries(results.map(({rule, outcome}) => [rule, outcome])),
    ]),
  )
  return {opened, ...evaluated, outcomes}
}

function notSupported(outcomes: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(
    Object.entries(outcomes).filter(([, it]) => it !== 'supported' && it !== 'notApplicable'),
  )
}

let northgate: Awaited<ReturnType<typeof judged>>
beforeAll(async () => {
  await replay('examples/northgate', root)
  northgate = await judged()
})

describe('as of 2026-06-30', () => {
  test('the commercial line has the planted weaknesses and no other', () => {
    expect(notSupported(northgate.outcomes['commercial-ppo'])).toEqual({
      B1: 'absent',
      C3: 'weak',
      C9: 'weak',
      D1: 'weak',
      E5: 'weak',
      F1: 'weak',
      L4: 'contrary',
      // Nothing of northgate is sealed.
      L6: 'unknown',
    })
  })

  test('Medicare Advantage has only those that are of the whole repository', () => {
    const outcomes = northgate.outcomes['medicare-advantage'] ?? {}
    expect(notSupported(outcomes)).toEqual({L4: 'contrary', L6: 'unknown'})
    expect(outcomes).toMatchObject({I13: 'supported', B1: 'notApplicable'})
  })

  test('the line with an unsigned practice is not ready', () => {
    const readiness = northgate.assessment.lines.map((it) => [it.line.id, it.readiness])
    expect(readiness).toEqual([
      ['commercial-ppo', 'notReady'],
      ['medicare-advantage', 'readyForCounselsReview'],
    ])
  })

  test('the records have one fault: the hash of the policy that was changed', async () => {
    const integrity = await checkIntegrity(northgate.opened)
    const all = [...northgate.opened.diagnostics, ...northgate.diagnostics, ...integrity]
    expect(all.map(({code, location}) => [code, location?.file])).toEqual([
      ['exhibit/hash', 'records/exhibits/documents.yaml'],
    ])
    expect(all[0]?.message).toContain('exhibits/policies/antitrust-policy.txt')
  })

  test('the trail finds the twelve late entries of one commit, and nothing else', async () => {
    const findings = await verifyTrails(northgate.opened)
    expect(findings.map(({code}) => code)).toEqual(Array(12).fill('trail/late-entry'))
    const commits = findings.map(({message}) => /first committed ([^)]*)\)/.exec(message)?.[1])
    expect(new Set(commits).size).toBe(1)
    expect(commits[0]).toMatch(/^2026-05-15 \(`[0-9a-f]+`$/)
    const lags = findings.map(({message}) => Number(/lag of (\d+) days/.exec(message)?.[1]))
    expect(Math.max(...lags)).toBe(431)
    for (const {location} of findings)
      expect(location?.file).toMatch(/^records\/meetings\/credentialing-202[45]\.yaml$/)
  })
})

test('every kind of record is used', () => {
  const used = new Set(northgate.opened.workspace.entries.map(({kind}) => kind))
  expect([...used].sort()).toEqual([...kinds()].sort())
})

/** Every value under a key of that name, at any depth. */
function* valuesOf(name: string, value: unknown): Generator {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (key === name) yield part
    yield* valuesOf(name, part)
  }
}

test('identifiers are none that anybody has: NPIs begin with 2, TINs with 00', () => {
  const records = northgate.opened.workspace.entries.map(({value}) => value)
  const npis = [...valuesOf('npi', records)].map(String)
  const tins = [...valuesOf('tin', records)].map(String)
  expect(npis.length).toBeGreaterThanOrEqual(240)
  expect(tins.length).toBeGreaterThanOrEqual(61)
  for (const npi of npis) {
    expect(npi).toMatch(/^2\d{9}$/)
    expect(luhn(`80840${npi}`), npi).toBe(0)
  }
  for (const tin of tins) expect(tin).toMatch(/^00-\d{7}$/)
})

/** The check of ISO/IEC 7812: 0 where the check digit is right. */
function luhn(digits: string): number {
  const doubled = digits
    .split('')
    .reverse()
    .map((it, index) => Number(it) * (index % 2 === 0 ? 1 : 2))
  return doubled.reduce((sum, it) => sum + (it > 9 ? it - 9 : it), 0) % 10
}

test('what a commit refers to is there, as of its own day', {timeout: 120_000}, async () => {
  const log = execFileSync('git', ['-C', root, 'log', '--reverse', '--format=%H %cs'], {
    encoding: 'utf8',
  })
  const commits = log.trim().split('\n')
  expect(commits).toHaveLength(41)
  // The first ones lay the records down; then every fourth, to be quick.
  for (const commit of commits.filter((_, index) => index < 8 || index % 4 === 3)) {
    const [at = '', asOf = ''] = commit.split(' ')
    const opened = await open({root, overlays: [], at, asOf, history: false, pinned: true})
    expect(opened.diagnostics, commit).toEqual([])
  }
})

/** The list that the repository keeps of what each change shows. */
const list = 'test/examples/mutations.md'

/** One of each kind of edit; all are judged in memory, by the same stages. */
const wholePath = changes.filter(({what}) =>
  [
    'a poll on fees is in force',
    'a table without a small count leaves',
    'minutes that are to be kept are gone',
    'authorities are to be checked within four months',
  ].includes(what),
)

describe('changes of northgate', () => {
  test('there are two hundred at least, each under a name of its own', () => {
    expect(changes.length).toBeGreaterThanOrEqual(200)
    const names = mutations.map(({what}) => what)
    expect(names.filter((it, index) => names.indexOf(it) < index)).toEqual([])
  })

  test('they show every test both ways', () => {
    expect(notBothWays(rules, northgate.outcomes)).toEqual([])
  })

  test('the list of them is fresh; `UPDATE_EXAMPLES=1` writes it', () => {
    const table = mutationTable(rules, northgate.outcomes)
    if (process.env['UPDATE_EXAMPLES'] === '1') writeFileSync(list, table)
    expect(readFileSync(list, 'utf8')).toBe(table)
  })

  test.each(wholePath)('the whole path of a command finds the same: $what', async (change) => {
    const changed = join(folder, 'changed')
    cpSync(root, changed, {recursive: true})
    for (const edit of [change, ...(change.more ?? [])]) {
      const path = join(changed, edit.file)
      const after = edited(edit, existsSync(path) ? readFileSync(path, 'utf8') : undefined)
      if (after === undefined) rmSync(path)
      else writeFileSync(path, after)
    }
    const before = judgedOf(northgate.assessment, northgate.opened.diagnostics)
    const after = await judgeCommit(changed, 'worktree').finally(() =>
      rmSync(changed, {recursive: true}),
    )
    expectExactly(change, before, after)
  })
})
