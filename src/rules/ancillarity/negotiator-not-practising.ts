import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {judgeContracts, negotiationOf, withoutContract, type ContractVerdict} from '../contracts.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'

export const negotiatorNotPractising: Rule = {
  id: 'I11',
  name: 'ancillarity/negotiator-not-practising',
  title: 'Whoever negotiated each contract in force does not practise in the network',
  weight: 'major',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['gripa-2007', 'sherman-1'],
  docs: {
    tests:
      'For each jointly priced contract in force, whether its negotiator practises in the network, by the Negotiation record or by the practice in the Person record.',
    rationale:
      'A member at the table learns what competitors are paid and can steer the terms to a practice. Someone who does not practise has neither.',
    evidence:
      'PayerContract records with `negotiation`, Negotiation records with `negotiator`, and the Person record of the negotiator.',
    limits:
      'Does not show who instructed the negotiator, or who saw the terms; K2 looks at access.',
  },
  requires: [],

  check(context) {
    const judged = judgeContracts(context, (entry) => judge(context, entry))
    if (judged === undefined) return withoutContract(context)
    const {outcome, contracts, met, unknown, evidence, findings} = judged
    return resultOf(
      outcome,
      `Of ${counted(contracts, 'jointly priced contract')} in force, ${met} ${met === 1 ? 'was' : 'were'} negotiated by someone who does not practise in the network, ${contracts - met - unknown} by a member, and of ${unknown} it is not stated.`,
      evidence,
      findings,
      '`negotiator` of the Negotiation record of each contract in force',
    )
  },
}

function judge(context: RuleContext, contract: Entry<'PayerContract'>): ContractVerdict {
  const negotiation = negotiationOf(context, contract)
  const negotiator = negotiation?.value.negotiator
  if (negotiation === undefined || negotiator === undefined)
    return {
      verdict: 'unknown',
      findings: [
        context.finding(
          'note',
          negotiation ?? contract,
          negotiation === undefined ? ['negotiation'] : [],
          'Unexpected contract whose negotiator is not stated, expected a Negotiation with `negotiator`',
          'Name the Negotiation in the contract and state who negotiated',
        ),
      ],
    }
  const person =
    negotiator.person === undefined
      ? undefined
      : context.workspace.find('Person', negotiator.person)?.value
  if (negotiator.practisingParticipant || person?.participant !== undefined)
    return {
      verdict: 'contrary',
      findings: [
        context.finding(
          'warning',
          negotiation,
          ['negotiator'],
          `Unexpected negotiator who practises in the network${negotiator.practisingParticipant ? '' : ', by the Person record'}, expected someone who does not`,
          'Have someone who does not practise negotiate, and correct the record that is wrong',
        ),
      ],
    }
  return {
    verdict: 'met',
    evidence: context.cite(
      negotiation,
      ['negotiator'],
      strengthOf(context, negotiation),
      'the negotiator does not practise in the network',
    ),
    findings: [],
  }
}
