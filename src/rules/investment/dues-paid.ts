import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, outcomeOfShare, resultOf} from '../result.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {recentInvestments} from './recent.ts'

export const duesPaid: Rule = {
  id: 'F2',
  name: 'investment/dues-paid',
  title: 'Members owe dues or capital, and nearly all have paid',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    {
      id: 'duesPaidShare',
      value: 0.95,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of members who paid the dues or capital that they owe',
      looser: 'lower',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'The newest dues or capital for each member in a period that reaches into the last 12 months: above zero, and paid by at least 95 % of those who owe. Capital of physicians without a count of who paid is weak; dues of zero without such capital are absent.',
    rationale:
      'Significant investment of capital is one of the three classic indicators of integration: members who put in nothing have nothing to lose when the program fails.',
    evidence:
      'Investment records with `dues` (per member, members, paid), or `capital` of physicians.',
    limits:
      'Whether the amount is significant is for counsel. Members who are said to owe are taken as recorded.',
  },
  requires: ['Investment'],

  check(context) {
    const {asOf, cite, finding, threshold} = context
    const {since, entries} = recentInvestments(context)
    const stated = entries.filter(({value}) => value.dues !== undefined).at(-1)
    const capital = capitalOfPhysicians(context)
    const {perMemberUsd = 0, members = 0, paid = 0} = stated?.value.dues ?? {}
    const floor = threshold('duesPaidShare')
    const counts = stated !== undefined && perMemberUsd > 0 && members > 0
    const outcome: Outcome = counts
      ? outcomeOfShare(paid / members, floor)
      : capital.length > 0
        ? 'weak'
        : stated === undefined || perMemberUsd > 0
          ? context.missingOperation()
          : 'absent'
    const evidence: Evidence[] = [
      ...(counts && paid > 0
        ? [
            cite(
              stated,
              ['dues'],
              strengthOf(context, stated),
              `dues paid by ${paid} of ${counted(members, 'member')}`,
            ),
          ]
        : []),
      ...capital.map((entry) =>
        cite(entry, ['capital'], strengthOf(context, entry), 'capital paid in by physicians'),
      ),
    ]
    const findings: Finding[] =
      outcome === 'supported'
        ? []
        : stated === undefined
          ? [
              lineFinding(
                context,
                outcome,
                `Unexpected line without dues of members since ${since}, expected an amount above zero and who paid`,
                `Record \`dues\` in ${fileFor(context.workspace, 'Investment')}`,
              ),
            ]
          : [
              finding(
                'warning',
                stated,
                ['dues'],
                perMemberUsd > 0
                  ? `Unexpected dues paid by ${paid} of ${counted(members, 'member')}, expected ${percent(floor)}`
                  : 'Unexpected dues of zero, expected members to put something in',
                'Record what was paid since, or what the network does about those who owe',
              ),
            ]
    return resultOf(
      outcome,
      stated === undefined
        ? `No dues of members are recorded since ${since}; physicians paid capital in ${counted(capital.length, 'record')} up to ${asOf}.`
        : `Dues ${perMemberUsd > 0 ? 'above zero' : 'of zero'}, paid by ${paid} of ${counted(members, 'member')}, for ${stated.value.from} to ${stated.value.to}.`,
      evidence,
      findings,
      `an Investment record with \`dues\` (${fileFor(context.workspace, 'Investment', '…')})`,
    )
  },
}

/** Capital once paid stays in, so that its date does not matter. */
function capitalOfPhysicians({workspace, asOf}: RuleContext): Entry<'Investment'>[] {
  return workspace
    .all('Investment')
    .filter(({value}) =>
      (value.capital ?? []).some(
        ({by, amountUsd, date}) => by === 'physicians' && amountUsd > 0 && date <= asOf,
      ),
    )
}
