import type {Outcome, Rule, Threshold} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {exhaustedCases} from './exhausted.ts'

const sanctionDays: Threshold = {
  id: 'sanctionDays',
  value: 60,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days from a plan not met to the sanction, where the ladder states no time',
  looser: 'higher',
}

export const exhaustedCaseSanctioned: Rule = {
  id: 'E5',
  name: 'enforcement/exhausted-case-sanctioned',
  title: 'A case in which the last plan was not met has a recorded sanction',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [sanctionDays, ...silenceThresholds],
  authorities: ['dose-of-competition-2004', 'medsouth-2002'],
  docs: {
    tests:
      'Whether each exhausted case ends in a sanction. A case is exhausted when the last step before a sanction (the corrective action plan, or what the ladder has in its place) was not met. A sanction is a financial one, a suspension or a removal, taken within the time of the ladder. A member who left, and a decision reversed on appeal, need none. Cases over a refusal of a contract or of a fee do not count.',
    rationale:
      'What makes a member follow the program is what happens when every milder step has failed.',
    evidence:
      'CorrectiveAction records with `steps` and their `result`, the ladder of the SanctionPolicy, and an Attestation that the log of cases is complete where none is exhausted.',
    limits:
      'Reads steps and dates only. Whether the sanction was apt, or the plan, is for those who review the case.',
  },
  requires: ['CorrectiveAction'],

  check(context) {
    const {cases, judged} = exhaustedCases(context)
    if (judged.length === 0)
      return noneToJudge(context, ['correctiveActions'], 'Exhausted', cases.length)
    const sanctioned = judged.filter(({state}) => state === 'sanctioned')
    const open = judged.filter(({state}) => state === 'unsanctioned')
    const pending = judged.filter(({state}) => state === 'pending')
    const excused = judged.length - sanctioned.length - open.length - pending.length
    const outcome: Outcome =
      open.length > 0
        ? sanctioned.length > 0
          ? 'weak'
          : 'absent'
        : sanctioned.length > 0
          ? 'supported'
          : 'notApplicable'
    return {
      outcome,
      summary: `Of ${counted(judged.length, 'exhausted case')} among ${cases.length}, ${sanctioned.length} ended in a sanction, ${open.length} did not, ${pending.length} ${pending.length === 1 ? 'is' : 'are'} still within time and ${excused} ended otherwise.`,
      evidence: sanctioned.map(({entry}) =>
        context.cite(
          entry,
          ['steps'],
          strengthOf(context, entry),
          'plan not met, sanction recorded',
        ),
      ),
      findings: open.map(({entry, index, due}) =>
        context.finding(
          'error',
          entry,
          ['steps', index],
          `Unexpected plan not met without a sanction, expected one by \`${due}\``,
          'Record the sanction as a step, with its date, or the appeal that reversed it',
        ),
      ),
      ...(open.length === 0 ? {} : {answeredBy: 'the sanction, as a step of each such case'}),
    }
  },
}
