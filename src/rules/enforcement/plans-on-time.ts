import {addMonths} from '../../model/date.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {openedCases, plannedSteps, sanctions} from './cases.ts'

export const plansOnTime: Rule = {
  id: 'E4',
  name: 'enforcement/plans-on-time',
  title: 'At most one plan in ten is overdue',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    {
      id: 'overduePlansShare',
      value: 0.1,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Largest share of plans whose day has passed without a result',
      looser: 'higher',
    },
    operatingLookBackMonths,
    ...silenceThresholds,
  ],
  authorities: ['dose-of-competition-2004', 'medsouth-2002'],
  docs: {
    tests:
      'Of the steps with a day by which the member must have met them, and which fell due within 12 months or are still running, the share that is overdue: the day has passed, no result is recorded, no later step was taken and the case is open. Above one in ten the test is weak, above one half absent.',
    rationale:
      'A plan whose day passes without anyone looking tells members that nothing follows from it.',
    evidence:
      'CorrectiveAction records with `due`, `completed` and `result` for each of the `steps`; an Attestation of log `correctiveActions` where no step has a day.',
    limits:
      'A plan that was not met is no longer overdue once that is recorded: what followed is tested by E5. A step without `due` cannot be overdue and is named.',
  },
  requires: ['CorrectiveAction'],

  check(context) {
    const {asOf, cite, finding, threshold} = context
    const since = addMonths(asOf, -threshold('operatingLookBackMonths'))
    const cases = openedCases(context)
    const undated: Finding[] = []
    const overdue: Finding[] = []
    const kept: Evidence[] = []
    for (const entry of cases) {
      for (const {step, due, index, settled} of plannedSteps(entry.value, asOf)) {
        if (due === undefined) {
          if (!settled && !sanctions.includes(step))
            undated.push(
              finding(
                'note',
                entry,
                ['steps', index],
                `Unexpected open step \`${step}\` without \`due\`, expected the day by which it must be met`,
                'State `due`',
              ),
            )
        } else if (!settled && due < asOf)
          overdue.push(
            finding(
              'warning',
              entry,
              ['steps', index, 'due'],
              `Unexpected step \`${step}\` due on ${due} without a result, expected one by then`,
              'Record `completed` or `result`, and the next step where it was not met',
            ),
          )
        else if (due > since || !settled)
          kept.push(
            cite(
              entry,
              ['steps', index],
              strengthOf(context, entry),
              `${step} due ${due}, ${settled ? 'with its result' : 'running'}`,
            ),
          )
      }
    }
    const plans = kept.length + overdue.length
    if (plans === 0 && undated.length === 0)
      return noneToJudge(context, ['correctiveActions'], 'Dated plans', cases.length)
    const share = plans === 0 ? 0 : overdue.length / plans
    const outcome: Outcome =
      share > 0.5
        ? 'absent'
        : share > threshold('overduePlansShare')
          ? 'weak'
          : undated.length > 0
            ? 'unknown'
            : 'supported'
    return resultOf(
      outcome,
      `${overdue.length} of ${counted(plans, 'dated plan')} since ${since} ${plans === 1 ? 'is' : 'are'} overdue (${percent(share)}); ${counted(undated.length, 'open step')} ${undated.length === 1 ? 'has' : 'have'} no day.`,
      kept,
      [...overdue, ...undated],
      'CorrectiveAction records with the result of each step that fell due',
    )
  },
}
