import {inForceOn} from '../../model/lifetime.ts'
import type {Evidence, Outcome, Rule} from '../../model/rule.ts'
import {agreementsOf} from '../agreements.ts'
import {largestPart, plansOf} from '../incentives.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'

export const somethingAtStake: Rule = {
  id: 'F7',
  name: 'investment/something-at-stake',
  title: 'Members have something at stake: money lost on exit, or pay tied to results',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      "Whether a member who leaves loses capital or incentives under the agreement that counts, or a part of an incentive plan in force depends on the network's results. Where agreement and plan both say that nothing does, the test is absent.",
    rationale:
      'Members who lose nothing when the network fails, or when they leave it, have no stake in its success.',
    evidence:
      'ParticipationAgreement records with `exitForfeiture`; IncentivePlan records with `networkResultShare` of their pools.',
    limits: 'Shows that something is at stake, not how much.',
  },
  requires: [],

  check(context) {
    const agreements = agreementsOf(context).filter(
      ({value}) =>
        context.line.stage === 'proposed' || inForceOn(value, context.asOf) !== undefined,
    )
    const plans = plansOf(context)
    const evidence: Evidence[] = [
      ...agreements
        .filter(({value}) => value.clauses?.exitForfeiture === true)
        .map((entry) =>
          context.cite(
            entry,
            ['clauses', 'exitForfeiture'],
            strengthOf(context, entry),
            'a member who leaves loses capital or incentives',
          ),
        ),
      ...plans.flatMap((entry) => {
        const share = largestPart(entry, 'networkResultShare')
        return share === undefined || share === 0
          ? []
          : [
              context.cite(
                entry,
                ['pools'],
                strengthOf(context, entry),
                `up to ${percent(share)} depends on the network's results`,
              ),
            ]
      }),
    ]
    const stated =
      agreements.length > 0 &&
      agreements.every(({value}) => value.clauses?.exitForfeiture !== undefined) &&
      plans.every((entry) => largestPart(entry, 'networkResultShare') !== undefined)
    const outcome: Outcome = evidence.length > 0 ? 'supported' : stated ? 'absent' : 'unknown'
    return resultOf(
      outcome,
      `${counted(evidence.length, 'term')} of ${counted(agreements.length, 'agreement')} and ${counted(plans.length, 'incentive plan')} ${evidence.length === 1 ? 'puts' : 'put'} something of the members at stake.`,
      evidence,
      outcome === 'supported'
        ? []
        : [
            lineFinding(
              context,
              outcome,
              "Unexpected line on which no money is lost on exit and no pay depends on the network's results, expected one of them",
              'State `exitForfeiture` of the agreement, and `networkResultShare` of the plan',
            ),
          ],
      '`exitForfeiture` in the ParticipationAgreement, or `networkResultShare` in the IncentivePlan',
    )
  },
}
