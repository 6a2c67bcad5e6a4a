import fc from 'fast-check'
import {expect, test} from 'vitest'
import {judgeHouseRules, type HouseResult} from '../../src/assess/house-rules.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {records} from '../helpers/judge-rule.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const keys = new Map([
  ['Protocol', ['kind', 'id', 'title', 'reviewCycleMonths', 'measures', 'specialties']],
  ['Meeting', ['kind', 'id', 'antitrustReminder']],
])

interface Given {
  readonly condition: string
  readonly select?: string
  readonly passing?: readonly object[]
  readonly failing?: readonly object[]
  readonly severity?: string
}

/** A rule in JSON, which is YAML too. */
function rule({
  condition,
  select = 'Protocol',
  passing = [{reviewCycleMonths: 12, measures: ['a'], title: 'T', specialties: ['x']}],
  failing = [{reviewCycleMonths: 24, measures: [], title: 'U', specialties: []}],
  severity = 'warning',
}: Given): string {
  const [id, title, message, fix] = [
    'yearly',
    'Protocols are reviewed yearly',
    'Too long',
    'Set 12',
  ]
  const kind = 'HouseRule'
  const whole = {kind, id, title, severity, select, condition, message, fix, passing, failing}
  return JSON.stringify(whole)
}

function judged(given: Given, ...others: readonly object[]): HouseResult {
  const text = records(rule(given), ...others.map((it) => JSON.stringify(it)))
  const [result] = judgeHouseRules(workspaceOf(text), keys)
  if (result === undefined) throw new Error('Unexpected repository without a rule')
  return result
}

const codes = ({faults, findings}: HouseResult) => [...faults, ...findings].map(({code}) => code)
const protocol = (reviewCycleMonths?: number) => ({
  kind: 'Protocol',
  id: `p-${reviewCycleMonths ?? 'none'}`,
  ...(reviewCycleMonths === undefined ? {} : {reviewCycleMonths}),
})

const yearly = {condition: 'record.reviewCycleMonths <= 12'}

test.each([
  ['no record', [], []],
  ['a record at the bound', [protocol(12)], []],
  ['a record over the bound', [protocol(13)], ['house/yearly']],
  ['one of either', [protocol(12), protocol(13)], ['house/yearly']],
  ['a record of another kind', [{kind: 'Meeting', id: 'm', antitrustReminder: false}], []],
  ['a record without the key', [protocol()], ['house-rule/evaluation']],
])('%s', (_name, others, expected) => {
  expect(codes(judged(yearly, ...others))).toEqual(expected)
})

test('a finding has the words of the rule, at the record', () => {
  expect(judged(yearly, protocol(13)).findings).toMatchObject([
    {
      code: 'house/yearly',
      severity: 'warning',
      message: 'Too long',
      why: 'Protocols are reviewed yearly',
      help: 'Set 12',
      location: {start: {line: 3}},
    },
  ])
})

test.each([
  ['any of a list', 'record.measures.exists(it, it.startsWith("a"))'],
  ['a key that may be left out', 'has(record.measures) && size(record.measures) > 0'],
  ['a loop in a loop', 'record.measures.exists(a, record.measures.exists(b, a == b))'],
  ['text', 'record.title.lowerAscii() == "t"'],
  ['a choice', 'record.reviewCycleMonths > 20 ? false : true'],
])('a condition may ask for %s', (_name, condition) => {
  expect(judged({condition}).faults).toEqual([])
})

test.each<[string, Given, string, string]>([
  ['does not parse', {condition: 'record.title =='}, 'condition', 'Unexpected'],
  ['is a number', {condition: '1 + 1'}, 'condition', 'a value of type int'],
  ['names a variable that is not there', {condition: 'process == 1'}, 'condition', 'process'],
  ['compares text with a number', {condition: '"a" < 1'}, 'condition', 'no such overload'],
  ['selects a kind that does not exist', {...yearly, select: 'Protocl'}, 'kind', '`Protocl`'],
  ['names a key that no such record has', {condition: 'record.titel == "T"'}, 'key', '`titel`'],
  ['asks whether a mistyped key is there', {condition: 'has(record.titel)'}, 'key', '`titel`'],
  ['has no passing example', {...yearly, passing: []}, 'no-example', '`passing`'],
  ['has no failing example', {...yearly, failing: []}, 'no-example', '`failing`'],
  [
    'has a passing example that fails',
    {...yearly, passing: [{reviewCycleMonths: 13}]},
    'example',
    'passing example of which the condition is false',
  ],
  [
    'has a failing example that passes',
    {...yearly, failing: [{reviewCycleMonths: 12}]},
    'example',
    'failing example of which the condition is true',
  ],
  ['has an example without the key', {...yearly, failing: [{}]}, 'example', 'cannot be told'],
])('a rule that %s is an error and looks at no record', (_name, given, code, message) => {
  const result = judged(given, protocol(13), protocol(12))
  expect(codes(result)).toEqual([`house-rule/${code}`])
  expect(result.faults[0]).toMatchObject({severity: 'error'})
  expect(result.faults[0]?.message).toContain(message)
  expect(result.records).toBe(0)
})

const many = Array.from({length: 3000}, (_, index) => `m-${index}`)

test.each<[string, string]>([
  ['parentheses without end', `${'('.repeat(400)}true${')'.repeat(400)}`],
  ['negations without end', `${'!'.repeat(900)}true`],
  ['more than a thousand characters', `${'!'.repeat(60_000)}true`],
  ['lists in lists', `${'['.repeat(300)}1${']'.repeat(300)} == []`],
  ['a sum of too many parts', `${'1+'.repeat(300)}1 == 1`],
  [
    'three loops in one another',
    'record.measures.all(a, record.measures.all(b, record.measures.all(c, true)))',
  ],
  [
    'a loop in the list that a loop in a loop makes',
    'record.measures.all(a, record.measures.map(b, record.measures.map(c, b)) == [])',
  ],
  ['a regular expression', 'record.title.matches("(a+)+$")'],
  ['a bound name that doubles', 'cel.bind(a, record.title + record.title, a == "")'],
  ['the time zone of the machine', 'timestamp("2026-01-01T00:00:00Z").getHours("UTC") == 0'],
  ['text read as JSON', 'bytes(record.title).json() == {}'],
])('%s is refused before anything is evaluated', (_name, condition) => {
  const started = performance.now()
  expect(codes(judged({condition}))).toEqual(['house-rule/condition'])
  expect(performance.now() - started).toBeLessThan(1000)
})

test.each(['constructor', '__proto__', 'toString'])('`record.%s` is no key', (key) => {
  expect(codes(judged({condition: `record.${key} == record.${key}`}))).toEqual(['house-rule/key'])
  expect(codes(judged({condition: `record["${key}"] == null`}))).toEqual([
    'house-rule/example',
    'house-rule/example',
  ])
})

test('a condition that is quick on its examples and slow on a long record is an error', () => {
  const condition =
    'size(record.measures) == 1 || record.measures.exists(a, record.measures.exists(b, a == b + "x"))'
  const started = performance.now()
  const long = {kind: 'Protocol', id: 'p', measures: many}
  expect(codes(judged({condition}, long))).toEqual(['house-rule/too-costly'])
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a rule of an overlay looks at the records of its own root only', () => {
  const workspace = workspaceOf(records(rule(yearly), JSON.stringify(protocol(13))))
  const inOverlay = (...kinds: readonly string[]) => ({
    ...workspace,
    all: ((kind: 'HouseRule') =>
      workspace
        .all(kind)
        .map((it) => (kinds.includes(kind) ? {...it, root: 'overlay-1'} : it))) as Workspace['all'],
  })
  const told = (...kinds: readonly string[]) =>
    judgeHouseRules(inOverlay(...kinds), keys).flatMap(codes)
  expect(told('HouseRule')).toEqual([])
  expect(told('HouseRule', 'Protocol')).toEqual(['house/yearly'])
  expect(told('Protocol')).toEqual(['house/yearly'])
})

test('whatever a condition says, it comes out as an error or as an answer, and soon', () => {
  const part = fc.constantFrom(
    'record',
    '.measures',
    '.title',
    '.all(a, ',
    '.map(a, ',
    'size(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '\\',
    '+',
    ' && ',
    ' == ',
    ' in ',
    'a',
    '1',
    '0x',
    '1e999',
    '?',
    ':',
    '\u0000',
    '🦄',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(part, {maxLength: 40}).map((it) => it.join('')),
  )
  fc.assert(
    fc.property(text, (condition) => {
      const started = performance.now()
      for (const code of codes(judged({condition: condition === '' ? ' ' : condition})))
        expect(code).toMatch(/^house-rule\/(?:condition|key|example)$/)
      expect(performance.now() - started).toBeLessThan(1000)
    }),
    {numRuns: 500},
  )
})

test('all rules together have one budget', () => {
  const long = {kind: 'Protocol', id: 'p', measures: many.slice(0, 800)}
  const condition =
    'size(record.measures) == 1 || size(record.measures) == 800 && record.measures.all(a, a != "")'
  const text = records(rule({condition}), ...Array.from({length: 40}, () => JSON.stringify(long)))
  const [result] = judgeHouseRules(workspaceOf(text), keys)
  const told = result?.findings.map(({code}) => code) ?? []
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan(40)
  expect(new Set(told)).toEqual(new Set(['house-rule/too-costly']))
})
