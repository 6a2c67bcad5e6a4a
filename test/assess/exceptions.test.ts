import {expect, test} from 'vitest'
import {assess} from '../../src/assess/assess.ts'
import {exitCodeOf} from '../../src/cli/exit.ts'
import type {Rule, Weight} from '../../src/model/rule.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {networkOf, records} from '../helpers/judge-rule.ts'
import {workspaceOf, type WorkspaceOptions} from '../helpers/workspace.ts'

/** Weak, with a finding at each of these places of the network. */
function ruleOf(weight: Weight, places: readonly string[] = ['id'], id = 'C3'): Rule {
  return {
    id,
    name: `factor/${id}`,
    title: 'T',
    weight,
    question: 'integration',
    scope: 'network',
    appliesTo: 'always',
    operating: false,
    thresholds: [],
    authorities: [],
    docs: {tests: 'T.', rationale: 'R.', evidence: 'E.', limits: 'L.'},
    requires: [],
    check: ({finding, network}) => ({
      outcome: 'weak',
      summary: 'S.',
      evidence: [],
      findings: places.map((place) => finding('warning', network, [place], `Unexpected ${place}`)),
      answeredBy: 'a record',
    }),
  }
}

const network = networkOf({live: '2024-01-01'})
const people = records(
  '{kind: Person, id: ann, name: Ann Bell, roles: []}',
  '{kind: Person, id: bo, name: Bo Lind, roles: []}',
  '{kind: Person, id: ann-2, name: " ann  BELL", roles: []}',
)

function fingerprintOf(rule: Rule): string {
  const {assessment} = assess(workspaceOf(network), [rule], {version: '0'})
  return assessment.findings[0]?.fingerprint ?? ''
}

const major = ruleOf('major')
const inOrder = {
  finding: fingerprintOf(major),
  rule: 'C3',
  owner: 'ann',
  approver: 'bo',
  approved: '2026-06-01',
  expires: '2026-09-30',
}

function exception(changes: Partial<typeof inOrder> = {}, id = 'x'): string {
  const text = Object.entries({...inOrder, ...changes})
    .map(([key, value]) => `${key}: '${value}'`)
    .join(', ')
  return `{kind: FindingException, id: ${id}, reason: R, ${text}}`
}

interface Judged {
  readonly base?: string | null
  readonly rule?: Rule
  readonly options?: WorkspaceOptions
  readonly baseOptions?: WorkspaceOptions
}

/** Judged as of 2026-06-30: codes of faults, status of the mark, and the exit code. */
function judged(exceptions: readonly string[], given: Judged = {}) {
  const {rule = major, options, baseOptions = options} = given
  const text = records(network, people, ...exceptions)
  const {base = text} = given
  const {assessment, diagnostics} = assess(
    workspaceOf(text, options),
    [rule],
    {version: '0'},
    base === null ? null : workspaceOf(base, baseOptions),
  )
  const results = assessment.lines.flatMap((it) => it.results)
  return {
    assessment,
    diagnostics,
    codes: diagnostics.map(({code}) => code),
    status: assessment.findings[0]?.excepted?.status,
    exitCode: exitCodeOf([], results, 'major'),
  }
}

test('an exception that is in order here and in the base keeps the finding from counting', () => {
  const {assessment, codes, exitCode} = judged([exception()])
  expect(codes).toEqual([])
  expect(assessment.findings[0]?.excepted).toEqual({
    exception: 'x',
    until: '2026-09-30',
    approver: 'Bo Lind',
    status: 'honoured',
  })
  expect(exitCode).toBe(0)
})

test('it changes no outcome, no question and no readiness, and its finding stays', () => {
  const without = judged([]).assessment
  const {lines, findings} = judged([exception()]).assessment
  const essence = (of: typeof lines) =>
    of.map(({readiness, questions, results, conditions}) => ({
      readiness,
      questions,
      conditions,
      outcomes: results.map(({outcome, weight}) => [outcome, weight]),
    }))
  expect(essence(lines)).toEqual(essence(without.lines))
  expect(findings.map(({fingerprint}) => fingerprint)).toEqual(
    without.findings.map(({fingerprint}) => fingerprint),
  )
})

const later = {fault: null, status: 'notHonoured', exitCode: 1}
test.each<[string, Partial<typeof inOrder>, string | null]>([
  ['ends the day after the date judged at', {expires: '2026-07-01'}, null],
  ['ends on the date judged at', {expires: '2026-06-30'}, 'exception/expired'],
  ['runs twelve months', {expires: '2027-06-01'}, null],
  ['runs twelve months and a day', {expires: '2027-06-02'}, 'exception/too-long'],
  ['is approved on the date judged at', {approved: '2026-06-30'}, null],
  ['is approved a day later', {approved: '2026-07-01'}, 'exception/malformed'],
  ['is approved by its owner', {approver: 'ann'}, 'exception/self-approved'],
  ['is approved by its owner under another id', {approver: 'ann-2'}, 'exception/self-approved'],
  ['is approved by nobody on record', {approver: 'cy'}, 'exception/malformed'],
  ['is owned by nobody on record', {owner: 'cy'}, 'exception/malformed'],
  ['names no finding that there is', {finding: '0000000000000000'}, 'exception/unused'],
  ['names the first digits of one', {finding: inOrder.finding.slice(0, 8)}, 'exception/unused'],
  ['names another rule', {rule: 'C4'}, 'exception/malformed'],
])('an exception that %s', (_name, changes, fault) => {
  const {codes, status, exitCode} = judged([exception(changes)])
  expect({codes, status, exitCode}).toEqual(
    fault === null
      ? {codes: [], status: 'honoured', exitCode: 0}
      : {codes: [fault], status: undefined, exitCode: 1},
  )
})

test.each<[string, string | null]>([
  ['there is no base', null],
  ['the base has no exceptions', records(network, people)],
  ['the base has one of another finding', records(network, people, exception({finding: 'f'}))],
  ['the base has one by another approver', records(network, people, exception({approver: 'cy'}))],
  ['it ended in the base', records(network, people, exception({expires: '2026-06-30'}))],
  ['the base knows no such people', records(network, exception())],
])('not honoured where %s, and shown all the same', (_name, base) => {
  const {codes, status, exitCode} = judged([exception()], {base})
  expect({fault: codes[0] ?? null, status, exitCode}).toEqual(later)
})

test('a change cannot make an exception longer than the base has it', () => {
  const base = records(network, people, exception({expires: '2026-07-15'}))
  const {assessment} = judged([exception({expires: '2026-12-31'})], {base})
  expect(assessment.findings[0]?.excepted?.until).toBe('2026-07-15')
})

test('a change cannot allow itself longer exceptions, though the network may', () => {
  const long = exception({expires: '2027-12-01'})
  const config = {thresholds: {exceptionMonths: {value: 18, reason: 'R', setBy: 'Board'}}}
  expect(judged([long], {options: {config}}).status).toBe('honoured')
  expect(judged([long], {options: {config}, baseOptions: {}}).status).toBe('notHonoured')
  expect(judged([long], {options: {config}}).assessment.thresholds).toMatchObject([
    {id: 'exceptionMonths', rule: 'exceptions', value: 18, defaultValue: 12, setBy: 'Board'},
  ])
})

test('an exception taken away counts no more, whatever the base holds', () => {
  const base = records(network, people, exception())
  expect(judged([], {base})).toMatchObject({status: undefined, exitCode: 1})
})

test('a gate can be acknowledged, not excepted', () => {
  const gate = ruleOf('gate')
  const {codes, status, exitCode} = judged([exception({finding: fingerprintOf(gate)})], {
    rule: gate,
  })
  expect({codes, status, exitCode}).toEqual({
    codes: ['exception/gate'],
    status: 'acknowledged',
    exitCode: 1,
  })
})

test('a test that became a gate by other facts is one', () => {
  const {check} = major
  const rule: Rule = {...major, check: (context) => ({...check(context), weight: 'gate'})}
  expect(judged([exception()], {rule})).toMatchObject({status: 'acknowledged', exitCode: 1})
})

test('a result counts until every finding of it is excepted', () => {
  const rule = ruleOf('major', ['id', 'legalName'])
  const [one, two] = assess(workspaceOf(network), [rule], {version: '0'}).assessment.findings
  const first = exception({finding: one?.fingerprint ?? ''})
  const second = exception({finding: two?.fingerprint ?? ''}, 'y')
  expect(judged([first], {rule}).exitCode).toBe(1)
  expect(judged([first, second], {rule}).exitCode).toBe(0)
})

test('a result without findings cannot be excepted', () => {
  expect(judged([], {rule: ruleOf('major', [])}).exitCode).toBe(1)
})

test('of two exceptions of one finding, the one that is honoured is shown', () => {
  const base = records(network, people, exception({}, 'old'))
  const {assessment} = judged([exception({}, 'old'), exception({}, 'young')], {base})
  expect(assessment.findings[0]?.excepted).toMatchObject({exception: 'old', status: 'honoured'})
})

test('no exception excuses an integrity failure', () => {
  const rule: Rule = {
    ...ruleOf('critical', ['id'], 'L4'),
    check: (context) => ({...major.check(context), outcome: 'contrary'}),
  }
  const finding = {finding: fingerprintOf(rule), rule: 'C3'}
  const {assessment, exitCode} = judged([exception(finding)], {rule})
  expect(assessment.findings[0]?.outcome).toBe('contrary')
  expect(exitCode).toBe(3)
})

test('an exception of an overlay names no finding of the main root', () => {
  const workspace = workspaceOf(records(network, people, exception()))
  const overlay = {
    ...workspace,
    all: ((kind: 'FindingException') =>
      workspace
        .all(kind)
        .map((it) =>
          it.kind === 'FindingException' ? {...it, root: 'overlay-1'} : it,
        )) as Workspace['all'],
  }
  const {assessment, diagnostics} = assess(overlay, [major], {version: '0'}, workspace)
  expect(diagnostics.map(({code}) => code)).toEqual(['exception/malformed'])
  expect(assessment.findings[0]?.excepted).toBeUndefined()
})

test('a fault names its place and says how to go on', () => {
  expect(judged([exception({approver: 'ann'})]).diagnostics[0]).toMatchObject({
    severity: 'error',
    message: 'Unexpected approver `ann`, expected someone other than the owner',
    help: 'Let someone who does not answer for it approve it',
    location: {file: 'records.yaml', start: {line: 9}},
  })
})
