import {addMonths} from '../model/date.ts'
import {compareText} from '../model/location.ts'
import type {Obligation} from '../model/obligation.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'
import {safeguardsOf} from '../rules/safeguards/kept.ts'
import {daysAfter, lastDayWithin, obligationOf, onNetwork, thresholdOf} from './context.ts'
import type {DueInput, Found} from './context.ts'

/** Meetings, minutes, disclosures of conflicts, training. */
export function governanceDue(input: DueInput): Found {
  return {
    obligations: [
      ...onNetwork(input, 'A4', meetings),
      ...onNetwork(input, 'A5', minutes),
      ...onNetwork(input, 'A7', disclosures),
      ...onNetwork(input, 'K3', training),
    ],
  }
}

/**
 * The day by which a committee must meet again: the last on which its newest meetings with a quorum
 * are still as many as the look-back asks for. Where they never were, a year after it was set up.
 */
function meetings(context: RuleContext): Obligation[] {
  const {workspace, asOf, threshold} = context
  const months = threshold('operatingLookBackMonths')
  const least = threshold('committeeMeetings')
  if (least === 0) return []
  return workspace
    .all('GoverningBody')
    .filter(({value}) => value.type.endsWith('Committee') && (value.established ?? '') <= asOf)
    .flatMap((entry) => {
      const {id, established} = entry.value
      const quorate = workspace
        .all('Meeting')
        .filter(({value}) => value.body === id && value.quorum === true && value.held <= asOf)
        .map(({value}) => value.held)
        .sort(compareText)
      const oldest = quorate.at(-least)
      const first = established === undefined ? undefined : addMonths(established, months)
      const counted =
        oldest === undefined ? undefined : lastDayWithin(oldest, months, {strict: true})
      // A younger committee is not judged before its first year is over.
      const due = [first, counted]
        .flatMap((it) => it ?? [])
        .sort(compareText)
        .at(-1)
      if (due === undefined) return []
      return [
        obligationOf(workspace, entry, {
          kind: 'committeeMeeting',
          due,
          what: `${id} meets with a quorum, for ${least} meetings in ${months} months`,
          test: 'A4',
          threshold: thresholdOf(context, 'committeeMeetings', 'count'),
        }),
      ]
    })
}

/** Minutes of the look-back that are not drafted, or not adopted though the body has met again. */
function minutes(context: RuleContext): Obligation[] {
  const {workspace, asOf, threshold} = context
  const since = addMonths(asOf, -threshold('operatingLookBackMonths'))
  const dates = workspace.all('Meeting').map(({value}) => value)
  return workspace
    .all('Meeting')
    .filter(({value}) => value.held > since && value.held <= asOf)
    .flatMap((entry) => {
      const {id, body, held, minutesDrafted, minutesAdopted} = entry.value
      const [next] = dates
        .filter((it) => it.body === body && it.held > held)
        .map((it) => it.held)
        .sort(compareText)
      return [
        ...(minutesDrafted !== undefined && minutesDrafted <= asOf
          ? []
          : [
              obligationOf(workspace, entry, {
                kind: 'minutesDraft',
                path: ['held'],
                due: daysAfter(held, threshold('minutesDraftedDays')),
                what: `The minutes of ${id} are drafted`,
                test: 'A5',
                threshold: thresholdOf(context, 'minutesDraftedDays', 'days'),
              }),
            ]),
        ...((minutesAdopted !== undefined && minutesAdopted <= asOf) || next === undefined
          ? []
          : [
              obligationOf(workspace, entry, {
                kind: 'minutesAdoption',
                path: ['held'],
                due: next,
                what: `The minutes of ${id} are adopted at the next meeting of ${body}`,
                test: 'A5',
              }),
            ]),
      ]
    })
}

/** Every body receives all disclosures of a calendar year by its last day. */
function disclosures({workspace, asOf}: RuleContext): Obligation[] {
  const thisYear = Number(asOf.slice(0, 4))
  return workspace
    .all('GoverningBody')
    .filter(({value}) => (value.established ?? '') <= asOf)
    .flatMap((entry) =>
      [thisYear - 1, thisYear].flatMap((year) => disclosuresOf(workspace, entry, year)),
    )
}

function disclosuresOf(
  workspace: DueInput['workspace'],
  entry: Entry<'GoverningBody'>,
  year: number,
): Obligation[] {
  const {id, established = '', conflictDisclosures = []} = entry.value
  if (established > `${year}-01-01`) return []
  const index = conflictDisclosures.findIndex((it) => it.year === year)
  const stated = conflictDisclosures[index]
  if (stated !== undefined && stated.of > 0 && stated.received >= stated.of) return []
  const count = stated === undefined ? '' : `, ${stated.received} of ${stated.of} received`
  return [
    obligationOf(workspace, entry, {
      kind: 'conflictDisclosure',
      part: String(year),
      path: stated === undefined ? [] : ['conflictDisclosures', index],
      due: `${year}-12-31`,
      what: `${id} has every disclosure of conflicts of ${year}${count}`,
      test: 'A7',
    }),
  ]
}

/** The newest training counts for so many months. */
function training(context: RuleContext): Obligation[] {
  const {workspace, asOf} = context
  const threshold = thresholdOf(context, 'trainingMonths', 'months')
  const newest = safeguardsOf(context, 'training')
    .flatMap((entry) => (entry.value.training ?? []).map(({date}, index) => ({entry, date, index})))
    .filter(({date}) => date <= asOf)
    .toSorted((a, b) => compareText(a.date, b.date))
    .at(-1)
  if (newest === undefined) return []
  return [
    obligationOf(workspace, newest.entry, {
      kind: 'training',
      path: ['training', newest.index, 'date'],
      due: lastDayWithin(newest.date, threshold.value),
      what: `Members are trained on antitrust again (last ${newest.date})`,
      test: 'K3',
      threshold,
    }),
  ]
}
