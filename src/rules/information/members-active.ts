import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, outcomeOfShare, resultOf} from '../result.ts'
import {rosterOf} from '../roster.ts'
import {recentUse, systemsOn, systemUseDays} from './systems.ts'

export const membersActive: Rule = {
  id: 'G2',
  name: 'information/members-active',
  title: 'Four in five members were active in the shared systems within ninety days',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    systemUseDays,
    {
      id: 'systemActiveShare',
      value: 0.8,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of members who were active in a system that they must use',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'For each system that members must use, or, where none says so, for each whose use is recorded: the best month of the last 90 days, as members active out of members. Where more clinicians are on the panel than the record counts, the panel is the whole.',
    rationale: 'Technology that nobody uses is not integration.',
    evidence: 'InformationSystem records with `use` by month, and `dutyToUse`.',
    limits:
      'A month of activity is one sign-in or a thousand: it does not show that what was seen changed anything. Counts that a record declares are no stronger than declared.',
  },
  requires: ['InformationSystem'],

  check(context) {
    const on = systemsOn(context)
    const bound = on.filter(({value}) => value.dutyToUse === true)
    const judgedOn = bound.length > 0 ? bound : on.filter(({value}) => value.use !== undefined)
    const {members} = rosterOf(context)
    const judged = judgedOn.map((entry) => judge(context, entry, members))
    const stated = judged.flatMap(({outcome}) => outcome ?? [])
    const outcome: Outcome =
      stated.length === 0
        ? context.missingOperation()
        : stated.every((it) => it === 'absent')
          ? 'absent'
          : stated.every((it) => it === 'supported') && stated.length === judged.length
            ? 'supported'
            : 'weak'
    const findings = judged.flatMap((it) => it.finding ?? [])
    if (judged.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected line without recorded use of a shared system, expected members active by month',
          'Record `use` in the InformationSystem records',
        ),
      )
    return resultOf(
      outcome,
      `${stated.filter((it) => it === 'supported').length} of ${counted(judged.length, 'system')} with a duty to use, or recorded use, ${judged.length === 1 ? 'was' : 'were'} used by ${percent(context.threshold('systemActiveShare'))} of members within ${context.threshold('systemUseDays')} days.`,
      judged.flatMap((it) => it.evidence ?? []),
      findings,
      '`use` by month in the InformationSystem records (information-systems/….yaml)',
    )
  },
}

interface Judged {
  /** Left out where no use of the last days is recorded. */
  readonly outcome?: Outcome
  readonly evidence?: Evidence
  readonly finding?: Finding
}

function judge(context: RuleContext, entry: Entry<'InformationSystem'>, members: number): Judged {
  const days = context.threshold('systemUseDays')
  const floor = context.threshold('systemActiveShare')
  const months = recentUse(context, entry)
    .filter(({use}) => use.of > 0)
    .map(({use, index}) => ({use, index, of: Math.max(use.of, members)}))
    .toSorted((a, b) => b.use.active / b.of - a.use.active / a.of)
  const [best] = months
  if (best === undefined)
    return {
      finding: context.finding(
        'warning',
        entry,
        ['use'],
        `Unexpected system \`${entry.value.title}\` without recorded use in ${days} days, expected members active`,
        'Record `use` by month',
      ),
    }
  const share = best.use.active / best.of
  const says = `${best.use.active} of ${counted(best.of, 'member')} active in ${best.use.month} (${percent(share)})`
  const outcome = outcomeOfShare(share, floor)
  if (outcome === 'supported')
    return {
      outcome,
      evidence: context.cite(entry, ['use', best.index], strengthOf(context, entry), says),
    }
  return {
    outcome,
    finding: context.finding(
      'warning',
      entry,
      ['use', best.index],
      `Unexpected ${says} in \`${entry.value.title}\`, expected ${percent(floor)}`,
      'Find out who does not use it and why; the duty to use it is a duty of the agreement',
    ),
  }
}
