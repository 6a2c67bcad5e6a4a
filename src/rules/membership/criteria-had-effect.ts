import {addMonths} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince, lookBackFrom, noneFound} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'

export const criteriaHadEffect: Rule = {
  id: 'B4',
  name: 'membership/criteria-had-effect',
  title: 'Membership criteria had effect, or a written reason says why none',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    logAttestationDays,
    {
      id: 'criteriaEffectMonths',
      value: 24,
      unit: 'months',
      basis: 'house',
      source: 'House default',
      description: 'Months in which a refusal, deferral or performance-based exit is looked for.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'A refusal, a deferral or an exit for performance in the last 24 months, or a written reason of the same time why there was none.',
    rationale:
      'Selective membership is one of the three classic indicators of integration: criteria that never turn anyone away select nobody.',
    evidence:
      'MembershipDecision records with `decision`, `date` and `reason`; otherwise `selectivity` on the Network record; an Attestation of log `membershipDecisions`.',
    limits:
      'Shows that the criteria were applied to someone, not that they are the right ones. A retirement, a full panel and a quarrel over fees are not selectivity.',
  },
  requires: [],

  check(context) {
    const {workspace, asOf, threshold, cite, finding, network} = context
    const months = threshold('criteriaEffectMonths')
    const since = addMonths(asOf, -months)
    const decisions = workspace
      .all('MembershipDecision')
      .filter(({value}) => value.date >= since && value.date <= asOf)
    const selective = decisions.filter(({value}) => effectOf(value) === 'selective')
    const open = decisions.filter(({value}) => effectOf(value) === 'notStated')
    const evidence: Evidence[] = (selective.length > 0 ? selective : open).map((entry) =>
      cite(
        entry,
        ['decision'],
        strengthOf(context, entry),
        `${words(entry)} on ${entry.value.date}`,
      ),
    )
    const reason = network.value.selectivity
    const reasonCounts = reason !== undefined && reason.date <= asOf && reason.date >= since
    if (selective.length === 0 && reasonCounts)
      evidence.push(
        cite(
          network,
          ['selectivity'],
          strengthOf(context, network),
          `reason why none, ${reason.date}`,
        ),
      )
    const outcome = outcomeFor(context, months, selective.length, open.length, reasonCounts)
    const none = `${noneFound(decisions.length)} since ${since}`
    return {
      outcome,
      summary:
        selective.length > 0
          ? `${counted(selective.length, 'decision')} since ${since} ${selective.length === 1 ? 'shows' : 'show'} that the criteria had effect.`
          : `A refusal, deferral or exit for performance: ${none}; ${reasonCounts ? `a written reason of ${reason.date} says why` : 'no written reason of that time says why'}.`,
      evidence,
      findings:
        outcome === 'supported'
          ? []
          : [
              ...open.map((entry) =>
                finding(
                  'note',
                  entry,
                  ['decision'],
                  `Unexpected ${entry.value.decision} without \`reason\`, expected the class of the reason`,
                  'Add `reason`',
                ),
              ),
              finding(
                outcome === 'unknown' ? 'note' : 'warning',
                network,
                reason === undefined ? [] : ['selectivity', 'date'],
                reason === undefined
                  ? 'Unexpected network without a selective decision, expected one or a written reason why none'
                  : `Unexpected reason of ${reason.date}, expected one since ${since}`,
                `Record the decision in ${fileFor(context.workspace, 'MembershipDecision')}, or the reason in \`selectivity\``,
              ),
            ],
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `a MembershipDecision record (${fileFor(context.workspace, 'MembershipDecision', '…')}), or \`selectivity\` in the Network record`,
          }),
    }
  },
}

function outcomeFor(
  context: RuleContext,
  months: number,
  selective: number,
  open: number,
  reason: boolean,
): Outcome {
  if (selective > 0 || reason) return 'supported'
  if (open > 0) return 'weak'
  return closedSince(context, 'membershipDecisions', lookBackFrom(context, months)) === undefined
    ? context.missingOperation()
    : 'absent'
}

/** Whether a decision shows that a criterion turned someone away. */
function effectOf({
  decision,
  reason,
}: Entry<'MembershipDecision'>['value']): 'selective' | 'notStated' | 'none' {
  if (decision === 'admission' || decision === 'reselection') return 'none'
  if (reason === 'criteriaNotMet' || reason === 'performance' || reason === 'sanction')
    return 'selective'
  // Without a reason an exit may be a retirement; a refusal or a deferral turned someone away.
  return decision !== 'exit' && (reason === undefined || reason === 'other') ? 'notStated' : 'none'
}

function words({value: {decision, reason}}: Entry<'MembershipDecision'>): string {
  return reason === undefined ? decision : `${decision} (${reason})`
}
