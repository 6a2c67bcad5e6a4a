import {addMonths} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import {closedSince} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding} from '../result.ts'
import {logAttestationDays} from '../silence.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const recordsAudited: Rule = {
  id: 'D7',
  name: 'monitoring/records-audited',
  title: 'A sample of medical records is audited each year',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths, logAttestationDays],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'In the last 12 months a sample of medical records was compared with what was scored, and records were in the sample.',
    rationale:
      'Scores rest on what members report: nobody is monitored by numbers that nobody checks.',
    evidence:
      'Scorecard records with `recordAudit`; the report of the audit as an exhibit, without patients; an Attestation of log `scorecards`.',
    limits:
      'Shows that records were looked at, not how the sample was drawn. How many agreed is printed and not judged.',
  },
  requires: ['Scorecard'],

  check(context) {
    const {asOf, monthsLive, ofLine, threshold, cite, finding} = context
    const months = threshold('operatingLookBackMonths')
    const since = addMonths(asOf, -months)
    const audits = ofLine('Scorecard').flatMap((entry) => {
      const {recordAudit} = entry.value
      return recordAudit !== undefined && recordAudit.on > since && recordAudit.on <= asOf
        ? [{entry, ...recordAudit}]
        : []
    })
    const tally = newTally()
    for (const {entry, on, sampled, agreed} of audits)
      if (sampled > 0 && agreed <= sampled)
        tally.met.push(
          cite(
            entry,
            ['recordAudit'],
            strengthOf(context, entry),
            `${agreed} of ${counted(sampled, 'record')} agreed on ${on}`,
          ),
        )
      else
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['recordAudit'],
            `Unexpected audit on ${on} in which ${agreed} of ${counted(sampled, 'record')} agreed, expected a sample above zero and no more that agree`,
          ),
        )
    // A program younger than a year owes no yearly audit yet.
    const due = (monthsLive ?? 0) >= months && closedSince(context, 'scorecards', since)
    const empty = due ? 'absent' : context.missingOperation()
    const result = concluded(tally, {
      summary: `${counted(tally.met.length, 'audit')} of medical records since ${since}.`,
      answeredBy: `\`recordAudit\` in a Scorecard record (${fileFor(context.workspace, 'Scorecard', '…')})`,
      empty,
    })
    if (audits.length > 0) return result
    const missing = lineFinding(
      context,
      empty,
      `Unexpected product line without an audit of medical records since ${since}, expected one a year`,
      'Compare a sample of records with what was scored, and add `recordAudit`',
    )
    return {...result, findings: [missing]}
  },
}
