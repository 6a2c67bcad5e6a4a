import {addMonths} from '../../model/date.ts'
import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const reminderAtMeetings: Rule = {
  id: 'K4',
  name: 'safeguards/reminder-at-meetings',
  title: 'The antitrust reminder was read at every meeting',
  weight: 'minor',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'jointPricing',
  operating: true,
  thresholds: [operatingLookBackMonths],
  authorities: ['dose-of-competition-2004', 'sherman-1'],
  docs: {
    tests:
      'Whether the record of each meeting within twelve months says that the antitrust reminder was read. One that leaves it out is not known.',
    rationale: 'A reminder at the table shows that those who met knew what not to talk of.',
    evidence: 'Meeting records with `antitrustReminder`, and the minutes as an exhibit.',
    limits: 'Shows that it is on record, not that what followed kept to it.',
  },
  requires: ['Meeting'],

  check(context) {
    const since = addMonths(context.asOf, -context.threshold('operatingLookBackMonths'))
    const tally = newTally()
    for (const entry of context.workspace.all('Meeting')) {
      const {held, antitrustReminder, minutes} = entry.value
      if (held <= since || held > context.asOf) continue
      if (antitrustReminder === true)
        tally.met.push(
          context.cite(
            entry,
            ['antitrustReminder'],
            strengthOf(context, entry, [minutes]),
            `reminder read on ${held}`,
          ),
        )
      else
        tally[antitrustReminder === false ? 'unmet' : 'notStated'].push(
          context.finding(
            antitrustReminder === false ? 'warning' : 'note',
            entry,
            ['antitrustReminder'],
            `Unexpected meeting of \`${held}\` ${antitrustReminder === false ? 'without the' : 'that leaves out whether it had the'} antitrust reminder, expected it read`,
            'Read it at the next meeting; state `antitrustReminder` as the minutes have it',
          ),
        )
    }
    const meetings = tally.met.length + tally.unmet.length + tally.notStated.length
    return concluded(tally, {
      summary: `The antitrust reminder was read at ${tally.met.length} of ${counted(meetings, 'meeting')} since ${since}.`,
      answeredBy: '`antitrustReminder` of each Meeting record',
      empty: context.missingOperation(),
    })
  },
}
