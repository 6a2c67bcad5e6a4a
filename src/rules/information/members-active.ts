import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent} from '../outcome.ts'
import {lineFinding, outcomeOfShare, resultOf} from '../result.ts'
import {rosterOf} from '../roster.ts'
import {activeMembers} from './active-members.ts'
import {systemsOn, systemUseDays} from './systems.ts'

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
      'For each system that members must use, or, where none says so, for each whose use is recorded: members active in the last 90 days out of members, counted in its table, else the best month that is declared. Where more clinicians are on the panel than the record counts, the panel is the whole.',
    rationale: 'Technology that nobody uses is not integration.',
    evidence:
      'InformationSystem records with `useTable` (counts by member, measure `use`) or `use` by month, and `dutyToUse`.',
    limits:
      'A month of activity is one sign-in or a thousand: it does not show that what was seen changed anything. Counts that a record declares are no stronger than declared.',
  },
  requires: ['InformationSystem'],

  check(context) {
    const on = systemsOn(context)
    const bound = on.filter(({value}) => value.dutyToUse === true)
    const judgedOn =
      bound.length > 0 ? bound : on.filter(({value}) => (value.use ?? value.useTable) !== undefined)
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
      `\`use\` by month in the InformationSystem records (${fileFor(context.workspace, 'InformationSystem', '…')})`,
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
  const {title, useTable} = entry.value
  const found = activeMembers(context, entry, members)
  if (found === undefined)
    return {
      finding: context.finding(
        'warning',
        entry,
        [useTable === undefined ? 'use' : 'useTable'],
        `Unexpected system \`${title}\` without recorded use in ${days} days, expected members active`,
        'Record `use` by month, or bring its table back as registered',
      ),
    }
  const {active, of, path, says, strength} = found
  const outcome = outcomeOfShare(active / of, floor)
  if (outcome === 'supported')
    return {
      outcome,
      evidence: context.cite(entry, path, strength, says),
      ...unreadTable(context, entry),
    }
  return {
    outcome,
    finding: context.finding(
      'warning',
      entry,
      path,
      `Unexpected ${says} in \`${title}\`, expected ${percent(floor)}`,
      'Find out who does not use it and why; the duty to use it is a duty of the agreement',
    ),
  }
}

/** What the record declares stands in for a table that cannot be read; that is said. */
function unreadTable(
  {workspace, finding}: RuleContext,
  entry: Entry<'InformationSystem'>,
): {readonly finding?: Finding} {
  const {useTable} = entry.value
  if (useTable === undefined || workspace.table(useTable).status === 'read') return {}
  return {
    finding: finding(
      'warning',
      entry,
      ['useTable'],
      `Unexpected table \`${useTable}\` that was not read, expected counts of use by member`,
      'Bring the table back as registered',
    ),
  }
}
