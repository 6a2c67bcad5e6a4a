import {compareText} from '../../model/location.ts'
import type {Outcome, Rule} from '../../model/rule.ts'
import {closedSince} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'

export const notEveryoneAdmitted: Rule = {
  id: 'B6',
  name: 'membership/not-everyone-admitted',
  title: 'Of more than fifty applicants, not everyone was admitted',
  weight: 'major',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    logAttestationDays,
    {
      id: 'manyApplicants',
      value: 50,
      unit: 'count',
      basis: 'house',
      source: 'House default',
      description: 'Applicants beyond whom it tells against selection that everyone was admitted.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Decisions on applications since the first on record. More than 50 applicants of whom none was denied or deferred are evidence against selection; with fewer, that everyone was admitted says nothing.',
    rationale:
      'Selective membership is one of the three classic indicators of integration: a network open to all comers has picked nobody for what the program needs.',
    evidence:
      'MembershipDecision records of class `admission`, `denial` and `deferral`; an Attestation of log `membershipDecisions` from the first decision on.',
    limits:
      'Counts decisions on those who applied. Who was discouraged from applying leaves no record.',
  },
  requires: ['MembershipDecision'],

  check(context) {
    const {workspace, asOf, threshold, cite, finding, network} = context
    const many = threshold('manyApplicants')
    const applications = workspace
      .all('MembershipDecision')
      .filter(
        ({value: {decision, date}}) =>
          decision !== 'exit' && decision !== 'reselection' && date <= asOf,
      )
      .toSorted((a, b) => compareText(a.value.date, b.value.date))
    const turnedAway = applications.filter(({value}) => value.decision !== 'admission')
    const [first] = applications
    const closed = closedSince(context, 'membershipDecisions', first?.value.date ?? asOf)
    const open = turnedAway.length > 0 || applications.length <= many
    const outcome: Outcome =
      turnedAway.length > 0
        ? 'supported'
        : closed === undefined
          ? 'unknown'
          : open
            ? 'supported'
            : 'contrary'
    return {
      outcome,
      summary: `${turnedAway.length} of ${counted(applications.length, 'applicant')} ${turnedAway.length === 1 ? 'was' : 'were'} denied or deferred; the log of decisions is ${closed === undefined ? 'not attested complete' : 'attested complete'}.`,
      evidence:
        turnedAway.length > 0
          ? turnedAway.map((entry) =>
              cite(
                entry,
                ['decision'],
                strengthOf(context, entry),
                `${entry.value.decision} on ${entry.value.date}`,
              ),
            )
          : closed === undefined
            ? []
            : [
                cite(
                  closed,
                  ['log'],
                  strengthOf(context, closed),
                  `${counted(applications.length, 'applicant')} in a closed log`,
                ),
              ],
      findings:
        outcome === 'supported'
          ? []
          : [
              finding(
                outcome === 'unknown' ? 'note' : 'warning',
                network,
                [],
                outcome === 'unknown'
                  ? `Unexpected ${counted(applications.length, 'applicant')} all admitted in a log that is not attested complete, expected an attestation`
                  : `Unexpected ${counted(applications.length, 'applicant')} all admitted, expected some of more than ${many} to be denied or deferred`,
                'Record every application with its decision, also those turned away',
              ),
            ],
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy:
              'MembershipDecision records of class `denial` or `deferral`, and an Attestation of log `membershipDecisions`',
          }),
    }
  },
}
