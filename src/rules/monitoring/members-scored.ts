import {fileFor} from '../../model/placement.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince, lookBackFrom} from '../logs.ts'
import {counted, percent, tableStrength} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const membersScored: Rule = {
  id: 'D2',
  name: 'monitoring/members-scored',
  title: 'Nine in ten members are scored or marked low-volume, with a network value, each period',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'membersScoredShare',
      value: 0.9,
      unit: 'ratio',
      basis: 'house',
      source: 'House default; the idea from the staff letter on MedSouth, 2002',
      description: 'Least share of members scored, or marked as too small to score.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002'],
  docs: {
    tests:
      'Each scorecard of the last 12 months scored, or marked as too small to score, at least 90 % of the members, and gave a value for the whole network.',
    rationale:
      'Each physician and the network as a whole are to be measured against benchmarks: members left out are not monitored.',
    evidence:
      'Scorecard records with `members` and `networkValue`, and the table that they were computed from.',
    limits: 'Counts members; it does not show that what was measured mattered.',
  },
  requires: ['Scorecard'],

  check(context) {
    const {asOf, threshold, cite, ofLine} = context
    const since = lookBackFrom(context, threshold('operatingLookBackMonths'))
    const share = threshold('membersScoredShare')
    const recent = ofLine('Scorecard').filter(
      ({value}) => value.issued <= asOf && value.to > since && value.to <= asOf,
    )
    const judged = recent.map((entry) => ({entry, ...judgeCard(context, entry, share)}))
    const full = judged.filter(({standing}) => standing === 'full')
    const short = judged.filter(({standing}) => standing === 'short')
    const closed = closedSince(context, 'scorecards', since)
    return {
      outcome:
        recent.length === 0
          ? closed === undefined
            ? context.missingOperation()
            : 'absent'
          : short.length > 0
            ? 'weak'
            : full.length === recent.length
              ? 'supported'
              : 'unknown',
      summary: `${full.length} of ${counted(recent.length, 'scorecard')} since ${since} ${recent.length === 1 ? 'covers' : 'cover'} ${percent(share)} of the members and ${recent.length === 1 ? 'gives' : 'give'} a network value.`,
      evidence: full.map(({entry}) =>
        cite(
          entry,
          ['members'],
          tableStrength(context, entry, entry.value.table, closed),
          wordsOf(entry),
        ),
      ),
      findings: judged.flatMap(({findings}) => findings),
      ...(full.length === recent.length && full.length > 0
        ? {}
        : {
            answeredBy: `\`members\` and \`networkValue\` in the Scorecard records (${fileFor(context.workspace, 'Scorecard', '…')})`,
          }),
    }
  },
}

function judgeCard(
  {finding}: RuleContext,
  entry: Entry<'Scorecard'>,
  share: number,
): {standing: 'full' | 'short' | 'notStated'; findings: Finding[]} {
  const {id, members, networkValue} = entry.value
  const findings: Finding[] = []
  const covered = members === undefined ? 0 : members.scored + (members.lowVolume ?? 0)
  const short = members !== undefined && (members.of === 0 || covered < share * members.of)
  if (members === undefined)
    findings.push(
      finding(
        'note',
        entry,
        [],
        `Unexpected scorecard \`${id}\` without \`members\`, expected a count`,
      ),
    )
  else if (short)
    findings.push(
      finding(
        'warning',
        entry,
        ['members'],
        `Unexpected ${covered} of ${members.of} members scored or marked low-volume, expected ${percent(share)}`,
        'Score the members left out, or mark those that are too small',
      ),
    )
  if (networkValue !== true)
    findings.push(
      finding(
        networkValue === false ? 'warning' : 'note',
        entry,
        networkValue === false ? ['networkValue'] : [],
        `Unexpected scorecard \`${id}\` without a network value, expected one`,
        'Issue a value for the whole network and set `networkValue: true`',
      ),
    )
  if (short || networkValue === false) return {standing: 'short', findings}
  return {standing: findings.length === 0 ? 'full' : 'notStated', findings}
}

function wordsOf({value: {to, members}}: Entry<'Scorecard'>): string {
  const {scored = 0, lowVolume = 0, of = 0} = members ?? {}
  return `${scored} of ${of} scored, ${lowVolume} low-volume, to ${to}`
}
