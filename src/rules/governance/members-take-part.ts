import {addMonths} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince} from '../logs.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {rosterOf} from '../roster.ts'
import {logAttestationDays} from '../silence.ts'

export const membersTakePart: Rule = {
  id: 'A6',
  name: 'governance/members-take-part',
  title: 'Three in ten members served on a body or attended one within two years',
  weight: 'minor',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    logAttestationDays,
    {
      id: 'membersTakePartShare',
      value: 0.3,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of members who served on a body or attended a meeting.',
      looser: 'lower',
    },
    {
      id: 'membersTakePartMonths',
      value: 24,
      unit: 'months',
      basis: 'house',
      source: 'House default',
      description: 'Months before the as-of date in which service and attendance count.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Members who held a seat, gave hours to a body or attended a meeting in the last 24 months, as a share of the clinicians on the panel. Of each practice the largest figure of one record counts, so that nobody is counted twice.',
    rationale:
      'A high degree of interdependence and cooperation needs members who take part: a program run by a handful binds the rest on paper.',
    evidence:
      'GoverningBody records with `holders`, Meeting records with `attendees`, Investment records with `hours` for a `body`; Participant records with the clinicians.',
    limits:
      'The count is the least that there can have been: records of hours and attendance name practices, not members.',
  },
  requires: ['GoverningBody', 'Participant'],

  check(context) {
    const {asOf, threshold, finding, network} = context
    const since = addMonths(asOf, -threshold('membersTakePartMonths'))
    const share = threshold('membersTakePartShare')
    const roster = rosterOf(context)
    const served = roster.staffing.map(({entry, members}) =>
      takingPart(context, entry, members, since),
    )
    const count = served.reduce((sum, it) => sum + it.count, 0)
    const {members, gaps} = roster
    const enough = members > 0 && count >= share * members && gaps.length === 0
    const known =
      gaps.length === 0 && members > 0 && closedSince(context, 'meetings', since) !== undefined
    const outcome: Outcome = enough
      ? 'supported'
      : !known
        ? 'unknown'
        : count === 0
          ? 'absent'
          : 'weak'
    const words = `${count} of ${counted(members, 'member')} on the panel served on a body or attended one since ${since}`
    return {
      outcome,
      summary: `At least ${words}.`,
      evidence: served.flatMap(({evidence}) => evidence),
      findings: enough
        ? []
        : [
            finding(
              outcome === 'unknown' ? 'note' : 'warning',
              network,
              [],
              `Unexpected ${words}, expected ${percent(share)} of a known panel`,
              'Record `holders`, `attendees` and hours by `body`, and the clinicians of each practice',
            ),
          ],
      ...(enough
        ? {}
        : {
            answeredBy: `Meeting and Investment records (${fileFor(context.workspace, 'Meeting', '…')}, ${fileFor(context.workspace, 'Investment', '…')})`,
          }),
    }
  },
}

/** The least number of a practice's members who can have taken part, and what shows it. */
function takingPart(
  context: RuleContext,
  {value: {id}}: Entry<'Participant'>,
  members: number,
  since: string,
): {count: number; evidence: Evidence[]} {
  const {workspace, asOf, cite} = context
  const shown: {count: number; evidence: Evidence}[] = []
  const show = (count: number, entry: Entry, path: (string | number)[], what: string) =>
    shown.push({count, evidence: cite(entry, path, strengthOf(context, entry), `${id}: ${what}`)})
  for (const entry of workspace.all('Investment')) {
    if (entry.value.to <= since || entry.value.from > asOf) continue
    for (const [index, row] of (entry.value.hours ?? []).entries())
      if (row.participant === id && row.body !== undefined && row.hours > 0)
        show(row.members, entry, ['hours', index], `${row.members} in body ${row.body}`)
  }
  for (const entry of workspace.all('GoverningBody')) {
    const seated = (entry.value.holders ?? []).filter(
      ({person, from, to}) =>
        from <= asOf &&
        (to ?? asOf) > since &&
        workspace.find('Person', person)?.value.participant === id,
    )
    const persons = new Set(seated.map(({person}) => person)).size
    if (persons > 0) show(persons, entry, ['holders'], counted(persons, 'seat'))
  }
  for (const entry of workspace.all('Meeting'))
    if (entry.value.held > since && entry.value.held <= asOf && entry.value.attendees?.includes(id))
      show(1, entry, ['attendees'], `attended on ${entry.value.held}`)
  const most = shown.reduce<(typeof shown)[number] | undefined>(
    (best, it) => (best === undefined || it.count > best.count ? it : best),
    undefined,
  )
  return most === undefined
    ? {count: 0, evidence: []}
    : {count: Math.min(most.count, members), evidence: [most.evidence]}
}
