import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {judge} from '../../src/assess/judge.ts'
import {withHead} from '../../src/dev/replay-all.ts'
import {replay, replayUnchecked} from '../../src/dev/replay.ts'
import {authorities} from '../../src/law/authorities.ts'
import type {Rule} from '../../src/model/rule.ts'
import {open} from '../../src/pipeline/open.ts'
import {rules} from '../../src/rules/index.ts'

const examples = 'examples/rules'
const update = process.env['UPDATE_EXAMPLES'] === '1'

const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, {withFileTypes: true})
        .filter((it) => it.isDirectory())
        .map((it) => it.name)
        .sort()
    : []

const cases = foldersIn(examples).flatMap((factor) =>
  foldersIn(join(examples, factor)).flatMap((name) =>
    foldersIn(join(examples, factor, name)).map((folder) => ({
      rule: `${factor}/${name}`,
      folder: join(examples, factor, name, folder),
    })),
  ),
)

test.each(cases)('$folder', async ({rule: name, folder}) => {
  const rule = rules.find((it) => it.name === name)
  if (rule === undefined) throw new Error(`Unexpected example of ${name}, expected a rule`)
  const said = await run(rule, folder)
  const file = join(folder, 'expected.txt')
  if (update) writeFileSync(file, said)
  expect(said).toBe(readFileSync(file, 'utf8'))
})

/** Outcome, summary, then each finding: judged as of 2026-06-30 by the whole path of a command. */
async function run(rule: Rule, folder: string): Promise<string> {
  const withHistory = existsSync(join(folder, 'history.yaml'))
  const target = withHistory ? await mkdtemp(join(tmpdir(), 'cinch-example-')) : folder
  try {
    if (withHistory && update) {
      const head = await replayUnchecked(folder, target)
      const file = join(folder, 'history.yaml')
      writeFileSync(file, withHead(readFileSync(file, 'utf8'), head))
    } else if (withHistory) await replay(folder, target)
    const {workspace, diagnostics} = await open({
      root: target,
      overlays: [],
      at: withHistory ? 'HEAD' : 'worktree',
      asOf: '2026-06-30',
      history: withHistory,
    })
    expect(diagnostics.map(({location, message}) => `${location.file}: ${message}`)).toEqual([])
    const [network] = workspace.all('Network')
    if (network === undefined) throw new Error(`Unexpected example without a Network: ${folder}`)
    const {outcome, summary, findings} = judge(workspace, network, 0, rule, rules)
    const places = findings.map(
      ({location: {file, start}, message}) => `${file}:${start.line}:${start.column} ${message}`,
    )
    return [outcome, summary, ...places, ''].join('\n')
  } finally {
    if (withHistory) await rm(target, {recursive: true})
  }
}

/** Has nothing to compare the history with before there are seals. */
const neverSupported: ReadonlySet<string> = new Set(['L6'])

test.each(rules.map((rule) => ({id: rule.id, rule})))('$id is whole', ({rule}) => {
  const {id, name, title, docs} = rule
  expect(id).toMatch(/^[A-L][1-9]\d?$/)
  expect(existsSync(`src/rules/${name}.ts`), `src/rules/${name}.ts`).toBe(true)
  expect(existsSync(`test/rules/${name}.test.ts`), `test/rules/${name}.test.ts`).toBe(true)
  expect(title).not.toMatch(/\.$/)
  for (const text of Object.values(docs)) expect(text, name).toMatch(/^[A-Z`].{20,}\.$/s)
  const known = new Set(authorities.map((it) => it.id))
  expect(rule.authorities.filter((it) => !known.has(it))).toEqual([])
  expect(rule.authorities.length).toBeGreaterThan(0)
  for (const {source, description} of rule.thresholds) expect(source && description).not.toBe('')
  const outcomes = cases
    .filter((it) => it.rule === name)
    .map(({folder}) => readFileSync(join(folder, 'expected.txt'), 'utf8').split('\n')[0])
  if (!neverSupported.has(id))
    expect(outcomes, `a supported example of ${name}`).toContain('supported')
  expect(
    outcomes.some((it) => it !== 'supported' && it !== 'notApplicable'),
    `a failing example of ${name}`,
  ).toBe(true)
})

test('every rule in the folders is in the index, once, under its own name', async () => {
  const found: string[] = []
  for (const factor of foldersIn('src/rules'))
    for (const file of readdirSync(join('src/rules', factor)).sort()) {
      const module = (await import(`../../src/rules/${factor}/${file}`)) as Record<string, unknown>
      for (const it of Object.values(module))
        if (isRule(it)) {
          expect(it.name).toBe(`${factor}/${file.replace(/\.ts$/, '')}`)
          found.push(it.id)
        }
    }
  expect(found.sort()).toEqual(rules.map(({id}) => id).sort())
  expect(new Set(found).size).toBe(found.length)
})

function isRule(it: unknown): it is Rule {
  return typeof it === 'object' && it !== null && 'check' in it && 'docs' in it
}

test('a threshold shared by several rules is one object', () => {
  const byId = new Map(rules.flatMap((it) => it.thresholds.map((t) => [t.id, t] as const)))
  for (const threshold of rules.flatMap((it) => it.thresholds))
    expect(byId.get(threshold.id)).toBe(threshold)
})
