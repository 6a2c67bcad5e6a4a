import type {Evidence, Rule, RuleContext, RuleResult} from '../../model/rule.ts'
import {agreementsOf} from '../agreements.ts'
import {judgeContracts, withoutContract} from '../contracts.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'
import {judgePanel} from './panels.ts'

const answeredBy = '`panel` of each PayerContract, and the clauses of the ParticipationAgreement'

export const commonPanel: Rule = {
  id: 'I3',
  name: 'ancillarity/common-panel',
  title: 'Every member of the line takes part in every contract, with no opt-out by price',
  weight: 'critical',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether each jointly priced contract in force has every member of the line on its panel and lets none opt out because of price (contrary where it does). Of a proposed line: whether the agreement binds members to every contract, without an opt-out by price.',
    rationale:
      'One price for one panel can be needed so that the same members treat the same patients under the same program. Where each chooses by price, the price was not needed for that.',
    evidence:
      '`panel` of PayerContract records, Participant records with `productLines`, and `contractParticipation` and `noPriceOptOut` of ParticipationAgreement clauses.',
    limits:
      'An agreed common panel inside the program is not tying. Reads what the contracts say of the panel; whether a payer in fact found every member on it is not seen.',
  },
  requires: [],

  check(context) {
    const optOut = optOuts(context)
    const judged = judgeContracts(context, (entry) => judgePanel(context, entry))
    if (optOut.length > 0)
      return {
        outcome: 'contrary',
        summary: `${counted(optOut.length, 'agreement')} of ${context.line.title} ${optOut.length === 1 ? 'lets' : 'let'} members opt out of a contract because of its price.`,
        evidence: [],
        findings: [...optOut, ...(judged?.findings ?? [])],
        answeredBy,
      }
    if (judged === undefined)
      return context.line.stage === 'proposed' ? proposed(context) : withoutContract(context)
    const {outcome, contracts, met, unknown, evidence, findings} = judged
    return resultOf(
      outcome,
      `Of ${counted(contracts, 'jointly priced contract')} in force, ${met} ${met === 1 ? 'has' : 'have'} every member on the panel without an opt-out by price, ${contracts - met - unknown} ${contracts - met - unknown === 1 ? 'has' : 'have'} not and ${unknown} ${unknown === 1 ? 'does' : 'do'} not say.`,
      evidence,
      findings,
      answeredBy,
    )
  },
}

/** Agreements that let members out of a contract because of its price. */
function optOuts(context: RuleContext) {
  return agreementsOf(context)
    .filter(({value}) => value.clauses?.noPriceOptOut === false)
    .map((entry) =>
      context.finding(
        'error',
        entry,
        ['clauses', 'noPriceOptOut'],
        'Unexpected agreement that lets members opt out because of price, expected none',
        'Ask counsel; a new version takes the choice out, and this one keeps its last day',
      ),
    )
}

/** Before there is a contract the agreement alone can say. */
function proposed(context: RuleContext): RuleResult {
  const agreements = agreementsOf(context)
  const evidence: Evidence[] = []
  const findings = []
  for (const entry of agreements) {
    const {contractParticipation, noPriceOptOut} = entry.value.clauses ?? {}
    if (contractParticipation === true && noPriceOptOut === true)
      evidence.push(
        context.cite(
          entry,
          ['clauses'],
          strengthOf(context, entry),
          'members take part in every contract and may not opt out by price',
        ),
      )
    else
      findings.push(
        context.finding(
          contractParticipation === false ? 'warning' : 'note',
          entry,
          ['clauses'],
          'Unexpected agreement without both `contractParticipation` and `noPriceOptOut`, expected members bound to every contract',
          'State both clauses as the text has them',
        ),
      )
  }
  const refused = agreements.some(({value}) => value.clauses?.contractParticipation === false)
  return resultOf(
    refused ? 'absent' : findings.length > 0 || evidence.length === 0 ? 'unknown' : 'supported',
    `${evidence.length} of ${counted(agreements.length, 'agreement')} of ${context.line.title}, as proposed, ${evidence.length === 1 ? 'binds' : 'bind'} members to every contract without an opt-out by price.`,
    evidence,
    findings,
    answeredBy,
  )
}
