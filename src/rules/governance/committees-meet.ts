import {addMonths} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import {closedSince} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {outcomeOfShare} from '../result.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const committeesMeet: Rule = {
  id: 'A4',
  name: 'governance/committees-meet',
  title: 'Every committee met four times in twelve months with a quorum',
  weight: 'major',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'committeeMeetings',
      value: 4,
      unit: 'count',
      basis: 'house',
      source: 'House default',
      description: 'Least meetings of a committee with a quorum in the look-back.',
      looser: 'lower',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Each committee established for at least 12 months held four meetings with a quorum in that time.',
    rationale:
      'An active and ongoing program is run by people who meet: committees that do not meet evaluate nothing.',
    evidence:
      'Meeting records with `held` and `quorum`; GoverningBody records; an Attestation of log `meetings`.',
    limits:
      'Counts meetings, not what they decided. The board is left out. A younger committee is not judged.',
  },
  requires: ['GoverningBody', 'Meeting'],

  check(context) {
    const {workspace, asOf, threshold, cite, finding} = context
    const since = addMonths(asOf, -threshold('operatingLookBackMonths'))
    const least = threshold('committeeMeetings')
    const closed = closedSince(context, 'meetings', since)
    const known = closed !== undefined || context.missingOperation() === 'absent'
    const committees = workspace
      .all('GoverningBody')
      .filter(({value}) => value.type.endsWith('Committee') && (value.established ?? '') <= since)
    const tally = newTally()
    let most = 0
    for (const entry of committees) {
      const {id} = entry.value
      const held = workspace
        .all('Meeting')
        .filter(({value}) => value.body === id && value.held > since && value.held <= asOf)
      const quorate = held.filter(({value}) => value.quorum === true)
      const open = held.filter(({value}) => value.quorum === undefined)
      most = Math.max(most, quorate.length)
      if (quorate.length >= least) {
        const strengths = quorate.map((it) => strengthOf(context, it, [it.value.minutes]))
        const strength = strengths.includes('declared') ? 'declared' : 'documented'
        tally.met.push(
          cite(entry, [], strength, `${counted(quorate.length, 'meeting')} since ${since}`),
        )
        continue
      }
      const short = known && quorate.length + open.length < least
      ;(short ? tally.unmet : tally.notStated).push(
        finding(
          short ? 'warning' : 'note',
          entry,
          [],
          `Unexpected committee \`${id}\` with ${counted(quorate.length, 'meeting')} with a quorum since ${since}, expected ${least}`,
          `Record each meeting with \`held\` and \`quorum\` in ${fileFor(context.workspace, 'Meeting')}`,
        ),
      )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(committees.length, 'committee')} met ${least} times with a quorum since ${since}.`,
      answeredBy: `Meeting records (${fileFor(context.workspace, 'Meeting', '…')}), and an Attestation of log \`meetings\``,
      none: outcomeOfShare(most, least),
    })
  },
}
