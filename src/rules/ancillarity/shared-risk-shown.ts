import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {contractsOf} from '../lifetime.ts'
import {counted, strengthOf} from '../outcome.ts'

export const sharedRiskShown: Rule = {
  id: 'I13',
  name: 'ancillarity/shared-risk-shown',
  title: 'A line declared financial shows substantial shared risk in every contract',
  weight: 'critical',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  gateway: true,
  thresholds: [],
  authorities: ['maricopa', 'brown-toland-2004', 'statement-8', 'ntsp'],
  docs: {
    tests:
      'Every contract of the line that is in force (of a proposed line: declared) is capitated, or is bundled or two-sided with a record that members share losses and that the risk is substantial.',
    rationale:
      'Shared substantial financial risk is one of two gateways to the rule of reason; a label is not risk, and a line that does not show it is judged by the clinical test.',
    evidence:
      'PayerContract records with `model` and, for bundled and two-sided models, `risk` with `downside`, `substantial` and `basis`; the contract as an exhibit.',
    limits:
      'It reads what the record says of the risk, without amounts. Whether a given withhold or loss share is substantial is for counsel. A meaningful withhold is recorded as a two-sided contract.',
  },
  requires: [],

  check(context) {
    const {line, network, lineIndex, finding, cite} = context
    if (line.basis !== 'financial')
      return {
        outcome: 'notApplicable',
        summary: `The line is declared ${line.basis}, not financial.`,
        evidence: [],
        findings: [],
      }
    const contracts = contractsOf(context)
    const judged = contracts.map((entry) => ({entry, shown: riskOf(entry)}))
    const evidence: Evidence[] = judged
      .filter(({shown}) => shown === 'supported')
      .map(({entry}) =>
        cite(entry, pathOf(entry), strengthOf(context, entry), `shares risk: ${wordsOf(entry)}`),
      )
    const findings: Finding[] = judged
      .filter(({shown}) => shown !== 'supported')
      .map(({entry, shown}) =>
        finding(
          shown === 'absent' ? 'warning' : 'note',
          entry,
          pathOf(entry),
          `Unexpected ${wordsOf(entry)} on a line declared financial, expected substantial shared risk`,
          'Record the risk under `risk`, or declare the line clinical',
        ),
      )
    if (contracts.length === 0)
      findings.push(
        finding(
          'note',
          network,
          ['productLines', lineIndex, 'basis'],
          'Unexpected basis `financial` without a contract that shows it, expected substantial shared risk',
          `Create ${fileFor(context.workspace, 'PayerContract')} with \`kind: PayerContract\``,
        ),
      )
    const outcome = outcomeOfAll(judged.map(({shown}) => shown))
    const kind = line.stage === 'operating' ? 'in force' : 'declared'
    const test = outcome === 'supported' ? '' : '; the line takes the clinical test'
    return {
      outcome,
      summary: `${evidence.length} of ${counted(contracts.length, 'contract')} ${kind} on the line ${contracts.length === 1 ? 'shows' : 'show'} substantial shared risk${test}.`,
      evidence,
      findings,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `PayerContract records with \`risk\` (${fileFor(context.workspace, 'PayerContract', '…')})`,
          }),
    }
  },
}

/** What one contract shows. Upside-only models are no shared risk, whatever else they record. */
function riskOf({value: {model, risk}}: Entry<'PayerContract'>): Outcome {
  if (model === 'capitation') return 'supported'
  if (model !== 'bundled' && model !== 'twoSided') return 'absent'
  if (risk === undefined) return 'unknown'
  return risk.downside && risk.substantial ? 'supported' : 'absent'
}

function outcomeOfAll(shown: readonly Outcome[]): Outcome {
  if (shown.includes('absent')) return 'absent'
  return shown.length === 0 || shown.includes('unknown') ? 'unknown' : 'supported'
}

function pathOf({value}: Entry<'PayerContract'>): string[] {
  return [value.risk === undefined || value.model === 'capitation' ? 'model' : 'risk']
}

const models = {
  feeForService: 'fee-for-service contract',
  feeForServiceBonus: 'fee-for-service contract with bonus',
  sharedSavings: 'upside-only shared savings',
  bundled: 'bundled contract',
  twoSided: 'two-sided contract',
  capitation: 'capitation',
} as const

function wordsOf({value: {model, risk}}: Entry<'PayerContract'>): string {
  if (model !== 'bundled' && model !== 'twoSided') return models[model]
  if (risk === undefined) return `${models[model]} without a record of its risk`
  if (!risk.downside) return `${models[model]} without shared losses`
  return risk.substantial ? models[model] : `${models[model]} with insubstantial risk`
}
