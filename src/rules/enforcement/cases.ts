import type {CorrectiveAction} from '../../model/records.gen.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isActive} from '../lifetime.ts'

export type CaseStep = NonNullable<CorrectiveAction['steps']>[number]

/** Steps that take something from a member; those before them only ask. */
export const sanctions: readonly CaseStep['step'][] = ['financial', 'suspension', 'removal']

/** Policies of the line in force; on a proposed line also those still to take effect. */
export function policiesOf({ofLine, asOf, line}: RuleContext): Entry<'SanctionPolicy'>[] {
  return ofLine('SanctionPolicy').filter(({value}) =>
    line.stage === 'proposed'
      ? value.retired === undefined || value.retired > asOf
      : isActive(value, asOf),
  )
}

/** Cases that were opened over how a member practises, not over a contract or a fee. */
export function openedCases({ofLine, asOf}: RuleContext): Entry<'CorrectiveAction'>[] {
  return ofLine('CorrectiveAction').filter(
    ({value: {trigger, declined, opened = asOf}}) =>
      trigger.reason !== 'contractRefusal' &&
      trigger.reason !== 'feeDispute' &&
      declined === undefined &&
      opened <= asOf,
  )
}

/** Steps up to the as-of date, by date, each with its place in the record. */
export function stepsTaken(
  {steps = []}: CorrectiveAction,
  asOf: string,
): (CaseStep & {readonly index: number})[] {
  return steps
    .map((step, index) => ({...step, index}))
    .filter(({date}) => date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The first sanction of a case; undefined where there is none. */
export function firstSanction(
  value: CorrectiveAction,
  asOf: string,
): ReturnType<typeof stepsTaken>[number] | undefined {
  return stepsTaken(value, asOf).find(({step}) => sanctions.includes(step))
}

/** A step taken, and whether anything is still to come of it. */
export type PlannedStep = ReturnType<typeof stepsTaken>[number] & {
  /** It has a result, a later step was taken, or the case is closed. */
  readonly settled: boolean
}

/** Steps up to the as-of date, each with whether it is settled. */
export function plannedSteps(value: CorrectiveAction, asOf: string): readonly PlannedStep[] {
  const open = value.closed === undefined || value.closed > asOf
  const steps = stepsTaken(value, asOf)
  return steps.map((it, place) => ({
    ...it,
    settled:
      it.completed !== undefined ||
      (it.result ?? 'open') !== 'open' ||
      place < steps.length - 1 ||
      !open,
  }))
}
