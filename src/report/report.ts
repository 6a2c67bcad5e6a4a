import type {AssessedFinding, Assessment} from '../model/assessment.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Rule} from '../model/rule.ts'

/** What a command found, before it is put into a format. */
export interface Report {
  readonly command:
    | 'validate'
    | 'assess'
    | 'trail'
    | 'dossier'
    | 'classify'
    | 'compare'
    | 'rules test'
    | 'review'
    | 'status'
    | 'add'
  readonly toolVersion: string
  readonly asOf: string
  /** One line a root: what was read, and what was not. */
  readonly read: readonly string[]
  /** What was found and is not shown, counted, one sentence each. */
  readonly leftOut?: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly findings: readonly AssessedFinding[]
  readonly assessment: Assessment | null
  readonly rules: readonly Rule[]
  /** False where nothing was looked for: a plain trail only shows. */
  readonly verified?: boolean
  /** Lines for a terminal that come between what was found and the close, such as a trail. */
  readonly body: readonly string[]
  /** Results of the command that are neither: such as the trail's rows. */
  readonly result: unknown
  readonly exitCode: number
}

export interface ReportOptions {
  /**
   * Leaves out every text that came from a record: what remains is rule id, place and fix. What a
   * build log shows is published.
   */
  readonly discreet: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** From the top of the git repository to the main root, ending in `/`; empty where they are one. */
  readonly prefix: string
}

/** Every format of a report; the first is for people at a terminal. */
export const formats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const

export type Format = (typeof formats)[number]

export interface Reporter {
  readonly format: Format
  readonly print: (report: Report, options: ReportOptions) => Promise<string>
}
