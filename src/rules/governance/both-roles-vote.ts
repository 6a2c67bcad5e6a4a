import type {Rule} from '../../model/rule.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'

export const bothRolesVote: Rule = {
  id: 'A3',
  name: 'governance/both-roles-vote',
  title: 'Primary care and specialists each have a vote on the clinical committee',
  weight: 'minor',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every clinical committee has a voting seat of primary care and one of specialists, by the `role` of its seats.',
    rationale:
      'Primary care and specialists modify practice together only where both decide on the protocols that bind them.',
    evidence: 'GoverningBody records of type `clinicalCommittee` with `seats` and their `role`.',
    limits: 'Shows seats, not who came. Where a seat states no role, nothing is assumed.',
  },
  requires: ['GoverningBody'],

  check(context) {
    const {workspace, cite, finding} = context
    const committees = workspace
      .all('GoverningBody')
      .filter(({value}) => value.type === 'clinicalCommittee')
    const tally = newTally()
    for (const entry of committees) {
      const {id, seats = []} = entry.value
      const voting = seats.filter(({vote, count}) => vote && count > 0)
      const roles = new Set(voting.flatMap(({role}) => role ?? []))
      const missing = [
        ...(roles.has('primaryCare') ? [] : ['primary care']),
        ...(roles.has('specialist') ? [] : ['specialists']),
      ]
      const open =
        seats.length === 0 ||
        voting.some((it) => it.role === undefined && it.class.endsWith('Physician'))
      if (missing.length === 0)
        tally.met.push(
          cite(entry, ['seats'], strengthOf(context, entry), 'primary care and specialists vote'),
        )
      else
        (open ? tally.notStated : tally.unmet).push(
          finding(
            open ? 'note' : 'warning',
            entry,
            seats.length === 0 ? [] : ['seats'],
            `Unexpected committee \`${id}\` without a voting seat of ${listed(missing)}, expected one of each`,
            'State the `role` of each seat, or add the seat',
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(committees.length, 'clinical committee')} ${committees.length === 1 ? 'has' : 'have'} voting seats of primary care and of specialists.`,
      answeredBy: '`seats` in the GoverningBody record of the clinical committee',
    })
  },
}
