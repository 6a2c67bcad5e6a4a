import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {judgeContracts, withoutContract, type ContractVerdict} from '../contracts.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'

export const contractsUseProgram: Rule = {
  id: 'I4',
  name: 'ancillarity/contracts-use-program',
  title: 'Jointly priced contracts use the program and its measures',
  weight: 'critical',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether each jointly priced contract in force on this line uses the program and names measures of it. One that says it does not is not met; one that leaves it out is not known.',
    rationale:
      'A joint price is subordinate to a program only in a contract that buys the program. A price list beside it is not.',
    evidence: '`usesProgram` and `measures` of PayerContract records, with Measure records.',
    limits:
      'Shows what the contract is recorded to use. Whether the payer acts on the results is not seen.',
  },
  requires: [],

  check(context) {
    const judged = judgeContracts(context, (entry) => judge(context, entry))
    if (judged === undefined) return withoutContract(context)
    const {outcome, contracts, met, unknown, evidence, findings} = judged
    const not = contracts - met - unknown
    return resultOf(
      outcome,
      `Of ${counted(contracts, 'jointly priced contract')} in force, ${met} ${met === 1 ? 'uses' : 'use'} the program and its measures, ${not} ${not === 1 ? 'does' : 'do'} not and ${unknown} ${unknown === 1 ? 'does' : 'do'} not say.`,
      evidence,
      findings,
      '`usesProgram` and `measures` of each PayerContract in force',
    )
  },
}

function judge(context: RuleContext, entry: Entry<'PayerContract'>): ContractVerdict {
  const {usesProgram, measures = []} = entry.value
  if (usesProgram === true && measures.length > 0)
    return {
      verdict: 'met',
      evidence: context.cite(
        entry,
        ['usesProgram'],
        strengthOf(context, entry),
        `uses the program and ${counted(measures.length, 'measure')} of it`,
      ),
      findings: [],
    }
  if (usesProgram === false)
    return {
      verdict: 'unmet',
      findings: [
        context.finding(
          'warning',
          entry,
          ['usesProgram'],
          'Unexpected jointly priced contract that does not use the program, expected one that does',
          'Ask counsel whether its prices can stay joint',
        ),
      ],
    }
  const missing = usesProgram === undefined ? 'usesProgram' : 'measures'
  return {
    verdict: 'unknown',
    findings: [
      context.finding(
        'note',
        entry,
        [],
        `Unexpected contract that leaves out \`${missing}\`, expected its use of the program and of its measures`,
        `State \`${missing}\` as the contract has it`,
      ),
    ],
  }
}
