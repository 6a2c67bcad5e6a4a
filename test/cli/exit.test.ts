import {expect, test} from 'vitest'
import {exitCodeOf, type FailOn} from '../../src/cli/exit.ts'
import type {TestResult} from '../../src/model/assessment.ts'
import type {Diagnostic, Severity} from '../../src/model/diagnostic.ts'
import {startOf} from '../../src/model/location.ts'
import type {Outcome, Weight} from '../../src/model/rule.ts'

const result = (weight: Weight, outcome: Outcome, rule = 'B1') =>
  ({rule, weight, outcome}) as unknown as TestResult
const diagnostic = (severity: Severity, code = 'schema/type'): Diagnostic => ({
  code,
  severity,
  message: 'Unexpected',
  location: startOf('a.yaml'),
})

test.each<[Weight, Outcome, FailOn, number]>([
  ['gate', 'absent', 'gate', 1],
  ['critical', 'absent', 'gate', 0],
  ['critical', 'absent', 'critical', 1],
  ['critical', 'unknown', 'critical', 1],
  ['critical', 'weak', 'critical', 1],
  ['critical', 'supported', 'minor', 0],
  ['gate', 'notApplicable', 'minor', 0],
  ['minor', 'contrary', 'major', 0],
  ['minor', 'contrary', 'minor', 1],
  ['gate', 'contrary', 'never', 0],
])('a %s test that is %s, failing on %s, exits %i', (weight, outcome, failOn, exitCode) => {
  expect(exitCodeOf([], [result(weight, outcome)], failOn)).toBe(exitCode)
})

test.each<[Severity, FailOn, number]>([
  ['error', 'gate', 1],
  ['warning', 'gate', 0],
  ['warning', 'major', 1],
  ['note', 'major', 0],
  ['note', 'minor', 1],
  ['error', 'never', 0],
])('a diagnostic of severity %s, failing on %s, exits %i', (severity, failOn, exitCode) => {
  expect(exitCodeOf([diagnostic(severity)], [], failOn)).toBe(exitCode)
})

test.each(['exhibit/hash', 'exhibit/pointer-mismatch', 'leak/price', 'leak/identifier'])(
  '%s beats findings, whatever the level',
  (code) => {
    expect(exitCodeOf([diagnostic('error', code), diagnostic('error')], [], 'never')).toBe(3)
  },
)

test.each(['K1', 'L1', 'L4'])('%s contrary is an integrity failure', (rule) => {
  expect(exitCodeOf([], [result('critical', 'contrary', rule)], 'never')).toBe(3)
  expect(exitCodeOf([], [result('critical', 'absent', rule)], 'never')).toBe(0)
})

test('nothing found exits 0', () => {
  expect(exitCodeOf([], [], 'minor')).toBe(0)
})
