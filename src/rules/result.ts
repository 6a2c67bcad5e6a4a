import type {Evidence, Finding, Outcome, RuleContext, RuleResult} from '../model/rule.ts'

/** A result; what would answer it is said where it is open or not met. */
export function resultOf(
  outcome: Outcome,
  summary: string,
  evidence: readonly Evidence[],
  findings: readonly Finding[],
  answeredBy: string,
): RuleResult {
  const answered = outcome === 'supported' || outcome === 'notApplicable'
  return {outcome, summary, evidence, findings, ...(answered ? {} : {answeredBy})}
}

/** A finding about something that no record of the line holds; a note where it is only unknown. */
export function lineFinding(
  {finding, network, lineIndex}: RuleContext,
  outcome: Outcome,
  message: string,
  help: string,
): Finding {
  const severity = outcome === 'unknown' ? 'note' : 'warning'
  return finding(severity, network, ['productLines', lineIndex], message, help)
}

/**
 * Outcome where a record is missing that a proposed line can have as well: unknown, and absent
 * after twenty-four months of operation.
 */
export function missingRecord({line, missingOperation}: RuleContext): Outcome {
  return line.stage === 'proposed' ? 'unknown' : missingOperation()
}

/** Supported at the floor, weak below it, and absent below half of it. */
export function outcomeOfShare(share: number, floor: number): Outcome {
  if (share >= floor) return 'supported'
  return share * 2 >= floor && share > 0 ? 'weak' : 'absent'
}
