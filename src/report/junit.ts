import {notesOf, problemsOf, type Problem} from './problems.ts'
import type {Report, Reporter} from './report.ts'
import {clip, placeOf, safe} from './text.ts'

/** UTF-16 code units of one text. */
const longest = 2000

interface Case {
  readonly name: string
  readonly classname: string
  /** The element that says how it came out; empty for a test that passed. */
  readonly said: string
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'error'
}

/**
 * JUnit XML that the schemas of Ant and of Jenkins both accept: no attribute on `testsuites`, every
 * one that Ant asks for on `testsuite`. One test case a problem; with record text also one for
 * every test that was supported. The clock is not read: times are 0, the date is the one judged at.
 */
export const junit: Reporter = {
  format: 'junit',
  async print(report) {
    const problems = problemsOf(report)
    const classname = `cinch.${report.command.replaceAll(' ', '.')}`
    const found = numbered(problems).map((it) => problemCase(it, classname))
    const passed = passedCases(report, classname)
    const cases = [...found, ...passed]
    const whole: Case = {name: report.command, classname, said: '', outcome: 'passed'}
    return suite(report, cases.length === 0 ? [whole] : cases, notesOf(report))
  },
}

/** The command could not run: an error, not a failure. */
export function failedJunit(message: string): string {
  const said = `<error type="cinch/could-not-run" message="${escaped(message)}"/>`
  const one: Case = {name: 'cinch', classname: 'cinch', said, outcome: 'error'}
  return suite({command: 'cinch', asOf: '1970-01-01', toolVersion: ''}, [one], [])
}

function suite(
  {command, asOf, toolVersion}: {command: string; asOf: string; toolVersion: string},
  cases: readonly Case[],
  notes: readonly string[],
): string {
  const count = (outcome: Case['outcome']) => cases.filter((it) => it.outcome === outcome).length
  const name = command === 'cinch' ? 'cinch' : `cinch ${command}`
  const counts = `tests="${cases.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${name}" package="cinch" id="0" timestamp="${asOf}T00:00:00" hostname="localhost" ${counts} time="0">`,
    '    <properties>',
    `      <property name="asOf" value="${asOf}"/>`,
    `      <property name="version" value="${escaped(toolVersion)}"/>`,
    '    </properties>',
    ...cases.flatMap(({name: own, classname, said}) => [
      `    <testcase name="${escaped(own)}" classname="${escaped(classname)}" time="0">`,
      ...(said === '' ? [] : [`      ${said}`]),
      '    </testcase>',
    ]),
    `    <system-out>${notes.map((it) => `${escaped(it)}\n`).join('')}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** The name holds no line: it is what a service tells an old failure from a new one by. */
function numbered(problems: readonly Problem[]): readonly (readonly [Problem, string])[] {
  const alike = new Map<string, number>()
  return problems.map((it) => {
    const {root, file} = it.location
    const name = `${it.code} ${root === undefined || root === 'main' ? '' : `${root}:`}${file}`
    const number = (alike.get(name) ?? 0) + 1
    alike.set(name, number)
    return [it, number === 1 ? name : `${name} (${number})`]
  })
}

function problemCase([problem, name]: readonly [Problem, string], classname: string): Case {
  const {code, severity, message, location, help} = problem
  const place = placeOf(location)
  const text = [place, message, ...(help === undefined ? [] : [`fix: ${help}`])].map(escaped)
  const said = `<failure type="${escaped(`${severity} ${code}`)}" message="${escaped(`${place} ${message}`)}">${text.join('\n')}</failure>`
  return {name, classname, said, outcome: 'failed'}
}

/** Tests of an assessment with nothing against them. A build log does not hold them. */
function passedCases({assessment}: Report, classname: string): Case[] {
  return (assessment?.lines ?? []).flatMap(({line, results}) =>
    results.flatMap(({rule, title, outcome}): Case[] => {
      const name = `${rule} ${title} (${line.id})`
      if (outcome === 'supported') return [{name, classname, said: '', outcome: 'passed'}]
      if (outcome !== 'notApplicable') return []
      return [{name, classname, said: '<skipped message="not applicable"/>', outcome: 'skipped'}]
    }),
  )
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Characters that XML 1.0 does not allow, or that are half of one, as code points. */
function escaped(text: string): string {
  return clip(safe(text), longest)
    .replace(
      /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (it) => `U+${it.charCodeAt(0).toString(16).toUpperCase()}`,
    )
    .replace(/[&<>"]/g, (it) => entities[it] ?? it)
}
