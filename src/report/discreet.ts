import type {AssessedFinding, Assessment} from '../model/assessment.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Rule} from '../model/rule.ts'
import type {Report} from './report.ts'

const withheld = 'withheld from this output; run with --full, or see the --report file'

/** The report without any text that came from a record: code, place, fix, outcome remain. */
export function withoutRecordText(report: Report): Report {
  return {
    ...report,
    diagnostics: report.diagnostics.map(discreetDiagnostic),
    findings: report.findings.map((it) => discreetFinding(it, report.rules)),
    assessment: report.assessment && discreetAssessment(report.assessment, report.rules),
    body: [],
    result: null,
  }
}

/** Messages quote values; the code says what kind of fault it is, and help how to mend it. */
function discreetDiagnostic({code, severity, location, why}: Diagnostic): Diagnostic {
  return {code, severity, location, message: `${code} (${withheld})`, ...(why ? {why} : {})}
}

function discreetFinding(finding: AssessedFinding, rules: readonly Rule[]): AssessedFinding {
  const {help: _help, related: _related, ...rest} = finding
  return {...rest, message: titleOf(finding.code, rules), help: `cinch explain ${finding.code}`}
}

function titleOf(id: string, rules: readonly Rule[]): string {
  return `Not shown: ${rules.find((it) => it.id === id)?.title ?? id}`
}

function discreetAssessment(assessment: Assessment, rules: readonly Rule[]): Assessment {
  return {
    ...assessment,
    network: {...assessment.network, legalName: assessment.network.id},
    marks: assessment.marks.map(() => 'Sample or reconstructed data'),
    findings: assessment.findings.map((it) => discreetFinding(it, rules)),
    thresholds: assessment.thresholds.map((it) => ({...it, reason: null, setBy: null})),
    lines: assessment.lines.map((it) => ({
      ...it,
      line: {
        id: it.line.id,
        title: it.line.id,
        basis: it.line.basis,
        stage: it.line.stage,
        jointPricing: it.line.jointPricing,
      },
      results: it.results.map((result) => ({
        ...result,
        summary: `Looked for: ${result.title}`,
        evidence: [],
        findings: [],
        adverse: [],
      })),
      conditions: it.conditions.map((condition) => ({
        ...condition,
        summary: `Looked for: ${rules.find(({id}) => id === condition.rule)?.title ?? condition.rule}`,
        answeredBy: `cinch explain ${condition.rule}`,
      })),
      adverse: it.adverse.map(({rule, time, location}) => ({
        rule,
        time,
        location,
        fact: withheld,
      })),
      counsel: [],
    })),
  }
}
