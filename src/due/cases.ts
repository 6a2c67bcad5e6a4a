import type {Obligation} from '../model/obligation.ts'
import {plannedSteps, openedCases} from '../rules/enforcement/cases.ts'
import {exhaustedCases} from '../rules/enforcement/exhausted.ts'
import {answeredPairs, once} from '../rules/enforcement/signal-answers.ts'
import {signalsOf} from '../rules/enforcement/signals.ts'
import type {RuleContext} from '../model/rule.ts'
import {obligationOf, onLines, thresholdOf, type DueInput, type Found} from './context.ts'

/** Steps of cases, cases to be opened, sanctions: by class and id of the record, never a story. */
export function casesDue(input: DueInput): Found {
  return {
    obligations: [
      ...onLines(input, 'E4', planSteps),
      ...onLines(input, 'E3', signalAnswers),
      ...onLines(input, 'E5', sanctionsDue),
    ],
  }
}

function planSteps(context: RuleContext): Obligation[] {
  const {workspace, asOf} = context
  return openedCases(context).flatMap((entry) =>
    plannedSteps(entry.value, asOf).flatMap(({step, due, index, settled}) =>
      due === undefined || settled
        ? []
        : [
            obligationOf(workspace, entry, {
              kind: 'planStep',
              part: String(index),
              path: ['steps', index, 'due'],
              due,
              what: `The open step of case ${entry.value.id} (${step}) has a result`,
              test: 'E4',
            }),
          ],
    ),
  )
}

/** Members with signals in two periods who have no case and no reason why not. */
function signalAnswers(context: RuleContext): Obligation[] {
  const {workspace} = context
  const signals = signalsOf(context)
  const open = answeredPairs(context, signals).filter(
    ({state}) => state === 'pending' || state === 'missing',
  )
  return once(open).map(({pair: {second}, deadline}) => ({
    ...obligationOf(workspace, second.entry, {
      kind: 'signalAnswer',
      part: `${second.measure} ${second.member}`,
      due: deadline,
      what: `A case is opened, or declined with a reason, for the signals of ${second.member} on ${second.measure} up to ${second.to}`,
      test: 'E3',
      threshold: thresholdOf(context, 'signalAnswerDays', 'days'),
    }),
    // Who has a signal is as restricted as the case that answers it.
    confidentiality: 'peerReview',
  }))
}

function sanctionsDue(context: RuleContext): Obligation[] {
  return exhaustedCases(context)
    .judged.filter(({state}) => state === 'pending' || state === 'unsanctioned')
    .map(({entry, index, due}) =>
      obligationOf(context.workspace, entry, {
        kind: 'sanction',
        path: ['steps', index],
        due,
        what: `Case ${entry.value.id}, in which the last plan was not met, has a sanction or a reason why none`,
        test: 'E5',
      }),
    )
}
