import {addDays} from '../../model/date.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {openedCases, stepsTaken} from './cases.ts'

/** A member that was removed, for performance or as a sanction. */
export interface Removal {
  readonly entry: Entry<'CorrectiveAction'> | Entry<'MembershipDecision'>
  readonly path: readonly string[]
  readonly on: string
  /** Day off every panel, as recorded. */
  readonly off: string | undefined
  /** Last day on which that is in time. */
  readonly due: string
}

/** Removals up to the as-of date that were not reversed. The rule must list `offPanelDays`. */
export function removalsOf(context: RuleContext): readonly Removal[] {
  const {asOf, ofLine} = context
  const dueAfter = (on: string) => addDays(on, context.threshold('offPanelDays'))
  const ofCases = openedCases(context).flatMap((entry): Removal[] => {
    const removal = stepsTaken(entry.value, asOf).find(({step}) => step === 'removal')
    const {removed: off, appeal} = entry.value
    if (removal === undefined || appeal?.result === 'reversed') return []
    return [{entry, path: ['removed'], on: removal.date, off, due: dueAfter(removal.date)}]
  })
  const exits = ofLine('MembershipDecision').filter(
    ({value}) =>
      value.decision === 'exit' &&
      (value.reason === 'performance' || value.reason === 'sanction') &&
      value.date <= asOf,
  )
  return [
    ...ofCases,
    ...exits.map((entry): Removal => {
      const {date: on, offPanel: off} = entry.value
      return {entry, path: ['offPanel'], on, off, due: dueAfter(on)}
    }),
  ]
}
