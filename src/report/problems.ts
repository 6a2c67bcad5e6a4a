import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import {outcomeWords} from '../model/words.ts'
import {exceptionWords} from './exceptions.ts'
import {fingerprinted} from './fingerprint.ts'
import type {Report} from './report.ts'
import {plural} from './text.ts'

/** Something to look at, with the identity that a service keeps it by. */
export type Problem = Diagnostic & {readonly fingerprint: string}

/**
 * Everything that a report holds to look at, in one list: faults of the records, findings of the
 * tests, and the tests that were not supported and left no finding.
 */
export function problemsOf(report: Report): readonly Problem[] {
  const found = report.findings.map(({excepted, ...it}) =>
    excepted === undefined ? it : {...it, message: `${it.message} (${exceptionWords(excepted)})`},
  )
  return identified([...report.diagnostics, ...found, ...withoutFinding(report)])
}

/** Each with an identity that no other has. */
export function identified(diagnostics: readonly Diagnostic[]): readonly Problem[] {
  return unique(
    fingerprinted(diagnostics).map((it) => ({...it, fingerprint: it.fingerprint ?? ''})),
  )
}

/** What is said beside the problems: what was read, and what is not shown. */
export function notesOf({read, leftOut = [], verified}: Report): readonly string[] {
  const not = verified === false ? ['Not verified: cinch trail --verify looks for late dates.'] : []
  return [...read, ...leftOut, ...not]
}

/** These look for nothing, they tell: that nothing was found would be said of what they tell. */
const tellers: readonly string[] = ['classify', 'compare', 'review', 'status', 'add']

export function looksForNothing({command}: Pick<Report, 'command'>): boolean {
  return tellers.includes(command)
}

/**
 * `2 errors, 1 warning, 0 notes`, or that nothing was found; empty for a command that looks for
 * nothing.
 */
export function countsOf(report: Report, problems: readonly Problem[]): string {
  if (problems.length === 0) return looksForNothing(report) ? '' : 'Nothing found.'
  const count = (severity: string) => problems.filter((it) => it.severity === severity).length
  return [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('note'), 'note'),
  ].join(', ')
}

function withoutFinding({assessment, findings}: Report): readonly Diagnostic[] {
  const told = new Set(findings.map(({code}) => code))
  return (assessment?.lines ?? []).flatMap(({line, results}) =>
    results
      .filter(({rule, findings: own}) => own.length === 0 && !told.has(rule))
      .filter(({outcome}) => outcome !== 'supported' && outcome !== 'notApplicable')
      .map(({rule, title, outcome, summary, evidence, answeredBy}) => ({
        code: rule,
        severity: 'warning' as const,
        message: `${line.title}: ${title}: ${outcomeWords[outcome]}. ${summary}`,
        location: evidence[0]?.location ?? startOf('cinch.yaml'),
        ...(answeredBy === undefined ? {} : {help: answeredBy}),
      })),
  )
}

/** Services take two with one identity for one: the second is numbered. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, number>()
  return problems.map((it) => {
    const number = (seen.get(it.fingerprint) ?? 0) + 1
    seen.set(it.fingerprint, number)
    return number === 1 ? it : {...it, fingerprint: `${it.fingerprint}-${number}`}
  })
}
