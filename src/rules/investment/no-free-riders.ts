import type {Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince, lookBackFrom} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {paymentsOf, type Paid} from './payments.ts'

export const noFreeRiders: Rule = {
  id: 'F8',
  name: 'investment/no-free-riders',
  title: 'Nobody drew incentive money while below the participation floor',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths, ...silenceThresholds],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      "Of the distributions paid in the last 12 months under a plan with a participation floor: each member who drew money while below the floor is listed. Who was below is computed from the hours of the distribution's period where a table holds them, else taken from the record. A payment that does not say counts as not below where the log of distributions is attested complete.",
    rationale:
      'Members who are paid without taking part show that the money is not tied to the program.',
    evidence:
      'IncentivePlan records with `participationFloor`; Distribution records with `payments` or a `table` of grain `payments` (columns of the roles `unit` and `numerator`); Investment records with an `hoursTable`; an Attestation of log `distributions`.',
    limits:
      'Lists members by pseudonym. Hours that a table leaves out count as none. Whether the floor is high enough to mean anything is not judged.',
  },
  requires: ['IncentivePlan'],

  check(context) {
    const since = lookBackFrom(context, context.threshold('operatingLookBackMonths'))
    const distributions = distributionsOf(context, since)
    if (distributions.length === 0)
      return noneToJudge(
        context,
        ['distributions'],
        `Distributions since ${since}`,
        context.workspace.all('Distribution').length,
      )
    const judged = distributions.map((it) => judge(context, it))
    const riders = judged.flatMap((it) => it.riders)
    const gaps = judged.flatMap((it) => it.gaps)
    const drew = judged.reduce((sum, it) => sum + it.drew, 0)
    const outcome: Outcome =
      riders.length > 0
        ? riders.length === drew
          ? 'absent'
          : 'weak'
        : gaps.length > 0
          ? 'unknown'
          : 'supported'
    return resultOf(
      outcome,
      `${counted(riders.length, 'member')} of ${drew} who drew incentive money since ${since} ${riders.length === 1 ? 'was' : 'were'} below the participation floor, in ${counted(distributions.length, 'distribution')}.`,
      judged.flatMap((it) => it.evidence),
      [...riders.map((it) => riderFinding(context, it)), ...gaps],
      'Distribution records with `belowFloor`, or a table of hours by member',
    )
  },
}

interface Planned {
  readonly entry: Entry<'Distribution'>
  readonly floor: number | undefined
  readonly plan: Entry<'IncentivePlan'>
}

/** Distributions under plans of the line, paid since. */
function distributionsOf(context: RuleContext, since: string): Planned[] {
  const plans = context.ofLine('IncentivePlan')
  return context.workspace.all('Distribution').flatMap((entry) => {
    const plan = plans.find(({value}) => value.id === entry.value.plan)
    const {paid} = entry.value
    return plan === undefined || paid <= since || paid > context.asOf
      ? []
      : [{entry, plan, floor: plan.value.participationFloor}]
  })
}

function judge(context: RuleContext, {entry, plan, floor}: Planned) {
  const {finding, cite} = context
  const {payments, hours, strength, unread} = paymentsOf(context, entry)
  const drew = payments.filter(({amount}) => amount > 0)
  const gaps: Finding[] = [...unread]
  if (floor === undefined)
    gaps.push(
      finding(
        'note',
        plan,
        [],
        'Unexpected incentive plan without `participationFloor`, expected the participation below which a member draws nothing',
        'State `participationFloor`, as adopted',
      ),
    )
  const closed = closedSince(context, 'distributions', entry.value.from) !== undefined
  const isBelow = ({member, belowFloor}: Paid): boolean | undefined =>
    belowFloor === true ||
    (hours !== undefined && floor !== undefined
      ? (hours.get(member) ?? 0) < floor
      : (belowFloor ?? (closed ? false : undefined)))
  const open = drew.filter((it) => isBelow(it) === undefined)
  if (open.length > 0)
    gaps.push(
      finding(
        'note',
        entry,
        ['payments'],
        `Unexpected ${counted(open.length, 'payment')} that ${open.length === 1 ? 'does' : 'do'} not say whether the member was below the floor, expected \`belowFloor\`, hours or an attested log`,
        'State `belowFloor`, or attest the log `distributions`',
      ),
    )
  const members = new Map(drew.map((it) => [it.member, it]))
  const riders = [...members.values()].filter((it) => isBelow(it) === true)
  const shows = `${counted(members.size, 'member')} drew money, ${riders.length} of them below the floor`
  return {
    drew: members.size,
    riders,
    gaps,
    evidence:
      gaps.length > 0 || payments.length === 0
        ? []
        : [cite(entry, [], hours === undefined ? strengthOf(context, entry) : strength, shows)],
  }
}

function riderFinding({finding}: RuleContext, {entry, path, member}: Paid): Finding {
  return finding(
    'warning',
    entry,
    path,
    `Unexpected payment to member \`${member}\` below the participation floor, expected none`,
    'Record what is done about it; the plan says that such a member draws nothing',
  )
}
