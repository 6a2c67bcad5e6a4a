import type {ApprovalState} from '../model/approval.ts'
import type {Assessment} from '../model/assessment.ts'
import type {Authority} from '../model/authority.ts'
import type {Comparison} from '../model/change.ts'
import type {Classification} from '../model/classification.ts'
import type {LineComparison} from '../model/comparison.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Rule} from '../model/rule.ts'
import type {Workspace} from '../model/workspace.ts'

/** Everything a dossier is made of. */
export interface CompileInput {
  readonly workspace: Workspace
  readonly assessment: Assessment
  /** The rule set that assessed it: what has no test is derived from it. */
  readonly rules: readonly Rule[]
  /** What validation reported. */
  readonly diagnostics: readonly Diagnostic[]
  /** What verification of the history reported. */
  readonly trailFindings: readonly Diagnostic[]
  readonly authorities: readonly Authority[]
  /** Which kinds of network the facts describe; nothing is said of it where left out. */
  readonly classification?: Classification
  /** The lines beside the published matters; the part says nothing of them where left out. */
  readonly comparison?: readonly LineComparison[]
  /** Where the records stand with their approvals; not said where left out. */
  readonly approvals?: readonly ApprovalState[]
  /** What changed since the last seal, and which that is; the part is left out without it. */
  readonly sinceSeal?: {readonly comparison: Comparison; readonly since: string}
  /** Printed on every page where the tree read was not wholly committed. */
  readonly draft: string | null
}
