import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {isRunning} from '../lifetime.ts'
import {closedSince, lookBackFrom} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const utilizationReviewActive: Rule = {
  id: 'D8',
  name: 'monitoring/utilization-review-active',
  title: 'Utilization review is active, with volumes above zero',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths, logAttestationDays],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every utilization control that is running reviewed at least one case in the last 12 months, or since the program went live.',
    rationale:
      'Mechanisms to monitor and control utilization are one of the three classic indicators of integration: one that never looks at a case controls nothing.',
    evidence:
      'UtilizationControl records with `activity` by period; an Attestation of log `utilizationActivity`.',
    limits: 'Shows that cases were reviewed, not that the review changed anything.',
  },
  requires: ['UtilizationControl'],

  check(context) {
    const {asOf, threshold, cite, finding, ofLine} = context
    const since = lookBackFrom(context, threshold('operatingLookBackMonths'))
    const running = ofLine('UtilizationControl').filter(({value}) => isRunning(value, asOf))
    const evidence: Evidence[] = []
    const findings: Finding[] = []
    let zeros = 0
    for (const entry of running) {
      const recent = (entry.value.activity ?? [])
        .map((activity, index) => ({...activity, index}))
        .filter(({from, to}) => to > since && from <= asOf)
        .sort((a, b) => compareText(a.to, b.to))
      const reviewed = recent.reduce((sum, it) => sum + it.reviewed, 0)
      const last = recent.at(-1)
      if (last !== undefined && reviewed > 0)
        evidence.push(
          cite(
            entry,
            ['activity', last.index],
            strengthOf(context, entry),
            `${counted(reviewed, 'case')} reviewed since ${since}`,
          ),
        )
      else {
        zeros += last === undefined ? 0 : 1
        findings.push(
          finding(
            'warning',
            entry,
            last === undefined ? ['activity'] : ['activity', last.index, 'reviewed'],
            `Unexpected control \`${entry.value.id}\` with ${last === undefined ? 'no volume recorded' : 'zero cases reviewed'} since ${since}, expected volumes above zero`,
            'Record what was reviewed under `activity`, or the day on which the control ended',
          ),
        )
      }
    }
    const closed = closedSince(context, 'utilizationActivity', since)
    const none: Outcome =
      closed !== undefined || (zeros > 0 && zeros === running.length)
        ? 'absent'
        : context.missingOperation()
    const outcome: Outcome =
      evidence.length === 0 ? none : findings.length === 0 ? 'supported' : 'weak'
    return {
      outcome,
      summary: `${evidence.length} of ${counted(running.length, 'running utilization control')} reviewed cases since ${since}.`,
      evidence,
      findings,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `\`activity\` in the UtilizationControl records (${fileFor(context.workspace, 'UtilizationControl', '…')})`,
          }),
    }
  },
}
