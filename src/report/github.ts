import type {Severity} from '../model/diagnostic.ts'
import {markdown} from './markdown.ts'
import {countsOf, notesOf, problemsOf, type Problem} from './problems.ts'
import type {Report, Reporter, ReportOptions} from './report.ts'
import {clip, placeOf, plural, safe} from './text.ts'

const commands = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
} as const satisfies Record<Severity, string>

/** GitHub shows ten annotations of each level for a step, and passes over the others. */
const mostOfLevel = 10

/** UTF-16 code units. */
const [longestTitle, longestMessage] = [200, 4000]

/**
 * Workflow commands that annotate the lines of a change; what GitHub would not show as an annotation
 * follows in plain lines, so that the log holds everything.
 */
export const github: Reporter = {
  format: 'github',
  async print(report, {prefix}) {
    const problems = problemsOf(report)
    const notes = notesOf(report)
    return githubLog({...report, notes, problems, close: closing(report, problems)}, prefix)
  },
}

function closing(report: Report, problems: readonly Problem[]): string {
  return countsOf(report, problems) || `exit ${report.exitCode}`
}

/** What a log of GitHub is made from. */
export interface GithubLog {
  readonly command: string
  readonly asOf: string
  readonly notes: readonly string[]
  readonly body: readonly string[]
  readonly problems: readonly Problem[]
  /** The last line. */
  readonly close: string
}

export function githubLog(
  {command, asOf, notes, body, problems, close}: GithubLog,
  prefix: string,
): string {
  const [shown, others] = split(problems)
  return [
    ...notes.map((it) => plain(`cinch ${command}`, it)),
    ...body.map((it) => plain('|', it)),
    ...shown.map((it) => annotation(it, prefix)),
    ...(others.length === 0
      ? []
      : [`More than GitHub annotates: ${plural(others.length, 'other')}, listed here`]),
    ...others.map(({severity, code, location}) =>
      plain(severity, `${code} at ${placeOf(location)}`),
    ),
    plain(`cinch ${command} as of ${asOf}`, close),
    '',
  ].join('\n')
}

/** The step summary: the report as Markdown, which keeps to a size of its own. */
export function stepSummary(report: Report, options: ReportOptions): Promise<string> {
  return markdown.print(report, options)
}

/** The command could not run. */
export function failedGithub(message: string): string {
  return `::error title=cinch could not run::${data(message)}\n`
}

function split(problems: readonly Problem[]): readonly [readonly Problem[], readonly Problem[]] {
  const levels: readonly Severity[] = ['error', 'warning', 'note']
  const shown = levels.flatMap((level) =>
    problems.filter(({severity}) => severity === level).slice(0, mostOfLevel),
  )
  const all = new Set(shown)
  return [shown, problems.filter((it) => !all.has(it))]
}

function annotation({severity, code, message, location, help}: Problem, prefix: string): string {
  const {file, root, start, end} = location
  // A file of another repository cannot be annotated here: its place stands in the title.
  const here = root === undefined || root === 'main'
  const properties = [
    ...(here
      ? [
          `file=${property(`${prefix}${file}`)}`,
          `line=${start.line}`,
          `endLine=${Math.max(start.line, end.line)}`,
          // Columns are only read where the place is within one line.
          ...(end.line > start.line ? [] : [`col=${start.column}`]),
        ]
      : []),
    `title=${property(clip(here ? code : `${code} at ${placeOf(location)}`, longestTitle))}`,
  ]
  const text = help === undefined ? message : `${message}. ${help}`
  return `::${commands[severity]} ${properties.join(',')}::${data(clip(text, longestMessage))}`
}

/** What a runner reads in a message: `%`, CR and LF are escaped, other signs shown by `safe`. */
function data(text: string): string {
  return safe(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * A line that is no command: `::` is read only where a line begins with it; the older `##[`, read
 * anywhere in a line, `safe` takes apart.
 */
function plain(label: string, text: string): string {
  return `${label}: ${safe(text)}`
}
