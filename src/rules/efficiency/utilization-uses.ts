import type {Measure} from '../../model/records.gen.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {plansOf} from '../incentives.ts'

/** A reward or a case that rests on a measure of utilization or cost. */
export interface Use {
  readonly entry: Entry<'IncentivePlan'> | Entry<'CorrectiveAction'>
  readonly path: readonly (string | number)[]
  readonly measure: string
  /** Whether money flows only once a measure of quality is reached. */
  readonly gated: boolean
  readonly what: 'reward' | 'sanction'
}

/** Rewards in plans in force, and open cases, that rest on a measure of utilization or cost. */
export function usesOf(context: RuleContext): Use[] {
  const domainOf = (id: string): Measure['domain'] | undefined =>
    context.workspace.find('Measure', id)?.value.domain
  const isUse = (id: string): boolean => ['utilization', 'cost'].includes(domainOf(id) ?? '')
  const isQuality = (id: string): boolean =>
    ['process', 'outcome', 'patientExperience'].includes(domainOf(id) ?? '')
  const rewards = plansOf(context).flatMap((entry) =>
    (entry.value.pools ?? []).flatMap(({weights = [], gates = []}, pool) =>
      weights.flatMap(({measure, weight}, index): Use[] =>
        weight > 0 && isUse(measure)
          ? [
              {
                entry,
                path: ['pools', pool, 'weights', index],
                measure,
                gated: gates.some((gate) => isQuality(gate.measure)),
                what: 'reward',
              },
            ]
          : [],
      ),
    ),
  )
  const cases = context.ofLine('CorrectiveAction').flatMap((entry): Use[] => {
    const {trigger, opened = '9999', closed = '9999', declined} = entry.value
    const {asOf} = context
    return trigger.measure !== undefined &&
      declined === undefined &&
      isUse(trigger.measure) &&
      opened <= asOf &&
      closed > asOf
      ? [
          {
            entry,
            path: ['trigger', 'measure'],
            measure: trigger.measure,
            gated: false,
            what: 'sanction',
          },
        ]
      : []
  })
  return [...rewards, ...cases]
}
