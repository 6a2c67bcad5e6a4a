import {execFileSync} from 'node:child_process'
import {appendFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'
import {reporters} from '../../src/report/index.ts'
import {traceLines} from '../../src/report/trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-trace-'))
const asOf = {northgate: '2026-06-30', 'suburban-health-2006': '2006-04-01'} as const
type Example = keyof typeof asOf

const evaluated = async (name: Example) => {
  const opened = await open({
    root: join(folder, name),
    overlays: [],
    at: 'HEAD',
    pinned: false,
    asOf: asOf[name],
    history: true,
  })
  return {opened, ...(await evaluate(opened, '0.1.0'))}
}

const git = (name: Example, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd: join(folder, name),
    encoding: 'utf8',
  })

let northgate: Awaited<ReturnType<typeof evaluated>>
let suburban: Awaited<ReturnType<typeof evaluated>>

beforeAll(async () => {
  for (const name of ['northgate', 'suburban-health-2006'] as const)
    await replay(`examples/${name}`, join(folder, name))
  appendFileSync(
    join(folder, 'northgate', 'cinch.yaml'),
    'thresholds:\n  measuresPerSpecialty: {value: 2, reason: Few specialties, setBy: The board}\n',
  )
  git('northgate', 'commit', '-qam', 'Ask for fewer measures')
  northgate = await evaluated('northgate')
  suburban = await evaluated('suburban-health-2006')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const trace = ({assessment, opened}: typeof northgate, rule: string) =>
  traceLines(assessment, rule, opened.workspace).join('\n').replaceAll(/\s+/g, ' ')

test('every place stands in its file at the commit that it is said to stand at', () => {
  const head = git('northgate', 'rev-parse', '--short=12', 'HEAD').trim()
  const lines = new Map<string, number>()
  let places = 0
  for (const {id} of northgate.rules)
    for (const [, file = '', line, commit] of trace(northgate, id).matchAll(
      / (\S+):(\d+):\d+ @ ([0-9a-f]{12})/g,
    )) {
      expect(commit).toBe(head)
      const count = lines.get(file) ?? git('northgate', 'show', `HEAD:${file}`).split('\n').length
      lines.set(file, count)
      expect(Number(line)).toBeLessThanOrEqual(count)
      places += 1
    }
  expect(places).toBeGreaterThan(500)
})

test('the commit that first held a record is named apart, and the one that changed it last', () => {
  const [, read, first, last] =
    /asthma-medication-ratio\.yaml:22:5 @ (\w+), first held by (\w+), last changed by (\w+)/.exec(
      trace(northgate, 'C9'),
    ) ?? []
  expect(new Set([read, first, last]).size).toBe(3)
  const atFirst = git('northgate', 'show', `${first}:records/measures/asthma-medication-ratio.yaml`)
  expect(atFirst).not.toContain('2026-01-01')
  expect(trace(northgate, 'C9')).toContain('committed 2025-11-20')
})

test('what is contrary rests on what stands against it, with its record, place and commit', () => {
  const text = trace(suburban, 'J1')
  expect(text).toContain('gate, contrary, on what stands against it')
  expect(text).toContain(
    'Rests on what stands against it, below Against it declared Unexpected exclusivity',
  )
  expect(text).toMatch(
    /ParticipationAgreement\/\S+ records\/agreement\.yaml:8:16 @ [0-9a-f]{12}, first/,
  )
})

test('what is unknown rests on nothing, and names what would answer it', () => {
  const text = trace(northgate, 'L6')
  expect(text).toContain('major, unknown, no evidence for it')
  expect(text).toContain('Rests on nothing in the records Answered by `cinch seal`')
  expect(trace(suburban, 'I6')).toContain('Not shown Unexpected silence of the log')
})

test('a number is shown with what it rests on, or with who set it instead of what', () => {
  expect(trace(northgate, 'C6')).toContain(
    'measuresPerSpecialty 2 count; default 5, published practice of one network; no authority asks for a number set by The board: Few specialties',
  )
  expect(trace(northgate, 'A4')).toContain('Numbers used committeeMeetings 4 count; house default')
})

test('a terminal lists the numbers that the network set, and none where it set none', async () => {
  const pretty = reporters.find((it) => it.format === 'pretty')
  const print = async ({assessment, rules}: typeof northgate) =>
    (await pretty?.print(
      {
        command: 'assess',
        toolVersion: '0.1.0',
        asOf: assessment.asOf,
        read: [],
        diagnostics: [],
        findings: assessment.findings,
        assessment,
        rules,
        body: [],
        result: null,
        exitCode: 0,
      },
      {discreet: false, width: 80, colour: false, prefix: ''},
    )) ?? ''
  expect((await print(northgate)).replaceAll(/\s+/g, ' ')).toMatch(
    /Thresholds that the network set measuresPerSpecialty 2 count; default 5, .+ \(C6\) set by The board: Few specialties Rule set/,
  )
  expect(await print(suburban)).not.toContain('Thresholds')
})
