import type {TestResult} from '../model/assessment.ts'
import type {Diagnostic, Severity} from '../model/diagnostic.ts'
import {weights, type Weight} from '../model/rule.ts'

/** What every exit code means, in every mode and format. */
export const exitCodes = {
  clean: 0,
  found: 1,
  cannotRun: 2,
  integrity: 3,
  bug: 70,
  interrupted: 130,
} as const

export const failOnLevels = [...weights, 'never'] as const
export type FailOn = (typeof failOnLevels)[number]

/** A fault in the records weighs as a gate does; a note as a minor test. */
const weightOfSeverity = {
  error: 'gate',
  warning: 'major',
  note: 'minor',
} as const satisfies Record<Severity, Weight>

function reaches(weight: Weight, failOn: FailOn): boolean {
  return failOn !== 'never' && weights.indexOf(weight) <= weights.indexOf(failOn)
}

/** Codes which say that content is not what it was, or may not be kept: exit 3, whatever `--fail-on`. */
const integrityCode = /^(?:exhibit\/(?:hash|pointer-mismatch)$|leak\/|trail\/signature-bad$)/

/** Whether a code says that, which nothing may leave out of a report. */
export function isIntegrityCode(code: string): boolean {
  return integrityCode.test(code)
}

const integrityRules = new Set(['K1', 'L1', 'L2', 'L3', 'L4', 'L6'])

/**
 * The exit code of what was found. Missing data is never a pass: an `unknown` or `weak` test
 * counts at its weight like an `absent` one. Integrity failures beat findings, and no exception
 * excuses one.
 */
export function exitCodeOf(
  diagnostics: readonly Diagnostic[],
  results: readonly TestResult[],
  failOn: FailOn,
): number {
  const tampered =
    diagnostics.some(({code}) => isIntegrityCode(code)) ||
    results.some(({rule, outcome}) => integrityRules.has(rule) && outcome === 'contrary')
  if (tampered) return exitCodes.integrity
  const found =
    diagnostics.some(({severity}) => reaches(weightOfSeverity[severity], failOn)) ||
    results.some(
      ({outcome, weight, excepted}) =>
        outcome !== 'supported' &&
        outcome !== 'notApplicable' &&
        excepted !== true &&
        reaches(weight, failOn),
    )
  return found ? exitCodes.found : exitCodes.clean
}
