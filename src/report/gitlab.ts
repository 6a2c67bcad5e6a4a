import type {Location} from '../model/location.ts'
import type {Severity} from '../model/diagnostic.ts'
import {problemsOf, type Problem} from './problems.ts'
import type {Reporter} from './report.ts'
import {clip, safe} from './text.ts'

/** Severities that GitLab knows: info, minor, major, critical, blocker. */
const severities = {
  error: 'critical',
  warning: 'major',
  note: 'minor',
} as const satisfies Record<Severity, string>

/** UTF-16 code units; longer texts help nobody in a list. */
const longest = 1000

/**
 * Code Quality report of GitLab, the fields that its documentation names: a list without room for
 * anything else (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format").
 */
export const gitlab: Reporter = {
  format: 'gitlab',
  async print(report, {prefix}) {
    return gitlabIssues(problemsOf(report), prefix)
  },
}

export function gitlabIssues(problems: readonly Problem[], prefix: string): string {
  const issues = problems.map((it) => ({
    description: clip(
      safe(it.help === undefined ? it.message : `${it.message}. ${it.help}`),
      longest,
    ),
    check_name: safe(it.code),
    fingerprint: it.fingerprint,
    severity: severities[it.severity],
    location: {path: pathOf(it.location, prefix), lines: {begin: it.location.start.line}},
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}

/** An empty list would say that nothing was found. */
export function failedGitlab(message: string): string {
  const issue = {
    description: clip(safe(`cinch could not run: ${message}`), longest),
    check_name: 'cinch/could-not-run',
    fingerprint: 'cinch-could-not-run',
    severity: 'blocker',
    location: {path: 'cinch.yaml', lines: {begin: 1}},
  }
  return `${JSON.stringify([issue], null, 2)}\n`
}

/** Files of an overlay lie in another repository: its name stands first. */
function pathOf({file, root}: Location, prefix: string): string {
  return safe(root === undefined || root === 'main' ? `${prefix}${file}` : `${root}/${file}`)
}
