import {expect, test} from 'vitest'
import {parseSources} from '../../../src/load/source.ts'
import {spanOf} from '../folder.ts'

const parse = (value: string) => parseSources('main', 'a.yaml', `kind: X\nvalue: ${value}\n`)

test.each([
  ['01234', '5', 'which YAML reads as the number 1234 without its leading zero, expected quotes'],
  ['00', '2', 'which YAML reads as the number 0 without its leading zero, expected quotes'],
  ['12e4567890', '10', 'which YAML reads as infinity, expected quotes'],
  [
    '1.23E+09',
    '8',
    'which YAML reads as the number 1230000000, expected digits without an exponent or quotes',
  ],
  [
    '1_000',
    '5',
    'which YAML 1.2 reads as text and YAML 1.1 as a number, expected digits alone or quotes',
  ],
  ['0x1F', '4', 'which YAML reads as the number 31, expected decimal digits or quotes'],
  ['0o17', '4', 'which YAML reads as the number 15, expected decimal digits or quotes'],
  ['.inf', '4', 'which YAML reads as infinity, expected a number'],
  ['-.INF', '5', 'which YAML reads as infinity, expected a number'],
  ['.nan', '4', 'which YAML reads as no number, expected a number'],
  [
    '+13125550100',
    '12',
    'which YAML reads as the number 13125550100 without its plus sign, expected quotes',
  ],
  [
    '9007199254740993',
    '16',
    'which YAML rounds to the number 9007199254740992, expected at most 15 digits or quotes',
  ],
  [
    '0.1234567890123456',
    '18',
    'which YAML rounds to the number 0.1234567890123456, expected at most 15 digits or quotes',
  ],
  ['no', '2', 'which YAML 1.2 reads as text and YAML 1.1 as false, expected `false` or quotes'],
  ['Yes', '3', 'which YAML 1.2 reads as text and YAML 1.1 as true, expected `true` or quotes'],
  ['OFF', '3', 'which YAML 1.2 reads as text and YAML 1.1 as false, expected `false` or quotes'],
  ['on', '2', 'which YAML 1.2 reads as text and YAML 1.1 as true, expected `true` or quotes'],
  ['y', '1', 'which YAML 1.2 reads as text and YAML 1.1 as true, expected `true` or quotes'],
  ['N', '1', 'which YAML 1.2 reads as text and YAML 1.1 as false, expected `false` or quotes'],
  ['~', '1', 'which YAML reads as null, expected a value'],
  ['null', '4', 'which YAML reads as null, expected a value'],
])('unquoted %s is a trap', (value, length, said) => {
  expect(parse(value).diagnostics.map(spanOf)).toEqual([
    `2:8-2:${8 + Number(length)} yaml/scalar Unexpected unquoted \`${value}\`, ${said}`,
  ])
})

test.each([
  ['2025-02-30', 'Month 2 of 2025 has 28 days; write the date as YYYY-MM-DD'],
  ['2024-02-30', 'Month 2 of 2024 has 29 days; write the date as YYYY-MM-DD'],
  ['2025-04-31', 'Month 4 of 2025 has 30 days; write the date as YYYY-MM-DD'],
  ['2025-13-01', 'There is no month 13 in a year; write the date as YYYY-MM-DD'],
])('%s is no day', (value, help) => {
  const {diagnostics} = parse(value)
  expect(diagnostics.map(spanOf)).toEqual([
    `2:8-2:18 yaml/scalar Unexpected date \`${value}\`, expected a day of the calendar`,
  ])
  expect(diagnostics[0]?.help).toBe(help)
})

test('a time is a trap, quoted it is text', () => {
  expect(parse('2025-01-05T10:00:00Z').diagnostics.map(spanOf)).toEqual([
    '2:8-2:28 yaml/scalar Unexpected unquoted time `2025-01-05T10:00:00Z`, which YAML 1.1 reads as an instant, expected a date',
  ])
  expect(parse('"2025-01-05T10:00:00Z"').diagnostics).toEqual([])
})

test('an empty value points at its key', () => {
  const {diagnostics} = parseSources('main', 'a.yaml', 'kind: X\ntitle:\nid: x-1\n')
  expect(diagnostics.map(spanOf)).toEqual([
    '2:1-2:6 yaml/scalar Unexpected empty value of `title`, which YAML reads as null, expected a value',
  ])
})

test('text lost to a comment, and a list joined to a value', () => {
  expect(parse('Meeting #12').diagnostics.map(spanOf)).toEqual([
    '2:8-2:15 yaml/scalar Unexpected `#` after a value, which YAML drops with the rest of the line, expected quotes',
  ])
  expect(parse('Meeting # the twelfth').diagnostics).toEqual([])
  expect(parse('one\n  - two').diagnostics.map(spanOf)).toEqual([
    '2:8-3:8 yaml/scalar Unexpected `- ` on the next line, which YAML joins to the value before it, expected a list',
  ])
  expect(parse('one\n  two').diagnostics).toEqual([])
})

test.each([
  ['42', 42],
  ['0', 0],
  ['-7', -7],
  ['0.85', 0.85],
  ['0.80', 0.8],
  ['240000', 240_000],
  ['999999999999999', 999_999_999_999_999],
  ['9007199254740991', 9_007_199_254_740_991],
  ['true', true],
  ['2025-02-28', '2025-02-28'],
  ['2024-02-29', '2024-02-29'],
  ['no-show', 'no-show'],
  ['north', 'north'],
  ['nullable', 'nullable'],
  ['1234567890123-x', '1234567890123-x'],
  ['12e', '12e'],
  ['2025-Q1', '2025-Q1'],
  ['10:30', '10:30'],
  ['"01234"', '01234'],
  ["'no'", 'no'],
  ['"~"', '~'],
  ['""', ''],
  ['|\n  01234', '01234\n'],
])('%s is as it was meant', (value, expected) => {
  const {sources, diagnostics} = parse(value)
  expect(diagnostics).toEqual([])
  expect(sources.map((it) => it.value)).toEqual([{kind: 'X', value: expected}])
})

test('a trap leaves what was written, not what YAML made of it', () => {
  expect(parse('01234').sources[0]?.value).toEqual({kind: 'X', value: '01234'})
})

test('keys are text as written', () => {
  const {sources, diagnostics} = parseSources('main', 'a.yaml', '01: a\n1.0: b\nno: c\n')
  expect(diagnostics).toEqual([])
  expect(sources[0]?.value).toEqual({'01': 'a', '1.0': 'b', no: 'c'})
})
