import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {largestPart, plansOf} from '../incentives.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, missingRecord, resultOf} from '../result.ts'

export const incentivesAligned: Rule = {
  id: 'G9',
  name: 'information/incentives-aligned',
  title: "Part of the incentives depends on the network's results and on adherence",
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'statement-8'],
  docs: {
    tests:
      'Whether every incentive plan in force has a part that depends on the results of the whole network, and a part that depends on adherence to its protocols. One of the two alone is weak; a plan that states both as zero is absent. A weight on the volume or value of referrals is a finding, and no plan that has one is more than weak.',
    rationale:
      'Members who gain only from what each does alone have no reason to watch, or to help, one another.',
    evidence:
      'IncentivePlan records with `pools`, each with `networkResultShare`, `adherenceShare` and `referralVolumeWeight`.',
    limits:
      'Reads the plan, not the payments. Whether the amounts are large enough to change conduct is not shown. A weight on referrals is flagged; fraud-and-abuse law is not assessed.',
  },
  requires: [],

  check(context) {
    const plans = plansOf(context)
    const judged = plans.map((entry) => judge(context, entry))
    const outcomes = judged.map((it) => it.outcome)
    const weighted = judged.filter((it) =>
      it.findings.some(({severity}) => severity === 'error'),
    ).length
    const outcome: Outcome =
      plans.length === 0
        ? missingRecord(context)
        : outcomes.every((it) => it === 'supported')
          ? 'supported'
          : outcomes.includes('unknown')
            ? 'unknown'
            : outcomes.every((it) => it === 'absent')
              ? 'absent'
              : 'weak'
    const findings = judged.flatMap((it) => it.findings)
    if (plans.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected product line without an IncentivePlan in force, expected one that depends on the results of the network and on adherence',
          `Create ${fileFor(context.workspace, 'IncentivePlan')} with \`kind: IncentivePlan\` and its \`pools\``,
        ),
      )
    return resultOf(
      outcome,
      `${judged.filter((it) => it.evidence.length > 0).length} of ${counted(plans.length, 'incentive plan')} in force ${plans.length === 1 ? 'depends' : 'depend'} in part on the results of the network and on adherence${weighted === 0 ? '' : `; ${weighted} ${weighted === 1 ? 'weighs' : 'weigh'} referrals`}.`,
      judged.flatMap((it) => it.evidence),
      findings,
      'an IncentivePlan in force with `networkResultShare` and `adherenceShare` of its pools',
    )
  },
}

interface Judged {
  readonly outcome: Outcome
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
}

function judge(context: RuleContext, entry: Entry<'IncentivePlan'>): Judged {
  const {pools = []} = entry.value
  const network = largestPart(entry, 'networkResultShare')
  const adherence = largestPart(entry, 'adherenceShare')
  const referrals = pools.flatMap(({referralVolumeWeight = 0}, index) =>
    referralVolumeWeight > 0
      ? [
          context.finding(
            'error',
            entry,
            ['pools', index, 'referralVolumeWeight'],
            'Unexpected weight on the volume or value of referrals, expected zero',
            'Ask counsel: law that is not assessed here forbids most payments for referrals',
          ),
        ]
      : [],
  )
  const parts = [
    {part: "the network's results", share: network},
    {part: 'adherence to protocols', share: adherence},
  ]
  const shares = parts.map(({share}) => share)
  const findings = [
    ...referrals,
    ...parts.flatMap(({part, share}) =>
      share === undefined || share === 0
        ? [
            context.finding(
              share === undefined ? 'note' : 'warning',
              entry,
              ['pools'],
              `Unexpected plan ${share === undefined ? 'that does not say which part depends' : 'of which no part depends'} on ${part}, expected one above zero`,
              'State `networkResultShare` and `adherenceShare` of each pool, as adopted',
            ),
          ]
        : [],
    ),
  ]
  const whole = (network ?? 0) > 0 && (adherence ?? 0) > 0
  const outcome: Outcome = whole
    ? referrals.length > 0
      ? 'weak'
      : 'supported'
    : shares.includes(undefined)
      ? 'unknown'
      : shares.every((it) => it === 0)
        ? 'absent'
        : 'weak'
  const shows = `up to ${percent(network ?? 0)} depends on the network's results, up to ${percent(adherence ?? 0)} on adherence`
  return {
    outcome,
    evidence: whole ? [context.cite(entry, ['pools'], strengthOf(context, entry), shows)] : [],
    findings,
  }
}
