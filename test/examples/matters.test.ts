import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import type {LineAssessment} from '../../src/model/assessment.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'

/** What each published matter must come out as; `tests` names the outcomes it tells of. */
interface Line {
  readonly readiness: LineAssessment['readiness']
  readonly fails: readonly string[]
  readonly tests: Readonly<Record<string, string>>
}

interface Matter {
  readonly name: string
  readonly asOf: string
  readonly lines: Readonly<Record<string, Line>>
}

const matters: readonly Matter[] = [
  {
    name: 'medsouth-2002',
    asOf: '2026-11-21',
    lines: {
      'fee-for-service': {
        readiness: 'conditionsOutstanding',
        fails: [],
        tests: {D1: 'notApplicable', E3: 'notApplicable', I2: 'notApplicable', J1: 'unknown'},
      },
    },
  },
  {
    name: 'medsouth-2002-operating',
    asOf: '2026-11-21',
    lines: {
      'fee-for-service': {
        readiness: 'notReady',
        fails: ['integration'],
        tests: {D1: 'absent', D2: 'absent', E3: 'absent'},
      },
    },
  },
  {
    name: 'suburban-health-2006',
    asOf: '2026-11-21',
    lines: {
      'primary-care': {
        readiness: 'notReady',
        fails: ['integration', 'ancillarityAndConduct', 'marketPowerAndSpillover'],
        tests: {B7: 'contrary', B8: 'contrary', I1: 'contrary', J1: 'contrary'},
      },
    },
  },
  {
    name: 'brown-toland-2003',
    asOf: '2003-07-31',
    lines: {
      hmo: {
        readiness: 'notReady',
        // Not for want of integration: nothing published says why its prices had to be joint.
        fails: ['ancillarityAndConduct'],
        tests: {I13: 'supported', I1: 'absent', C1: 'notApplicable', J3: 'unknown'},
      },
      ppo: {
        readiness: 'notReady',
        fails: ['ancillarityAndConduct', 'marketPowerAndSpillover'],
        tests: {I1: 'absent', I2: 'contrary', J3: 'contrary', I13: 'notApplicable'},
      },
    },
  },
]

const folder = mkdtempSync(join(tmpdir(), 'cinch-matters-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function assessed({name, asOf}: Matter) {
  const root = join(folder, name)
  await replay(join('examples', name), root)
  const opened = await open({root, overlays: [], at: 'HEAD', asOf, history: true})
  const {assessment, diagnostics} = await evaluate(opened, '0.0.0')
  return {
    kinds: new Set(opened.workspace.entries.map(({kind}) => kind)),
    diagnostics: [...opened.diagnostics, ...diagnostics],
    lines: assessment.lines,
  }
}

const found = new Map<string, Awaited<ReturnType<typeof assessed>>>()
beforeAll(async () => {
  for (const matter of matters) found.set(matter.name, await assessed(matter))
})

function linesOf(name: string): readonly LineAssessment[] {
  return found.get(name)?.lines ?? []
}

describe.each(matters)('$name', (matter) => {
  test('its records are read without an error', () => {
    const errors = found.get(matter.name)?.diagnostics.filter((it) => it.severity === 'error')
    expect(errors).toEqual([])
    expect(linesOf(matter.name).map(({line}) => line.id)).toEqual(Object.keys(matter.lines))
  })

  test.each(Object.keys(matter.lines))('%s comes out as the guide says', (id) => {
    const expected = matter.lines[id]
    const line = linesOf(matter.name).find((it) => it.line.id === id)
    const outcomes = new Map(line?.results.map(({rule, outcome}) => [rule, outcome]))
    const rules = Object.keys(expected?.tests ?? {})
    expect({
      readiness: line?.readiness,
      fails: line?.questions
        .filter(({outcome}) => outcome === 'fails')
        .map(({question}) => question),
      tests: Object.fromEntries(rules.map((it) => [it, outcomes.get(it)])),
    }).toEqual(expected)
  })
})

test('Brown & Toland: the clinical test applies to the line without shared risk alone', () => {
  const integration = linesOf('brown-toland-2003').map(({line, questions}) => [
    line.id,
    questions.find(({question}) => question === 'integration')?.outcome,
  ])
  expect(integration).toEqual([
    ['hmo', 'notApplicable'],
    ['ppo', 'open'],
  ])
})

test('Suburban Health: protocols, measures and money are not zero, and do not add up', () => {
  const kinds = found.get('suburban-health-2006')?.kinds ?? new Set()
  for (const kind of ['Protocol', 'Measure', 'IncentivePlan', 'CareProgram'])
    expect(kinds, kind).toContain(kind)
})

test('MedSouth: what is not published is listed with what would answer it', () => {
  const conditions = linesOf('medsouth-2002').flatMap((it) => it.conditions)
  expect(conditions.length).toBeGreaterThan(5)
  for (const {rule, outcome, answeredBy} of conditions) {
    expect(outcome, rule).not.toMatch(/absent|contrary/)
    expect(answeredBy, rule).not.toBe('')
  }
})
