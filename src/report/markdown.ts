import {readinessWords} from '../model/words.ts'
import {countsOf, notesOf, problemsOf, type Problem} from './problems.ts'
import type {Report, Reporter} from './report.ts'
import {clip, placeOf, plural, safe} from './text.ts'

/** UTF-16 code units. A comment on GitHub holds 65,536 characters, a step summary 1 MiB. */
const longestReport = 60_000
const longestPart = 6_000
const longestText = 600

/**
 * A short report for a comment or a step summary. All text that the program did not write stands in
 * code spans, where no markup, link, mention or HTML is read; and in lists, since a table would
 * read a bar inside a span.
 */
export const markdown: Reporter = {
  format: 'markdown',
  async print(report) {
    const problems = problemsOf(report)
    const head = [
      `<!-- cinch ${report.command} -->`,
      `### cinch ${report.command}`,
      '',
      `As of ${report.asOf}. ${closing(report, problems)}`,
      '',
      ...fitting(readinessLines(report), longestPart),
    ]
    const notes = notesOf(report).map((it) => `- ${code(it)}`)
    const tail = ['', ...fitting(notes, longestPart), '']
    const room = longestReport - sizeOf([...head, ...tail])
    const rows = fitting(gravestFirst(problems).map(problemLines), room)
    return [...head, ...rows, ...bodyLines(report, room - sizeOf(rows)), ...tail].join('\n')
  },
}

/** The command could not run: no report, and the reason. */
export function failedMarkdown(exitCode: number, message: string): string {
  return `### cinch could not run (exit ${exitCode})\n\n${code(message)}\n`
}

function closing(report: Report, problems: readonly Problem[]): string {
  const counts = countsOf(report, problems)
  return `${counts === '' ? '' : `**${counts}** `}Exit ${report.exitCode}.`
}

function gravestFirst(problems: readonly Problem[]): readonly Problem[] {
  const order = ['error', 'warning', 'note']
  return [...problems].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

function problemLines({code: id, severity, message, location, help}: Problem): string {
  return [
    `- **${severity}** ${code(id)} at ${code(placeOf(location))}`,
    `  - ${code(message)}`,
    ...(help === undefined ? [] : [`  - fix: ${code(help)}`]),
  ].join('\n')
}

function readinessLines({assessment}: Report): string[] {
  const lines = assessment?.lines ?? []
  if (lines.length === 0) return []
  return [
    ...lines.map(({line, readiness}) => `- ${code(line.title)}: ${readinessWords[readiness]}`),
    '',
  ]
}

/** As a terminal shows it, in a fence longer than any run of backticks in it. */
function bodyLines({body}: Report, room: number): string[] {
  if (body.length === 0) return []
  const runs = body.flatMap((it) => it.match(/`+/g) ?? []).map((it) => it.length)
  const fence = '`'.repeat(Math.max(3, ...runs.map((it) => it + 1)))
  return ['', `${fence}text`, ...fitting(body.map(inLog), room - 2 * fence.length), fence]
}

/** Where a log shows the report, a line that begins with `::` would be a command. */
function inLog(line: string): string {
  return line.trimStart().startsWith('::') ? `| ${line}` : line
}

/** UTF-16 code units, line ends included. */
function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, it) => sum + it.length + 1, 0)
}

/** As many as there is room for, and the number of the others. */
export function fitting(lines: readonly string[], room: number): string[] {
  const shown: string[] = []
  let left = room - 100
  for (const line of lines) {
    left -= line.length + 1
    if (left < 0) break
    shown.push(line)
  }
  const more = lines.length - shown.length
  return more === 0 ? shown : [...shown, `- and ${plural(more, 'more', 'more')}, not shown here`]
}

/** A code span: nothing in it is markup. Backticks, which would end it, are written as quotes. */
export function code(text: string): string {
  const shown = clip(safe(text), longestText).replaceAll('`', "'").trim()
  return shown === '' ? '` `' : `\`${shown}\``
}
