import {addDays} from '../../model/date.ts'
import type {CorrectiveAction} from '../../model/records.gen.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {sanctions} from './cases.ts'

/** Cases of the line over how a member practises, and those whose last plan was not met. */
export function exhaustedCases(context: RuleContext): {
  readonly cases: readonly Entry<'CorrectiveAction'>[]
  readonly judged: readonly (ExhaustedCase & {readonly entry: Entry<'CorrectiveAction'>})[]
} {
  const cases = context
    .ofLine('CorrectiveAction')
    .filter(
      ({value}) =>
        value.trigger.reason !== 'contractRefusal' && value.trigger.reason !== 'feeDispute',
    )
  const judged = cases.flatMap((entry) => {
    const exhausted = exhaustedOn(context, entry)
    return exhausted === undefined ? [] : [{entry, ...judge(context, entry, exhausted)}]
  })
  return {cases, judged}
}

/** The step that was not met last before a sanction, by the ladder of the case. */
function exhaustedOn(context: RuleContext, {value}: Entry<'CorrectiveAction'>): number | undefined {
  const ladder = ladderOf(context, value).map(({step}) => step)
  const milder = ladder.filter((step) => !sanctions.includes(step))
  const last = milder.at(-1) ?? 'correctiveActionPlan'
  const steps = value.steps ?? []
  const index = steps.findLastIndex(
    ({step, result, date}) =>
      (step === last || step === 'correctiveActionPlan') &&
      result === 'notMet' &&
      date <= context.asOf,
  )
  return index === -1 ? undefined : index
}

function ladderOf(context: RuleContext, {policy}: CorrectiveAction) {
  const named = policy === undefined ? undefined : context.workspace.find('SanctionPolicy', policy)
  return (named ?? context.ofLine('SanctionPolicy').at(-1))?.value.ladder ?? []
}

/** An exhausted case; `due` is the last day on which the sanction is in time. */
interface ExhaustedCase {
  readonly state: 'sanctioned' | 'unsanctioned' | 'pending' | 'excused'
  readonly index: number
  readonly due: string
}

function judge(
  context: RuleContext,
  {value}: Entry<'CorrectiveAction'>,
  index: number,
): ExhaustedCase {
  const {asOf} = context
  const steps = value.steps ?? []
  const failed = steps[index]
  const since = failed?.completed ?? failed?.due ?? failed?.date ?? asOf
  const next = ladderOf(context, value).find(({step}) => sanctions.includes(step))
  const due = addDays(since, next?.withinDays ?? context.threshold('sanctionDays'))
  const sanctioned =
    steps.some(
      ({step, date}) => sanctions.includes(step) && date >= (failed?.date ?? '') && date <= asOf,
    ) ||
    (value.removed !== undefined && value.removed <= asOf)
  const excused = value.appeal?.result === 'reversed' || value.outcome === 'left'
  const state = sanctioned
    ? 'sanctioned'
    : excused
      ? 'excused'
      : value.closed === undefined && asOf <= due
        ? 'pending'
        : 'unsanctioned'
  return {state, index, due}
}
