import type {ApprovalState} from '../model/approval.ts'
import type {AssessedFinding} from '../model/assessment.ts'
import type {RecordChange} from '../model/change.ts'
import {classes, classOfKind, isAbove, type ConfidentialityClass} from '../model/confidentiality.ts'
import type {Due} from '../model/obligation.ts'
import type {LateEntry, LeftOut} from '../model/workpaper.ts'

/** What was found, before anything is left out. */
interface Told {
  readonly changes: readonly RecordChange[]
  readonly findings: readonly AssessedFinding[]
  readonly due: Due
  readonly approvals: readonly ApprovalState[]
  readonly late: readonly LateEntry[]
}

/** The parts of a workpaper that may be told, each with what it leaves out. */
export function tellable({changes, findings, due, approvals, late}: Told) {
  return {
    changes: withinNetwork('changes', changes, (it) => it.confidentiality),
    findings: withinNetwork('findings', findings, classOfFinding),
    due: withinNetwork('things due', due.obligations, (it) => it.confidentiality),
    standing: withinNetwork('holds', due.standing, (it) => it.confidentiality),
    approvals: withinNetwork('approvals', approvals, (it) => classOfKind(it.kind)),
    late: withinNetwork('late entries', late, (it) => classOfKind(it.kind)),
  }
}

/**
 * Keeps what everyone in the network may read, and counts the rest by class: a workpaper goes from
 * hand to hand, and what is said of a case beside days of leaving tells who it is about.
 */
function withinNetwork<T>(
  what: string,
  several: readonly T[],
  classOf: (it: T) => ConfidentialityClass,
): {readonly kept: readonly T[]; readonly leftOut: readonly LeftOut[]} {
  const above = several.map(classOf).filter((it) => isAbove(it, 'network'))
  return {
    kept: several.filter((it) => !isAbove(classOf(it), 'network')),
    leftOut: classes
      .map((of) => ({what, class: of, count: above.filter((it) => it === of).length}))
      .filter(({count}) => count > 0),
  }
}

/** Findings of the enforcement tests speak of members under review, wherever they point. */
function classOfFinding({code, subject}: AssessedFinding): ConfidentialityClass {
  const own = classOfKind(subject.kind, subject.path[0])
  return /^E\d/.test(code) && !isAbove(own, 'peerReview') ? 'peerReview' : own
}
