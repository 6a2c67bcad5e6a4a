import {addDays} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {recentScorecards} from './recent.ts'

export const reportsDelivered: Rule = {
  id: 'D5',
  name: 'monitoring/reports-delivered',
  title: 'Each member received the report within forty-five days of the close of the period',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'reportDeliveryDays',
      value: 45,
      unit: 'days',
      basis: 'house',
      source: 'House default',
      description: 'Longest time from the end of a period to the report in the hands of members.',
      looser: 'higher',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Each scorecard of the last 12 months was delivered to all members to be scored within 45 days of the end of its period.',
    rationale:
      'Practice is modified by those who see their results: a report that comes late or to some changes little.',
    evidence:
      'Scorecard records with `delivered` and `members`; the list of delivery as an exhibit.',
    limits: 'Shows that reports went out, not that anyone read them.',
  },
  requires: ['Scorecard'],

  check(context) {
    const {asOf, threshold, cite, finding} = context
    const {since, cards, empty} = recentScorecards(context)
    const due = ({value}: Entry<'Scorecard'>) => addDays(value.to, threshold('reportDeliveryDays'))
    const judged = cards.filter((it) => it.value.delivered !== undefined || due(it) < asOf)
    const tally = newTally()
    for (const entry of judged) {
      const {id, delivered, members} = entry.value
      if (delivered === undefined || members === undefined)
        tally.notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected scorecard \`${id}\` without \`${delivered === undefined ? 'delivered' : 'members'}\`, expected delivery to all members by ${due(entry)}`,
            'Add `delivered` with `on` and `count`, and `members`',
          ),
        )
      else if (delivered.on > due(entry) || delivered.count < members.of || members.of === 0)
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['delivered'],
            `Unexpected ${delivered.count} of ${members.of} reports delivered by ${delivered.on}, expected all by ${due(entry)}`,
            'Deliver the reports that are missing; send the next ones earlier',
          ),
        )
      else
        tally.met.push(
          cite(
            entry,
            ['delivered'],
            strengthOf(context, entry),
            `${delivered.count} of ${members.of} by ${delivered.on}, due ${due(entry)}`,
          ),
        )
    }
    return concluded(tally, {
      summary: `The reports of ${tally.met.length} of ${counted(judged.length, 'scorecard')} since ${since} reached all members in time.`,
      answeredBy: `\`delivered\` in the Scorecard records (${fileFor(context.workspace, 'Scorecard', '…')})`,
      none: judged.some(({value}) => (value.delivered?.count ?? 0) > 0) ? 'weak' : 'absent',
      empty: cards.length > judged.length ? 'unknown' : empty,
    })
  },
}
