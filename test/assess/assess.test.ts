import {expect, test} from 'vitest'
import {assess} from '../../src/assess/assess.ts'
import {contextOf} from '../../src/assess/context.ts'
import type {AdverseFact, Outcome, Rule, RuleContext, RuleResult} from '../../src/model/rule.ts'
import {sharedRiskShown} from '../../src/rules/ancillarity/shared-risk-shown.ts'
import {closes, networkOf, records} from '../helpers/judge-rule.ts'
import {workspaceOf, type WorkspaceOptions} from '../helpers/workspace.ts'

/** A rule that comes out as told, citing the network where it is supported. */
function ruleOf(id: string, outcome: Outcome, rest: Partial<Rule> = {}): Rule {
  return {
    id,
    name: `factor/${id}`,
    title: `Title of ${id}`,
    weight: 'critical',
    question: 'integration',
    scope: 'productLine',
    appliesTo: 'always',
    operating: false,
    thresholds: [],
    authorities: [],
    docs: {tests: 'T.', rationale: 'R.', evidence: 'E.', limits: 'L.'},
    requires: [],
    check: (context) => resultOf(context, id, outcome),
    ...rest,
  }
}

const resultOf = (
  {cite, network, finding, line}: RuleContext,
  id: string,
  outcome: Outcome,
): RuleResult => ({
  outcome,
  summary: `${id} for ${line.id}.`,
  evidence: outcome === 'supported' ? [cite(network, [], 'declared', 'it')] : [],
  findings:
    outcome === 'supported'
      ? []
      : [finding('warning', network, ['legalName'], `Unexpected ${outcome}, expected supported`)],
  answeredBy: `a record for ${id}`,
})

const run = (text: string, rules: readonly Rule[], options: WorkspaceOptions = {}) =>
  assess(workspaceOf(text, options), rules, {version: '0.1.0'})
const lineOf = (text: string, ...rules: readonly Rule[]) => {
  const [line] = run(text, rules).assessment.lines
  if (line === undefined) throw new Error('Unexpected assessment without a line')
  return line
}
const outcomes = (text: string, ...rules: readonly Rule[]) =>
  lineOf(text, ...rules).results.map(({rule, outcome}) => `${rule} ${outcome}`)

const live = networkOf({live: '2024-01-01'})
const proposed = networkOf({stage: 'proposed'})

test('without a network there is nothing to assess', () => {
  expect(() => run('{kind: Person, id: p, name: P, roles: []}', [])).toThrow(
    'Unexpected workspace without a Network record',
  )
})

test('`supported` without evidence is a defect of the rule', () => {
  const lying = ruleOf('A1', 'supported', {
    check: () => ({outcome: 'supported', summary: 'S.', evidence: [], findings: []}),
  })
  expect(() => run(live, [lying])).toThrow('Unexpected `supported` of A1 without evidence')
})

test('a rule that crashes is not caught', () => {
  const broken = ruleOf('A1', 'supported', {
    check: () => {
      throw new TypeError('broken')
    },
  })
  expect(() => run(live, [broken])).toThrow(TypeError)
})

test('operating evidence is not asked of a proposed line', () => {
  const operating = ruleOf('D1', 'contrary', {operating: true})
  expect(outcomes(proposed, operating)).toEqual(['D1 notApplicable'])
  expect(outcomes(live, operating)).toEqual(['D1 contrary'])
})

test('tests of joint prices apply where a line has them, or a record shows them', () => {
  const priced = ruleOf('I1', 'absent', {
    appliesTo: 'jointPricing',
    question: 'ancillarityAndConduct',
  })
  const without = networkOf({live: '2024-01-01', joint: false})
  const contract = (rest: string) =>
    records(
      without,
      `{kind: PayerContract, id: c, title: C, payer: x, productLine: ppo, model: feeForService, ${rest}}`,
    )
  const talks = (rest: string) =>
    records(without, `{kind: Negotiation, id: t, title: T, productLine: ppo, method: ${rest}}`)
  expect(outcomes(live, priced)).toEqual(['I1 absent'])
  expect(outcomes(without, priced)).toEqual(['I1 notApplicable'])
  for (const [text, outcome] of [
    [contract('jointlyPriced: true, inForceFrom: 2026-06-30'), 'I1 absent'],
    [contract('jointlyPriced: true, inForceFrom: 2026-07-01'), 'I1 notApplicable'],
    [contract('jointlyPriced: true'), 'I1 absent'],
    [contract('jointlyPriced: true, inForceTo: 2026-06-30'), 'I1 absent'],
    [contract('jointlyPriced: true, inForceTo: 2026-06-29'), 'I1 notApplicable'],
    [
      contract('jointlyPriced: true, inForceFrom: 2025-01-01, inForceTo: 2026-06-29'),
      'I1 notApplicable',
    ],
    [contract('jointlyPriced: false, inForceFrom: 2026-06-30'), 'I1 notApplicable'],
    [talks('joint, firstPriceTalk: 2026-06-30'), 'I1 absent'],
    [talks('joint, firstPriceTalk: 2026-07-01'), 'I1 notApplicable'],
    [talks('joint, ended: 2026-06-29'), 'I1 notApplicable'],
    [talks('joint'), 'I1 absent'],
    [talks('individual'), 'I1 notApplicable'],
  ] as const)
    expect(outcomes(text, priced), text).toEqual([outcome])
})

test('a line that hides its joint prices is reported', () => {
  const text = records(
    networkOf({live: '2024-01-01', joint: false}),
    '{kind: PayerContract, id: c, title: C, payer: x, productLine: ppo, model: feeForService, jointlyPriced: true, inForceFrom: 2025-01-01}',
  )
  expect(run(text, []).diagnostics.map(({code, message}) => `${code} ${message}`)).toEqual([
    'assess/joint-pricing-undeclared Unexpected `jointPricing: false` beside PayerContract `c`, expected `true`',
  ])
  expect(run(live, []).diagnostics).toEqual([])
})

test('a messenger claims no program, unless prices are joint after all', () => {
  const rules = [
    ruleOf('E1', 'absent'),
    ruleOf('H2', 'absent', {question: 'efficiencies'}),
    ruleOf('I6', 'absent', {question: 'ancillarityAndConduct'}),
    ruleOf('J1', 'absent', {question: 'marketPowerAndSpillover'}),
  ]
  const messenger = (joint: boolean) => networkOf({live: '2024-01-01', basis: 'messenger', joint})
  expect(outcomes(messenger(false), ...rules)).toEqual([
    'E1 notApplicable',
    'H2 notApplicable',
    'I6 absent',
    'J1 absent',
  ])
  expect(outcomes(messenger(true), ...rules)).toEqual(rules.map(({id}) => `${id} absent`))
})

test('a financial line takes the clinical test until its shared risk is shown', () => {
  const clinical = ruleOf('E1', 'absent')
  const contract = (model: string) =>
    `{kind: PayerContract, id: c, title: C, payer: x, productLine: ppo, model: ${model}, jointlyPriced: true, inForceFrom: 2025-01-01}`
  const financial = networkOf({live: '2024-01-01', basis: 'financial'})
  const risky = records(financial, contract('capitation'))
  expect(outcomes(risky, clinical, sharedRiskShown)).toEqual(['E1 notApplicable', 'I13 supported'])
  expect(lineOf(risky, clinical, sharedRiskShown).questions[0]).toEqual({
    question: 'integration',
    outcome: 'notApplicable',
    decidedBy: ['E1'],
  })
  const upside = records(financial, contract('sharedSavings'))
  expect(outcomes(upside, clinical, sharedRiskShown)).toEqual(['E1 absent', 'I13 absent'])
  // Without the gateway rule nothing shows the risk.
  expect(outcomes(risky, clinical)).toEqual(['E1 absent'])
  // A clinical line gains nothing from a capitated contract.
  expect(outcomes(records(live, contract('capitation')), clinical, sharedRiskShown)).toEqual([
    'E1 absent',
    'I13 notApplicable',
  ])
})

test('the title of a line is quoted in a sentence: it may read like one', () => {
  const needs = ruleOf('C1', 'supported', {requires: ['Protocol']})
  const said = 'PPO. Nothing `stands` against it'
  const [result] = lineOf(live.replace('title: PPO', `title: "${said}"`), needs).results
  expect(result?.summary).toBe(
    "The repository holds no Protocol record for `PPO. Nothing 'stands' against it`.",
  )
})

test('a kind of which there is no record is unknown, and the file to create is named', () => {
  const needs = ruleOf('C1', 'supported', {requires: ['Protocol', 'UtilizationControl']})
  const [result] = lineOf(live, needs).results
  expect(result).toMatchObject({
    outcome: 'unknown',
    summary: 'The repository holds no Protocol and no UtilizationControl record for `PPO`.',
    answeredBy:
      'a Protocol record (records/protocols/….yaml) and a UtilizationControl record (records/utilization/….yaml)',
    strength: null,
  })
  expect(result?.findings.map(({message, help, severity}) => [severity, message, help])).toEqual([
    [
      'note',
      'Unexpected product line without a Protocol record, expected at least one',
      'Create records/protocols/<id>.yaml with `kind: Protocol`',
    ],
    [
      'note',
      'Unexpected product line without a UtilizationControl record, expected at least one',
      'Create records/utilization/<id>.yaml with `kind: UtilizationControl`',
    ],
  ])
})

test('a record of another line does not count; for the network any does', () => {
  const card = '{kind: Scorecard, id: s, title: S, productLines: [hmo]}'
  const needs = (scope: 'network' | 'productLine') =>
    ruleOf('D1', 'supported', {requires: ['Scorecard'], scope})
  expect(outcomes(records(live, card), needs('productLine'))).toEqual(['D1 unknown'])
  expect(outcomes(records(live, card), needs('network'))).toEqual(['D1 supported'])
  expect(lineOf(live, needs('network')).results[0]?.summary).toBe(
    'The repository holds no Scorecard record for the network.',
  )
})

test.each([
  ['2024-07-01', 'unknown'],
  ['2024-06-30', 'absent'],
])('missing operation, live since %s: %s', (date, outcome) => {
  const needs = ruleOf('D1', 'supported', {requires: ['Scorecard'], operating: true})
  expect(outcomes(networkOf({live: date}), needs)).toEqual([`D1 ${outcome}`])
})

test('missing operation where the live date is not stated is unknown', () => {
  const needs = ruleOf('D1', 'supported', {requires: ['Scorecard'], operating: true})
  expect(outcomes(networkOf(), needs)).toEqual(['D1 unknown'])
})

test('conditions: what fails first, then what is open, of factor L the gates; all with an answer', () => {
  const integrity = {question: 'integrityAndPrivacy'} as const
  const line = lineOf(
    live,
    ruleOf('B4', 'absent', {weight: 'major'}),
    ruleOf('C1', 'unknown'),
    ruleOf('E10', 'contrary', {weight: 'gate'}),
    ruleOf('H2', 'supported', {question: 'efficiencies'}),
    ruleOf('L1', 'unknown', {...integrity, weight: 'gate'}),
    ruleOf('L4', 'contrary', integrity),
  )
  expect(line.conditions.map(({rule, outcome, answeredBy}) => [rule, outcome, answeredBy])).toEqual(
    [
      ['E10', 'contrary', 'a record for E10'],
      ['C1', 'unknown', 'a record for C1'],
      ['L1', 'unknown', 'a record for L1'],
    ],
  )
  expect(line.readiness).toBe('notReady')
  expect(line.questions.map(({outcome, decidedBy}) => [outcome, ...decidedBy])).toEqual([
    ['fails', 'E10'],
    ['supported', 'H2'],
    ['notApplicable'],
    ['notApplicable'],
    ['fails', 'L4'],
  ])
})

test('an answer is always named', () => {
  const silent = ruleOf('C1', 'unknown', {
    check: () => ({outcome: 'unknown', summary: 'S.', evidence: [], findings: []}),
  })
  expect(lineOf(live, silent).conditions[0]?.answeredBy).toBe('a record that answers the finding')
})

test('a weight that depends on other facts is the one in force', () => {
  const gate = ruleOf('J1', 'absent', {
    check: (context) => ({...resultOf(context, 'J1', 'absent'), weight: 'gate'}),
  })
  expect(lineOf(live, gate)).toMatchObject({
    readiness: 'notReady',
    results: [{weight: 'gate', factor: 'J'}],
  })
})

test('strength is that of the weakest link', () => {
  const chain = ruleOf('C1', 'supported', {
    check: ({cite, network}) => ({
      outcome: 'supported',
      summary: 'S.',
      evidence: [cite(network, [], 'measured', 'a'), cite(network, [], 'documented', 'b')],
      findings: [],
    }),
  })
  expect(lineOf(live, chain).results[0]?.strength).toBe('documented')
})

const twoLines = (second: string) =>
  networkOf(
    `{id: ppo, title: PPO, basis: clinical, stage: proposed, jointPricing: true}, {id: hmo, title: HMO, basis: clinical, ${second}, jointPricing: true}`,
  )

test('a test of the network is judged once, by the line that operates, and shared', () => {
  const [shared, own] = [
    ruleOf('K1', 'contrary', {scope: 'network', operating: true}),
    ruleOf('J1', 'contrary'),
  ]
  const {lines, findings} = run(twoLines('stage: operating, programLive: 2024-01-01'), [
    shared,
    own,
  ]).assessment
  expect(
    lines.map(({results}) => results.map((it) => [it.outcome, it.summary, it.productLine])),
  ).toEqual([
    [
      ['notApplicable', 'The program of this line is proposed: it has no operation yet.', null],
      ['contrary', 'J1 for ppo.', 'ppo'],
    ],
    [
      ['contrary', 'K1 for hmo.', null],
      ['contrary', 'J1 for hmo.', 'hmo'],
    ],
  ])
  expect(findings.map((it) => [it.code, it.productLines])).toEqual([
    ['J1', ['ppo', 'hmo']],
    ['K1', []],
  ])
})

test('lines share a finding with the gravest outcome and weight', () => {
  const differs = ruleOf('J1', 'weak', {
    check: (context) =>
      context.line.id === 'ppo'
        ? {...resultOf(context, 'J1', 'weak'), findings: [same(context)]}
        : {...resultOf(context, 'J1', 'contrary'), findings: [same(context)], weight: 'gate'},
  })
  const same = ({finding, network}: RuleContext) => finding('note', network, ['id'], 'Same')
  const {findings} = run(twoLines('stage: operating'), [differs]).assessment
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    outcome: 'contrary',
    weight: 'gate',
    productLines: ['ppo', 'hmo'],
  })
})

test('fingerprints hold when lines move, and differ by message and place', () => {
  const two = ruleOf('C1', 'weak', {
    check: (context) => ({
      ...resultOf(context, 'C1', 'weak'),
      findings: [
        context.finding('note', context.network, ['legalName'], 'One'),
        context.finding('note', context.network, ['legalName'], 'Two'),
        context.finding('note', context.network, ['id'], 'One'),
      ],
    }),
  })
  const prints = (text: string) =>
    run(text, [two])
      .assessment.findings.map(({fingerprint}) => fingerprint)
      .sort()
  expect(new Set(prints(live)).size).toBe(3)
  expect(prints(live).every((it) => /^[0-9a-f]{16}$/.test(it))).toBe(true)
  expect(prints(`# a comment that moves it\n\n${live}`)).toEqual(prints(live))
})

test('adverse facts: current first, then by date', () => {
  const fact = (time: 'current' | 'past', date?: string): AdverseFact => ({
    rule: 'I7',
    time,
    fact: `${time} ${date ?? 'undated'}`,
    location: {file: 'f', start: {line: 1, column: 1}, end: {line: 1, column: 1}},
    ...(date === undefined ? {} : {date}),
  })
  const facts = [
    fact('past', '2020-01-01'),
    fact('current'),
    fact('current', '2026-01-01'),
    fact('past', '2019-01-01'),
    fact('current', '2025-01-01'),
    {...fact('current'), rule: 'I6'},
    {...fact('current'), fact: 'another undated'},
  ]
  const rule = ruleOf('I7', 'contrary', {
    check: (context) => ({...resultOf(context, 'I7', 'contrary'), adverse: facts}),
  })
  expect(lineOf(live, rule).adverse.map((it) => it.fact)).toEqual([
    'current 2025-01-01',
    'current 2026-01-01',
    'current undated',
    'another undated',
    'current undated',
    'past 2019-01-01',
    'past 2020-01-01',
  ])
})

test("counsel's notes of the line, up to the as-of date, never change an outcome", () => {
  const note = (id: string, rest: string) =>
    `{kind: CounselNote, id: ${id}, view: disagree, counsel: c, ${rest}}`
  const text = records(
    live,
    '{kind: Person, id: c, name: C. Counsel, roles: []}',
    note('a', 'question: efficiencies, date: 2026-06-30'),
    note('b', 'question: integration, date: 2026-01-01, note: N, productLine: ppo'),
    note('c', 'question: integration, date: 2026-07-01'),
    note('d', 'question: integration, date: 2026-01-01, productLine: hmo'),
    note('e', 'question: integration, date: 2025-01-01').replace('counsel: c', 'counsel: z'),
    note('f', 'question: integration, date: 2026-01-01').replace('counsel: c', 'counsel: a'),
  )
  const line = lineOf(text, ruleOf('C1', 'supported'))
  expect(line.counsel).toEqual([
    {question: 'integration', view: 'disagree', date: '2025-01-01', counsel: 'z'},
    {
      question: 'integration',
      view: 'disagree',
      date: '2026-01-01',
      counsel: 'C. Counsel',
      note: 'N',
    },
    {question: 'integration', view: 'disagree', date: '2026-01-01', counsel: 'a'},
    {question: 'efficiencies', view: 'disagree', date: '2026-06-30', counsel: 'C. Counsel'},
  ])
  expect(line.readiness).toBe('readyForCounselsReview')
})

const threshold = {
  id: 'share',
  value: 0.3,
  unit: 'ratio',
  basis: 'house',
  source: 'House default',
  description: 'D.',
  looser: 'lower',
} as const

test.each([
  ['set', 0.2, 0.2],
  ['the least', 0, 0],
  ['the most', 1, 1],
  ['no share', 1.1, 0.3],
  ['negative', -0.1, 0.3],
])('a threshold, %s', (_name, value, used) => {
  const rule = ruleOf('F4', 'supported', {
    thresholds: [threshold],
    check: (context) => ({
      ...resultOf(context, 'F4', 'supported'),
      summary: `${context.threshold('share')} is used.`,
    }),
  })
  const config = {thresholds: {share: {value, reason: 'R', setBy: 'Board'}}}
  const {assessment, diagnostics} = run(live, [rule, {...rule, id: 'F5'}], {config})
  const isUsed = value === used
  expect(assessment.lines[0]?.results[0]?.summary).toBe(`${used} is used.`)
  // Validation says what cannot be used.
  expect(diagnostics).toEqual([])
  expect(assessment.thresholds).toEqual([
    {
      id: 'share',
      rule: 'F4, F5',
      value: used,
      defaultValue: 0.3,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      setBy: isUsed ? 'Board' : null,
      reason: isUsed ? 'R' : null,
    },
  ])
})

test('a threshold of an overlay root has no effect', () => {
  const workspace = workspaceOf(live)
  const overlay = workspace.roots.map((root) => ({
    ...root,
    name: 'overlay-1',
    config: {...root.config, thresholds: {share: {value: 0.1, reason: 'R', setBy: 'B'}}},
  }))
  const rule = ruleOf('F4', 'unknown', {thresholds: [threshold]})
  const both = {...workspace, roots: [...workspace.roots, ...overlay]}
  const {assessment} = assess(both, [rule], {version: '0.1.0'})
  expect(assessment.thresholds[0]?.value).toBe(0.3)
})

test('a rule may only ask for its own thresholds', () => {
  const rule = ruleOf('F4', 'unknown', {
    check: (context) => resultOf(context, String(context.threshold('other')), 'unknown'),
  })
  expect(() => run(live, [rule])).toThrow('Unexpected threshold `other` in F4')
})

test('the version of the rule set changes with ids, weights and thresholds, not with order', () => {
  const other = {...threshold, id: 'other'}
  const rules = [ruleOf('A1', 'unknown', {thresholds: [threshold, other]}), ruleOf('B1', 'unknown')]
  const version = (changed: readonly Rule[]) => run(live, changed).assessment.rulesVersion
  const [first, second] = rules as [Rule, Rule]
  expect(version(rules)).toMatch(/^1\.0\.0\+[0-9a-f]{12}$/)
  expect(version([second, first])).toBe(version(rules))
  expect(version([first])).not.toBe(version(rules))
  expect(version([first, {...second, weight: 'gate'}])).not.toBe(version(rules))
  expect(version([{...first, thresholds: [{...threshold, value: 0.4}]}, second])).not.toBe(
    version(rules),
  )
})

test('a test of the network that applies to no line is said so on each', () => {
  const rule = ruleOf('K1', 'contrary', {scope: 'network', appliesTo: 'jointPricing'})
  expect(outcomes(networkOf({live: '2024-01-01', joint: false}), rule)).toEqual([
    'K1 notApplicable',
  ])
})

test('roots are carried with their commit and how much is uncommitted', () => {
  const workspace = workspaceOf(live)
  const roots = workspace.roots.map((root) => ({...root, commit: 'a1', uncommitted: ['x.yaml']}))
  expect(assess({...workspace, roots}, [], {version: '0.1.0'}).assessment.roots).toEqual([
    {name: 'main', class: 'network', commit: 'a1', uncommitted: 1},
  ])
})

test('there is no line beside those of the network', () => {
  const workspace = workspaceOf(live)
  const [network] = workspace.all('Network')
  if (network === undefined) throw new Error('Unexpected workspace without a network')
  expect(() => contextOf(workspace, network, 1, ruleOf('A1', 'unknown'))).toThrow(
    "Unexpected line 1, expected one of the network's",
  )
})

test('thresholds are listed by id', () => {
  const rule = ruleOf('A1', 'unknown', {thresholds: [threshold, {...threshold, id: 'about'}]})
  expect(run(live, [rule]).assessment.thresholds.map(({id}) => id)).toEqual(['about', 'share'])
})

test('marks of sample and reconstructed data are carried once', () => {
  const config = {
    sampleData: {statement: 'Invented'},
    reconstruction: {matter: 'M', statement: 'Reconstructed'},
  }
  expect(run(live, [], {config}).assessment).toMatchObject({
    asOf: '2026-06-30',
    tool: {name: 'cinch', version: '0.1.0'},
    network: {id: 'n', legalName: 'N'},
    roots: [{name: 'main', class: 'network', commit: null, uncommitted: null}],
    marks: ['Invented', 'Reconstructed'],
  })
  expect(run(live, []).assessment.marks).toEqual([])
})

test.each([
  ['whole', '', true],
  ['expires today', ', expires: 2026-06-30', false],
  ['expires tomorrow', ', expires: 2026-07-01', true],
  ['of this line', ', productLines: [ppo]', true],
  ['of another line', ', productLines: [hmo]', false],
])('an attestation closes a log: %s', (_name, rest, closed) => {
  const rule = ruleOf('B4', 'unknown', {
    check: (context) =>
      resultOf(
        context,
        'B4',
        context.closedLog('meetings', '2024-01-01', '2026-06-30') === undefined
          ? 'unknown'
          : 'absent',
      ),
  })
  const text = records(live, closes('meetings', '2024-01-01', rest))
  expect(outcomes(text, rule)).toEqual([`B4 ${closed ? 'absent' : 'unknown'}`])
  const by = (change: (text: string) => string) => outcomes(change(text), rule)[0]
  if (!closed) return
  // Only a person on record who held the role on that day.
  expect(by((it) => it.replace('kind: Person, id: officer', 'kind: Person, id: other'))).toBe(
    'B4 unknown',
  )
  expect(
    by((it) => it.replace('role: officer, from: 2020-01-01', 'role: staff, from: 2020-01-01')),
  ).toBe('B4 unknown')
  expect(by((it) => it.replace('from: 2020-01-01}', 'from: 2020-01-01, to: 2026-06-29}'))).toBe(
    'B4 unknown',
  )
  expect(by((it) => it.replace('from: 2020-01-01}', 'from: 2020-01-01, to: 2026-06-30}'))).toBe(
    'B4 absent',
  )
  expect(by((it) => it.replace('from: 2020-01-01}', 'from: 2026-07-01}'))).toBe('B4 unknown')
  // Not before the period has ended, nor after the as-of date, nor for a shorter one.
  expect(by((it) => it.replace('date: 2026-06-30', 'date: 2026-06-29'))).toBe('B4 unknown')
  expect(by((it) => it.replace('date: 2026-06-30', 'date: 2026-07-01'))).toBe('B4 unknown')
  expect(by((it) => it.replace('from: 2024-01-01, to', 'from: 2024-01-02, to'))).toBe('B4 unknown')
  expect(by((it) => it.replace('to: 2026-06-30, att', 'to: 2026-06-29, att'))).toBe('B4 unknown')
})
