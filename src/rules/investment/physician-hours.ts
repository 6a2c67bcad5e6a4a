import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince, lookBackFrom} from '../logs.ts'
import {counted, percent, strengthOf, tableStrength} from '../outcome.ts'
import {rosterOf, type Roster} from '../roster.ts'
import {logAttestationDays} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const physicianHours: Rule = {
  id: 'F4',
  name: 'investment/physician-hours',
  title: 'Three in ten members logged hours in the program within a year',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'physicianHoursShare',
      value: 0.3,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of members on the panel who logged hours within a year.',
      looser: 'lower',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Members with hours logged in the last 12 months, or since the program went live, as a share of the clinicians on the panel. Members of one practice in several rows are counted once: the largest row.',
    rationale:
      'Investment of human capital is part of a classic indicator of integration: a program in which few physicians work is run for them, not by them.',
    evidence:
      'Investment records with `hours` by practice, or an `hoursTable` by pseudonym; Participant records with the clinicians; an Attestation of log `physicianHours`.',
    limits:
      'Counts members, not what their hours achieved. Rows by practice name no member, so the count is the least there can have been.',
  },
  requires: ['Investment', 'Participant'],

  check(context) {
    const {threshold, finding, network, lineIndex} = context
    const since = lookBackFrom(context, threshold('operatingLookBackMonths'))
    const share = threshold('physicianHoursShare')
    const roster = rosterOf(context)
    const closed = closedSince(context, 'physicianHours', since)
    const logged = loggedMembers(context, roster, since, closed)
    const outcome = outcomeFor(context, roster, logged.count, share, closed !== undefined)
    const findings: Finding[] = [...logged.findings]
    if (outcome !== 'supported')
      findings.push(
        finding(
          outcome === 'unknown' ? 'note' : 'warning',
          network,
          ['productLines', lineIndex],
          `Unexpected ${logged.count} of ${counted(roster.members, 'member')} with hours since ${since}, expected ${percent(share)} of a known panel`,
          `Record the hours in ${fileFor(context.workspace, 'Investment')}, by practice or as a table`,
        ),
      )
    for (const entry of roster.gaps)
      findings.push(
        finding(
          'note',
          entry,
          [],
          `Unexpected participant \`${entry.value.id}\` without known clinicians, expected their number`,
          'Add `clinicians`, a `roster` table or `declaredClinicians`, and the panel in `productLines`',
        ),
      )
    return {
      outcome,
      summary: `${logged.count} of ${counted(roster.members, 'member')} on the panel logged hours since ${since}${roster.members === 0 ? '' : ` (${percent(logged.count / roster.members)})`}.`,
      evidence: logged.evidence,
      findings,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `an Investment record with \`hours\` or \`hoursTable\` (${fileFor(context.workspace, 'Investment', '…')})`,
          }),
    }
  },
}

/** Below half of the floor it is not a program short of hours but one without them. */
function outcomeFor(
  context: RuleContext,
  {members, gaps}: Roster,
  count: number,
  share: number,
  closed: boolean,
): Outcome {
  if (count === 0 || (members > 0 && count < (share * members) / 2))
    return closed ? 'absent' : context.missingOperation()
  if (members === 0 || gaps.length > 0) return 'unknown'
  return count >= share * members ? 'supported' : 'weak'
}

interface Logged {
  readonly count: number
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
}

/** Tables count pseudonyms; rows count the least number of members each practice can have had. */
function loggedMembers(
  context: RuleContext,
  roster: Roster,
  since: string,
  closed: Entry<'Attestation'> | undefined,
): Logged {
  const {workspace, asOf, cite, finding} = context
  const units = new Set<string>()
  const byPractice = new Map<string, number>()
  const evidence: Evidence[] = []
  const findings: Finding[] = []
  const recent = workspace
    .all('Investment')
    .filter(({value}) => value.to > since && value.from <= asOf)
  for (const entry of recent) {
    const {hoursTable, hours = []} = entry.value
    if (hoursTable !== undefined) {
      const table = workspace.table(hoursTable)
      if (table.status !== 'read')
        findings.push(
          finding(
            'warning',
            entry,
            ['hoursTable'],
            `Unexpected table \`${hoursTable}\` (${table.status}), expected one that can be read`,
            'Supply the table with the hash in its EvidenceTable record',
          ),
        )
      else {
        const rows = table.counts.filter(
          (it) =>
            it.measure === 'hours' &&
            it.unit !== 'network' &&
            it.numerator > 0 &&
            it.periodEnd > since &&
            it.periodEnd <= asOf,
        )
        for (const {unit} of rows) units.add(unit)
        if (rows.length > 0)
          evidence.push(
            cite(
              entry,
              ['hoursTable'],
              tableStrength(context, entry, hoursTable, closed),
              `${counted(new Set(rows.map(({unit}) => unit)).size, 'member')} with hours`,
            ),
          )
      }
    }
    const worked = hours.filter((it) => it.hours > 0 && it.members > 0)
    for (const {participant, members} of worked)
      byPractice.set(participant, Math.max(byPractice.get(participant) ?? 0, members))
    if (worked.length > 0)
      evidence.push(
        cite(
          entry,
          ['hours'],
          strengthOf(context, entry),
          `hours of ${counted(new Set(worked.map((it) => it.participant)).size, 'practice')}`,
        ),
      )
  }
  const fromRows = roster.staffing.reduce(
    (sum, it) => sum + Math.min(it.members, byPractice.get(it.entry.value.id) ?? 0),
    0,
  )
  // A table may still hold members who have left.
  const fromTables = roster.members === 0 ? units.size : Math.min(units.size, roster.members)
  return {count: Math.max(fromTables, fromRows), evidence, findings}
}
