import type {Assessment, LineAssessment, TestResult} from '../model/assessment.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {gravestFirst, nextSteps} from '../model/next-step.ts'
import {factors, type Outcome} from '../model/rule.ts'
import {
  factorTitles,
  outcomeWords,
  questionOutcomeWords,
  questionTitles,
  readinessWords,
} from '../model/words.ts'
import {exceptionWords} from './exceptions.ts'
import {looksForNothing} from './problems.ts'
import type {Report, Reporter} from './report.ts'
import {hang, placeOf, plural, safe} from './text.ts'
import {ownThresholdLines} from './thresholds.ts'

type Paint = (style: 'strong' | 'faint' | 'bad' | 'doubtful' | 'good', text: string) => string

/** For people at a terminal; useful at 80 columns, and without colour. */
export const pretty: Reporter = {
  format: 'pretty',
  async print(report, {width, colour}) {
    const paint = colour ? await inColour() : unpainted
    const columns = Math.max(40, Math.min(width, 100))
    const lines = [
      paint('strong', `cinch ${report.command}`) + `  as of ${report.asOf}`,
      ...report.read.flatMap((it) => hang('', safe(it), columns)),
      '',
      ...diagnosticLines(shownOf(report), paint, columns),
      ...trailLines(report, paint, columns),
      ...(report.assessment === null || report.body.length > 0
        ? []
        : assessmentLines(report.assessment, paint, columns)),
      ...report.body,
      ...closing(report, paint),
      ...(report.leftOut ?? []).flatMap((it) => hang('', it, columns)),
    ]
    return `${lines.join('\n')}\n`
  },
}

const unpainted: Paint = (_style, text) => text

async function inColour(): Promise<Paint> {
  const {Chalk} = await import('chalk')
  const chalk = new Chalk({level: 1})
  const styles = {
    strong: chalk.bold,
    faint: chalk.dim,
    bad: chalk.red,
    doubtful: chalk.yellow,
    good: chalk.green,
  }
  return (style, text) => styles[style](text)
}

/** An assessment tells what the trail has against it in a line; `cinch trail --verify` tells all. */
function shownOf({command, diagnostics}: Report): readonly Diagnostic[] {
  return command === 'assess' ? diagnostics.filter((it) => !isOfTrail(it)) : diagnostics
}

function isOfTrail({code}: Diagnostic): boolean {
  return code.startsWith('trail/')
}

function trailLines({command, diagnostics}: Report, paint: Paint, columns: number): string[] {
  const own = command === 'assess' ? diagnostics.filter(isOfTrail) : []
  const codes = [...new Set(own.map(({code}) => code))]
  return section(
    'History',
    codes.flatMap((code) => {
      const [first, ...more] = own.filter((it) => it.code === code)
      if (first === undefined) return []
      const others = more.length === 0 ? '' : ` and ${more.length} more`
      return hang(
        `  ${code} `,
        `${placeOf(first.location)}${others}: cinch trail --verify`,
        columns,
      )
    }),
    paint,
  )
}

function diagnosticLines(
  diagnostics: readonly Diagnostic[],
  paint: Paint,
  columns: number,
): string[] {
  return diagnostics.flatMap(({code, severity, message, location, why, help, related = []}) => [
    `${paint('strong', placeOf(location))} ${paint(severity === 'error' ? 'bad' : 'doubtful', severity)} ${paint('faint', code)}`,
    ...hang('  ', safe(message), columns),
    ...related.flatMap((it) =>
      hang('  also: ', `${placeOf(it.location)} ${safe(it.message)}`, columns),
    ),
    ...(why === undefined ? [] : hang('  why:  ', safe(why), columns)),
    ...(help === undefined ? [] : hang('  fix:  ', safe(help), columns)),
    '',
  ])
}

function assessmentLines(assessment: Assessment, paint: Paint, columns: number): string[] {
  return [
    ...assessment.marks.flatMap((it) => [...hang('! ', safe(it), columns), '']),
    ...assessment.lines.flatMap((line) => lineLines(line, paint, columns)),
    ...exceptedLines(assessment, paint, columns),
    ...section(
      'Thresholds that the network set',
      ownThresholdLines(assessment.thresholds, columns),
      paint,
    ),
    ...hang(
      '',
      `Rule set ${assessment.rulesVersion}. Outcomes speak of evidence, not of law; counsel decides.`,
      columns,
    ).map((it) => paint('faint', it)),
    '',
  ]
}

function lineLines(assessed: LineAssessment, paint: Paint, columns: number): string[] {
  const {line, questions, readiness, results, adverse} = assessed
  const since = line.programLive === undefined ? '' : ` since ${line.programLive}`
  const readinessStyle = readiness === 'notReady' ? 'bad' : 'doubtful'
  return [
    ...hang('', `${safe(line.title)} (${line.basis}, ${line.stage}${since})`, columns).map((it) =>
      paint('strong', it),
    ),
    `Readiness: ${paint(readinessStyle, readinessWords[readiness])}`,
    '',
    ...questions.flatMap(({question, outcome, decidedBy}, index) => {
      const number = question === 'integrityAndPrivacy' ? 'L' : String(index + 1)
      const word = questionOutcomeWords[outcome]
      const style = outcome === 'fails' ? 'bad' : outcome === 'supported' ? 'good' : 'doubtful'
      const title = `  ${number} ${questionTitles[question].padEnd(27)}`
      const [first = '', ...more] = hang(`${title}${word}  `, decidedBy.join(' '), columns)
      return [
        first.replace(word, paint(style, word)),
        ...more,
        ...counselLines(assessed, question, columns),
      ]
    }),
    '',
    ...factorLines(results, columns),
    '',
    ...section(
      'Adverse facts',
      adverse.flatMap(({rule, time, date, fact, answer, location}) => [
        ...hang(
          '  - ',
          `${date === undefined ? '' : `${date} `}${safe(fact)} (${time}, ${rule})`,
          columns,
        ),
        ...hang('    answer: ', answer === undefined ? 'none recorded' : safe(answer), columns),
        paint('faint', `    ${placeOf(location)}`),
      ]),
      paint,
    ),
    ...decisive(results, paint, columns),
    ...openResults(results, paint, columns),
    ...section('Next', nextLines(assessed, columns), paint),
  ]
}

/** What counsel noted on a question, in counsel's own words: beside the outcome, not part of it. */
function counselLines(
  {counsel}: LineAssessment,
  question: LineAssessment['questions'][number]['question'],
  columns: number,
): string[] {
  return counsel
    .filter((it) => it.question === question)
    .flatMap(({view, date, counsel: who, note}) =>
      hang(
        '      counsel: ',
        `${view}, ${safe(who)}, ${date}${note === undefined ? '' : `: ${safe(note)}`}`,
        columns,
      ),
    )
}

/** The next three things to do, gravest first: the record that would answer, or the first fix. */
function nextLines(line: LineAssessment, columns: number): string[] {
  return nextSteps(line)
    .slice(0, 3)
    .flatMap(({rule, what, location}, index) => [
      ...hang(`  ${index + 1}. ${rule} `, safe(what), columns),
      ...(location === undefined ? [] : [`        ${placeOf(location)}`]),
    ])
}

/** Every finding that an exception names, also those that no list above shows. */
function exceptedLines({findings}: Assessment, paint: Paint, columns: number): string[] {
  return section(
    'Excepted findings, which change no outcome',
    findings.flatMap(({code, location, excepted}) =>
      excepted === undefined
        ? []
        : [
            `  ${code.padEnd(4)}${placeOf(location)}`,
            ...hang('      ', exceptionWords(excepted), columns),
          ],
    ),
    paint,
  )
}

/** One line a factor: its tests by outcome, worst first. */
function factorLines(results: readonly TestResult[], columns: number): string[] {
  const order: readonly Outcome[] = [
    'contrary',
    'absent',
    'unknown',
    'weak',
    'supported',
    'notApplicable',
  ]
  return factors.flatMap((factor) => {
    const own = results.filter((it) => it.factor === factor)
    const parts = order.flatMap((outcome) => {
      const ids = own.filter((it) => it.outcome === outcome).map(({rule}) => rule)
      return ids.length === 0 ? [] : [`${outcomeWords[outcome]}: ${ids.join(' ')}`]
    })
    const title = `  ${factor} ${factorTitles[factor].padEnd(33)}`
    return hang(title, parts.length === 0 ? 'no test in this rule set' : parts.join('; '), columns)
  })
}

const marks = {contrary: 'bad', absent: 'bad', weak: 'doubtful', unknown: 'doubtful'} as const

/** Tests that went against the line, gravest first, with the places they rest on. */
function decisive(results: readonly TestResult[], paint: Paint, columns: number): string[] {
  const own = gravestFirst(
    results.filter(({outcome}) => ['contrary', 'absent', 'weak'].includes(outcome)),
  )
  return section(
    'Against the line',
    own.flatMap((it) => [
      ...resultHead(it, paint, columns),
      ...it.findings
        .slice(0, 5)
        .flatMap((finding) => [
          ...hang('      ', `${placeOf(finding.location)} ${safe(finding.message)}`, columns),
          ...(finding.help === undefined ? [] : hang('        fix: ', safe(finding.help), columns)),
          ...(finding.excepted === undefined
            ? []
            : hang('        ', exceptionWords(finding.excepted), columns)),
        ]),
      ...(it.findings.length > 5
        ? [`      and ${plural(it.findings.length - 5, 'more finding')}`]
        : []),
    ]),
    paint,
  )
}

function openResults(results: readonly TestResult[], paint: Paint, columns: number): string[] {
  const own = gravestFirst(results.filter(({outcome}) => outcome === 'unknown'))
  return section(
    'Unknown, and what would answer it',
    own.flatMap((it) => [
      ...resultHead(it, paint, columns),
      ...(it.answeredBy === undefined ? [] : hang('      answer: ', safe(it.answeredBy), columns)),
    ]),
    paint,
  )
}

function resultHead(
  {rule, weight, outcome, summary}: TestResult,
  paint: Paint,
  columns: number,
): string[] {
  const style = marks[outcome as keyof typeof marks] ?? 'good'
  const head = `  ${rule.padEnd(4)}${weight} ${outcomeWords[outcome]}: `
  const [first = '', ...more] = hang(head, safe(summary), columns)
  return [first.replace(outcomeWords[outcome], paint(style, outcomeWords[outcome])), ...more]
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint('strong', title), ...lines, '']
}

function closing({command, diagnostics, assessment, verified}: Report, paint: Paint): string[] {
  if (verified === false)
    return ['Not verified: cinch trail --verify looks for late and turned dates.']
  if (command === 'assess' && assessment !== null && diagnostics.every(isOfTrail)) return []
  const count = (severity: string) => diagnostics.filter((it) => it.severity === severity).length
  if (diagnostics.length === 0)
    return looksForNothing({command}) ? [] : [paint('good', 'Nothing found.')]
  const parts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('note'), 'note'),
  ]
  return [paint('strong', parts.join(', '))]
}
