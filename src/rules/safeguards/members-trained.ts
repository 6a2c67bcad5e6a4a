import {addMonths} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import type {Rule, Threshold} from '../../model/rule.ts'
import {percent, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'
import {safeguardsOf, withoutSafeguard} from './kept.ts'

const trainedShare: Threshold = {
  id: 'trainedShare',
  value: 0.95,
  unit: 'ratio',
  basis: 'house',
  source: 'House default',
  description: 'Share of those to be trained who were',
  looser: 'lower',
}

const trainingMonths: Threshold = {
  id: 'trainingMonths',
  value: 24,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Months before the as-of date in which training counts',
  looser: 'higher',
}

export const membersTrained: Rule = {
  id: 'K3',
  name: 'safeguards/members-trained',
  title: 'Those who must be were trained on antitrust within two years',
  weight: 'major',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'jointPricing',
  operating: true,
  thresholds: [trainedShare, trainingMonths, ...silenceThresholds],
  authorities: ['dose-of-competition-2004', 'sherman-1'],
  docs: {
    tests:
      'Whether the newest training within twenty-four months reached 95 % of those to be trained. Below that it is weak; with no training in that time it is absent where the safeguards log is attested complete or the line has operated for twenty-four months, else not known.',
    rationale: 'Members who do not know what may not be talked of will talk of it.',
    evidence: 'Safeguard records of type `training` with sessions: date, trained, and of how many.',
    limits: 'Counts who was trained, not what was taught or understood.',
  },
  requires: [],

  check(context) {
    const since = addMonths(context.asOf, -context.threshold('trainingMonths'))
    const floor = context.threshold('trainedShare')
    const programs = safeguardsOf(context, 'training')
    const [newest] = programs
      .flatMap((entry) =>
        (entry.value.training ?? []).map((session, index) => ({entry, session, index})),
      )
      .filter(({session}) => session.date <= context.asOf && session.date >= since)
      .toSorted((a, b) => compareText(b.session.date, a.session.date))
    if (newest === undefined)
      return withoutSafeguard(context, 'training', 'record of training that still counts', {
        open: context.missingOperation(),
      })
    const {entry, session, index} = newest
    const {trained, of, date} = session
    const share = of === 0 ? null : trained / of
    const outcome = share === null ? 'unknown' : share >= floor ? 'supported' : 'weak'
    const says = `${trained} of ${of} trained on ${date}`
    return resultOf(
      outcome,
      `${says}; expected ${percent(floor)} since ${since}.`,
      [context.cite(entry, ['training', index], strengthOf(context, entry), says)],
      outcome === 'supported'
        ? []
        : [
            context.finding(
              outcome === 'unknown' ? 'note' : 'warning',
              entry,
              ['training', index],
              `Unexpected training of ${trained} of ${of}, expected ${percent(floor)} or more`,
              'Train those who are missing, and record the session',
            ),
          ],
      'a newer session of training in the Safeguard record',
    )
  },
}
