import {createHash} from 'node:crypto'
import type {AssessedFinding, LineAssessment} from '../model/assessment.ts'
import {compareDiagnostics} from '../model/diagnostic.ts'
import {weights, type Finding, type Outcome} from '../model/rule.ts'

/** Every finding once, with the lines it was found for, ordered by place. */
export function findingsOf(lines: readonly LineAssessment[]): AssessedFinding[] {
  const found = new Map<string, AssessedFinding>()
  for (const {line, results} of lines)
    for (const {findings, weight, outcome, productLine} of results)
      for (const finding of findings) {
        const fingerprint = fingerprintOf(finding)
        const known = found.get(fingerprint)
        const productLines = new Set(known?.productLines ?? [])
        if (productLine !== null) productLines.add(line.id)
        found.set(fingerprint, {
          ...finding,
          fingerprint,
          weight: graver(weights, known?.weight ?? weight, weight),
          outcome: graver(gravity, known?.outcome ?? outcome, outcome),
          productLines: [...productLines],
        })
      }
  return [...found.values()].sort(compareDiagnostics)
}

/** Where lines differ, a finding that they share carries the gravest. */
const gravity: readonly Outcome[] = [
  'contrary',
  'absent',
  'unknown',
  'weak',
  'supported',
  'notApplicable',
]

function graver<T extends string>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) <= order.indexOf(b) ? a : b
}

/** Stable when lines move: the place is symbolic. 16 hexadecimal digits of a SHA-256. */
export function fingerprintOf({code, location, subject, message}: Finding): string {
  const parts = [code, location.root ?? '', subject.kind, subject.id, subject.path, message]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
