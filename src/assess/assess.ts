import type {Assessment, LineAssessment, TestResult} from '../model/assessment.ts'
import {compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import {compareText} from '../model/location.ts'
import {
  questions,
  strengths,
  type AdverseFact,
  type Evidence,
  type Factor,
  type ProductLine,
  type Rule,
  type Strength,
} from '../model/rule.ts'
import {strengthOfRecord} from '../model/strength.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import {conditionsOf, questionResults} from './conclude.ts'
import {judgeExceptions, markLines} from './exceptions.ts'
import {findingsOf} from './findings.ts'
import {readinessOf} from './fold.ts'
import {shownJointPrices} from './gateway.ts'
import {inapplicable, judge} from './judge.ts'
import {rulesVersionOf, thresholdTable} from './rule-set.ts'

/**
 * Judges every rule for every product line and folds the outcomes: the same records, rules and
 * as-of date give the same assessment, byte for byte.
 *
 * @param base - Records of the revision whose exceptions are honoured; null where there is none.
 * @throws {Error} When the workspace holds no network, or a rule breaks its contract: both are bugs.
 */
export function assess(
  workspace: Workspace,
  rules: readonly Rule[],
  tool: {readonly version: string},
  base: Workspace | null = null,
): {readonly assessment: Assessment; readonly diagnostics: readonly Diagnostic[]} {
  const [network] = workspace.all('Network')
  if (network === undefined) throw new Error('Unexpected workspace without a Network record')
  const judged = network.value.productLines.map((line, index) =>
    assessLine(workspace, network, index, line, rules),
  )
  const exceptions = judgeExceptions({workspace, base, findings: findingsOf(judged), rules})
  const lines = markLines(judged, exceptions.marks)
  const assessment: Assessment = {
    asOf: workspace.asOf,
    tool: {name: 'cinch', version: tool.version},
    rulesVersion: rulesVersionOf(rules),
    network: {id: network.value.id, legalName: network.value.legalName},
    roots: workspace.roots.map(({name, class: confidentiality, commit, uncommitted}) => ({
      name,
      class: confidentiality,
      commit,
      uncommitted: uncommitted === null ? null : uncommitted.length,
    })),
    marks: [
      ...new Set(
        workspace.roots.flatMap(({config}) =>
          [config.sampleData, config.reconstruction].flatMap((it) => it?.statement ?? []),
        ),
      ),
    ],
    lines,
    findings: findingsOf(lines),
    thresholds: thresholdTable(workspace, rules),
  }
  const diagnostics = [...labelDiagnostics(workspace, network), ...exceptions.diagnostics]
  return {assessment, diagnostics: diagnostics.sort(compareDiagnostics)}
}

/**
 * Index of the line by which a test of the network is judged: the one operating longest among
 * those to which it applies. All lines share that result.
 */
function sharedIndex(
  workspace: Workspace,
  network: Entry<'Network'>,
  rule: Rule,
  rules: readonly Rule[],
): number | undefined {
  return network.value.productLines
    .map(({stage, programLive: live = '9999-12-31'}, index) => ({index, live, stage}))
    .sort((a, b) => compareText(a.stage, b.stage) || compareText(a.live, b.live))
    .map(({index}) => index)
    .find((index) => inapplicable(workspace, network, index, rule, rules) === undefined)
}

function assessLine(
  workspace: Workspace,
  network: Entry<'Network'>,
  index: number,
  line: ProductLine,
  rules: readonly Rule[],
): LineAssessment {
  const results = rules.map((rule): TestResult => {
    const judgedAt =
      rule.scope === 'network' ? sharedIndex(workspace, network, rule, rules) : undefined
    const result =
      inapplicable(workspace, network, index, rule, rules) ??
      judge(workspace, network, judgedAt ?? index, rule, rules)
    return {
      ...result,
      findings: result.findings.map((it) => {
        const record = workspace.find(it.subject.kind as Kind, it.subject.id)
        return {...it, strength: strengthOfRecord(workspace, record)}
      }),
      rule: rule.id,
      title: rule.title,
      factor: rule.id.slice(0, 1) as Factor,
      question: rule.question,
      weight: result.weight ?? rule.weight,
      strength: weakestOf(result.evidence),
      productLine: rule.scope === 'network' ? null : line.id,
    }
  })
  const concluded = questionResults(results)
  return {
    line,
    results,
    questions: concluded,
    readiness: readinessOf(
      concluded.flatMap(({question, outcome}) =>
        question === 'integrityAndPrivacy' ? [] : [outcome],
      ),
      results.filter(({question}) => question === 'integrityAndPrivacy'),
    ),
    conditions: conditionsOf(results),
    adverse: results.flatMap(({adverse = []}) => adverse).sort(compareAdverse),
    counsel: counselOf(workspace, line.id),
  }
}

/** Strength of a chain: that of its weakest link; null where nothing is cited. */
function weakestOf(evidence: readonly Evidence[]): Strength | null {
  const cited = new Set(evidence.map(({strength}) => strength))
  return strengths.find((it) => cited.has(it)) ?? null
}

/** Current facts first, then by date; a fact without a date last. */
function compareAdverse(a: AdverseFact, b: AdverseFact): number {
  return (
    compareText(a.time, b.time) ||
    compareText(a.date ?? '9999-12-31', b.date ?? '9999-12-31') ||
    compareText(a.rule, b.rule) ||
    compareText(a.fact, b.fact)
  )
}

function counselOf(workspace: Workspace, line: string): LineAssessment['counsel'] {
  return workspace
    .all('CounselNote')
    .filter(
      ({value}) =>
        value.date <= workspace.asOf &&
        (value.productLine === undefined || value.productLine === line),
    )
    .map(({value: {question, view, date, counsel, note}}) => ({
      question,
      view,
      date,
      counsel: workspace.find('Person', counsel)?.value.name ?? counsel,
      ...(note === undefined ? {} : {note}),
    }))
    .sort(
      (a, b) =>
        questions.indexOf(a.question) - questions.indexOf(b.question) ||
        compareText(a.date, b.date) ||
        compareText(a.counsel, b.counsel),
    )
}

/** A line that says it has no joint prices, beside a record that shows some. */
function labelDiagnostics(workspace: Workspace, network: Entry<'Network'>): Diagnostic[] {
  return network.value.productLines.flatMap((line, index): Diagnostic[] => {
    if (line.jointPricing) return []
    const shown = shownJointPrices(workspace, line)
    if (shown === undefined) return []
    return [
      {
        code: 'assess/joint-pricing-undeclared',
        severity: 'warning',
        message: `Unexpected \`jointPricing: false\` beside ${shown.kind} \`${shown.value.id}\`, expected \`true\``,
        location: network.locate(['productLines', index, 'jointPricing']),
        why: 'A line with joint prices is judged as one, whatever it is called',
        help: 'Set `jointPricing: true`, or correct the record that shows joint prices',
        related: [{message: 'joint prices shown here', location: shown.locate()}],
      },
    ]
  })
}
