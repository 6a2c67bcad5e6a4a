import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {agreementsOf} from '../agreements.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'

/** Clauses that bind a member to the program, and what each asks of it. */
const duties = [
  ['protocols', 'to follow the protocols'],
  ['data', 'to supply data'],
  ['measurement', 'to be measured'],
  ['sanctions', 'to accept consequences'],
  ['contractParticipation', 'to take part in the joint contracts'],
] as const

export const dutyClauses: Rule = {
  id: 'B2',
  name: 'membership/duty-clauses',
  title: 'The agreement in force binds members to the duties of the program',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Every participation agreement of the line that is in force, or declared for a proposed line, has clauses by which members follow protocols, supply data, are measured, accept consequences and take part in the joint contracts.',
    rationale:
      'Interdependence is a matter of duty: a program that members may leave aside at will binds nobody.',
    evidence:
      'ParticipationAgreement records with `clauses`, and the text of the agreement as an exhibit.',
    limits:
      'Shows that a clause is there, not how it is worded or kept. The duty to refer within the network is tested apart (G5), for it may go too far.',
  },
  requires: ['ParticipationAgreement'],

  check(context) {
    const {line, cite, finding} = context
    const agreements = agreementsOf(context)
    const tally = newTally()
    for (const entry of agreements)
      for (const [key, duty] of duties) {
        const stated = entry.value.clauses?.[key]
        if (stated === true)
          tally.met.push(cite(entry, ['clauses', key], strengthOf(context, entry), duty))
        else
          (stated === false ? tally.unmet : tally.notStated).push(
            finding(
              stated === false ? 'warning' : 'note',
              entry,
              stated === false ? ['clauses', key] : [],
              `Unexpected agreement \`${entry.value.id}\` ${stated === false ? 'without' : 'that does not state'} a duty ${duty}, expected one`,
              `State \`clauses.${key}\` as the agreement has it`,
            ),
          )
      }
    return concluded(tally, {
      summary:
        agreements.length === 0
          ? `No agreement that covers ${line.title} is known to be in force.`
          : summaryOf(context, agreements),
      answeredBy: `\`clauses\` in the ParticipationAgreement record (${fileFor(context.workspace, 'ParticipationAgreement', '…')})`,
    })
  },
}

function summaryOf(
  {line}: RuleContext,
  agreements: readonly Entry<'ParticipationAgreement'>[],
): string {
  const lacking = duties
    .filter(([key]) => agreements.some(({value}) => value.clauses?.[key] !== true))
    .map(([, duty]) => duty)
  const words = `${counted(agreements.length, 'agreement')} of ${line.title} ${agreements.length === 1 ? 'has' : 'have'}`
  return lacking.length === 0
    ? `${words} every duty of the program.`
    : `${words} ${duties.length - lacking.length} of ${duties.length} duties; not shown: ${listed(lacking)}.`
}
