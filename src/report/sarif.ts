import type {AssessedFinding} from '../model/assessment.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {compareText, type Location} from '../model/location.ts'
import type {Outcome} from '../model/rule.ts'
import type {Report, Reporter} from './report.ts'

const schemaUri = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF 2.1.0 section 3.27.9: what each outcome is; every kind but `fail` has level `none`. */
const kinds = {
  supported: 'pass',
  weak: 'review',
  absent: 'fail',
  contrary: 'fail',
  unknown: 'open',
  notApplicable: 'notApplicable',
} as const satisfies Record<Outcome, string>

/** SARIF 2.1.0 for code-scanning services: one result a finding, one a test without findings. */
export const sarif: Reporter = {
  format: 'sarif',
  async print(report) {
    const results = [
      ...report.diagnostics.map(diagnosticResult),
      ...report.findings.map(findingResult),
      ...testResults(report),
    ]
    const run = {
      tool: {driver: {name: 'cinch', version: report.toolVersion, rules: descriptors(report)}},
      columnKind: 'utf16CodeUnits',
      invocations: [{executionSuccessful: report.exitCode !== 2, exitCode: report.exitCode}],
      properties: {asOf: report.asOf},
      results,
    }
    const log = {
      $schema: schemaUri,
      version: '2.1.0',
      runs: [run],
    }
    return `${JSON.stringify(log, null, 2)}\n`
  },
}

/** SARIF of a command that could not run: no result, and the reason as a notification. */
export function failedSarif(exitCode: number, message: string): string {
  const invocation = {
    executionSuccessful: false,
    exitCode,
    toolExecutionNotifications: [{level: 'error', message: {text: message}}],
  }
  const run = {tool: {driver: {name: 'cinch'}}, invocations: [invocation], results: []}
  return `${JSON.stringify({$schema: schemaUri, version: '2.1.0', runs: [run]}, null, 2)}\n`
}

function descriptors({rules, diagnostics}: Report): object[] {
  const codes = [...new Set(diagnostics.map(({code}) => code))].sort(compareText)
  return [
    ...rules.map(({id, name, title, docs}) => ({
      id,
      name,
      shortDescription: {text: title},
      fullDescription: {text: docs.tests},
      help: {text: `${docs.rationale} ${docs.evidence}`},
    })),
    ...codes.map((id) => ({id, shortDescription: {text: id}})),
  ]
}

function diagnosticResult({
  code,
  severity,
  message,
  location,
  help,
  related,
  fingerprint,
}: Diagnostic): object {
  return {
    ruleId: code,
    kind: 'fail',
    level: severity,
    message: {text: help === undefined ? message : `${message}. ${help}`},
    locations: [placeOf(location)],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((it) => ({
            ...placeOf(it.location),
            message: {text: it.message},
          })),
        }),
    ...(fingerprint === undefined ? {} : {partialFingerprints: {'cinch/v1': fingerprint}}),
  }
}

function findingResult(finding: AssessedFinding): object {
  const kind = kinds[finding.outcome]
  const {message, help} = finding
  return {
    ruleId: finding.code,
    kind,
    level: kind === 'fail' ? finding.severity : 'none',
    message: {text: help === undefined ? message : `${message}. ${help}`},
    locations: [placeOf(finding.location)],
    partialFingerprints: {'cinch/v1': finding.fingerprint},
    ...suppressionsOf(finding),
    properties: {
      weight: finding.weight,
      outcome: finding.outcome,
      productLines: finding.productLines,
    },
  }
}

/** SARIF 2.1.0 section 3.35. */
function suppressionsOf({excepted}: AssessedFinding): object {
  if (excepted === undefined) return {}
  const {exception, until, status} = excepted
  const accepted = status === 'honoured' ? 'accepted' : 'underReview'
  const justification = `FindingException ${exception}, until ${until}`
  return {suppressions: [{kind: 'external', status: accepted, justification}]}
}

/** Tests that came out without a finding: what was shown, and what could not be told. */
function testResults({assessment, findings}: Report): object[] {
  const told = new Set(findings.map(({code}) => code))
  return (assessment?.lines ?? []).flatMap(({line, results}) =>
    results
      .filter(({rule, findings: own}) => own.length === 0 && !told.has(rule))
      .map(({rule, outcome, summary, weight, evidence}) => ({
        ruleId: rule,
        kind: kinds[outcome],
        level: kinds[outcome] === 'fail' ? 'warning' : 'none',
        message: {text: summary},
        locations: evidence.slice(0, 1).map(({location}) => placeOf(location)),
        partialFingerprints: {'cinch/v1': `${rule}:${line.id}`},
        properties: {weight, outcome, productLines: [line.id]},
      })),
  )
}

function placeOf({file, root, start, end}: Location): object {
  const region = {
    startLine: start.line,
    startColumn: start.column,
    // SARIF regions are not empty: a place without extent is its first character.
    endLine: Math.max(end.line, start.line),
    endColumn:
      end.line > start.line ? Math.max(end.column, 1) : Math.max(end.column, start.column + 1),
  }
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return {
    physicalLocation: {
      artifactLocation: root === undefined || root === 'main' ? {uri} : {uri, uriBaseId: root},
      region,
    },
  }
}
