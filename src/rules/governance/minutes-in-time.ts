import {addDays, addMonths} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {closedSince} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const minutesInTime: Rule = {
  id: 'A5',
  name: 'governance/minutes-in-time',
  title: 'Minutes are drafted within thirty days and adopted at the next meeting',
  weight: 'major',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'minutesDraftedDays',
      value: 30,
      unit: 'days',
      basis: 'house',
      source: 'House default',
      description: 'Longest time from a meeting to the draft of its minutes.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'The minutes of every meeting of the last 12 months were drafted within 30 days and adopted by the day of the next meeting of the same body.',
    rationale:
      'What a body decided is proved by minutes of the time: minutes written or adopted long after are weak evidence of an ongoing program.',
    evidence:
      'Meeting records with `held`, `minutesDrafted` and `minutesAdopted`, and the minutes as exhibits; an Attestation of log `meetings`.',
    limits:
      'Reads the dates that the records state; the history of the repository shows when they were entered. A last meeting has no next one yet.',
  },
  requires: ['Meeting'],

  check(context) {
    const {workspace, asOf, threshold, cite, finding} = context
    const since = addMonths(asOf, -threshold('operatingLookBackMonths'))
    const known = closedSince(context, 'meetings', since) !== undefined
    const meetings = workspace
      .all('Meeting')
      .filter(({value}) => value.held > since && value.held <= asOf)
    const tally = newTally()
    for (const entry of meetings) {
      const late = latenessOf(context, entry)
      if (late.length === 0)
        tally.met.push(
          cite(
            entry,
            entry.value.minutesDrafted === undefined ? ['held'] : ['minutesDrafted'],
            strengthOf(context, entry, [entry.value.minutes]),
            wordsOf(entry),
          ),
        )
      for (const {path, message} of late) {
        const refuted = path !== undefined || known
        ;(refuted ? tally.unmet : tally.notStated).push(
          finding(
            refuted ? 'warning' : 'note',
            entry,
            path ?? [],
            message,
            'Record the day on which the minutes were drafted and adopted, as they were',
          ),
        )
      }
    }
    return concluded(tally, {
      summary: `The minutes of ${tally.met.length} of ${counted(meetings.length, 'meeting')} since ${since} were drafted and adopted in time.`,
      answeredBy: `\`minutesDrafted\` and \`minutesAdopted\` in the Meeting records (${fileFor(context.workspace, 'Meeting', '…')})`,
      none: meetings.some(({value}) => value.minutesDrafted !== undefined) ? 'weak' : 'absent',
      empty: context.missingOperation(),
    })
  },
}

/** What was late, at its place; without a place where the record states no date. */
function latenessOf(
  {workspace, asOf, threshold}: RuleContext,
  {value}: Entry<'Meeting'>,
): {path?: string[]; message: string}[] {
  const {id, body, held, minutesDrafted, minutesAdopted} = value
  const draftDue = addDays(held, threshold('minutesDraftedDays'))
  const [next] = workspace
    .all('Meeting')
    .filter((it) => it.value.body === body && it.value.held > held && it.value.held <= asOf)
    .map((it) => it.value.held)
    .sort(compareText)
  const late: {path?: string[]; message: string}[] = []
  if (minutesDrafted !== undefined && minutesDrafted > draftDue)
    late.push({
      path: ['minutesDrafted'],
      message: `Unexpected draft on ${minutesDrafted} of minutes of ${held}, expected one by ${draftDue}`,
    })
  if (minutesDrafted === undefined && draftDue < asOf)
    late.push({
      message: `Unexpected meeting \`${id}\` without \`minutesDrafted\`, expected a draft by ${draftDue}`,
    })
  if (minutesAdopted !== undefined && next !== undefined && minutesAdopted > next)
    late.push({
      path: ['minutesAdopted'],
      message: `Unexpected adoption on ${minutesAdopted}, expected it at the next meeting on ${next}`,
    })
  if (minutesAdopted === undefined && next !== undefined)
    late.push({
      message: `Unexpected meeting \`${id}\` without \`minutesAdopted\`, expected adoption at the next meeting on ${next}`,
    })
  return late
}

function wordsOf({value: {held, minutesDrafted, minutesAdopted}}: Entry<'Meeting'>): string {
  const drafted = minutesDrafted === undefined ? 'draft not due' : `drafted ${minutesDrafted}`
  const adopted = minutesAdopted === undefined ? 'no next meeting yet' : `adopted ${minutesAdopted}`
  return `held ${held}, ${drafted}, ${adopted}`
}
