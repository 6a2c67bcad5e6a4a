import {
  changesAt,
  weakenedUnapproved,
  type Comparison,
  type DiffLevel,
  type RecordChange,
} from '../model/change.ts'
import {isAbove} from '../model/confidentiality.ts'
import type {Diagnostic, Severity} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import {countsOf, sideOf} from './diff.ts'
import {discreetChanges, discreetNote, foundLine} from './diff-discreet.ts'
import {githubLog} from './github.ts'
import {gitlabIssues} from './gitlab.ts'
import {identified, type Problem} from './problems.ts'
import {plural} from './text.ts'

export interface DiffForService {
  readonly failOn: DiffLevel
  readonly discreet: boolean
  /** From the top of the git repository to the main root, ending in `/`; empty where they are one. */
  readonly prefix: string
}

/** Annotations on the lines of a pull request. */
export function diffGithub(comparison: Comparison, asked: DiffForService): string {
  const {from, to, asOf, read} = comparison
  const {discreet, failOn, prefix} = asked
  const found = failOn === 'never' ? null : changesAt(comparison, failOn).length
  const notes = [
    `From ${sideOf(from)} to ${sideOf(to)}.`,
    ...(discreet ? [discreetNote] : [...read, ...withheldNotes(comparison)]),
  ]
  const close = discreet ? foundLine(comparison, found) : countsOf(comparison)
  const problems = diffProblems(comparison, asked)
  return githubLog({command: 'diff', asOf, notes, body: [], problems, close}, prefix)
}

/** A Code Quality report for a merge request. */
export function diffGitlab(comparison: Comparison, asked: DiffForService): string {
  return gitlabIssues(diffProblems(comparison, asked), asked.prefix)
}

/**
 * Changes as a service keeps them. A discreet one has no class: a note each, and one error where the
 * threshold asked for was reached, which the exit code tells anyway.
 */
function diffProblems(
  comparison: Comparison,
  {failOn, discreet}: DiffForService,
): readonly Problem[] {
  const found = changesAt(comparison, failOn).length
  const reached: Diagnostic[] =
    found === 0
      ? []
      : [
          {
            code: `diff/${failOn}`,
            severity: 'error',
            message: `Unexpected ${plural(found, 'change')} at the threshold \`${failOn}\`, expected none`,
            location: startOf('cinch.yaml'),
            help: 'Read them with `cinch diff` on your own machine; an approval of exactly this content on the same branch lets a record through: `cinch approve`',
          },
        ]
  const each = discreet
    ? discreetChanges(comparison).map(({kind, field, action, location}) => ({
        code: 'diff/change',
        severity: 'note' as const,
        message: `${kind}${field === null ? '' : `.${field}`} ${action}`,
        location,
      }))
    : told(comparison)
  return identified([...reached, ...each])
}

function told(comparison: Comparison): readonly Diagnostic[] {
  const unapproved = new Set(weakenedUnapproved(comparison))
  return comparison.changes.filter(isTellable).map((it) => ({
    code: `diff/${it.class}`,
    severity: severityOf(it, unapproved),
    message: `${it.sentence}${unapproved.has(it) ? ' (not approved)' : ''}`,
    location: it.location ?? startOf('cinch.yaml'),
  }))
}

function severityOf(it: RecordChange, unapproved: ReadonlySet<RecordChange>): Severity {
  if (unapproved.has(it)) return 'error'
  return it.class === 'weakened' || it.class === 'unclassified' ? 'warning' : 'note'
}

/** Services show what they are given to all who may read the repository's host. */
function isTellable({confidentiality}: RecordChange): boolean {
  return !isAbove(confidentiality, 'network')
}

function withheldNotes({changes}: Comparison): readonly string[] {
  const count = changes.filter((it) => !isTellable(it)).length
  return count === 0
    ? []
    : [`${plural(count, 'change')} above the class of the network, not shown here.`]
}
